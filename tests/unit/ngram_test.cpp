#include "text/ngram.h"

#include <catch2/catch_test_macros.hpp>

using namespace broadsheet;

TEST_CASE("the n-gram model knows which characters go together", "[ngram]") {
  const NgramModel& model = NgramModel::chinese();
  REQUIRE_FALSE(model.empty());
  CHECK(model.continuation(U"促进经济发", U"展和社会") > 3);
  CHECK(model.continuation(U"促进经济发", U"展和社会") > model.continuation(U"促进经济发", U"的老人说"));
  CHECK(model.continuation(U"", U"展") == 0);
  CHECK(fold_for_ngrams(U'７') == U'0');
  CHECK(fold_for_ngrams(U'Ｑ') == U'q');
}

TEST_CASE("a table that is cut short or foreign gives an empty model", "[ngram]") {
  CHECK(NgramModel("").empty());
  CHECK(NgramModel("something else altogether").empty());
  CHECK(NgramModel(std::string_view("BNG1\xff\xff\xff\x00\x05", 9)).empty());
}
