"""Sets one story into its plot: head, byline, text in columns, a picture with its caption."""
import column


class Put:
    """One line of the page. `piece` is what a typesetter moves as one: a head, a column, a caption."""

    def __init__(self, face, size, x, y, text, piece, room=0.0):
        self.face, self.size, self.x, self.y, self.text, self.piece, self.room = face, size, x, y, text, piece, room


class Column:
    def __init__(self, x, top, bottom):
        self.x, self.top, self.bottom, self.gap = x, top, bottom, None  # gap: (from, to) which a picture takes

    def runs(self, bottom):
        bottom = min(self.bottom, bottom)
        if self.gap is None or self.gap[0] >= bottom:
            return [(self.top, bottom)]
        return [(self.top, self.gap[0]), (self.gap[1], bottom)]


class Setting:
    def __init__(self, look, faces, rng, number):
        self.look, self.faces, self.rng, self.number = look, faces, rng, number
        self.puts, self.boxes, self.columns = [], [], []
        self.size, self.lead = look.size, look.lead
        self.body = look.body

    def wide(self, face, size, text):
        return self.faces[face].width(text) * size

    def line(self, face, size, x, y, text, piece, room=0.0):
        text = text.translate(self.look.half) if self.story.half else text
        self.faces[face].used.update(text)
        self.puts.append(Put(face, size, x, y, text, (self.number, piece), room))

    def wrapped(self, face, size, text, width, indent=0.0):
        measure = lambda unit: self.faces[face].width(unit)
        return [t.strip() or t for t, _ in column.set_hanzi(text, width / size, indent, measure)]

    # Heads.

    def in_lines(self, text, count):
        """A head in `count` lines of like length, parted at a space where one is near."""
        lines, rest = [], text
        for left in range(count, 1, -1):
            at = len(rest) / left
            spaces = [i for i, c in enumerate(rest) if c == " " and abs(i - at) <= 3]
            cut = min(spaces, key=lambda i: abs(i - at)) if spaces else round(at)
            while 0 < cut < len(rest) and (rest[cut] in column.NO_START or rest[cut - 1] in column.NO_END):
                cut += 1
            lines.append(rest[:cut].strip())
            rest = rest[cut:]
        return [t for t in [*lines, rest.strip()] if t]

    def fitted(self, face, text, width, size, most=3):
        """The head's lines and its size: the more lines, the larger."""
        for count in range(self.rng.choice([1, 1, 2]) if len(text) > 8 else 1, most + 1):
            lines = self.in_lines(text, count)
            fits = min(size, width / max(self.faces[face].width(t) for t in lines))
            if fits >= size * .75 or count == most:
                return lines, fits
        return [text], size

    def set_head(self, x, width, y, size, align, head_face, small_face):
        """Sets the heads from `y` on; returns where they end."""
        s = self.story
        small = max(self.size * 1.1, min(size * .55, 14))
        for part, text in (("kicker", s.kicker), ("head", s.head), ("deck", s.deck)):
            if not text:
                continue
            face, wanted = (head_face, size) if part == "head" else (small_face, small)
            lines, fits = self.fitted(face, text, width, wanted, 3 if part == "head" else 2)
            if part == "head":
                s.heads = lines
            for t in lines:
                y += fits * 1.25
                room = width - self.wide(face, fits, t)
                self.line(face, fits, x + (room / 2 if align == "middle" else 0), y, t, "head")
            y += fits * .3
        if s.by and self.by_place == "head":
            y += self.lead
            room = width - self.wide(self.body, self.size, s.by)
            self.line(self.body, self.size, x + max(0, room / 2 if align == "middle" else 0), y, s.by, "head")
        return y + self.lead * .4

    def set_upright(self, x, y, depth, size, head_face, small_face, right):
        """Sets the heads top to bottom, their lines from the right; returns the width that they take."""
        s = self.story
        most = max(4, int(depth / (size * 1.15)))
        count = min(3, -(-len(s.head) // most))
        s.heads = self.in_lines(s.head, count)
        small = max(self.size * 1.15, size * .6)
        rows = [(small_face, small, s.kicker)] * bool(s.kicker) + [(head_face, size, t) for t in s.heads] + [(small_face, small, s.deck)] * bool(s.deck)
        width = sum(z * 1.5 for _, z, _ in rows)
        at = x + (0 if right is None else right - width) + width
        for face, z, text in rows:
            at -= z * 1.5
            step = min(z * 1.15, depth / max(len(text), 1))
            down = y
            for c in text:
                down += step
                if c != " ":
                    self.line(face, min(z, step), at + z * .25, down, c, "head")
        return width

    # Text.

    def text_lines(self, width):
        """(face, text, x within the column, room, closes its block)"""
        out, s, rng = [], self.story, self.rng
        if s.by and self.by_place == "column":
            out.append((self.body, s.by, 0 if self.by_left else max(0, (width - self.wide(self.body, self.size, s.by)) / 2), 0))
        if s.jump.startswith("（上"):
            out.append((self.body, s.jump, 0, 0))
        for kind, text in s.texts(printed=True):
            if kind == "subhead":
                for t in self.wrapped("sans-bold", self.size, text, width):
                    out.append(("sans-bold", t, max(0, (width - self.wide("sans-bold", self.size, t)) / 2) if self.look.subhead_middle else self.size * 2, 0))
                continue
            if kind == "sign":
                out.append((self.body, text, max(0, width - self.wide(self.body, self.size, text)), 0))
                continue
            indent = self.look.indent
            spaces = "　　" if indent == "spaces" else ""
            dent = 2 if indent != "none" else 0
            lines = self.wrapped(self.body, self.size, text, width, dent)
            for n, t in enumerate(lines):
                shift = self.size * dent if n == 0 and not spaces else 0
                t = spaces + t if n == 0 else t
                gap = width - shift - self.wide(self.body, self.size, t)
                fill = n < len(lines) - 1 and self.look.justify and abs(gap) < self.size * 2 and len(t) > 2
                out.append((self.body, t, shift, gap / (len(t) - 1) if fill else 0))
        if s.jump.startswith("（下"):
            out.append((self.body, s.jump, max(0, width - self.wide(self.body, self.size, s.jump)), 0))
        return out

    def room(self, bottom=1e9):
        return sum(int((b - t) / self.lead + .01) for c in self.columns for t, b in c.runs(bottom) if b > t)

    def pour(self, width):
        """Drops what does not fit from the story's end; returns the share of the room that is filled."""
        s = self.story
        lines, room = self.text_lines(width), self.room()
        while len(lines) > room and len(s.blocks) > 1:
            s.blocks.pop()
            while len(s.blocks) > 1 and s.blocks[-1][0] == "subhead":
                s.blocks.pop()
            lines = self.text_lines(width)
        if len(lines) > room or not room:
            return 0
        bottom = 1e9
        if self.even:
            low, high = min(c.top for c in self.columns), max(c.bottom for c in self.columns)
            for _ in range(24):
                middle = (low + high) / 2
                low, high = (low, middle) if self.room(middle) >= len(lines) else (middle, high)
            bottom = high
        at = 0
        for n, c in enumerate(self.columns):
            for top, end in c.runs(bottom):
                for k in range(int((end - top) / self.lead + .01) if end > top else 0):
                    if at < len(lines):
                        face, text, shift, gap = lines[at]
                        self.line(face, self.size, c.x + shift, top + (k + .85) * self.lead + self.jitter[n % len(self.jitter)], text, ("text", n), gap)
                        at += 1
        return at / room

    def picture(self, x, width, top, height, caption, credit):
        """A picture of `height` and the words below it; returns where they end."""
        self.boxes.append((x, top, width, height, True))
        size, face = self.size * self.look.caption_size, self.look.caption_face
        y = top + height
        inside = credit if self.rng.random() < .5 else ""
        for t in self.wrapped(face, size, caption + (" " + inside if inside else ""), width):
            y += size * 1.35
            self.line(face, size, x, y, t, "caption")
        if credit and not inside:
            y += size * 1.35
            self.line(face, size, x + (max(0, width - self.wide(face, size, credit)) if self.rng.random() < .6 else 0), y, credit, "caption")
        return y + self.lead * .6

    def set(self, story, x, y, width, count, gutter, ends, top_story):
        """Sets the story; False where it does not fill its plot. `ends`: where each of the page's columns of the plot ends."""
        rng, look = self.rng, self.look
        self.story, self.puts, self.boxes = story, [], []
        form = rng.choices(look.forms, look.form_odds)[0]
        depth = min(ends) - y
        level = max(ends) - min(ends) < 1
        measure = lambda w, n: (w - gutter * (n - 1)) / n
        size = rng.uniform(20, 32) if top_story else rng.uniform(13, 22)
        size = max(size, self.size * 1.35)
        head_face, small_face = look.head_face, look.small_face
        self.by_place = "head" if look.by_in_head and rng.random() < .8 else "column"
        self.by_left = rng.random() < .6
        self.even = look.even and level
        self.jitter = [rng.uniform(-look.unlevel, look.unlevel) * self.lead * .3 for _ in range(count)]
        if not story.head or story.kind == "photo":
            form = "over"
        if form == "upright" and (not level or depth < 12 * self.lead or len(story.head) > 34):
            form = "over"
        if form in ("beside", "some") and (count < 3 or not level):
            form = "over"
        align = rng.choice(["middle", "middle", "left"])
        col = measure(width, count)
        tops = [y] * count
        if form == "upright":
            self.by_place = "column"
            right = rng.random() < .5
            taken = self.set_upright(x, y, min(depth, size * 1.15 * max(len(story.head), 8)), size, head_face, small_face, width if right else None)
            if taken > width * .5:
                return False
            taken += gutter * .6
            x, width = (x, width - taken) if right else (x + taken, width - taken)
            count = max(1, min(count, round(width / (col + gutter))))
            col = measure(width, count)
            tops = [y] * count
            ends = [min(ends)] * count
        elif form == "beside":
            wide_head = 1 if count < 5 else rng.choice([1, 2])
            w = wide_head * (col + gutter) - gutter
            start = len(self.puts)
            low = self.set_head(x, w, y, min(size, w / 5), "left", head_face, small_face)
            if low > y + depth:
                return False
            shift = rng.choice([0, max(0, (depth - (low - y)) / 2)])
            for p in self.puts[start:]:
                p.y += shift
            tops[:wide_head] = [1e6] * wide_head  # no text below it
        else:
            over = rng.randrange(max(1, count // 2), count) if form == "some" else count
            w = over * (col + gutter) - gutter
            low = self.set_head(x, w, y, size, align, head_face, small_face) if story.head else y
            tops[:over] = [low] * over
        if len(ends) != count:
            ends = [min(ends)] * count if count else ends
        self.columns = [Column(x + n * (col + gutter), tops[n], ends[n]) for n in range(count) if tops[n] < ends[n] - self.lead]
        if not self.columns:
            return False
        if story.kind == "photo":
            c = self.columns[0]
            lines = len(self.wrapped(self.body, self.size, story.texts(printed=True)[0][1], col, 2)) / count + 2
            high = c.bottom - c.top - lines * self.lead
            if not 4 * self.lead < high < width * 1.1:
                return False
            self.boxes.append((x, c.top, width, high, True))
            for c in self.columns:
                c.top += high + self.lead * .4
            self.even = True
            return self.pour(col) > 0
        if story.captions:
            span = rng.randrange(1, min(2, len(self.columns)) + 1)
            first = rng.randrange(0, len(self.columns) - span + 1)
            across = self.columns[first:first + span]
            low, high = max(c.top for c in across), min(c.bottom for c in across)
            tall = min((high - low) * rng.uniform(.25, .5), col * span * .8)
            if tall < 4 * self.lead:
                return False
            place = rng.choice(["top", "inside", "inside", "bottom"])
            at = {"top": low, "inside": low + (high - low - tall) * rng.uniform(.25, .6), "bottom": high - tall - self.lead * 5}[place]
            at = max(low, at)
            text, credit = story.captions[0], (story.credits or [""])[0]
            end = self.picture(across[0].x, span * (col + gutter) - gutter, at + self.lead * .3, tall, text, credit)
            if end > high + self.lead:
                return False
            for c in across:
                c.gap = (at, end)
        return self.pour(col) > (.75 if level else .8)
