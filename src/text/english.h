// Is a text in Latin letters English?
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

// How many words in Latin letters a text has, and how many of them are among the commonest that hardly
// another language has.
struct EnglishWords {
  size_t words = 0;
  size_t english = 0;
};
EnglishWords english_words(std::string_view text);

// At least one word in fifteen is among these: prose has two and
// more of them in fifteen, a page half of advertisements more than one. False where there are no words.
bool is_english(std::string_view text);

}  // namespace broadsheet
