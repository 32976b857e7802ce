#include "text/english.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

// "a", "in", "is", "for", "to" are words of its neighbours, too.
constexpr std::array<std::string_view, 8> kEnglish{"the", "of", "and", "that", "with", "from", "was", "said"};

}  // namespace

EnglishWords english_words(std::string_view text) {
  EnglishWords out;
  std::array<char, 4> word{};  // the first letters of the word in small ones
  size_t letters = 0;
  const auto close = [&] {
    if (letters == 0) return;
    ++out.words;
    const bool common =
        letters <= word.size() &&
        std::find(kEnglish.begin(), kEnglish.end(), std::string_view(word.data(), letters)) != kEnglish.end();
    out.english += common ? 1 : 0;
    letters = 0;
  };
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_latin(c)) {
      close();
      continue;
    }
    if (letters < word.size()) {
      const char32_t small = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
      word[letters] = small < 0x80 ? static_cast<char>(small) : '?';
    }
    ++letters;
  }
  close();
  return out;
}

bool is_english(std::string_view text) {
  const EnglishWords found = english_words(text);
  return found.english * 15 >= found.words && found.english > 0;
}

}  // namespace broadsheet
