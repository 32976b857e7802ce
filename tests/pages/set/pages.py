"""The pages of the set: which stories stand on each, how they are set, what went wrong in the dump. Named after what they show."""
import stories
from sheet import Sheet

ZH = {**stories.read("zh-1.txt"), **stories.read("zh-2.txt"), **stories.read("zh-3.txt"), **stories.read("jump-zh.txt"),
      **stories.read("front-zh.txt")}
EN = {**stories.read("en-1.txt", "en"), **stories.read("jump-en.txt", "en")}
HANT = stories.read("hant.txt", "zh-Hant")
JA = stories.read("ja.txt", "ja")


def columns_out_of_order():
    p = Sheet("columns-cut", ZH, width=26, depth=11, by="lead", form=0, half=True)
    p.top("2031年1月8日 星期三", "民生", "5版").add("waste", "clinic", "typhoon", "school", "lantern")
    yield p.flow()

    p = Sheet("columns-cut-2", ZH, width=32, depth=9, by="above", mark="■", form=0)
    p.top("望川晚报 2031年1月9日 星期四 文化 A6").add("dialect", "bookstore", "chess", "museum").bottom("责任编辑：闻水", "版式：乔恩")
    yield p.flow()

    p = Sheet("column-before-head", ZH, width=28, depth=10, by="lead", form=1, half=True)
    p.top("园区 2031年1月10日 星期五 第3版").add("startup", "award", "fleet", "battery", "rail").before("startup", 1).before("fleet", 2)
    yield p.flow()

    p = Sheet("column-before-head-2", ZH, width=30, depth=8, by="above", mark="▶ ", form=1)
    p.top("06版", "城事", "2031年1月11日 星期六").add("court", "strike", "elder", "tower").before("court", 2).before("tower", 1)
    yield p.flow()

    p = Sheet("columns-swapped", ZH, width=26, depth=8, by="sign", form=0, half=True)
    p.top("2031年1月12日 星期日 副刊 8").add("chess", "school", "spring", "snow").swap("school", 1).swap("spring", 1)
    yield p.flow()

    p = Sheet("columns-swapped-2", ZH, width=24, depth=10, by="mixed", mark="□ ", join="lines")
    p.top("10版", "2031年1月13日 星期一").add("metro", "rice", "glass", "waste").swap("rice", 1).swap("waste", 0)
    p.bottom("责任编辑 梅启 美编 沙平 电话 0000-5550123")
    yield p.flow()

    p = Sheet("column-strayed", ZH, width=28, depth=9, by="lead", form=0, half=True)
    p.top("园区新闻 2031年1月14日 星期二 4").add("glass", "rice", "tax", "robotcup").stray("rice", 2, "glass", 0)
    yield p.flow()

    p = Sheet("column-strayed-2", ZH, width=26, depth=10, by="sign", form=2)
    p.top("第7版 2031年1月15日 星期三").add("clinic", "elder", "tea", "bookstore", "crane").stray("bookstore", 1, "clinic", 0)
    yield p.flow()


def said_twice_and_captions():
    p = Sheet("said-twice", ZH, width=28, depth=10, by="lead", form=0, half=True)
    p.top("2031年1月16日 星期四 综合 2版").add("startup", "tidegate", "tea", columns=None)
    p.twice("startup", 1, speaker="公司另一位创始人季来").caption_into("tidegate", "startup", 0)
    yield p.flow()

    p = Sheet("said-twice-2", ZH, width=30, depth=9, by="sign", form=1)
    p.top("社会 2031年1月17日 星期五 第5版").add("court", "spring", "pool", "strike").twice("court", 0, part=.6).twice("strike", 1, part=.75)
    yield p.flow()

    p = Sheet("said-twice-before-head", ZH, width=28, depth=9, by="lead", form=1, half=True)
    p.top("科技 2031年1月18日 星期六 A3").add("glass", "elder", "inhaler", "award").before("inhaler", 2)
    p.twice("inhaler", 1, speaker="临川药谷管理处负责人")
    yield p.flow()

    p = Sheet("captions-inside", ZH, width=26, depth=12, by="above", mark="◎ ", form=0, half=True)
    p.top("2031年1月19日 星期日 07版 要闻").add("fleet", "tidegate", "timetable", "lantern", "crane")
    yield p.flow()

    p = Sheet("captions-inside-2", ZH, width=30, depth=9, by="mixed", mark="● ", join="lines")
    p.top("2031年1月20日", "民生", "6").add("waste", "bench", "nightbus", "rail")
    yield p.flow()

    p = Sheet("photo-news", ZH, width=28, depth=9, by="lead", form=2)
    p.top("影像 2031年1月21日 星期二 12版").add("crane", "tower", "rail", "metro", "lantern")
    yield p.flow()


