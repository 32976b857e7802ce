// The articles that the tables are trained from: one a line, {"heads": [...], "paragraphs": [...]}.
//
//     for_each_article(path, [&](size_t number, const CorpusArticle& article) { ... });
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "text/ngram.h"

namespace broadsheet {

// Folded as the models count, without white space. Strict enough for a corpus that JSON has already checked.
inline std::u32string decode_folded(const std::string& bytes) {
  std::u32string out;
  for (size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
    for (int k = 1; k < length && i + static_cast<size_t>(k) < bytes.size(); ++k) {
      c = (c << 6) | (static_cast<unsigned char>(bytes[i + static_cast<size_t>(k)]) & 0x3F);
    }
    i += static_cast<size_t>(length);
    if (c != ' ' && c != 0x3000 && c != '\n') out.push_back(fold_for_ngrams(c));
  }
  return out;
}

struct CorpusArticle {
  std::vector<std::u32string> heads;
  std::vector<std::u32string> paragraphs;
};

// Ends the program where the file cannot be read or a line is no article, and says which.
template <typename See>
void for_each_article(const char* path, const See& see) {
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "%s: cannot be opened. Check the path.\n", path);
    std::exit(3);
  }
  std::string line;
  for (size_t number = 0; std::getline(in, line); ++number) {
    const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("paragraphs")) {
      std::fprintf(stderr, "%s: line %zu: is not an article. Mend or remove it.\n", path, number + 1);
      std::exit(4);
    }
    CorpusArticle one;
    for (const auto& head : json.value("heads", nlohmann::json::array()))
      one.heads.push_back(decode_folded(head.get<std::string>()));
    for (const auto& text : json.at("paragraphs"))
      one.paragraphs.push_back(decode_folded(text.get<std::string>()));
    see(number, one);
  }
}

}  // namespace broadsheet
