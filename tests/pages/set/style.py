"""Where a page sets its reporters' names, and how."""

LEADS = {
    "zh": ["本报讯（记者 {a}）", "本报讯（记者{a}）", "【本报讯】（记者 {a}）", "本报望川1月6日电（记者 {a}）", "本报讯（见习记者 {a}）"],
    "zh-Hant": ["【記者{a}／北門報導】", "〔記者{a}／雲嶺報導〕"],
}
ABOVE = {
    "zh": ["{m}本报记者 {all}", "{m}记者 {all}", "{m}{all}"],
    "zh-Hant": ["{m}記者{all}／報導", "{m}文／{all}"],
    "ja": ["{all}"],
}
SIGNS = {"zh": [(" ", "{all}"), ("　　", "{all}"), ("", "（{all}）"), ("\n", "（{all}）")],
         "zh-Hant": [("", "（{all}）")], "ja": [("", "({all})"), ("\n", "({all})")]}
SHOT = [(" ", "{a}/摄"), (" ", "{a} 摄"), ("", "（{a} 摄）")]
ENGLISH = ["By {a}", "BY {A}", "by {a}", "By {a}, {r}"]


def dress(story, rng, place, mark="", form=None):
    """A copy of the story with its names above it, in its lead or at its end; `form` picks one of the forms above."""
    s = story.copy()
    names = s.reporters()
    if not names:
        return s
    s.names = (" " if s.lang.startswith("zh") else ", ").join(names)
    s.by = s.lead = s.sign = ""
    pick = lambda forms: forms[form % len(forms) if form is not None else rng.randrange(len(forms))]
    words = {"a": names[0], "A": names[0].upper(), "all": " ".join(names), "m": mark, "r": s.role or "Staff Writer"}
    if s.kind == "photo":
        s.sign_gap, s.sign = (lambda f: (f[0], f[1].format(**words)))(pick(SHOT))
        return s
    if s.lang == "en":
        s.by = pick(ENGLISH).format(**words)
        if s.by.endswith(words["r"]):
            s.role = ""
        if s.by == s.by.upper() or "BY " in s.by:
            s.names = words["A"]
        return s
    if place == "lead" and len(names) == 1 and s.lang in LEADS:
        s.lead = pick(LEADS[s.lang]).format(**words)
    elif place == "above" or (place == "lead" and s.lang in LEADS):
        s.by = pick(ABOVE[s.lang]).format(**words)
    else:
        s.sign_gap, s.sign = (lambda f: (f[0], f[1].format(**words)))(pick(SIGNS[s.lang]))
        if s.lang == "zh" and len(s.blocks) > 1 and rng.random() < .6:
            s.lead = "本报讯"
    return s