def heads_and_marks():
    p = Sheet("heads-in-lines", ZH, width=28, depth=10, by="above", mark="▶ ", form=1, join="lines", half=True)
    p.top("2031年1月22日 星期三 第4版").add("metro", "typhoon", "licence", "chips", "digital")
    yield p.flow()

    p = Sheet("heads-in-paragraphs", ZH, width=30, depth=9, by="sign", form=0, join="paras")
    p.top("综合", "11版", "2031年1月23日 星期四").add("chips", "bench", "typhoon", "digital")
    yield p.flow()

    p = Sheet("markdown", ZH, width=30, depth=10, by="above", form=0)
    p.top("**望川晚报** | 2031年1月24日 | 第2版").add("tidegate", "clinic", "permit", "tea")
    yield p.markdown()

    p = Sheet("markdown-2", ZH, width=26, depth=11, by="lead", form=0, half=True)
    p.top("云麓高新报　2031年1月25日　A4").add("fleet", "glass", "museum", "robotcup").swap("museum", 0).before("robotcup", 1)
    yield p.markdown()

    p = Sheet("line-breaks-kept", ZH, width=26, depth=11, by="lead", form=1, half=True)
    p.top("2031年1月26日 星期日 3版 园区").add("nightbus", "award", "rice", "spring").before("nightbus", 1)
    yield p.flow(hard=True)

    p = Sheet("line-breaks-kept-2", ZH, width=34, depth=9, by="sign", form=3, join="lines")
    p.top("文化周刊 2031年1月27日 星期一 B1").add("bookstore", "snow", "chess", "dialect").swap("dialect", 1)
    yield p.flow(hard=True)

    p = Sheet("section-tags", ZH, width=28, depth=10, by="lead", form=0, tags=["【园区动态】", "【民生】", "【气象】", "【体育】"])
    p.top("2031年1月28日 星期二 第5版").add("battery", "water", "typhoon", "robotcup")
    yield p.flow()

    p = Sheet("section-tags-2", ZH, width=30, depth=8, by="sign", form=1, half=True,
              tags=["■ 高新视点", "■ 一线", "■ 人物", "■ 服务台"])
    p.top("A7 2031年1月29日").add("comment2", "permit", "tower", "pool").swap("tower", 0)
    yield p.flow()

    p = Sheet("upright-heads", ZH, width=28, depth=10, by="above", form=2)
    p.top("2031年1月30日 星期四 副刊 7").add("school", columns=3, upright=True).add("snow", "comment1").add("museum", upright=True)
    yield p.flow()

    p = Sheet("upright-heads-2", ZH, width=24, depth=12, by="sign", form=2)
    p.top("2031年1月31日", "园区", "9版").add("spring", upright=True).add("award").add("elder", upright=True).add("tax")
    yield p.lines()

    p = Sheet("box-framed", ZH, width=28, depth=11, by="lead", form=0)
    p.top("2031年2月1日 星期六 第6版").add("tidegate", "linkgate", "pool", "prices")
    yield p.lines(frame=True)

    p = Sheet("box-between-columns", ZH, width=28, depth=10, by="above", mark="▶ ", form=0, half=True)
    p.top("科技 2031年2月2日 星期日 8").add("fleet", "linkfleet", "dialect", "linkwords", "tax").stray("linkfleet", 0, "fleet", 2)
    at = p.at("linkfleet", kind="head")
    p.pieces.insert(p.at("linkfleet") - (at < p.at("linkfleet")), p.pieces.pop(at))
    yield p.flow()

    p = Sheet("tables", ZH, width=30, depth=14, by="sign", form=0)
    p.top("民生 2031年2月3日 星期一 4版").add("prices", "timetable", "water", "waste")
    yield p.flow()


