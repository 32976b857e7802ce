"""How a page is divided: rectangles, and rectangles with a corner cut out, in columns of the page."""


class Plot:
    """Columns `left` up to `right`, rows `top` up to `bottom`; `ends` gives each column's last row, so that a corner may be cut out."""

    def __init__(self, left, right, top, bottom):
        self.left, self.right, self.top, self.bottom = left, right, top, bottom
        self.ends = [bottom] * (right - left)
        self.whole = False  # is not divided further

    def columns(self):
        return self.right - self.left

    def rows(self):
        return self.bottom - self.top

    def area(self):
        return sum(end - self.top for end in self.ends)


def divide(plot, rng, cut_corners):
    """Two plots out of one, or None."""
    across = plot.columns() == 1 or (plot.rows() >= 40 and rng.random() < (.7 if plot.rows() > 60 else .5))
    if across and plot.rows() >= 40:
        at = plot.top + rng.randrange(18, plot.rows() - 17)
        one, two = Plot(plot.left, plot.right, plot.top, at), Plot(plot.left, plot.right, at, plot.bottom)
        if plot.columns() >= 3 and rng.random() < cut_corners:
            # The upper story goes down beside the lower one.
            deep = rng.randrange(1, plot.columns())
            one = Plot(plot.left, plot.right, plot.top, plot.bottom)
            one.whole = True
            if rng.random() < .5:
                one.ends[:plot.columns() - deep] = [at] * (plot.columns() - deep)
                two = Plot(plot.left, plot.right - deep, at, plot.bottom)
            else:
                one.ends[deep:] = [at] * (plot.columns() - deep)
                two = Plot(plot.left + deep, plot.right, at, plot.bottom)
        return one, two
    if plot.columns() == 1 or plot.rows() < 14:
        return None
    at = plot.left + rng.randrange(1, plot.columns())
    return Plot(plot.left, at, plot.top, plot.bottom), Plot(at, plot.right, plot.top, plot.bottom)


def plots(columns, rows, stories, rng, cut_corners):
    found = [Plot(0, columns, 0, rows)]
    for _ in range(stories * 4):
        open_ones = [p for p in found if not p.whole and p.area() > 60]
        if len(found) >= stories or not open_ones:
            break
        plot = rng.choices(open_ones, [p.area() ** 1.5 for p in open_ones])[0]
        parts = divide(plot, rng, cut_corners)
        if parts:
            at = found.index(plot)
            found[at:at + 1] = parts
    return found
