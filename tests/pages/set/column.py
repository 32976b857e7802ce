"""Sets a story in printed lines and cuts the lines into columns."""
import re
import unicodedata

from stories import CUT

NO_START = set("，。、；：？！）》」』”’…—,.;:?!)]}%·")
NO_END = set("（《「『“‘([{")
VOWELS = "aeiouy"


def wide(text):
    """Width in half-width cells."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" and ord(c) > 0x2000 else 1 for c in text)


class Line:
    """One printed line. `block` counts within the story; `starts`/`ends` say whether it opens or closes its block."""

    def __init__(self, block, kind, text, starts, ends, hyphen=False, glue=""):
        self.block, self.kind, self.text, self.starts, self.ends = block, kind, text, starts, ends
        self.hyphen = hyphen  # the last character is a hyphen of the typesetter's
        self.glue = glue      # what stands between this line and the next of its block: a space in English


def hyphen_point(word, room):
    """Where an English word of letters may be parted so that `room` cells hold the first part and the hyphen; 0: nowhere."""
    for i in range(min(room - 1, len(word) - 4), 2, -1):
        a, b, c, d = (word[j].lower() for j in (i - 2, i - 1, i, i + 1))
        if a in VOWELS and b not in VOWELS + "w" and c not in VOWELS and d in VOWELS and b + c not in ("ch", "sh", "th", "ph", "ck", "gh"):
            return i
    return 0


def set_words(text, width, hyphenate):
    lines, line = [], ""
    for word in text.split(" "):
        room = width - len(line) - (1 if line else 0)
        if len(word) <= room:
            line += (" " if line else "") + word
            continue
        bare = re.match(r"[A-Za-z]+", word)
        at = hyphen_point(bare.group(), room) if hyphenate and bare and len(bare.group()) > 6 else 0
        if at:
            lines.append((line + (" " if line else "") + word[:at] + "-", True))
            line = word[at:]
        else:
            lines.append((line, False))
            line = word
    lines.append((line, False))
    return lines


def set_hanzi(text, width, indent, measure=wide):
    units = re.findall(r"[A-Za-z0-9.%\-]+|……|——|.", text)
    lines, line, used = [], "", indent
    for k, unit in enumerate(units):
        w = measure(unit)
        if line and used + w > width and unit[0] not in NO_START:
            keep = ""
            while line and line[-1] in NO_END:
                keep, line = line[-1] + keep, line[:-1]
            lines.append((line, False))
            line, used = keep, measure(keep)
        line += unit
        used += w
    lines.append((line, False))
    return lines


def printed(story, width=None, hyphenate=True, indent=4):
    """The story's printed lines; with no width one line a block, parted only at the cut marks."""
    out = []
    for n, (kind, text) in enumerate(story.texts(printed=True)):
        if width is None:
            pieces = [(t, False) for t in text.split(CUT)]
        elif kind == "list":
            pieces = [(text, False)]
        elif story.lang == "en":
            pieces = set_words(text.replace(CUT, ""), width, hyphenate)
        else:
            pieces = set_hanzi(text.replace(CUT, ""), width, indent if kind == "paragraph" else 0)
        for i, (t, hyphen) in enumerate(pieces):
            out.append(Line(n, kind, t, i == 0, i == len(pieces) - 1, hyphen, " " if story.lang == "en" and not hyphen else ""))
    return out


def at_marks(lines):
    """Columns of hand-marked lines: a new one after each cut."""
    columns = [[]]
    for line in lines:
        columns[-1].append(line)
        if not line.ends:
            columns.append([])
    return [c for c in columns if c]


def at_lines(lines, cuts):
    """Columns cut after the given numbers of lines."""
    edges = [0, *cuts, len(lines)]
    return [lines[a:b] for a, b in zip(edges, edges[1:]) if a < b]


def even(lines, count):
    """`count` columns of equal depth, give or take a line or two."""
    depth = -(-len(lines) // count)
    cuts = list(range(depth, len(lines), depth))
    # A column that ends with a paragraph tells nothing: cut inside one where a line's shift does it.
    cuts = [next((c + d for d in (0, 1, -1, 2) if c + d < len(lines) and not lines[c + d - 1].ends), c) for c in cuts]
    return at_lines(lines, cuts)
