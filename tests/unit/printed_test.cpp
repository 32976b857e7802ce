// Dumps that keep printed lines, each with an empty line behind it: where heads, bylines and notes begin and
// end.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "read/line_names.h"
#include "read/reader.h"

using namespace broadsheet;

namespace {

// Twelve lines of a column of sixteen hanzi.
const std::vector<std::string> kText = {
    "渡口街的旧码头昨天清晨重新开航，", "第一班渡船在六点半载着四十多位乘",
    "客过江。船工老麦说，码头停用了十", "一年，石阶上的青苔有一指厚，他们",
    "用了三个星期才把石阶一级一级刷出", "来。",
    "街道办事处在候船室里摆了两排长椅", "和一台热水炉，墙上挂着旧时的航线",
    "图。住在对岸的林老师每天过江上课", "，过去要绕行四公里，如今十五分钟",
    "就能走进教室，孩子们在岸边等着她", "一起上学。"};

const std::vector<std::string> kOther = {
    "望川小学的新楼上周封顶，十二间教", "室朝着江面。校长何嘉木带着家长看",
    "了一遍，走廊加宽了半米，雨天孩子", "也能在里面跑。图书室设在顶楼，书",
    "架是木工班的学生自己钉的。",       "老教室里的铁皮炉子不再用了，学校",
    "把它们擦干净，摆进了校史室。守门", "的老周说，以前每天要劈两筐柴，如",
    "今墙里有暖气，他反而不知道早上该", "做些什么。",
    "开学那天要栽三十棵樟树，一个班认", "领三棵。"};

const std::string kFirst = "停用十一年的旧码头重新开航\n\n■ 本报记者 何嘉木\n\n";

std::string spread(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n\n";
  return out;
}

std::vector<std::string> heads_of(const std::string& text) {
  std::vector<std::string> out;
  for (const Article& article : parse_page("page.txt", text).articles)
    out.push_back(article.kicker + "|" + article.headline + "|" + article.deck);
  return out;
}

}  // namespace

TEST_CASE("a line that is nothing but reporters ends the head above it", "[compose]") {
  const std::string text =
      kFirst + spread(kText) + "踏浪过江 结伴上学\n\n（渡口见闻）\n\n记者 林知远 沈一舟\n\n" + spread(kOther);
  const Page page = parse_page("page.txt", text);
  REQUIRE(page.articles.size() == 2);
  REQUIRE(page.articles[1].byline.size() == 2);
  CHECK(page.articles[1].byline[0].name == "林知远");
  CHECK(page.articles[1].headline.find("记者") == std::string::npos);
}

TEST_CASE("names in brackets behind a note do not run into the head below", "[compose]") {
  const std::string text =
      kFirst + spread(kText) +
      "数据来源：渡口街街道宣\n\n传科办公室 （沈一舟）\n\n对岸的学校添了新教室\n\n本报讯 " + spread(kOther);
  CHECK(heads_of(text) == std::vector<std::string>{"|停用十一年的旧码头重新开航|", "|对岸的学校添了新教室|"});
}

TEST_CASE("names in brackets behind a note sign the story above a lead, too", "[compose]") {
  const Page page =
      parse_page("page.txt", "停用十一年的旧码头重新开航\n\n" + spread(kText) +
                                 "数据来源：渡口街街道宣传科办公室 (沈一舟)\n\n本报讯 " + spread(kOther));
  REQUIRE(!page.articles.empty());
  REQUIRE(page.articles[0].byline.size() == 1);
  CHECK(page.articles[0].byline[0].name == "沈一舟");
}

TEST_CASE("a head of several wide lines over a lead is one, however long", "[compose]") {
  const std::vector<std::string> lines = {"渡口街通报旧码头候船室“十一·二一”漏雨事故处理结果和整改安排",
                                          "街道办事处对三家施工单位立案检查并要求限期返工重做屋面",
                                          "社区监督小组约谈五名工作人员"};
  const std::string head = lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n\n";
  const std::string text = kFirst + spread(kText) + "（沈一舟）\n\n" + head + "本报讯 " + spread(kOther);
  const Page page = parse_page("page.txt", text);
  REQUIRE(page.articles.size() == 2);
  const Article& second = page.articles[1];
  CHECK((second.kicker + second.headline + second.deck).find("限期返工") != std::string::npos);
  REQUIRE(page.articles[0].byline.size() == 2);
  CHECK(page.articles[0].byline[1].name == "沈一舟");
}

TEST_CASE("图为… by itself is a picture's text, what stands behind 图片来源 its credit", "[compose]") {
  const std::string text = kFirst + spread(kText) + "图为渡口街旧码头的石阶。\n\n" + spread(kOther) +
                           "对岸的渔船昨天第一次靠上新码头 图片来源：望川市档案馆\n\n";
  std::vector<std::string> captions, credits;
  for (const Article& article : parse_page("page.txt", text).articles) {
    for (const Block& block : article.blocks) {
      if (block.kind == BlockKind::kCaption) captions.push_back(block.text);
      if (block.kind == BlockKind::kCredit) credits.push_back(block.text);
    }
  }
  CHECK(captions == std::vector<std::string>{"图为渡口街旧码头的石阶。", "对岸的渔船昨天第一次靠上新码头"});
  CHECK(credits == std::vector<std::string>{"图片来源：望川市档案馆"});
}