def across_pages():
    p = Sheet("jump-zh", ZH, width=28, depth=10, by="above", form=0)
    p.top("望川日报 2031年2月4日 星期二 第1版").add("harbour1", "typhoon", "tax", "crane").goes_on("harbour1", "jump-zh-2", "从一座废船坞说起")
    yield p.flow()
    p = Sheet("jump-zh-2", ZH, width=28, depth=10, by="lead", form=0)
    p.top("望川日报 2031年2月4日 星期二 第3版").add("glass", "harbour2", "pool", "court").swap("court", 0)
    yield p.flow()

    p = Sheet("jump-en", EN, width=40, depth=18, by="above", form=0)
    p.top("THE RAVENSEY COURIER", "Monday, February 3, 2031", "Page 1").add("flood1", "ads1", "choir", "tide").goes_on("flood1", "jump-en-4", "Flood")
    yield p.flow()
    p = Sheet("jump-en-4", EN, width=40, depth=18, by="above", form=0)
    p.top("4 THE RAVENSEY COURIER Monday, February 3, 2031").add("bees", "flood2", "ads3", "clock")
    yield p.lines()


def other_tools():
    p = Sheet("two-stories-row-by-row", ZH, width=28, depth=60, by="lead", form=0)
    p.top("2031年2月5日 星期三", "综合", "第2版").add("battery", "pool", "strike", "museum").rows("battery", "pool")
    yield p.lines()

    p = Sheet("two-stories-row-by-row-2", ZH, width=26, depth=60, by="sign", form=0)
    p.top("2031年2月6日 园区 5").add("award", "tea", "court").rows("award", "tea", beside=True)
    yield p.lines()

    p = Sheet("columns-row-by-row", ZH, width=28, depth=12, by="lead", form=0)
    p.top("2031年2月7日 星期五", "民生", "7版").add("school", "tax", "elder").interleave("school", 0).interleave("elder", 0)
    yield p.lines()

    p = Sheet("columns-row-by-row-2", ZH, width=24, depth=14, by="above", form=1, join="lines")
    p.top("科教", "2031年2月8日 星期六", "06版").add("metro", "clinic", "startup").interleave("clinic", 0).interleave("startup", 0)
    yield p.lines(gaps=True)

    p = Sheet("first-lines-in-a-row", ZH, width=28, depth=7, by="lead", form=0)
    p.top("2031年2月15日 星期六", "民生", "6版").add("school", "elder", "clinic", "tax").first_lines("school").first_lines("clinic", behind=True)
    yield p.lines()

    p = Sheet("first-lines-in-a-row-2", ZH, width=26, depth=6, by="lead", form=1, join="lines")
    p.top("园区", "2031年2月16日 星期日", "第7版").add("metro", "battery", "startup", "glass").first_lines("metro", rows=2).first_lines("startup")
    yield p.lines()

    p = Sheet("heads-among-lines", ZH, width=28, depth=9, by="lead", form=0)
    p.top("2031年2月23日 星期日", "民生", "4版").add("school", "rice", "typhoon", "permit").weave("rice", "typhoon", "permit", below="school")
    yield p.lines()

    p = Sheet("heads-among-lines-2", ZH, width=26, depth=8, by="above", form=1, mark="■", join="lines")
    p.top("园区", "2031年2月24日 星期一", "第5版").add("metro", "tower", "battery", "glass").weave("tower", "battery", "glass", narrow=14)
    yield p.lines()

    p = Sheet("heads-first", ZH, width=28, depth=9, by="lead", form=1)
    p.top("2031年2月26日 星期三", "综合", "2版").add("school", "rice", "typhoon", "permit", "tower", "tea").heads_together()
    yield p.lines()

    p = Sheet("heads-last", ZH, width=26, depth=10, by="above", form=1, mark="■", join="lines")
    p.top("园区", "2031年2月27日 星期四", "第7版").add("metro", "clinic", "battery", "glass", "court", "chess").heads_together(last=True)
    yield p.lines()

    p = Sheet("columns-of-the-page", ZH, width=26, depth=9, by="lead", form=1)
    p.top("2031年3月2日 星期日", "综合", "3版").add("school", "fleet", "waste", "clinic", "museum").strips()
    yield p.lines()

    p = Sheet("columns-of-the-page-2", ZH, width=30, depth=8, by="sign", form=0)
    p.top("园区", "2031年3月3日 星期一", "第6版").add("glass", "startup", "elder", "tower", "rice").strips()
    yield p.lines()

    p = Sheet("captions-among-lines", ZH, width=28, depth=11, by="lead", form=0)
    p.top("2031年2月25日 星期二", "民生", "6版").add("school", "fleet", "waste", "clinic").beside("fleet").beside("waste", 1, at=3)
    yield p.lines()

    p = Sheet("every-line-spaced", ZH, width=28, depth=12, by="lead", form=0, join="lines")
    p.top("2031年2月9日 星期日", "园区", "4版").add("chips", "inhaler", "rail", "permit", "typhoon")
    yield p.lines(spaced=True, radicals=True)

    p = Sheet("every-line-spaced-2", ZH, width=32, depth=11, by="sign", form=1)
    p.top("文化 2031年2月10日 星期一 10").add("tidegate", "bookstore", "comment2").before("bookstore", 1)
    yield p.lines(spaced=True, radicals=True)

    p = Sheet("columns-by-turns", ZH, width=26, depth=13, by="lead", form=0, join="lines")
    p.top("2031年2月21日 星期五", "园区", "3版").add("water", "battery", "museum", "licence").turns("battery", "museum")
    yield p.lines()

    p = Sheet("columns-by-turns-2", ZH, width=30, depth=11, by="above", form=1, join="lines")
    p.top("民生 2031年2月22日 星期六 8").add("typhoon", "rice", "tower", "tea").turns("rice", "tower", "tea")
    yield p.lines()

    p = Sheet("columns-by-turns-bare", ZH, width=28, depth=12, by="lead", form=0, join="lines")
    p.top("2031年3月2日 星期日", "综合", "6版").add("school", "clinic", "museum").turns("school", "clinic", bare=True)
    yield p.lines(gaps=False)

    p = Sheet("layout-grid", ZH, width=28, depth=16, by="lead", form=0)
    p.top("2031年2月11日 星期二", "民生", "5版").add("school", "rice", "court", "pool", "battery")
    yield p.grid([["school", "rice"], ["court", "pool", "battery"]])

    p = Sheet("layout-grid-2", ZH, width=26, depth=14, by="above", mark="▶ ", form=0, join="lines")
    p.top("园区", "2031年2月12日 星期三", "第4版").add("fleet", "metro", "prices", "glass").bottom("责任编辑：闻水", "版式：乔恩", "电话：0000-5550123")
    yield p.grid([["fleet", "metro"], ["prices", "glass"]], gap=4)

    p = Sheet("lines-run-on", ZH, width=28, depth=8, by="lead", form=0)
    p.top("2031年3月1日 星期六", "民生", "5版").add("rice", "school", "startup", "museum", "clinic").heads_together(last=True)
    yield p.run_on()

    p = Sheet("layout-steps", ZH, width=28, depth=16, by="lead", form=0)
    p.top("2031年2月28日 星期五", "综合", "4版").add("clinic", "tea", "metro", "museum")
    yield p.grid([["clinic", "tea"], ["metro", "museum"]], gap=4, level=False)

    p = Sheet("ocr-noise", ZH, width=28, depth=12, by="lead", form=0)
    p.top("2031年2月13日 星期四   综合   3版").add("clinic", "tower", "tea", "water")
    yield p.lines(noise=.045)

    p = Sheet("ocr-noise-2", ZH, width=30, depth=12, by="sign", form=2, join="lines")
    p.top("第8版 2031年2月14日 星期五").add("dialect", "waste", "licence", "crane").before("waste", 1)
    yield p.lines(noise=.05)

    p = Sheet("letters-dropped", ZH, width=28, depth=10, by="lead", form=1, half=True)
    p.top("2031年2月15日 星期六 6版").add("digital", "elder", "startup", "robotcup").before("startup", 1)
    yield p.flow(drop=.003)

    p = Sheet("letters-dropped-2", ZH, width=28, depth=9, by="above", mark="□", form=0)
    p.top("B2 2031年2月16日").add("rice", "museum", "spring").swap("spring", 1)
    yield p.flow(drop=.004)


