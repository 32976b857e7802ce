#include "compose/account.h"

#include <catch2/catch_test_macros.hpp>

#include "compose/compose.h"

using namespace broadsheet;

TEST_CASE("law 1 holds for odd inputs", "[compose]") {
  for (const char* text : {"", " \n\n ", "x", "# 头\n\n一段。\n", "\xEF\xBB\xBF头版\r\n\r\n段落。",
                           "\xFF\xFE", "![](a.jpg)\n---\n**粗**", "a\x80\xE4\xB8"}) {
    const Page page = parse_page("t", text);
    INFO(text);
    CHECK(account(page).kept());
  }
}

TEST_CASE("a stray NUL makes no page a picture", "[compose]") {
  const std::string text =
      "新桥通车\n\n本报讯（记者 林知远）一座新桥昨天通车。\n\n桥长三百米，市民早早来到桥头。\n";
  std::string hurt = text;
  hurt.insert(text.find("桥长"), 1, '\0');
  const Page page = parse_page("t", hurt);
  CHECK(page.source->format != "binary");
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].headline == "新桥通车");
  CHECK(account(page).kept());
  CHECK(parse_page("t", std::string(40, '\0') + text).source->format == "binary");
}

TEST_CASE("a zero width space is no white space, and parts no word", "[compose]") {
  const Page page = parse_page("t",
                               "新桥\u200B通车\n\n本报讯（记者 林知远）一座新\u200B桥昨天通车。\u200B\n\n"
                               "\u200B桥长三百米，市民早早来到桥头。\u200B\u200B\n");
  CHECK(account(page).needed == (38 + 6) * 3);
  CHECK(account(page).kept());
  CHECK(page.unplaced.empty());
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].headline == "新桥通车");
  CHECK(page.articles[0].blocks.at(0).text == "本报讯（记者 林知远）一座新桥昨天通车。");
}

TEST_CASE("what stands in no span is missing, what stands in two is doubled", "[compose]") {
  auto source = std::make_shared<Source>();
  source->text = "ab cd";
  Page page;
  page.source = source;
  page.unplaced.push_back({"ab", {{0, 2}, {1, 2}}});
  const Account sum = account(page);
  CHECK(sum.needed == 4);
  CHECK(sum.missing == std::vector<Span>{{3, 5}});
  CHECK(sum.doubled == std::vector<Span>{{1, 2}});
}

TEST_CASE("what is put into no span is put into the unplaced, half characters too", "[compose]") {
  auto source = std::make_shared<Source>();
  source->text = "桥 通车\x80\n完";
  for (uint32_t begin = 0; begin <= source->text.size(); ++begin) {
    for (uint32_t end = begin; end <= source->text.size(); ++end) {
      Page page;
      page.source = source;
      page.furniture.push_back({"other", "", {{begin, end}}});
      const Account before = account(page);
      place_the_rest(page);
      std::vector<Span> put;
      for (const Unplaced& item : page.unplaced) put.insert(put.end(), item.spans.begin(), item.spans.end());
      REQUIRE(put == before.missing);
      REQUIRE(account(page).kept());
    }
  }
}
