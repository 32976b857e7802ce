// Words and small patterns of English newspaper pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The words of a line in lower case, letters, digits, apostrophes and inner hyphens kept; "$" and "%" stay.
std::vector<std::string> words_en(std::u32string_view text);

bool is_small_word(std::string_view word);  // the commonest words of prose
bool is_offer_word(std::string_view word);  // of advertisements and small ads
bool is_said_word(std::string_view word);   // said, says, told, …
bool is_weekday_or_month(std::string_view word);
bool is_paper_word(std::string_view word);  // herald, times, gazette, …: what newspapers are called

// Whether `word` may be an OCR engine's reading of `meant`: at most `slips` letters differ (Levenshtein).
bool reads_like(std::string_view word, std::string_view meant, size_t slips);

}  // namespace broadsheet
