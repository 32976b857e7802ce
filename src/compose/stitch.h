// Which piece goes on where: scores every open end against every open start, then chooses globally.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Fills open_start, open_end, previous, next and link of paragraphs; marks duplicates.
void stitch(Sheet& sheet);

// How much one language knows about a paragraph's ends. One file a language.
struct Ends {
  bool open_start = false;
  bool open_end = false;
};
Ends ends_zh(const Piece& piece);
Ends ends_en(const Piece& piece);

// Log-odds that `right` goes on from `left` in mid-sentence, by their texts alone.
double continuation_zh(const Piece& left, const Piece& right);
double continuation_en(const Piece& left, const Piece& right);

}  // namespace broadsheet
