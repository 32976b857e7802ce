// The words of this very page: does a join make one that stands elsewhere on it? "诺诚" + "健华" do, where
// 诺诚健华 is printed in another paragraph.
//
//     PageWords words(sheet.pieces);
//     int known = words.known(left, right);   // 0 to 2
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compose/sheet.h"

namespace broadsheet {

class PageWords {
 public:
  explicit PageWords(const std::vector<Piece>& pieces);

  // How many of the two runs of three characters across the join stand elsewhere on the page.
  int known(const Piece& left, const Piece& right) const;

 private:
  size_t place(char32_t a, char32_t b, char32_t c) const;
  int has(char32_t a, char32_t b, char32_t c) const;

  std::vector<uint64_t> bits_;  // a Bloom filter with one hash
  size_t mask_ = 0;
};

}  // namespace broadsheet
