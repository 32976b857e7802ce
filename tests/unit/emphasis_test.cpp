#include "edition/emphasis.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "fake_host.h"
#include "law_one.h"
#include "view/typeset.h"

using namespace broadsheet;

namespace {

Block block_over(const std::string& source, const std::string& text) {
  Block block;
  block.text = text;
  block.spans = {{0, static_cast<uint32_t>(source.size())}};
  block.cuts = {0};
  return block;
}

std::vector<std::string> set_apart_in(const std::string& dump, const std::string& text,
                                      const char* format = "markdown") {
  Source source;
  source.format = format;
  source.text = dump;
  const Block block = block_over(dump, text);
  std::vector<std::string> out;
  for (const Emphasis& words : emphasis_of(block, source))
    out.push_back((words.strong ? "b:" : "") + std::string(words.lean ? "i:" : "") +
                  text.substr(words.begin, words.end - words.begin));
  return out;
}

using Words = std::vector<std::string>;

// The blocks of the page's stories that are of this kind, as they are read.
Words blocks_of(const Page& page, BlockKind kind) {
  Words out;
  for (const Article& article : page.articles)
    for (const Block& block : article.blocks)
      if (block.kind == kind) out.push_back(block.text);
  return out;
}

}  // namespace

TEST_CASE("words that a Markdown dump sets apart are found in the text that a reader sees", "[emphasis]") {
  CHECK(set_apart_in("他说,**试验台** 在\n**楼下**。", "他说，试验台在楼下。") ==
        Words{"b:试验台", "b:楼下"});
  CHECK(set_apart_in("**All of it**", "All of it") == Words{"b:All of it"});
  CHECK(set_apart_in("a **two words** b", "a two words b") == Words{"b:two words"});
  CHECK(set_apart_in("她*不会*走,***永远***不会", "她不会走，永远不会") == Words{"i:不会", "b:i:永远"});
  CHECK(set_apart_in("the _Northern Light_ sank", "the Northern Light sank") == Words{"i:Northern Light"});
  CHECK(set_apart_in("a **bold *and lean* word** b", "a bold and lean word b") ==
        Words{"b:bold", "b:i:and lean", "b:word"});
}

TEST_CASE("stars and strokes that set nothing apart mean themselves", "[emphasis]") {
  for (const char* text : {"left **open", "3*4*5 = 60", "some_long_name", "* * *", "nothing **** here",
                           "a * b * c", "\\*so\\*", "five***** stars*****", "x*"})
    CHECK(set_apart_in(text, text).empty());
  CHECK(set_apart_in("other **words**", "quite other words").empty());
  CHECK(set_apart_in("not **marked**", "not **marked**", "text").empty());
}

TEST_CASE("spans that lead out of the source set nothing apart", "[emphasis]") {
  Source source;
  source.format = "markdown";
  source.text = "**a**";
  Block block;
  block.text = "a";
  block.spans = {{3, 900}};
  CHECK(emphasis_of(block, source).empty());
  block.spans = {{4, 1}};
  CHECK(emphasis_of(block, source).empty());
}

TEST_CASE("a parsed Markdown page keeps what it set apart through the typesetter", "[emphasis]") {
  const std::string dump =
      "# 试验台搬到车间门口\n\n清晨六点，第三试验场的灯已经亮了。**一台 RX7 减速器**被*推上台架*，工程师按下 "
      "*Start* 开关，转速表的指针缓缓爬升。\n\n> 以前送检要跑**三个**城市。\n";
  const Page page = parse_page("page.md", dump);
  check_law_one(page);
  std::string strong, lean;
  view::FakeHost host;
  view::Typesetter setter(host);
  for (const Article& article : page.articles)
    for (const Block& block : article.blocks) {
      const view::Layout layout = setter.set(block.text, {}, 200, emphasis_of(block, *page.source));
      for (const view::Glyph& glyph : layout.glyphs) {
        size_t end = glyph.offset;
        view::decode(block.text, end);
        if (glyph.strong) strong += block.text.substr(glyph.offset, end - glyph.offset);
        if (glyph.lean) lean += block.text.substr(glyph.offset, end - glyph.offset);
      }
    }
  CHECK(strong == "一台RX7减速器三个");
  CHECK(lean == "推上台架Start");
  CHECK(blocks_of(page, BlockKind::kQuote) == Words{"以前送检要跑三个城市。"});
}

TEST_CASE("entries of a list and rows of a table are blocks of their own, with no byte lost", "[emphasis]") {
  const std::string dump =
      "# 潮闸一年\n\n本报记者 江屿\n\n去年潮闸开合三百次，一次也没有误过点。\n\n- 换下来的轴承十二套\n- "
      "新配的齿轮四个\n- 徒弟六名\n\n| 月份 | 开合 | 误点 |\n|---|--:|---|\n| 一月 | 26 | 无 |\n| 二月 | 24 "
      "| |\n"
      "| 三 月 | 31 | **无** |\n\n他们说，明年还要再添两个人。\n";
  const Page page = parse_page("page.md", dump);
  check_law_one(page);
  REQUIRE(page.articles.size() == 1);
  const Words entries = blocks_of(page, BlockKind::kList);
  CHECK(entries == Words{"换下来的轴承十二套", "新配的齿轮四个", "徒弟六名", "月份 | 开合 | 误点",
                         "一月 | 26 | 无", "二月 | 24 |", "三 月 | 31 | 无"});
  const std::string english =
      "# The mill\n\nThe mill turned for a year without a stop, the miller said on Tuesday.\n\n- Twelve "
      "bearings\n- Four wheels\n\n| Month | Turns |\n|---|---|\n| May | 26 |\n| June | 24 |\n";
  const Page other = parse_page("page.md", english);
  check_law_one(other);
  CHECK(blocks_of(other, BlockKind::kList) ==
        Words{"Twelve bearings", "Four wheels", "Month | Turns", "May | 26", "June | 24"});
}

TEST_CASE("numbered entries keep their numbers, and a quotation of one line is no head", "[emphasis]") {
  const std::string dump =
      "# 渡口改用电船\n\n本报记者 苏禾\n\n首批三艘电船昨日下水，票价不变，镇上说还要办三件事。\n\n1. "
      "修渡口的石阶\n2. "
      "立灯柱\n3. 接电\n\n> 河水比从前清了\n\n渡口的老人每天都来看一回，他们说从来没有见过这样的船。\n";
  const Page page = parse_page("page.md", dump);
  check_law_one(page);
  REQUIRE(page.articles.size() == 1);
  CHECK(blocks_of(page, BlockKind::kList) == Words{"1. 修渡口的石阶", "2. 立灯柱", "3. 接电"});
  CHECK(blocks_of(page, BlockKind::kQuote) == Words{"河水比从前清了"});
}
