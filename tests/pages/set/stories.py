"""Stories of our own writing, and what is true of them.

A file of stories holds any number of them, each opened by `=== ID`, some `key: value` lines, `---`, and the body:
paragraphs parted by a blank line, `## ` before a sub-head, `| a | b` a table's row. `‖` marks where a column ends by hand; it is no
part of the text.

    kicker, head (once a printed line), deck   the heads
    names     the reporters; a page's style says where they stand (style.py)
    by        the line above the story         本报记者 林知远 特约通讯员 苏禾
    lead      opens the first paragraph        本报讯（记者 沈一舟）
    sign      closes the last paragraph        顾青, 周南/摄
    role      the line under an English byline Staff Writer
    caption, credit, jump, kind (article, photo, box, ad)
"""
import copy
import pathlib
import re

ROLES = {"本报记者", "记者", "特约通讯员", "通讯员", "实习生"}
CUT = "‖"


class Story:
    def __init__(self, identity, lang):
        self.id, self.lang, self.kind = identity, lang, "article"
        self.kicker = self.deck = self.by = self.role = self.lead = self.sign = self.jump = self.names = ""
        self.sign_gap = " "  # between the last words and the name; "\n" sets the name in a line of its own
        self.heads, self.captions, self.credits, self.blocks = [], [], [], []

    def copy(self):
        return copy.deepcopy(self)

    def reporters(self):
        """The names that the page gives, as a reader would list them."""
        if self.names:
            return self.names.split() if self.lang in ("zh", "zh-Hant") else self.names.split(", ")
        if self.lang == "en":
            return [re.sub(r"^by ", "", self.by, flags=re.I)] if self.by else []
        found = []
        inner = re.findall(r"[（(]([^（）()]*)[）)]", self.lead)
        for text in [self.by, *inner, re.sub(r"[/／ ]?摄$", "", self.sign)]:
            found += [w for w in re.split(r"[\s　]+", text) if w and w not in ROLES]
        return found

    def opening(self):
        if not self.lead:
            return ""
        return self.lead if self.lead[-1] in "）)】：:」" else self.lead + " "

    def texts(self, printed=False):
        """(kind, text) of each block, opening words included, cut marks kept; `printed` adds the closing name."""
        out = [(k, (self.opening() if i == 0 else "") + t) for i, (k, t) in enumerate(self.blocks)]
        if printed and self.sign:
            if self.sign_gap == "\n":
                out.append(("sign", self.sign))
            else:
                out[-1] = (out[-1][0], out[-1][1] + self.sign_gap + self.sign)
        return out

    def headline(self):
        return " ".join(self.heads) or None

    def truth(self):
        return {
            "kind": "article" if self.kind == "box" else "continued" if self.jump.startswith(("（上接", "Continued from")) else self.kind,
            "heads": [h for h in (self.kicker, self.headline(), self.deck) if h],
            "kicker": self.kicker or None,
            "headline": self.headline(),
            "deck": self.deck or None,
            "byline": self.reporters(),
            "blocks": [{"kind": k, "text": t.replace(CUT, "")} for k, t in self.texts()],
            "captions": self.captions,
            "credits": self.credits,
        }


def read(path, lang="zh"):
    stories = {}
    for part in re.split(r"^=== ", pathlib.Path(path).read_text(encoding="utf8"), flags=re.M)[1:]:
        top, _, rest = part.partition("\n")
        story = Story(top.strip(), lang)
        keys, _, body = rest.partition("---\n")
        for line in keys.splitlines():
            key, _, value = line.partition(": ")
            many = {"head": story.heads, "caption": story.captions, "credit": story.credits}.get(key)
            if many is not None:
                many.append(value)
            elif key and hasattr(story, key):
                setattr(story, key, value)
            elif key:
                raise SystemExit(f"{path}: story {story.id}: no key '{key}' is known")
        for block in filter(None, (b.strip() for b in body.split("\n\n"))):
            if block.startswith("| "):
                story.blocks += [("list", row[2:].replace(" | ", " ")) for row in block.split("\n")]
            elif block.startswith("## "):
                story.blocks.append(("subhead", block[3:]))
            else:
                story.blocks.append(("paragraph", " ".join(block.split("\n"))))
        stories[story.id] = story
    return stories
