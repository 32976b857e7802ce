#include "edition/edition.h"

#include <catch2/catch_test_macros.hpp>

#include "edition/json.h"

using namespace broadsheet;

TEST_CASE("an article id depends on head and first paragraph and on nothing else", "[edition]") {
  const std::string id = make_article_id("头版", "第一段");
  CHECK(id.size() == 8);
  CHECK(id == make_article_id("头版", "第一段"));
  CHECK(id != make_article_id("头版", "第二段"));
  CHECK(id != make_article_id("头版第", "一段"));
}
