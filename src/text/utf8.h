// UTF-8 in and out. Reading never fails: a byte that does not belong is read as U+FFFD and one byte is
// passed.
//
//     for (size_t i = 0; i < text.size();) { char32_t c = next_code_point(text, i); … }
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point at byte `i` of `text` (i < size); `i` moves behind it. Overlong forms, surrogates and
// values above U+10FFFF are bad bytes (Unicode 15, table 3-7).
char32_t next_code_point(std::string_view text, size_t& i);

void append_utf8(std::string& out, char32_t c);
// Writes at `to`, where four bytes are free; what stands behind the character.
char* put_utf8(char* to, char32_t c);
std::string to_utf8(std::u32string_view text);
std::u32string to_utf32(std::string_view text);

// A byte inside a character: no text may be cut before it.
constexpr bool is_trail_byte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// How many bytes `c` takes in UTF-8.
int utf8_length(char32_t c);

bool is_valid_utf8(std::string_view text);

}  // namespace broadsheet
