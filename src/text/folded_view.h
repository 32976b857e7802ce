// Looking at folded text (fold.h), in which all white space is U+0020.
//
//     if (begins(trim(text), U"本报记者")) ...
#pragma once

#include <cstddef>
#include <cstdint>
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

// Which characters a text may have: a bit for each sixty-fourth of them (Bloom 1970), so that many words need
// not be sought in a text that lacks their characters.
class SeenCharacters {
 public:
  explicit SeenCharacters(std::u32string_view text) {
    for (const char32_t c : text) bits_ |= bit(c);
  }
  bool may_have(std::u32string_view words) const {
    uint64_t wanted = 0;
    for (const char32_t c : words) wanted |= bit(c);
    return (wanted & ~bits_) == 0;
  }

 private:
  static uint64_t bit(char32_t c) { return uint64_t{1} << c % 64; }
  uint64_t bits_ = 0;
};

// The same for words that stand in the program: how long they are need not be counted anew.
template <size_t N>
bool has(std::u32string_view text, const char32_t (&words)[N]) {
  return has(text, std::u32string_view(words, N - 1));
}

template <size_t N>
bool begins(std::u32string_view text, const char32_t (&words)[N]) {
  return begins(text, std::u32string_view(words, N - 1));
}

template <size_t N>
bool ends(std::u32string_view text, const char32_t (&words)[N]) {
  return ends(text, std::u32string_view(words, N - 1));
}

}  // namespace broadsheet
