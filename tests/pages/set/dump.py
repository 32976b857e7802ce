"""Writes the pieces of a page as a tool would have dumped them."""
import re
import unicodedata

from column import wide

HALF = str.maketrans("，；：？！（）", ",;:?!()")
RADICALS = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0x2F00, 0x2FD6)}
RADICALS = str.maketrans(RADICALS)

# What an OCR engine takes one sign for.
LOOKALIKE = dict(zip("己未日人土大天间问的了在末干千由甲白自目清请说设没这还过老者今令子于个不是有上中为",
                     "已末曰入士太夫问间的丁存未千干申由自白日请清设说设达环边者老令今于子介木早有土申力"))
LOOKALIKE.update({"“": "”", "，": ",", "；": "; ", "：": ":", "？": "?", "。": "."})
MISREAD = {"m": "rn", "l": "1", "e": "c", "i": "1", "h": "b", "o": "0", "rn": "m", "a": "o", "t": "l", "y": "v"}


def paragraphs(column, hard=False):
    """A column's lines as running paragraphs; `hard` keeps the printed line breaks."""
    out = []
    for line in column:
        if isinstance(line, str):
            out.append(line)
            continue
        if not out or line.starts:
            out.append("")
        out[-1] += line.text
        if hard:
            out[-1] += "\n"
        elif line is not column[-1] and not line.ends:
            out[-1] = out[-1][:-1] if line.hyphen else out[-1] + line.glue
    return [p.rstrip("\n") for p in out]


def head_of(sheet, piece):
    if piece.kind == "upright":
        return ["\n".join(c for line in piece.lines for c in line if c != " ")]
    if piece.kind == "head":
        return {"space": [" ".join(piece.lines)], "lines": ["\n".join(piece.lines)], "paras": piece.lines}[sheet.join]
    return None


def flowing(sheet, hard=False):
    """As a vision model prints: paragraphs parted by a blank line, a column's end cutting one in two."""
    out = []
    for piece in sheet.pieces:
        out += head_of(sheet, piece) or paragraphs(piece.lines, hard)
    return "\n\n".join(out) + "\n"


def markdown(sheet):
    out, lead = [], True
    for piece in sheet.pieces:
        if piece.kind in ("head", "upright"):
            out.append(("# " if lead else "## ") + " ".join(piece.lines))
            lead = False
        elif piece.kind in ("kicker", "deck"):
            out.append(f"**{piece.lines[0]}**")
        elif piece.kind in ("by", "credit"):
            out.append(f"*{piece.lines[0]}*")
        elif piece.kind == "caption":
            link = f"![](images/{sheet.slug}-{len(out)}.jpg)"
            sheet.furniture.append(link)
            out += [link, piece.lines[0]]
        elif piece.kind == "column":
            subs = {line.text for line in piece.lines if line.kind == "subhead"}
            out += ["### " + p if p in subs else p for p in paragraphs(piece.lines)]
        elif piece.kind == "furniture":
            out += [*piece.lines, "---"]
        else:
            out += piece.lines
    return "\n\n".join(out) + "\n"


