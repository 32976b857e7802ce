// Random queries against a plain scan of the same folded text; any difference is an error.
//
//     search_exact [QUERIES [ARTICLES]]
//
// ARTICLES as for search_bench (its paragraphs, the first 140,000 characters of them, so that they fill two
// boards and a part of one); made up of few characters where none is given. QUERIES: 1,000,000; one to twelve
// characters, most cut from the text, every third at the end of a board, every fifth with a character
// changed. Seed: 20310504.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>

#include "search/folded.h"
#include "search/shelf.h"

using namespace broadsheet;

int main(int count, char** words) {
  constexpr size_t kUnits = 140000;
  std::mt19937 random(20310504);
  auto below = [&](size_t n) { return static_cast<size_t>(random()) % n; };
  std::u16string text;
  if (count > 2) {
    std::ifstream in(words[2], std::ios::binary);
    for (std::string line; text.size() < kUnits && std::getline(in, line);) {
      fold_text(std::string_view(line).substr(line.empty() ? 0 : 1), text);
      text.push_back(kFieldEnd);
    }
  }
  while (text.size() < kUnits) text.push_back(static_cast<char16_t>(0x4E00 + below(30) * below(30)));
  Shelf shelf;
  for (size_t at = 0; at < text.size();) {
    size_t size = std::min(1 + below(3000), text.size() - at);
    shelf.append(std::u16string_view(text).substr(at, size));
    at += size;
  }
  long all = count > 1 ? std::atol(words[1]) : 1000000, different = 0;
  unsigned long long places = 0;
  for (long n = 0; n < all; ++n) {
    size_t length = 1 + below(12), at = below(text.size() - 16);
    if (n % 3 == 0) at = 65536 * (1 + below(2)) - 1 - below(12);
    std::u16string needle = text.substr(at, length);
    if (n % 5 == 0) needle[below(length)] = text[below(text.size())];
    std::u16string_view all_text = text;
    size_t expected = all_text.find(needle), wrong = 0;
    shelf.each(needle, [&](uint32_t place) {
      wrong += place != expected;
      expected = expected == std::u16string_view::npos ? expected : all_text.find(needle, expected + 1);
      ++places;
    });
    different += wrong > 0 || expected != std::u16string_view::npos;
  }
  std::printf("%ld queries, %llu places, %ld answered otherwise than by the scan\n", all, places, different);
  return different != 0;
}
