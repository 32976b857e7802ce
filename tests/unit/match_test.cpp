#include "compose/match.h"

#include <catch2/catch_test_macros.hpp>

#include "compose/strips.h"

using namespace broadsheet;

TEST_CASE("the surest join comes first, and each end and start is joined once", "[stitch]") {
  const std::vector<int> chosen = surest_pairing(2, 2, {{0, 1, 4}, {0, 0, 5}, {1, 0, 4.5}, {1, 1, 1}});
  CHECK(chosen == std::vector<int>{0, 1});
}

TEST_CASE("what is worth nothing is not joined", "[stitch]") {
  CHECK(surest_pairing(1, 1, {{0, 0, -1}}) == std::vector<int>{-1});
  CHECK(surest_pairing(2, 1, {{0, 0, 1}, {1, 0, 2}}) == std::vector<int>{-1, 0});
}

TEST_CASE("strips take open ends up in the order in which they were left", "[stitch]") {
  // Two stories, two strips: ends at 0 and 2, their columns go on at 5 and 6. The first end alone would
  // rather have the second column.
  const std::vector<size_t> ends = {0, 2};
  const std::vector<size_t> starts = {5, 6};
  CHECK(pair_in_turn(ends, starts, {{2, 2.5F}, {2, 1}}, {0, 0}) == std::vector<int>{0, 1});
}

TEST_CASE("in strips a break inside a column is mended beside the order", "[stitch]") {
  // The end at 0 waits for 6; meanwhile the paragraph of place 2 goes on at 3.
  const std::vector<size_t> ends = {0, 2};
  const std::vector<size_t> starts = {3, 6};
  CHECK(pair_in_turn(ends, starts, {{1, 3}, {4, -1}}, {0, 4}) == std::vector<int>{1, 0});
  // What is worth less than nothing stays open.
  CHECK(pair_in_turn({0}, {1}, {{-2}}, {-2}) == std::vector<int>{-1});
}
