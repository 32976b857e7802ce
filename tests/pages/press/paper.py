"""One page: draws how it looks, divides it, sets its stories, and puts what was set into the order of the file."""
import plan
import style
import told
from dump import HALF, RADICALS
from pdf import Sheet
from setting import Setting

SECTIONS = ["要闻", "综合", "经济", "社会", "民生", "科技", "文化", "国际", "教育", "生态", "体育", "园区", "副刊"]
PAPERS = ["望川日报", "云麓晚报", "临川高新报", "北岸时报", "澄江商报"]
DAYS = "一二三四五六日"
ORDERS = {"stories": 4, "columns": 3, "heads": 2, "texts": 1, "shuffled": 1.5, "pieces": .7}


class Look:
    """What holds for the whole page. Everything is drawn here, from the ranges that stand here."""

    def __init__(self, rng):
        self.columns = rng.choice([4, 5, 5, 6, 6, 7, 8])
        self.measure = rng.uniform(11, 20 if self.columns < 7 else 14)  # in signs
        self.size = rng.uniform(8, 10.5)
        self.lead = self.size * rng.uniform(1.3, 1.7)
        self.gutter = self.size * rng.uniform(1, 2.4)
        self.rows = rng.randrange(64, 116)
        self.stories = rng.randrange(5, 15)
        self.cut_corners = rng.choice([0, .25, .5])
        self.boxes = rng.choice([0, .2, .45])      # share of plots set in columns of their own
        self.framed = rng.random() < .5
        self.pictures = rng.choice([.15, .35, .55])
        self.photo = rng.choice([0, .08, .2])       # share of plots that hold a picture and its text
        self.photo_label = rng.choice(["", "", "图片新闻", "图片报道"])
        self.forms = ["over", "some", "beside", "upright"]
        self.form_odds = rng.choice([[1, 0, 0, 0], [6, 2, 1, 0], [4, 2, 2, 2]])
        self.even = rng.random() < .55
        self.unlevel = rng.choice([0, 0, .4, 1])
        self.indent = rng.choice(["shift", "shift", "shift", "spaces", "none"])
        self.justify = rng.random() < .75
        self.half = HALF
        self.half_share = rng.choice([0, 0, 0, .3, 1])
        self.radicals = rng.random() < .35
        self.subhead_middle = rng.random() < .5
        self.body = rng.choice(["serif", "serif", "serif", "sans"])
        self.head_face = rng.choice(["sans-bold", "serif-bold"])
        self.small_face = rng.choice(["sans", "serif"])
        self.caption_face, self.caption_size = rng.choice(["sans", "serif"]), rng.uniform(.82, 1)
        self.by_places = rng.choice([["lead"], ["above"], ["sign"], ["lead", "above"], ["lead", "above", "sign", "none"]])
        self.by_in_head = rng.random() < .6
        self.mark = rng.choice(["", "", "▶ ", "■ ", "□", "●", "◎ ", "▶"])
        self.order = rng.choices(list(ORDERS), ORDERS.values())[0]
        self.kickers = rng.choice([.2, .5, .8])


def helper(story, rng):
    """Gives some bylines a correspondent as the second name."""
    names = story.reporters()
    if len(names) == 2 and story.by and "记者" in story.by and rng.random() < .6:
        story.by = story.by.replace(" ".join(names), f"{names[0]} {rng.choice(['通讯员', '特约通讯员'])} {names[1]}")


class Page:
    def __init__(self, look):
        self.look, self.articles, self.furniture, self.puts, self.boxes = look, [], [], [], []
        self.about = {k: v for k, v in vars(look).items() if isinstance(v, (str, int, float, list)) and k != "half"}


