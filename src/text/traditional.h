// 繁 and 简: whether a text is set in traditional hanzi, and the same text in simplified ones, in which the
// tables and patterns for Chinese are.
//
//     if (is_traditional(text)) evidence = simplified(text);   // byte for byte in the same places
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Looks at the first hanzi that only one of the two has, some sixteen of them; false where there are none.
bool is_traditional(std::string_view text);

// Hanzi of three bytes become the simplified ones of three bytes (fold_table.h), 「」『』 become “”‘’: every
// byte keeps its place.
std::string simplified(std::string_view text);

// The same of one character.
char32_t simplified(char32_t c);

}  // namespace broadsheet
