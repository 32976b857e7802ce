// Text as it is searched: 16-bit units, folded so that what a reader takes for the same is the same.
//
// Full and half width, case, accents, 简 and 繁, old and new punctuation, runs of dots and dashes, ligatures;
// see text/make_fold.py for the sources. White space stays (as one blank) only between letters or digits of
// scripts that part words by it. The folding of a piece of a text is a piece of the folding of the text, but
// for blanks at its ends: that is what makes substring search exact.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

// Stands between texts; never part of a folded text.
inline constexpr char16_t kFieldEnd = 1;

// Appends `text` (UTF-8) folded to `out`.
void fold_text(std::string_view text, std::u16string& out);

// The same; `bytes[i]` is where the character behind out[old size + i] stands in `text`.
void fold_text(std::string_view text, std::u16string& out, std::vector<Span>& bytes);

std::u16string folded(std::string_view text);

// A letter or digit of a script that parts its words by blanks; `unit` is folded.
bool is_word_unit(char16_t unit);
bool is_hanzi_unit(char16_t unit);

// A character folded alone; characters that fold to several or to nothing are left as they are.
char16_t fold_unit(char16_t unit);

}  // namespace broadsheet