def lines(sheet, spaced=False, gaps=True, frame=False):
    """One printed line a line. `spaced`: an empty line after each; `gaps`: one between pieces; `frame`: rules around a box."""
    out = []
    for piece in sheet.pieces:
        text = piece.strings()
        if piece.kind == "upright":
            text = [c for line in piece.lines for c in line if c != " "]
        elif piece.kind == "caption":
            text = wrapped(piece.lines[0], sheet.width)
        boxed = frame and piece.story and sheet.stories.get(piece.story) and sheet.stories[piece.story].kind == "box"
        if boxed:
            side = sheet.width + 2
            text = ["│ " + s + " " * (side - wide(s)) + " │" for s in text]
            rule = "─" * (side // 2 + 1)
            if piece.kind == "head":
                text.insert(0, "┌" + rule + "┐")
            else:
                text.append("└" + rule + "┘")
        out += [line + "\n" for line in text]
        if gaps and not spaced and not (boxed and piece.kind == "head"):
            out.append("\n")
    return ("\n" if spaced else "").join(out).rstrip("\n") + "\n"


def run_on(sheet):
    """No blank lines; and no line break where a column begins at the top again, or a lead under it does, as pypdf has it."""
    out = ""
    before = None
    for piece in sheet.pieces:
        top = before and before.kind in ("column", "credit") and piece.kind == "column"
        out += ("" if top or not out else "\n") + "\n".join(piece.strings())
        before = piece
    return out + "\n"


def wrapped(text, width):
    out = [""]
    for unit in re.findall(r"[A-Za-z0-9.,%'\-]+ ?|.", text):
        if out[-1] and wide(out[-1]) + wide(unit.rstrip()) > width and unit not in "，。、！？）”":
            out[-1] = out[-1].rstrip()
            out.append("")
        out[-1] += unit
    return out


def alternate(one, two, beside=False, width=28):
    """Rows of two columns, left half first; `beside`: both halves of a row in one line."""
    out = []
    for i in range(max(len(one), len(two))):
        a, b = (one[i] if i < len(one) else ""), (two[i] if i < len(two) else "")
        if beside:
            out.append((a + " " * (width + 3 - wide(a)) + b).rstrip())
        else:
            out += [s for s in (a, b) if s]
    return out


def pad(text, width):
    return text + " " * max(0, width - wide(text))


def stepped(rows, turns, n):
    """So many rows of each block a turn, the others empty meanwhile."""
    out = []
    while rows:
        out += [""] * sum(turns[:n]) + rows[:turns[n]] + [""] * sum(turns[n + 1:])
        rows = rows[turns[n]:]
    return out


def grid(sheet, bands, gap, level=True):
    """`pdftotext -layout`: the page as one grid of cells. `bands` are rows of stories, each story as wide as its columns. Not
    `level`: no line of a column stands in one row with a line of the next, as Ghostscript's txtwrite gives them."""
    out = []
    loose = [p for p in sheet.pieces if p.story is None]
    for piece in loose[:1]:
        across = sum(len(sheet.columns_of(n)) for n in bands[0]) * (sheet.width + gap)
        out.append((" " * max(3, (across - sum(map(wide, piece.lines))) // max(1, len(piece.lines) - 1))).join(piece.lines))
    for band in bands:
        blocks = []
        for name in band:
            story = sheet.stories[name]
            columns = []
            for piece in sheet.columns_of(name):
                cells = []
                for line in piece.lines:
                    indent = "    " if line.starts and line.kind == "paragraph" else ""
                    cells.append((" " * max(0, (sheet.width - wide(line.text)) // 2) if line.kind == "subhead" else indent) + line.text)
                columns.append(cells)
            notes = [p for p in sheet.pieces if p.story == name and p.kind in ("caption", "credit")]
            if notes:
                host = columns[min(1, len(columns) - 1)]
                host[len(host) // 2:len(host) // 2] = ["", *(s for p in notes for s in wrapped(p.lines[0], sheet.width)), ""]
            across = len(columns) * (sheet.width + gap) - gap
            heads = [s for p in sheet.pieces if p.story == name and p.kind in ("tag", "kicker", "head", "deck", "by", "role")
                     for t in p.lines for s in (wrapped(t, across) if wide(t) > across else [t])]
            depth = max(map(len, columns))
            rows = [pad(" " * ((across - wide(h)) // 2) + h, across) for h in heads]
            for i in range(depth):
                cells = [c[i] if i < len(c) else "" for c in columns]
                if level:
                    rows.append((" " * gap).join(pad(c, sheet.width) for c in cells))
                else:
                    rows += [pad(" " * ((sheet.width + gap) * k) + c, across) for k, c in enumerate(cells) if c]
            jumps = [p for p in sheet.pieces if p.story == name and p.kind == "jump"]
            rows += [pad(" " * max(0, across - wide(p.lines[0])) + p.lines[0], across) for p in jumps]
            blocks.append((across, rows))
        if not level:  # nor with one of the story beside it
            turns = [max(1, round(len(rows) / min(len(r) for _, r in blocks))) for _, rows in blocks]
            blocks = [(across, stepped(rows, turns, n)) for n, (across, rows) in enumerate(blocks)]
        for i in range(max(len(rows) for _, rows in blocks)):
            cells = [pad(rows[i] if i < len(rows) else "", across) for across, rows in blocks]
            # The tool rounds places to cells: now and then a line stands one to the left or right.
            slips = [(" " * sheet.random.choice([0, 0, 0, 1])) if k == 0 else " " * (gap + sheet.random.choice([0, 0, 1]))
                     for k in range(len(cells))]
            out.append("".join(s + c for s, c in zip(slips, cells)).rstrip())
        out.append("")
    for piece in loose[1:]:
        out.append("   ".join(piece.lines))
    return "\n".join(out) + "\n"


def misread(text, random, rate):
    """Signs taken for others, now and then a speck or a lost blank: what OCR does."""
    out = []
    for line in text.split("\n"):
        fresh = ""
        for c in line:
            if random.random() < rate:
                if c in LOOKALIKE:
                    c = LOOKALIKE[c]
                elif c in MISREAD:
                    c = MISREAD[c]
                elif "\u4e00" <= c <= "\u9fff" and random.random() < .3:
                    c = random.choice("巳亍丿厶冂彐攵")
            elif c == "，" and random.random() < .1:
                c = ","
            fresh += c
        out.append(fresh)
        if line and random.random() < rate / 3:
            out.append(random.choice(["|", ".", "' ,", "—-", "~", "\\", "i"]))
    return "\n".join(out)


def lose(text, random, rate):
    """Hanzi or letters dropped."""
    return "".join(c for c in text if not (c.isalpha() and random.random() < rate))
