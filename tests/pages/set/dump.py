"""Writes the pieces of a page as a tool would have dumped them."""

HALF = str.maketrans("，；：？！（）", ",;:?!()")


def paragraphs(column, hard=False):
    """A column's lines as running paragraphs; `hard` keeps the printed line breaks."""
    out = []
    for line in column:
        if not out or line.starts:
            out.append("")
        out[-1] += line.text
        if hard:
            out[-1] += "\n"
        elif line is not column[-1] and not line.ends:
            out[-1] = out[-1][:-1] if line.hyphen else out[-1] + line.glue
    return [p.rstrip("\n") for p in out]


def flowing(pieces, half=True, hard=False):
    """As a vision model prints: paragraphs parted by a blank line, a column's end cutting one in two."""
    out = []
    for piece in pieces:
        out += piece if isinstance(piece, list) and all(isinstance(p, str) for p in piece) else paragraphs(piece, hard)
    text = "\n\n".join(out) + "\n"
    return text.translate(HALF) if half else text
