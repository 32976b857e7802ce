// Is a text in Latin letters English?
#pragma once

#include <string_view>

namespace broadsheet {

// At least one word in fifteen is among the commonest that hardly another language has: prose has two and
// more of them in fifteen, a page half of advertisements more than one. False where there are no words.
bool is_english(std::string_view text);

}  // namespace broadsheet
