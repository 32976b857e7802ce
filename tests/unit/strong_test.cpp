#include "edition/strong.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "fake_host.h"
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

std::vector<std::string> strong_of(const std::string& dump, const std::string& text,
                                   const char* format = "markdown") {
  Source source;
  source.format = format;
  source.text = dump;
  const Block block = block_over(dump, text);
  std::vector<std::string> out;
  for (const Span& span : strong_words(block, source))
    out.push_back(text.substr(span.begin, span.end - span.begin));
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("bold words of a Markdown dump are found in the text that a reader sees", "[strong]") {
  CHECK(strong_of("他说,**试验台** 在\n**楼下**。", "他说，试验台在楼下。") == Words{"试验台", "楼下"});
  CHECK(strong_of("**All of it**", "All of it") == Words{"All of it"});
  CHECK(strong_of("a **two words** b", "a two words b") == Words{"two words"});
  CHECK(strong_of("left **open", "left open").empty());
  CHECK(strong_of("nothing **** here", "nothing here").empty());
  CHECK(strong_of("other **words**", "quite other words").empty());
  CHECK(strong_of("not **marked**", "not **marked**", "text").empty());
}

TEST_CASE("spans that lead out of the source give no bold words", "[strong]") {
  Source source;
  source.format = "markdown";
  source.text = "**a**";
  Block block;
  block.text = "a";
  block.spans = {{3, 900}};
  CHECK(strong_words(block, source).empty());
  block.spans = {{4, 1}};
  CHECK(strong_words(block, source).empty());
}

TEST_CASE("a parsed Markdown page keeps its bold words through the typesetter", "[strong]") {
  const Page page = parse_page("page.md",
                               "# 试验台搬到车间门口\n\n清晨六点，第三试验场的灯已经亮了。**一台 RX7 "
                               "减速器**被推上台架，工程师按下开关，"
                               "转速表的指针缓缓爬升。\n");
  std::string said;
  view::FakeHost host;
  view::Typesetter setter(host);
  for (const Article& article : page.articles)
    for (const Block& block : article.blocks) {
      const std::vector<Span> strong = strong_words(block, *page.source);
      const view::Layout layout = setter.set(block.text, {}, 200, strong);
      for (const view::Glyph& glyph : layout.glyphs) {
        bool inside = false;
        for (const Span& span : strong) inside |= glyph.offset >= span.begin && glyph.offset < span.end;
        CHECK(glyph.strong == inside);
        if (glyph.strong) {
          size_t end = glyph.offset;
          view::decode(block.text, end);
          said += block.text.substr(glyph.offset, end - glyph.offset);
        }
      }
    }
  CHECK(said == "一台RX7减速器");
}
