// Where a line may end: UAX #14 by libunibreak, tailored for Chinese print (禁则).
//
//     std::vector<Break> breaks = find_breaks(text);   // one entry a byte: what may happen after it
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::view {

enum class Break : uint8_t {
  kNone,
  kDiscouraged,  // inside a number with its unit: only where the line has no other
  kAllowed,
  kForced
};

std::vector<Break> find_breaks(std::string_view text);

// 禁则 by themselves, for tests: may this character begin a line, may it end one?
bool may_begin_line(uint32_t code);
bool may_end_line(uint32_t code);

// The classes that spacing and breaking share.
bool is_hanzi(uint32_t code);         // set in a cell of one em: hanzi, kana, full-width forms
bool is_opening(uint32_t code);       // （《「“
bool is_closing(uint32_t code);       // ，。）》」”
bool is_latin_letter(uint32_t code);  // letters and digits that are set in runs

// Decodes the code point at `at` and moves past it; bad bytes come out as U+FFFD, one each.
uint32_t decode(std::string_view text, size_t& at);

}  // namespace broadsheet::view