TEST_CASE("a deck behind a dash does not run into the text", "[compose]") {
  const std::string text = "开往春天的渡船带来了对岸的新同学\n\n——访望川渡口老船工麦青\n\n“" + spread(kText);
  const Page page = parse_page("page.txt", text);
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].deck == "——访望川渡口老船工麦青");
}

TEST_CASE("a mail address below the folio is furniture, one below a notice is text", "[compose]") {
  const std::string text = "望川晚报 民生 12 2031.2.6 星期四\n\n邮箱：desk@example.com\n\n" + kFirst +
                           spread(kText) + "电子邮箱：ferry@example.com\n";
  const Page page = parse_page("page.txt", text);
  REQUIRE(page.furniture.size() == 2);
  CHECK(page.furniture[0].kind == "date");
  CHECK(page.furniture[1].kind == "telephone");
}

TEST_CASE("names on a printed line of their own are told from text") {
  CHECK(names_reporters("本报记者 林知远 通讯员 夏雨 文/图"));
  CHECK(names_reporters("▶ 记者 林知远"));
  CHECK_FALSE(names_reporters("林知远 夏雨"));
  CHECK_FALSE(names_reporters("记者 近日在渡口街看到"));
  CHECK_FALSE(names_reporters("记者"));
  CHECK(names_photographer("林知远 摄"));
  CHECK(names_photographer("本报记者 夏雨/摄"));
  CHECK_FALSE(names_photographer("他负责拍摄"));
  CHECK_FALSE(names_photographer("渡口街的 摄"[0] == 0 ? "" : "三个月里在渡口街 摄"));
}

TEST_CASE("a picture's words in lines right above its credit are one caption, a head above them is none",
          "[compose]") {
  auto lines = [](const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& line : all) out += line + "\n";
    return out + "\n";
  };
  auto captions = [&](const std::vector<std::string>& picture) {
    std::vector<std::string> out;
    for (const Article& article :
         parse_page("page.txt", kFirst + lines(kText) + lines(picture) + lines(kOther)).articles)
      for (const Block& block : article.blocks)
        if (block.kind == BlockKind::kCaption) out.push_back(block.text);
    return out;
  };
  const std::vector<std::string> torn = {"近年来，望川市渡口街修好旧码头的", "石阶，恢复",
                                         "“三市一集”，船家挂", "新灯", "夏雨 摄"};
  CHECK(captions(torn) ==
        std::vector<std::string>{"近年来，望川市渡口街修好旧码头的石阶，恢复“三市一集”，船家挂新灯"});
  const std::vector<std::string> headed = {"新桥通车，两岸欢庆", "日前，望川市新桥正式通车", "夏雨 摄"};
  CHECK(captions(headed) == std::vector<std::string>{"日前，望川市新桥正式通车"});
  const std::vector<std::string> two = {"学生在江边写生", "何嘉木 摄", "新桥通车，两岸欢庆",
                                        "日前，望川市新桥正式通车", "夏雨 摄"};
  CHECK(captions(two) == std::vector<std::string>{"学生在江边写生", "日前，望川市新桥正式通车"});
  // No blank line anywhere: what stands above may be anything.
  std::string bare;
  for (const auto& part : {kText, headed, kOther})
    for (const std::string& line : part) bare += line + "\n";
  for (const Article& article : parse_page("page.txt", bare).articles)
    for (const Block& block : article.blocks) CHECK(block.text.find("欢庆日前") == std::string::npos);
}

TEST_CASE("names in a lead are told where a column ends among them", "[read]") {
  const Page page =
      parse_page("a.txt",
                 "码头的新路通了车\n\n本报讯 （记者 林知远 沈\n\n一舟）清晨的码头上，渔民\n们正把一筐"
                 "筐鲜鱼搬上岸边\n的货车。过去这里只有一条\n泥路，遇到下雨天车辆很难\n"
                 "通行，鱼虾往往运不出去。\n去年秋天新修的公路通车以\n后，从码头到县城只要二十\n"
                 "分钟，村民的收入也跟着多\n了起来。县里还在岸边建起\n冷库和分拣车间，鲜鱼当天\n"
                 "就能送到省城的市场。\n");
  REQUIRE(page.articles.size() == 1);
  std::string names;
  for (const Byline& byline : page.articles[0].byline) names += byline.name + " ";
  CHECK(names == "林知远 沈一舟 ");
}

TEST_CASE("each text of a page has its own habit of blank lines between its lines", "[read]") {
  std::string close;
  for (int i = 0; i < 3; ++i) {
    for (const std::string& line : kText) close += line + "\n";
  }
  const std::string text = close + "\n" + spread(kOther) + close;
  const Source source = decode_source("page.txt", text);
  size_t lines_of_longest = 0;
  size_t from_other = 0;
  for (const Fragment& fragment : printed_reader().read(source, lines_of(source)).fragments) {
    const std::string first = source.text.substr(fragment.lines.front().begin,
                                                 fragment.lines.front().end - fragment.lines.front().begin);
    if (std::find(kOther.begin(), kOther.end(), first) == kOther.end()) continue;
    ++from_other;
    lines_of_longest = std::max(lines_of_longest, fragment.lines.size());
  }
  CHECK(lines_of_longest >= 4);
  CHECK(from_other <= 4);  // and not one for each of its fourteen lines
}
