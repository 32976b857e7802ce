// Looking at folded text (fold.h), in which all white space is U+0020.
//
//     if (begins(trim(text), U"本报记者")) ...
#pragma once

#include <string_view>

namespace broadsheet {

inline std::u32string_view trim(std::u32string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

inline bool has(std::u32string_view text, std::u32string_view words) {
  return text.find(words) != std::u32string_view::npos;
}

inline bool begins(std::u32string_view text, std::u32string_view words) {
  return text.starts_with(words);
}

inline bool ends(std::u32string_view text, std::u32string_view words) {
  return text.ends_with(words);
}

}  // namespace broadsheet
