"""Stories out of a folder of articles that is not in the repository, made ready to be set; their names are invented."""
import json
import re

from stories import Story

FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉鑫宇博凯健俊帆雪倩婷玉兰志海云峰斌梅琳晨阳思雨佳欣怡然子涵若溪安宁一鸣远航知秋书言清和景行望舒"
LEAD = re.compile(r"^(?:【[^】]{0,14}】|[（(][^（）()]{0,24}记者[^（）()]*[）)]|(?:本报|新华社|中新社|人民网|中新网|新华网|环球网|央视网)[^。，；]{0,22}?[电讯]|本报讯|[（(][^（）()]{2,14}[）)]|[\s　]+)+")
TAIL = re.compile(r"(?:[\s　]*[（(][^（）()]{1,14}[）)])+$")
BAD = re.compile(r"记者|通讯员|编辑|摄[）)\s　/]|摄$|https?:|www\.|原文|下转|上接|版[）)]|■|●|▲|◆|责编")
STOP = "。！？…”）:：;；"


def name(rng):
    return rng.choice(FAMILY) + "".join(rng.choice(GIVEN) for _ in range(rng.choice([1, 2, 2, 2])))


def clean(row, known):
    """(heads, blocks) of an article that can be set, or None."""
    heads = [re.sub(r"[\s　]+", " ", h).strip() for h in row["heads"]]
    heads = [re.sub(r"^[【（(][^】）)]*[】）)]|[（(][^（）()]*[）)]$", "", h).strip() for h in heads]
    if not 1 <= len(heads) <= 3 or any(not 5 <= len(h) <= 40 for h in heads) or len(set(heads)) < len(heads):
        return None
    texts = [re.sub(r"[\s　]+", " ", p).strip() for p in row["paragraphs"]]
    if not texts:
        return None
    texts[0] = LEAD.sub("", texts[0])
    texts[-1] = TAIL.sub("", texts[-1])
    blocks = []
    for n, text in enumerate(filter(None, texts[:40])):
        if len(text) > 700 or BAD.search(text) or not known.issuperset(text) or text in heads:
            return None
        if len(re.findall(r"[A-Za-z]", text)) > len(text) // 4:
            return None
        short = len(text) <= 16 and text[-1] not in STOP + "，、,."
        if short and (n == 0 or (blocks and blocks[-1][0] == "subhead")):
            return None
        blocks.append(("subhead" if short else "paragraph", text))
    while blocks and blocks[-1][0] == "subhead":
        blocks.pop()
    if not blocks or sum(len(t) for _, t in blocks) < 150 or not known.issuperset("".join(heads)):
        return None
    if sum(k == "subhead" for k, _ in blocks) > len(blocks) // 3 or blocks[0][1][-1] not in STOP:
        return None
    return heads, blocks


def pool(path, known, part, parts):
    """Every `parts`th article of the file from `part` on that can be set."""
    found = []
    with open(path, encoding="utf8") as file:
        for n, line in enumerate(file):
            ready = clean(json.loads(line), known) if n % parts == part else None
            if ready:
                found.append(ready)
    return found


def story(identity, ready, rng, subheads):
    """A Story with invented names. `subheads`: short heads of other articles, one of which may part a long text."""
    heads, blocks = ready
    s = Story(identity, "zh")
    s.blocks = list(blocks)
    s.headings = list(heads)
    names = [name(rng) for _ in range(rng.choice([1, 1, 1, 2]))]
    s.names = " ".join(names)
    if len(s.blocks) > 6 and rng.random() < .35 and all(k == "paragraph" for k, _ in s.blocks):
        for at in range(len(s.blocks) - 2, 1, -rng.choice([3, 4])):
            s.blocks.insert(at, ("subhead", rng.choice(subheads)))
    return s


def caption_of(s, rng):
    """Takes a sentence out of the story's last paragraph to stand below its picture; None where there is none."""
    if len(s.blocks) < 4:
        return None
    sentences = [t for t in re.split(r"(?<=。)", s.blocks[-1][1]) if 14 <= len(t) <= 60 and not re.search(r"[“”（）()]", t)]
    if not sentences:
        return None
    s.blocks.pop()
    while s.blocks[-1][0] == "subhead":
        s.blocks.pop()
    text = rng.choice(sentences)
    return text if rng.random() < .6 else text.rstrip("。")
