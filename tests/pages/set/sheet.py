"""One page in the making: stories laid in columns, put out of order, written as a tool would have dumped them."""
import random
import re

import column
import dump
import style


class Piece:
    """What a tool reads in one go: a head, a byline, one column, a caption."""

    def __init__(self, kind, story, lines, number=0):
        self.kind, self.story, self.number = kind, story, number
        self.lines = lines  # of column.Line in a column, of str elsewhere

    def strings(self):
        return [line if isinstance(line, str) else line.text for line in self.lines]


class Sheet:
    def __init__(self, slug, told, width=28, depth=18, by="lead", mark="", form=None, join="space", half=False, tags=()):
        self.slug, self.told, self.width, self.depth = slug, told, width, depth
        self.by, self.mark, self.form, self.join, self.half = by, mark, form, join, half
        self.tags = list(tags)  # section tags, one a story until they run out
        self.random = random.Random(slug)
        self.pieces, self.stories, self.furniture, self.duplicates = [], {}, [], []
        self.onward = {}  # story -> {"page": slug, "headline": its head there}

    # Laying out.

    def top(self, *lines):
        self.furniture += lines
        self.pieces.append(Piece("furniture", None, list(lines)))
        return self

    bottom = top

    def add(self, *names, columns=None, caption_after=0, by=None, upright=False):
        for name in names:
            places = ["lead", "sign", "above"] if self.by == "mixed" else [by or self.by]
            story = style.dress(self.told[name], self.random, self.random.choice(places), self.mark, self.form)
            if story.kind == "ad":
                self.furniture += [*story.heads, *(t for _, t in story.blocks)]
                self.pieces.append(Piece("ad", name, [*story.heads, *(t for _, t in story.blocks)]))
                continue
            self.stories[name] = story
            put = lambda kind, lines, n=0: lines and self.pieces.append(Piece(kind, name, lines, n))
            if self.tags and story.kind == "article":
                self.furniture.append(self.tags[0])
                put("tag", [self.tags.pop(0)])
            onward = story.jump.startswith(("（下转", "Continued on"))
            if story.jump:
                self.furniture.append(story.jump)
                put("jump", [] if onward else [story.jump])
            put("kicker", [story.kicker] if story.kicker else [])
            put("upright" if upright else "head", list(story.heads))
            put("deck", [story.deck] if story.deck else [])
            put("by", [story.by] if story.by else [])
            put("role", [story.role] if story.role and story.lang == "en" and story.by else [])
            lines = column.printed(story, self.width)
            count = columns or max(1, round(len(lines) / self.depth))
            for n, part in enumerate(column.even(lines, count)):
                put("column", part, n)
                if n == caption_after or (n == 0 and count == 1):
                    put("caption", story.captions)
                    put("credit", story.credits)
            put("jump", [story.jump] if onward else [])
        return self

    def goes_on(self, name, page, headline):
        self.onward[name] = {"page": page, "headline": headline}
        return self

    def at(self, name, kind="column", number=0):
        found = [i for i, p in enumerate(self.pieces) if (p.story, p.kind, p.number) == (name, kind, number)]
        if not found:
            raise SystemExit(f"{self.slug}: {name} has no {kind} {number}; it has {len(self.columns_of(name))} columns")
        return found[0]

    def first(self, name):
        return next(i for i, p in enumerate(self.pieces) if p.story == name)

    def columns_of(self, name):
        return [p for p in self.pieces if p.story == name and p.kind == "column"]

    # Putting out of order.

    def before(self, name, count=1):
        """The story's last `count` columns come before its head."""
        moved = self.columns_of(name)[-count:]
        if not 0 < count < len(self.columns_of(name)):
            raise SystemExit(f"{self.slug}: {name} has {len(self.columns_of(name))} columns")
        rest = [p for p in self.pieces if p not in moved]
        at = next(i for i, p in enumerate(rest) if p.story == name)
        self.pieces = rest[:at] + moved + rest[at:]
        return self

    def swap(self, name, number=0):
        """Columns `number` and `number` + 1 change places."""
        a, b = self.at(name, number=number), self.at(name, number=number + 1)
        self.pieces[a], self.pieces[b] = self.pieces[b], self.pieces[a]
        return self

    def stray(self, name, number, other, after=0):
        """A column stands among a neighbour's columns."""
        piece = self.pieces.pop(self.at(name, number=number))
        self.pieces.insert(self.at(other, number=after) + 1, piece)
        return self

    def caption_into(self, name, other, after=0):
        """A story's caption and credit stand in the middle of another's text."""
        moved = [p for p in self.pieces if p.story == name and p.kind in ("caption", "credit")]
        self.pieces = [p for p in self.pieces if p not in moved]
        at = self.at(other, number=after) + 1
        self.pieces[at:at] = moved
        return self

    def twice(self, name, after, speaker=None, part=.7):
        """A passage of the story stands again after its column `after`, cut short, with `speaker` under another's name."""
        blocks = sorted((t.replace(column.CUT, "") for k, t in self.stories[name].texts()[1:] if k == "paragraph"), key=len)
        quotes = [q for t in blocks for q in re.findall(r"“([^“”]{36,})”", t)]
        if speaker and quotes:
            text = max(quotes, key=len)
            text = f"{speaker}{' said, ' if self.told[name].lang == 'en' else '表示，'}“{text[:round(len(text) * part)]}"
        else:
            text = blocks[-1][:round(len(blocks[-1]) * part)]
        text = text.rstrip()
        self.duplicates.append(text)
        self.pieces.insert(self.at(name, number=after) + 1, Piece("twice", name, [text]))
        return self

    def rows(self, one, two, beside=False):
        """Two stories, heads and all, read row by row; `beside`: both halves in one line."""
        halves = []
        for name in (one, two):
            mine = [p for p in self.pieces if p.story == name]
            halves.append([s for p in mine for s in p.strings()])
        at = self.first(one)
        self.pieces = [p for p in self.pieces if p.story not in (one, two)]
        self.pieces.insert(at, Piece("raw", None, dump.alternate(*halves, beside=beside, width=self.width)))
        return self

    def interleave(self, name, number=0):
        """Two columns of one story read row by row."""
        a, b = self.at(name, number=number), self.at(name, number=number + 1)
        merged = dump.alternate(self.pieces[a].strings(), self.pieces[b].strings())
        self.pieces[a] = Piece("raw", name, merged)
        del self.pieces[b]
        return self

    def first_lines(self, name, rows=1, behind=False):
        """The first lines of the story's columns, `rows` of them, each row as one line below the head; `behind`: its
        columns stand before both."""
        columns = self.columns_of(name)
        head = self.pieces[[i for i, p in enumerate(self.pieces) if p.story == name and p.kind in ("head", "by")][-1]]
        for _ in range(rows):
            head.lines = [*head.lines, " ".join(column.lines.pop(0).text for column in columns)]
        if behind:
            mine = [p for p in self.pieces if p.story == name and p.kind in ("kicker", "head", "deck", "by")]
            self.pieces = [p for p in self.pieces if p not in mine]
            at = self.pieces.index(columns[-1]) + 1
            self.pieces[at:at] = mine
        return self

    def weave(self, *names, narrow=12, below=None):
        """The heads of the stories stand side by side, in lines of so many cells, and are printed a line of this and a line of
        that. With `below`, whose columns begin level with the third of them, what is left of the heads stands at the ends
        of those columns' rows."""
        heads = []
        for name in names:
            mine = [p for p in self.pieces if p.story == name and p.kind in ("kicker", "head", "deck")]
            heads.append([line for p in mine for text in p.strings() for line in dump.wrapped(text, narrow)])
            at = self.pieces.index(mine[0])
            self.pieces = [p for p in self.pieces if p not in mine]
        columns = self.columns_of(below) if below else []
        at = self.pieces.index(columns[0]) if below else at
        out = []
        for row in range(max(map(len, heads))):
            parts = [h[row] for h in heads if row < len(h)]
            if below and row > 1:
                out.append(" ".join([*(column.lines.pop(0).text for column in columns), *parts]))
            else:
                out += [" ".join(parts)] if row % 2 else parts
        self.pieces.insert(at, Piece("raw", None, out))
        return self

    def strips(self):
        """The page's columns one after another, each from its top to its foot, over the feet of stories."""
        self.pieces.sort(key=lambda p: p.number if p.kind == "column" else 0)
        return self

    def heads_together(self, last=False, narrow=18):
        """The heads of all stories, in lines of so many cells, stand in a row before their texts; `last`: behind them. No blank
        line parts every other one from the next."""
        rows = []
        for name in self.stories:
            mine = [p for p in self.pieces if p.story == name and p.kind in ("kicker", "head", "deck")]
            rows.append([line for p in mine for text in p.strings() for line in dump.wrapped(text, narrow)])
            self.pieces = [p for p in self.pieces if p not in mine]
        heads = [Piece("raw", None, sum(rows[k:k + 2], [])) for k in range(0, len(rows), 2)]
        texts = [p for p in self.pieces if p.story]
        rest = [p for p in self.pieces if not p.story]
        self.pieces = [*rest, *texts, *heads] if last else [*rest, *heads, *texts]
        return self

    def beside(self, name, number=0, at=2, narrow=20):
        """The story's caption stands beside the text of its column `number`, in lines of so many cells: a line of it before one of
        the text in one line, the others and the credit among the next."""
        notes = [s for p in self.pieces if p.story == name and p.kind == "caption" for s in dump.wrapped(p.lines[0], narrow)]
        notes += [s for p in self.pieces if p.story == name and p.kind == "credit" for s in p.strings()]
        self.pieces = [p for p in self.pieces if not (p.story == name and p.kind in ("caption", "credit"))]
        piece = self.pieces[self.at(name, number=number)]
        lines = piece.strings()
        out = [*lines[:at], f"{notes[0]} {lines[at]}"]
        for k, line in enumerate(lines[at + 1:]):
            out += [*notes[1 + k:2 + k], line]
        piece.kind, piece.lines = "raw", out
        return self

    def turns(self, *names, bare=False):
        """The stories' columns stand side by side, none level with the next: one line of each a turn, every line by itself, or
        `bare` of blank lines. Each story's head begins as many rows further down as the stories before it are many."""
        columns = []
        for n, name in enumerate(names):
            mine = [p for p in self.pieces if p.story == name]
            lead = [s for p in mine if p.kind in ("tag", "kicker", "head", "deck", "by") for s in p.strings()]
            notes = [s for p in mine if p.kind in ("caption", "credit") for s in dump.wrapped(p.lines[0], self.width)]
            own = [p.strings() for p in mine if p.kind == "column"]
            own[-1] += notes
            for k, lines in enumerate(own):
                columns.append([[]] * n + ([lead] if k == 0 else [[]]) + [[line] for line in lines])
        at = self.first(names[0])
        self.pieces = [p for p in self.pieces if p.story not in names]
        out = []
        for row in range(max(map(len, columns))):
            for lines in (c[row] for c in columns if row < len(c)):
                out += [*lines, *([] if bare else [""])] if lines else []
        self.pieces.insert(at, Piece("raw", None, out if bare else out[:-1]))
        return self

    # Writing.

    def done(self, text, noise=0.0, drop=0.0, radicals=False):
        if self.half:
            text = text.translate(dump.HALF)
        if noise:
            text = dump.misread(text, self.random, noise)
        if drop:
            text = dump.lose(text, self.random, drop)
        if radicals:
            text = text.translate(dump.RADICALS)
        truth = [s.truth() for s in self.stories.values()]
        for name, page in self.onward.items():
            truth[list(self.stories).index(name)]["continues"] = page
        return self.slug, text, truth, self.furniture, self.duplicates, None

    def flow(self, hard=False, **faults):
        return self.done(dump.flowing(self, hard), **faults)

    def markdown(self, **faults):
        return self.done(dump.markdown(self), **faults)

    def lines(self, spaced=False, gaps=True, frame=False, **faults):
        return self.done(dump.lines(self, spaced, gaps, frame), **faults)

    def run_on(self, **faults):
        return self.done(dump.run_on(self), **faults)

    def grid(self, bands, gap=3, level=True, **faults):
        return self.done(dump.grid(self, bands, gap, level), **faults)