def dressed(page, stories, subheads, rng, area, number, used):
    look = page.look
    for _ in range(60):
        ready = rng.choice(stories)
        if id(ready) not in used and area * .9 <= sum(len(t) for _, t in ready[1]) <= area * 2 + 200:
            break
    used.add(id(ready))
    s = told.story(f"{number}", ready, rng, subheads)
    s.half = rng.random() < look.half_share
    s.kicker, s.head, s.deck = "", s.headings[0], ""
    if len(s.headings) > 1:
        above = rng.random() < .5 and not s.headings[1].startswith("—")
        s.kicker, s.head = s.headings[:2] if above else ("", s.headings[0])
        s.deck = s.headings[-1] if s.head != s.headings[-1] else ""
    elif rng.random() < look.kickers * .4 and " " in s.head:
        s.kicker, s.head = s.head.split(" ", 1)
    place = rng.choice(look.by_places)
    if place == "none":
        s.names = ""
    s.heads = [s.head]
    s = style.dress(s, rng, place, look.mark)
    helper(s, rng)
    if rng.random() < look.pictures and area > 300:
        caption = told.caption_of(s, rng)
        if caption:
            s.captions = [caption]
            who = told.name(rng)
            s.credits = [rng.choice([f"{who} 摄", f"{who}摄", f"{who}/摄", f"本报记者 {who} 摄", f"（{who} 摄）", "图片来源：高新区管委会"])] if rng.random() < .8 else []
    if rng.random() < .05:
        s.jump = f"（下转第{rng.randrange(2, 9)}版）"
    elif rng.random() < .02:
        s.jump = "（上接第1版）"
    return s


def photo(page, stories, rng, number):
    for _ in range(200):
        texts = [t for k, t in rng.choice(stories)[1] if k == "paragraph" and 60 <= len(t) <= 180]
        if texts:
            break
    s = told.story(f"{number}", (["photo"], [("paragraph", rng.choice(texts))]), rng, [""])
    s.kind, s.half = "photo", False
    s.names = s.names.split()[0]
    s.head, s.heads = page.look.photo_label, [page.look.photo_label] if page.look.photo_label else []
    s = style.dress(s, rng, "sign")
    return s


