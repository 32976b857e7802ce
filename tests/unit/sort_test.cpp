#include "text/sort.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

using namespace broadsheet;

TEST_CASE("sort_stably sorts as std::stable_sort does, for every length", "[sort]") {
  uint32_t seed = 1;
  for (size_t length = 0; length < 200; ++length) {
    std::vector<std::pair<int, size_t>> items;
    for (size_t i = 0; i < length; ++i) {
      seed = seed * 1664525 + 1013904223;
      items.emplace_back(static_cast<int>(seed >> 24) % 17, i);
    }
    auto wanted = items;
    const auto by_first = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(wanted.begin(), wanted.end(), by_first);
    sort_stably(items, by_first);
    REQUIRE(items == wanted);
  }
}

TEST_CASE("sort_stably moves what cannot be copied", "[sort]") {
  std::vector<std::unique_ptr<std::string>> items;
  for (const char* word : {"c", "a", "b"}) items.push_back(std::make_unique<std::string>(word));
  sort_stably(items, [](const auto& a, const auto& b) { return *a < *b; });
  CHECK(*items[0] + *items[1] + *items[2] == "abc");
}
