"""The default edition's two pages, put out of order by hand."""
import column
import dump
import stories

ZH_TOP = "云麓高新报 2031年1月7日 星期二 第4版 园区"
ZH_SAID_TWICE = (
    "云麓市儿童医院药剂科主任温岚表示，“有位母亲告诉我们，孩子半夜不再咳醒，她也终于能睡一个整觉。"
    "过去我们总说让孩子适应药，现在应当反过来，让药适应孩子。希望有更多的企业愿意为孩子单独"
)
ZH_ORDER = """top kicker:bench head:bench deck:bench by:bench bench:0 caption:bench credit:bench bench:1 bench:2 bench:3
inhaler:2 inhaler:3 twice inhaler:1 head:inhaler inhaler:0 head:permit permit:0 permit:1 permit:2
head:licence licence:0 licence:2 licence:1 head:digital digital:0 digital:1 chips:1 head:chips chips:0 chips:2
head:nightbus nightbus:0 nightbus:1 bridge:0"""

EN_TOP = ["THE LARKMOOR GAZETTE", "Tuesday, January 7, 2031", "Town & Works", "Page 3"]
EN_ORDER = """top kicker:kiln head:kiln deck:kiln by:kiln role:kiln kiln:0 caption:kiln credit:kiln kiln:1 kiln:2 jump:kiln
ferry:1 head:ferry by:ferry ferry:0 head:beetles by:beetles beetles:0 beetles:1 head:library by:library role:library library:0
library:1 head:orchard by:orchard orchard:0 orchard:1"""


def pieces(order, all_stories, columns, extra):
    out = []
    for word in order.split():
        kind, _, which = word.partition(":")
        if kind in extra:
            out.append(extra[kind])
        elif kind in all_stories:
            out.append(columns[kind][int(which)])
        elif kind == "head":
            out.append([" ".join(all_stories[which].heads)])
        elif kind == "by":
            mark = "▶ " if all_stories[which].lang == "zh" else ""
            out.append([mark + all_stories[which].by])
        elif kind in ("caption", "credit"):
            out.append(list(getattr(all_stories[which], kind + "s")))
        else:
            out.append([getattr(all_stories[which], kind)])
    return out


def flowing(laid, half=True, hard=False):
    text = "\n\n".join(p for piece in laid for p in dump.paragraphs(piece, hard)) + "\n"
    return text.translate(dump.HALF) if half else text


def check(order, columns):
    """Every column of every story stands on the page once."""
    words = order.split()
    for name, cols in columns.items():
        for i in range(len(cols)):
            assert words.count(f"{name}:{i}") == 1, f"{name}:{i} stands {words.count(f'{name}:{i}')} times on the page"


def chinese():
    told = stories.read("front-zh.txt")
    columns = {k: column.at_marks(column.printed(s)) for k, s in told.items()}
    check(ZH_ORDER, columns)
    text = flowing(pieces(ZH_ORDER, told, columns, {"top": [ZH_TOP], "twice": [ZH_SAID_TWICE]}))
    truth = [s.truth() for s in told.values()]
    return text, truth, [ZH_TOP], [ZH_SAID_TWICE]


def english():
    told = stories.read("front-en.txt", "en")
    lines = {k: column.printed(s, 46) for k, s in told.items()}
    cuts = {"kiln": [15, 32], "ferry": [14], "beetles": [8], "library": [12], "orchard": [11]}
    columns = {k: column.at_lines(lines[k], cuts[k]) for k in told}
    check(EN_ORDER, columns)
    laid = pieces(EN_ORDER, told, columns, {"top": EN_TOP})
    text = flowing(laid, half=False, hard=True)
    return text, [s.truth() for s in told.values()], [*EN_TOP, told["kiln"].jump], []
