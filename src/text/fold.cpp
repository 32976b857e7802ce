#include "text/fold.h"

#include <string_view>

#include "text/radical.h"

namespace broadsheet {

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

bool is_hanzi(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x2E80 && c <= 0x2FD5) || c == 0x3007 || c == 0x3005;
}

bool is_kana(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) || (c >= 0x31F0 && c <= 0x31FF);
}

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0xFF21 && c <= 0xFF3A) ||
         (c >= 0xFF41 && c <= 0xFF5A);
}

bool is_latin_capital(char32_t c) {
  if (c < 0x100) return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
  // Capital and small letter stand in turn; where the odd ones are capitals a letter without a partner has
  // gone before.
  const bool odd = (c & 1) != 0;
  if (c <= 0x137 || (c >= 0x14A && c <= 0x177)) return !odd;
  if (c <= 0x148) return c != 0x138 && odd;
  if (c <= 0x17E) return c == 0x178 || (c >= 0x179 && odd);
  if (c == 0x1A0 || c == 0x1AF) return true;  // Ơ, Ư
  if (c >= 0x1CD && c <= 0x1DC) return odd;
  if ((c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x233)) return !odd;
  return c >= 0xFF21 && c <= 0xFF3A;
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

std::string_view letters_of_ligature(char32_t c) {
  static constexpr std::string_view kLetters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return is_ligature(c) ? kLetters[c - 0xFB00] : std::string_view();
}

char32_t fold_char(char32_t c) {
  if (c >= 0xFF01 && c < 0xFF5F) return c - 0xFEE0;
  if (c == 0x3000) return ' ';
  return c >= 0x2E80 && c <= 0x2FD5 ? hanzi_of_radical(c) : c;
}

}  // namespace broadsheet
