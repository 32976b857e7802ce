#include "compose/match.h"

#include <catch2/catch_test_macros.hpp>

using namespace broadsheet;

TEST_CASE("the pairing is the best as a whole and not the first best", "[stitch]") {
  // Greedy would take 0-0 and leave 1 with nothing.
  const std::vector<int> chosen = best_pairing(2, 2, {{0, 0, 5}, {0, 1, 4}, {1, 0, 4.5}});
  CHECK(chosen == std::vector<int>{1, 0});
}

TEST_CASE("what is worth nothing is not joined", "[stitch]") {
  CHECK(best_pairing(1, 1, {{0, 0, -1}}) == std::vector<int>{-1});
  CHECK(best_pairing(2, 1, {{0, 0, 1}, {1, 0, 2}}) == std::vector<int>{-1, 0});
}
