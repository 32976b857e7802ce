// Numbers as they stand in text, by value: 1,044.14亿元, 104414000000元, ３０％, 1.2 million.
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

struct Number {
  double value = 0;
  bool percent = false;
  bool plain = true;  // digits only: no point, comma, 万, %
  uint32_t end = 0;   // byte behind the number, its 万 or %, but before its unit (元)
};

// The number that begins at byte `at` of `text`, which must be a digit, ASCII or full-width. Commas count
// only between groups of three digits. 百 千 万 亿 multiply, thousand, million, billion, trillion behind one
// blank too.
Number read_number(std::string_view text, uint32_t at);

// The first byte from `at` on at which a digit stands; text.size() where there is none.
uint32_t next_number(std::string_view text, uint32_t at);

}  // namespace broadsheet
