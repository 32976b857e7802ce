// What utf8.h and fold.h say, inline (in the page, too, where all else is made for size) for what dumps are
// made of: for loops that take every character of a page.
//
//     for (size_t i = 0; i < text.size();) { char32_t c = every_code_point(text, i); if (every_is_space(c)) …
//     }
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

// How many bytes of the text `is` says yes to. Counted in a byte, block by block, so that the compiler can
// take sixteen at a time.
template <typename Is>
size_t every_count(std::string_view text, Is is) {
  size_t count = 0;
  for (size_t begin = 0; begin < text.size(); begin += 128) {
    const std::string_view block = text.substr(begin, 128);
    uint8_t here = 0;
    for (const char byte : block) here = static_cast<uint8_t>(here + is(static_cast<uint8_t>(byte)));
    count += here;
  }
  return count;
}

// next_code_point(text, i). Inline: ASCII, and three bytes that are sure to be well formed by the first.
[[gnu::always_inline]] inline char32_t every_code_point(std::string_view text, size_t& i) {
  const auto byte = [&](size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(text[at])); };
  const unsigned lead = byte(i);
  if (lead < 0x80) {
    ++i;
    return lead;
  }
  if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && text.size() - i >= 3) {
    const unsigned second = byte(i + 1) ^ 0x80U;
    const unsigned third = byte(i + 2) ^ 0x80U;
    if ((second | third) < 0x40) {
      i += 3;
      return (lead & 0x0FU) << 12U | second << 6U | third;
    }
  }
  size_t next = i;  // the address of `i` itself would keep it out of the registers
  const char32_t c = next_code_point(text, next);
  i = next;
  return c;
}

// put_utf8(to, c).
[[gnu::always_inline]] inline char* every_put(char* to, char32_t c) {
  if (c < 0x800 || c >= 0x10000) return put_utf8(to, c);
  to[0] = static_cast<char>(0xE0 | (c >> 12));
  to[1] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  to[2] = static_cast<char>(0x80 | (c & 0x3F));
  return to + 3;
}

// is_space(c), is_hanzi(c).
[[gnu::always_inline]] inline bool every_is_space(char32_t c) {
  return c > 0x3000 ? c == 0xFEFF : c < 0x80 ? c == 0x20 || (c >= 0x09 && c <= 0x0D) : is_space(c);
}
inline bool every_is_hanzi(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x2E80 && is_hanzi(c));
}

// Is every character of the text well formed and printed, or white space? What a dump nearly always is, found
// out in a third of the time that it takes to look at each. False says nothing.
bool every_is_plain(std::string_view text);

// fold_char(c).
[[gnu::always_inline]] inline char32_t every_fold(char32_t c) {
  return (c > 0x3000 && c < 0xFF01) || c < 0x2E80 ? c : fold_char(c);
}

}  // namespace broadsheet