def place(page, plot, stories, subheads, faces, rng, number, used, edge):
    """Sets a story into the plot; the best of some that fill it, or nothing."""
    look = page.look
    step = look.measure * look.size + look.gutter
    column_rows = look.lead
    top = edge + plot.top * column_rows
    x, width = edge + plot.left * step, plot.columns() * step - look.gutter
    ends = [edge + end * column_rows - look.lead * 1.2 for end in plot.ends]
    level = len(set(ends)) == 1
    boxed = level and plot.columns() >= 2 and rng.random() < look.boxes
    small = level and rng.random() < .15
    for _ in range(10):
        setting = Setting(look, faces, rng, number)
        count, inset = plot.columns(), 0
        if boxed:
            count = max(1, rng.choice([count - 1, count - 1, (count + 1) // 2, count + 1]))
            inset = look.size * .8 if look.framed else 0
            setting.size, setting.lead = look.size * 1.05, look.lead * rng.choice([1, 1.1])
        elif small:
            setting.size, setting.lead = look.size * .92, look.lead * .92
        if width / count < look.size * 9:
            count = max(1, count - 1)
        picture = rng.random() < look.photo and plot.area() < 120
        area = sum((e - top) for e in ends) / setting.lead * look.measure * .8
        s = photo(page, stories, rng, number) if picture else dressed(page, stories, subheads, rng, area, number, used)
        start = rng.uniform(0, look.unlevel) * look.lead
        fine = setting.set(s, x + inset, top + start + inset, width - 2 * inset, count, look.gutter, [e - inset for e in ends] if count == plot.columns() else [min(ends) - inset], plot.top == 0 and plot.columns() > 2)
        if fine:
            if inset:
                setting.boxes.insert(0, (x, top + start, width, min(ends) - top - start + inset * .5, False))
            page.puts += setting.puts
            page.boxes += setting.boxes
            page.articles.append(s.truth())
            if s.jump:
                page.furniture.append(s.jump)
            return


def folio(page, faces, rng, width, edge, bottom):
    look, n = page.look, rng.randrange(1, 25)
    number = rng.choice([f"{n}", f"{n:02d}版", f"第{n}版", f"A{n}", f"{n}版"])
    year, month, day = rng.randrange(2019, 2032), rng.randrange(1, 13), rng.randrange(1, 29)
    gap = rng.choice([" ", "  "])
    date = f"{year}年{month}月{day}日{gap}星期{rng.choice(DAYS)}"
    words = [number, date, rng.choice(SECTIONS)]
    rng.shuffle(words)
    if rng.random() < .5:
        words.insert(rng.randrange(4), rng.choice(PAPERS))
    if rng.random() < .25:
        words = [" ".join(words)]
    people = [f"责任编辑：{told.name(rng)}", f"美编：{told.name(rng)}", f"校对：{told.name(rng)}", f"电话：0{rng.randrange(10, 99)}-{rng.randrange(10**7, 10**8 - 1)}",
              f"邮箱：news{rng.randrange(100)}@example.com"]
    people = people[:rng.choice([0, 0, 2, 3, 5])]
    setting = Setting(look, faces, rng, -1)
    setting.story = type("Plain", (), {"half": False})
    at_top = rng.random() < .3
    for row in (words + people, people):
        while people and sum(setting.wide("sans", 9, t) + 9 for t in row) > width:
            row.pop()
            people = people[:-1]
    for y, row in ((edge - look.lead * 1.2, words + people if at_top else words), (bottom + look.lead, [] if at_top else people)):
        taken = [setting.wide("sans", 9, t) for t in row]
        room = (width - sum(taken)) / max(1, len(row) - 1)
        x = edge
        for t, w in zip(row, taken):
            setting.line("sans", 9, x, y, t, "top")
            x += w + max(9, min(room, 200 if at_top else room))
    page.furniture += words + people
    return setting.puts


def in_order(puts, look, rng, edge, step):
    kinds = lambda put: put.piece[1] if isinstance(put.piece[1], str) else put.piece[1][0]
    if look.order == "columns":
        heads = {}
        for p in puts:
            heads.setdefault(p.piece, (int((p.x - edge + 1) / step), p.y))
        return sorted(puts, key=lambda p: heads[p.piece])
    if look.order == "heads":
        return sorted(puts, key=lambda p: (kinds(p) != "head", p.piece[0]))
    if look.order == "texts":
        return sorted(puts, key=lambda p: ({"text": 0, "head": 1, "caption": 2}[kinds(p)], p.piece[0]))
    pieces = {}
    for p in puts:
        pieces.setdefault(p.piece[0] if look.order == "shuffled" else p.piece, []).append(p)
    groups = list(pieces.values())
    if look.order in ("shuffled", "pieces"):
        rng.shuffle(groups)
    return [p for group in groups for p in group]


def page(stories, faces, rng):
    look = Look(rng)
    made = Page(look)
    edge = 42
    step = look.measure * look.size + look.gutter
    width, bottom = look.columns * step - look.gutter, edge + look.rows * look.lead
    subheads = [ready[0][0] for ready in rng.sample(stories, 200) if 5 <= len(ready[0][0]) <= 12] or ["新的一页"]
    used = set()
    plots = plan.plots(look.columns, look.rows, look.stories, rng, look.cut_corners)
    for number, plot in enumerate(sorted(plots, key=lambda p: (p.top, p.left))):
        place(made, plot, stories, subheads, faces, rng, number, used, edge)
    puts = in_order(made.puts, look, rng, edge, step)
    furniture = folio(made, faces, rng, width, edge, bottom)
    puts = furniture + puts if rng.random() < .75 else puts + furniture
    made.sheet = Sheet(width + 2 * edge, bottom + edge)
    made.sheet.lines = [(p.face, p.size, p.x, p.y, p.text, p.room) for p in puts]
    made.sheet.boxes = made.boxes
    made.unicode_of = {chr(a): b for a, b in RADICALS.items()} if look.radicals else {}
    return made
