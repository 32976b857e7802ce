// How much a run of characters looks like English prose: a letter trigram model with a small table.
//
//     double nats = english_likeness(U"The council met on Tuesday");   // about -2.3 a character
//     double noise = english_likeness(U"rft' ?- 'J »O'");              // about -4 and less
//
// For telling prose from what an OCR engine makes of drawings and fancy type. The table holds
// ln P(c | a b) for 29 classes (blank, a-z, digit, other mark) in eighths of a nat, one byte each;
// src/train/train_letters_en.cpp makes it from articles.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace broadsheet {

inline constexpr int kLetterClasses = 29;
inline constexpr size_t kLetterTable = static_cast<size_t>(kLetterClasses) * kLetterClasses * kLetterClasses;

// 0 blank, 1 to 26 letters without accent and case, 27 digits, 28 anything else.
int letter_class(char32_t c);

// Mean log-probability of the characters of `text` in nats, as if blanks stood around it; 0 for an empty
// text.
double english_likeness(std::u32string_view text);

}  // namespace broadsheet
