// The words of this very page: does a join make one that stands elsewhere on it? "诺诚" + "健华" do, where
// 诺诚健华 is printed in another line.
//
//     PageWords words(text);
//     int known = words.known(left, right);   // 0 to 2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

class PageWords {
 public:
  explicit PageWords(size_t characters);      // that will be added, about
  explicit PageWords(std::string_view text);  // UTF-8; blanks and line breaks end a run
  void add(std::u32string_view run);

  // How many of the two runs of three characters across the join stand elsewhere on the page.
  int known(std::u32string_view left, std::u32string_view right) const;
  int known(std::string_view left, std::string_view right) const;

 private:
  size_t place(char32_t a, char32_t b, char32_t c) const;
  int has(char32_t a, char32_t b, char32_t c) const;

  std::vector<uint64_t> bits_;  // a Bloom filter with one hash
  size_t mask_ = 0;
};

}  // namespace broadsheet
