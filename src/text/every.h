// What utf8.h and fold.h say, inline (in the page, too, where all else is made for size) for what dumps are
// made of: for loops that take every character of a page.
//
//     for (size_t i = 0; i < text.size();) { char32_t c = every_code_point(text, i); if (every_is_space(c)) …
//     }
#pragma once

#include <cstddef>
#include <string_view>

#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

// next_code_point(text, i). Inline: ASCII, and three bytes that are sure to be well formed by the first.
[[gnu::always_inline]] inline char32_t every_code_point(std::string_view text, size_t& i) {
  const auto byte = [&](size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(text[at])); };
  const unsigned lead = byte(i);
  if (lead < 0x80) {
    ++i;
    return lead;
  }
  if (lead > 0xE0 && lead < 0xED && text.size() - i >= 3 && (byte(i + 1) & 0xC0U) == 0x80 &&
      (byte(i + 2) & 0xC0U) == 0x80) {
    i += 3;
    return (lead & 0x0FU) << 12U | (byte(i - 2) & 0x3FU) << 6U | (byte(i - 1) & 0x3FU);
  }
  size_t next = i;  // the address of `i` itself would keep it out of the registers
  const char32_t c = next_code_point(text, next);
  i = next;
  return c;
}

// is_space(c), is_hanzi(c).
[[gnu::always_inline]] inline bool every_is_space(char32_t c) {
  return c > 0x3000 ? c == 0xFEFF : c < 0x80 ? c == 0x20 || (c >= 0x09 && c <= 0x0D) : is_space(c);
}
inline bool every_is_hanzi(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x2E80 && is_hanzi(c));
}

// fold_char(c).
[[gnu::always_inline]] inline char32_t every_fold(char32_t c) {
  return (c > 0x3000 && c < 0xFF01) || c < 0x2E80 ? c : fold_char(c);
}

}  // namespace broadsheet
