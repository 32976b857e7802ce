// What can be counted of a piece of a Chinese page.
//
//     const Facts facts = facts_of(piece);   // how long, does it end as a sentence, may it be a head
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

inline constexpr size_t kLongHead = 60;  // characters; longer ones are paragraphs

struct Facts {
  size_t length = 0;      // without blanks
  bool sentence = false;  // ends as one
  bool stops = false;     // has a full stop inside
  bool is_short = false;  // may be a head
  size_t commas = 0;
  bool bracket = false;  // ends with one
};

Facts facts_of(const Piece& piece);

// What an OCR engine makes of a rule or a speck: a letter or two, or a single hanzi with no mark.
bool is_speck(const std::u32string& text);

}  // namespace broadsheet
