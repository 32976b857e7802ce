// In what script a text is, and letters of any script: which have a capital form, and which is which.
//
//     if (script_of(text) == Script::kLatin && is_other_latin(text)) …   // French, Polish, Turkish, …
//
// Blocks of The Unicode Standard, chapters 7 to 18; of letters with capitals those of Latin, Greek, Cyrillic.
#pragma once

#include <string_view>

namespace broadsheet {

enum class Script {
  kHan,   // hanzi
  kKana,  // among hanzi: Japanese
  kLatin,
  kGreek,
  kCyrillic,
  kArmenian,
  kHebrew,
  kArabic,
  kIndic,  // Devanagari to Sinhala
  kThai,   // and Lao
  kHangul,
  kOther
};

// The script of most letters of the text, a hanzi counting as four: so much it says. kHan where there are
// none.
Script script_of(std::string_view text);

// BCP 47 of a text in that script, as far as the script alone tells: "ko", "und-Cyrl".
const char* language_of(Script script);

// Is a text in Latin letters surely not English? Of 15 words at least, fewer than one in thirty is among the
// commonest of English (text/english.h).
bool is_other_latin(std::string_view text);
// The same of a text in any letters.
bool is_other_tongue(std::string_view text);

// Does it set blanks between its words?
bool sets_blanks(Script script);

// A letter of such a script.
bool is_spaced_letter(char32_t c);
bool is_capital(char32_t c);      // of a script that has them
bool is_small(char32_t c);        // the same, a small letter
char32_t small_form(char32_t c);  // of a capital; any other is itself

}  // namespace broadsheet
