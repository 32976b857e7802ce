"""Pages set as print: stories in columns on a sheet of paper, as HTML for a browser to make a PDF of."""
import html
import random

import column
import style

CSS = """
@page { size: %(sheet)s; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10pt/%(lead)s %(body)s; text-align: %(align)s; hyphens: auto; }
.top { display: flex; justify-content: space-between; border-bottom: 1pt solid #000; margin-bottom: 4mm; font-size: 9pt; }
.band { display: flex; gap: 6mm; margin-bottom: 5mm; }
.story { min-width: 0; }
.columns { column-gap: 6mm; }
h1, h2, .kicker, .deck, .by, h3 { font-family: %(head)s; text-align: center; margin: 0 0 1.5mm; line-height: 1.25; hyphens: none; }
h1 { font-size: 22pt; } h2 { font-size: 16pt; } h2.narrow { font-size: 12pt; } h3 { font-size: 10pt; }
.kicker, .deck { font-size: 11pt; font-weight: normal; }
p { margin: 0; text-indent: %(indent)s; }
p.rest { text-indent: 0; }
figure { margin: 2mm 0; break-inside: avoid; }
figure div { height: 28mm; background: #bbb; }
figcaption { font-size: 8.5pt; line-height: 1.3; text-align: left; }
.foot { border-top: .5pt solid #000; font-size: 8.5pt; }
"""
FACES = {
    "zh": {"body": '"Noto Serif CJK SC", serif', "head": '"Noto Sans CJK SC", sans-serif', "indent": "2em", "align": "justify", "lead": "1.55", "sheet": "297mm 420mm"},
    "en": {"body": '"DejaVu Serif", serif', "head": '"DejaVu Sans", sans-serif', "indent": "1em", "align": "left", "lead": "1.2", "sheet": "297mm 420mm"},
}


def page(slug, told, lang, top, bands, foot=(), by="lead", mark="", form=None):
    """(html, truth articles, furniture). `bands`: rows of (story, columns)."""
    rng, out, truth = random.Random(slug), [], []
    say = lambda tag, text, cls="": f"<{tag}{f' class={cls}' if cls else ''}>{html.escape(text)}</{tag}>"
    out.append("<div class=top>" + "".join(say("span", t) for t in top) + "</div>")
    for n, band in enumerate(bands):
        out.append("<div class=band>")
        for name, count in band:
            places = ["lead", "sign", "above"] if by == "mixed" else [by]
            s = style.dress(told[name], rng, rng.choice(places), mark, form)
            truth.append(s.truth())
            out.append(f"<div class=story style='flex: {count} 1 0'>")
            out += [say("div", s.kicker, "kicker")] if s.kicker else []
            tag = "h1" if n == 0 and (name, count) == band[0] else "h2"
            narrow = " class=narrow" if count == 1 else ""
            out += [f"<{tag}{narrow}>" + "<br>".join(map(html.escape, s.heads)) + f"</{tag}>"] if s.heads else []
            out += [say("div", s.deck, "deck")] if s.deck else []
            out += [say("div", s.by, "by")] if s.by else []
            out += [say("div", s.role, "by")] if s.role and s.by and lang == "en" else []
            out.append(f"<div class=columns style='column-count: {count}'>")
            blocks = [(k, t.replace(column.CUT, "")) for k, t in s.texts(printed=True)]
            figure = "".join(say("figcaption", t) for t in s.captions + s.credits)
            host = max((i for i, (k, t) in enumerate(blocks[:4]) if k == "paragraph"), key=lambda i: len(blocks[i][1]))
            for i, (kind, text) in enumerate(blocks):
                if figure and i == host:
                    half = len(text) // 2
                    half = text.rfind(" ", 0, half) if lang == "en" else half
                    out += [say("p", text[:half]), f"<figure><div></div>{figure}</figure>", say("p", text[half:], "rest")]
                else:
                    out.append(say("h3" if kind == "subhead" else "p", text))
            out.append("</div></div>")
        out.append("</div>")
    if foot:
        out.append(say("div", "　".join(foot), "foot"))
    head = f'<!DOCTYPE html><html lang={"zh-Hans" if lang == "zh" else lang}><meta charset=utf-8><style>{CSS % FACES[lang]}</style>'
    return head + "\n".join(out) + "</html>", truth, [*top, *foot]


def all_pages(zh, en):
    """(slug, tools, page)"""
    every = ("pdftotext", "layout", "mutool")
    yield "printed", (*every, "tesseract", "raw", "pypdf"), page(
        "printed", zh, "zh", ["2031年3月3日 星期一", "民生", "5版"],
        [[("tidegate", 4), ("pool", 1)], [("clinic", 2), ("waste", 3)], [("typhoon", 2), ("strike", 2), ("tea", 1)]], by="lead", form=0)
    yield "printed-2", every, page(
        "printed-2", zh, "zh", ["06版", "园区", "2031年3月4日 星期二"],
        [[("startup", 2), ("glass", 2), ("award", 2)], [("fleet", 4), ("crane", 2)], [("licence", 3), ("digital", 3)]],
        foot=["责任编辑：闻水", "版式：乔恩", "电话：0000-5550123"], by="above", mark="▶ ", form=0)
    yield "printed-3", every, page(
        "printed-3", zh, "zh", ["望川晚报", "副刊", "2031年3月5日 星期三 第11版"],
        [[("dialect", 3), ("chess", 2)], [("bookstore", 5)], [("museum", 2), ("snow", 2), ("lantern", 1)]], by="sign")
    yield "printed-en", (*every, "tesseract", "raw", "fitz"), page(
        "printed-en", en, "en", ["THE RAVENSEY COURIER", "Tuesday, March 4, 2031", "Page 3"],
        [[("mill", 3), ("council", 2)], [("rowing", 3), ("tide", 2)], [("garden", 2), ("bees", 3)]], form=0)
    yield "printed-en-2", (*every, "raw"), page(
        "printed-en-2", en, "en", ["B6", "Ravensey Courier", "Wednesday, March 5, 2031"],
        [[("choir", 2), ("robot", 2)], [("lab", 4)], [("dance", 2), ("clock", 2)]], form=3)
