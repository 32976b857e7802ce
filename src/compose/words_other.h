// The few words by which newspapers in other languages than Chinese and English say who wrote, and where a
// text goes on. All words in small letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Runs of letters, marks within them kept, in small letters.
std::vector<std::u32string> words_other(std::u32string_view text);

bool is_by_word(std::u32string_view word);        // "por", "von", "par": before who wrote
bool is_and_word(std::u32string_view word);       // "y", "und", "et": between two names
bool is_particle(std::u32string_view word);       // "de", "van": of a name
bool is_reporter_word(std::u32string_view word);  // behind a name: "기자"
bool is_page_word(std::u32string_view word);      // "página", "Seite"
bool is_month_word(std::u32string_view word);     // by its first letters, in the larger languages

}  // namespace broadsheet
