"""Stories of our own writing, and what is true of them.

A file of stories holds any number of them, each opened by `=== ID`, some `key: value` lines, `---`, and the body:
paragraphs parted by a blank line, `## ` before a sub-head. `‖` marks where a column ends by hand; it is no part of the text.

    kicker head (once a printed line) deck   the heads
    by      the line above the story         本报记者 林知远 特约通讯员 苏禾
    lead    opens the first paragraph        本报讯（记者 沈一舟）
    sign    closes the last paragraph        顾青, 周南/摄
    role    the line under an English byline Staff Writer
    caption, credit, jump, lang, kind (article, photo)
"""
import pathlib
import re

ROLES = {
    "本报记者", "记者", "特约通讯员", "通讯员", "实习生", "见习记者", "特约记者", "本報記者", "記者", "通訊員", "本报",
}
CUT = "‖"


class Story:
    def __init__(self, identity):
        self.id = identity
        self.kicker = self.deck = self.by = self.role = self.lead = self.sign = self.jump = ""
        self.heads, self.captions, self.credits, self.blocks = [], [], [], []
        self.kind, self.lang = "article", "zh"

    def names(self):
        """The reporters that the page names, as a reader would list them."""
        if self.lang == "en":
            return [n.strip() for n in re.split(r" and |, ", re.sub(r"^by ", "", self.by, flags=re.I)) if n.strip()]
        found = []
        inner = re.findall(r"[（(]([^（）()]*)[）)]", self.lead)
        for text in [self.by, *inner, re.sub(r"[/／ ]?[摄撮攝]$|影$", "", self.sign)]:
            found += [w for w in re.split(r"[\s、　]+", text.strip("（）()文/图 ")) if w and w not in ROLES]
        return found

    def opening(self):
        if not self.lead:
            return ""
        return self.lead if self.lead[-1] in "）)】：" else self.lead + " "

    def texts(self):
        """(kind, text) of each block as it stands on the page, opening words included, cut marks kept."""
        return [(k, (self.opening() if i == 0 else "") + t) for i, (k, t) in enumerate(self.blocks)]

    def headline(self):
        return " ".join(self.heads) or None

    def truth(self):
        return {
            "kind": self.kind,
            "heads": [h for h in (self.kicker, self.headline(), self.deck) if h],
            "kicker": self.kicker or None,
            "headline": self.headline(),
            "deck": self.deck or None,
            "byline": self.names(),
            "blocks": [{"kind": k, "text": t.replace(CUT, "")} for k, t in self.texts()],
            "captions": self.captions,
            "credits": self.credits,
        }


def read(path, lang="zh"):
    stories = {}
    for part in re.split(r"^=== ", pathlib.Path(path).read_text(encoding="utf8"), flags=re.M)[1:]:
        top, _, rest = part.partition("\n")
        story = Story(top.strip())
        story.lang = lang
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
            sub = block.startswith("## ")
            story.blocks.append(("subhead" if sub else "paragraph", block[3:] if sub else " ".join(block.split("\n"))))
        stories[story.id] = story
    return stories
