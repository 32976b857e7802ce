// Makes the table of src/text/letters_en.h from articles.
//
//     build/native/train_letters_en ARTICLES.jsonl OUT.bin
//
// Every line of ARTICLES.jsonl is {"heads": [...], "paragraphs": [...]}. Counts of three classes in a row,
// smoothed by interpolation with two and one (Jelinek, Mercer 1980), weights 0.9, 0.09, 0.01.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "text/letters_en.h"
#include "text/utf8.h"

int main(int argc, char** argv) {
  using namespace broadsheet;
  if (argc != 3) {
    std::fprintf(stderr, "usage: train_letters_en ARTICLES.jsonl OUT.bin\n");
    return 2;
  }
  std::ifstream in(argv[1]);
  const auto n = static_cast<size_t>(kLetterClasses);
  std::vector<double> three(kLetterTable);
  std::vector<double> two(n * n);
  std::vector<double> one(n);
  const auto add = [&](const std::string& text) {
    size_t before = 0;
    size_t last = 0;
    std::u32string letters = to_utf32(text) + U' ';
    for (char32_t c : letters) {
      const auto now = static_cast<size_t>(letter_class(c));
      if (now == 0 && last == 0) continue;
      ++three[(before * n + last) * n + now];
      ++two[last * n + now];
      ++one[now];
      before = last;
      last = now;
    }
  };
  std::string line;
  size_t articles = 0;
  while (std::getline(in, line)) {
    const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) continue;
    ++articles;
    for (const char* key : {"heads", "paragraphs"}) {
      for (const auto& text : json.value(key, nlohmann::json::array())) {
        if (text.is_string()) add(text.get<std::string>());
      }
    }
  }
  double total = 0;
  for (double count : one) total += count;
  std::string table(kLetterTable, '\0');
  for (size_t a = 0; a < n; ++a) {
    for (size_t b = 0; b < n; ++b) {
      double seen_three = 0;
      double seen_two = 0;
      for (size_t c = 0; c < n; ++c) {
        seen_three += three[(a * n + b) * n + c];
        seen_two += two[b * n + c];
      }
      for (size_t c = 0; c < n; ++c) {
        const double p1 = (one[c] + 1) / (total + static_cast<double>(n));
        const double p2 = seen_two > 0 ? two[b * n + c] / seen_two : p1;
        const double p3 = seen_three > 0 ? three[(a * n + b) * n + c] / seen_three : p2;
        const double nats = -std::log(0.9 * p3 + 0.09 * p2 + 0.01 * p1);
        table[(a * n + b) * n + c] = static_cast<char>(std::clamp(std::lround(nats * 8), 0L, 120L));
      }
    }
  }
  std::ofstream(argv[2], std::ios::binary) << table;
  std::printf("%zu articles, %.0f characters, %zu bytes\n", articles, total, table.size());
}
