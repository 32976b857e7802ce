// Character classes, and folding for comparison: width, Kangxi radicals. Nothing here knows newspapers.
#pragma once

#include <string_view>

namespace broadsheet {

// White space as Unicode's White_Space has it, and the marks that stand for nothing: zero width space, BOM.
bool is_space(char32_t c);
bool is_hanzi(char32_t c);  // CJK ideographs of all planes, radicals, 〇 and 々
bool is_kana(char32_t c);
bool is_latin(char32_t c);  // letters of Latin script, accents included
bool is_latin_capital(char32_t c);
bool is_digit(char32_t c);  // ASCII and full-width

// Full-width ASCII to half width, ideographic space to blank, Kangxi radicals to the hanzi that they stand
// for.
char32_t fold_char(char32_t c);

// Latin letters that a font sets as one (ﬁ), and which they are (The Unicode Standard, Alphabetic
// Presentation Forms).
constexpr bool is_ligature(char32_t c) {
  return c >= 0xFB00 && c <= 0xFB06;
}
std::string_view letters_of_ligature(char32_t c);

}  // namespace broadsheet
