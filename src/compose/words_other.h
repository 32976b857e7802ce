// The few words by which newspapers in other languages than Chinese and English say who wrote, and where a
// text goes on. All words in small letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Runs of letters, marks within them kept, in small letters.
std::vector<std::string> words_other(std::u32string_view text);

bool is_by_word(const std::string& word);        // "por", "von", "par": before who wrote
bool is_and_word(const std::string& word);       // "y", "und", "et": between two names
bool is_particle(const std::string& word);       // "de", "van": of a name
bool is_reporter_word(const std::string& word);  // behind a name: "기자"
bool is_page_word(const std::string& word);      // "página", "Seite"
bool is_month_word(const std::string& word);     // by its first letters, in the larger languages

}  // namespace broadsheet
