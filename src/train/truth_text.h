// Pages with known articles, as the trainers read them.
//
//     const std::string words = bare(block["text"].get<std::string>());   // as the pieces of a page are
//     compared
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

// Without blanks, folded as pieces are.
inline std::string bare(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (!is_space(c)) append_utf8(out, fold_char(c));
  }
  return out;
}

// Empty where it cannot be read.
inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace broadsheet
