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
