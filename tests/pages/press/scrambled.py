"""A page as a vision model tells it: every paragraph whole on its line, but stories cut into columns, some of them before their own
head, some swapped, some strayed into a neighbour, now and then a character lost at the cut."""

HALF = str.maketrans({"，": ",", "（": "(", "）": ")", "：": ":", "；": ";", "？": "?", "！": "!"})
BODY = ("paragraph", "subhead", "quote", "list")
LEAST = 3  # characters of a paragraph that a cut leaves on either side


def columns(blocks, rng):
    """The blocks of a story, cut where a column of 300 to 800 characters ends."""
    total = sum(len(text) for _, text in blocks)
    count = max(1, round(total / rng.uniform(300, 800)))
    cuts = sorted(rng.randint(15, max(16, total - 15)) for _ in range(count - 1))
    out, column, at = [], [], 0
    for kind, text in blocks:
        end = at + len(text)
        while cuts and cuts[0] < end:
            cut = cuts.pop(0) - at
            if kind == "subhead" or cut < LEAST or len(text) - cut < LEAST:
                if column and cut < len(text) // 2:  # between two paragraphs
                    out.append(column)
                    column = []
                continue
            left = text[:cut - 1] if rng.random() < .15 else text[:cut]
            out.append(column + [left])
            column, text, at = [], text[cut:], at + cut
        column.append(text)
        at = end
    return out + ([column] if column else [])


def story(number, article, rng):
    """Units (story, kind, lines): head, byline, columns; one time in four some columns stand before the head."""
    heads = [head.translate(HALF) for head in article["heads"]]
    units = [(number, "head", [" ".join(heads)] if rng.random() < .6 else heads)]
    blocks = [(block["kind"], block["text"].translate(HALF)) for block in article["blocks"] if block["kind"] in BODY]
    text = "".join(text for _, text in blocks)
    if article["byline"] and not any(name in text[:40] + text[-30:] for name in article["byline"]):
        mark = rng.choice(["◎ ", "□ ", "▶ ", ""]) + rng.choice(["本报记者 ", "记者 "])
        units.append((number, "byline", [mark + " ".join(article["byline"])]))
    told = [(number, "column", column) for column in columns(blocks, rng)]
    if len(told) > 2 and rng.random() < .3:
        at = rng.randrange(1, len(told) - 1)
        told[at], told[at + 1] = told[at + 1], told[at]
    early = []
    if len(told) > 1 and rng.random() < .25:
        count = rng.randint(1, min(2, len(told) - 1))
        begin = len(told) - count if rng.random() < .5 else 1
        early = told[begin:begin + count]
        del told[begin:begin + count]
    return early + units + told


def page(articles, rng):
    """(the dump, the articles that stand in it)"""
    told = [a for a in articles if a["kind"] == "article" and any(b["kind"] == "paragraph" for b in a["blocks"])]
    rng.shuffle(told)
    told = [dict(a, captions=[], credits=[], blocks=[b for b in a["blocks"] if b["kind"] in BODY]) for a in told[:rng.randint(4, 8)]]
    units = [unit for number, article in enumerate(told) for unit in story(number, article, rng)]
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        inner = [i for i in range(3, len(units) - 4) if units[i][1] == "column" and units[i - 1][:2] == units[i][:2]]
        if inner:
            at = rng.choice(inner)
            stray = units.pop(at)
            units.insert(at + rng.choice([-3, -2, 2, 3]), stray)
    return "\n\n".join(line for unit in units for line in unit[2]) + "\n", told