def other_scripts():
    p = Sheet("traditional", HANT, width=28, depth=9, by="lead", form=0)
    p.top("北門日報", "2031年2月17日 星期一", "地方 A5").add("market", "train", "bamboo", "weatherT").before("market", 1).swap("train", 0)
    yield p.flow()

    p = Sheet("traditional-2", HANT, width=26, depth=11, by="above", form=0)
    p.top("雲嶺週報 2031年2月18日 第3版").add("bamboo", "market", "weatherT", "train")
    yield p.lines()

    p = Sheet("japanese", JA, width=30, depth=9, by="sign", form=0)
    p.top("霧浜新聞 2031年(令和13年)2月19日 水曜日 地域 14").add("lighthouse", "ramen", "festivalJ").before("ramen", 1)
    yield p.flow()

    p = Sheet("two-languages", {**ZH, **EN}, width=32, depth=11, by="lead", form=0)
    p.top("CAMPUS 校园 2031年2月20日 Page 2").add("robotcup", "lab", "award", "clock", "chess").before("chess", 1)
    yield p.flow()


def english():
    p = Sheet("en-advertisements", EN, width=38, depth=16, form=0)
    p.top("2", "Ravensey Courier", "Thursday, January 23, 2031").add("mill", "ads1", "council", "ads2", "bees", "ads3", "garden")
    yield p.flow()

    p = Sheet("en-ocr", EN, width=40, depth=18, form=1)
    p.top("Page 6  THE RAVENSEY COURIER  Friday, January 24, 2031").add("lab", "ads3", "dance", "rowing", "ads2", "tide")
    yield p.lines(noise=.012)

    p = Sheet("en-hyphens", EN, width=30, depth=14, form=0)
    p.top("THE RAVENSEY COURIER", "Saturday, January 25, 2031", "B4").add("choir", "robot", "rowing", "clock").before("robot", 1)
    yield p.lines()

    p = Sheet("en-column-before-head", EN, width=36, depth=11, form=3)
    p.top("Sports and Society  January 26, 2031  Page 9").add("rowing", "garden", "dance").before("rowing", 1).before("garden", 1)
    yield p.flow()

    p = Sheet("en-said-twice", EN, width=40, depth=12, form=0)
    p.top("The Ravensey Courier, Monday, January 27, 2031, page 3").add("lab", "bees", "council", "tide").swap("lab", 0)
    p.twice("council", 0, part=.6).twice("bees", 0, speaker="A city hall porter", part=.8)
    yield p.flow()

    p = Sheet("en-row-by-row", EN, width=36, depth=60, form=0)
    p.top("Ravensey Courier", "January 28, 2031", "Page 5").add("clock", "tide", "dance", "robot").rows("clock", "tide")
    yield p.lines()

    p = Sheet("en-layout", EN, width=34, depth=20, form=0)
    p.top("THE RAVENSEY COURIER", "Wednesday, January 29, 2031", "Page 7").add("mill", "garden", "choir", "bees")
    yield p.grid([["mill", "garden"], ["choir", "bees"]], gap=4)


def all_pages():
    for maker in (columns_out_of_order, said_twice_and_captions, heads_and_marks, across_pages, other_tools, other_scripts, english):
        yield from maker()
