// Which head stands over which beginning of a story, by what both are about.
//
//     part_heads(sheet, strands, head_at);         // heads of several stories in a row
//     match_beginnings(sheet, head_at, strands);   // a tool may print a head away from its story
//
// A beginning is a strand that opens as only a story does (本报讯, a line of names above it). A tool that
// reads blocks from the top prints the heads of neighbouring stories one behind the other, and all of them
// before the text of the last.
#pragma once

#include <vector>

#include "compose/sheet.h"

namespace broadsheet {

// Pieces of one story in a row, as stitch chained them.
struct Strand {
  std::vector<size_t> pieces;
  size_t first = 0;  // index of the first and last piece in the dump
  size_t last = 0;
  bool lead = false;       // begins as only a story does
  bool picture = false;    // a picture's text
  bool signature = false;  // a name closes it
  int story = -1;          // index in Sheet::stories
};

inline constexpr size_t kHeadsNear = 32;  // heads, or beginnings, each way that are looked at
// Of `count` places, the first of the 2 * kHeadsNear around `at`; 0 where there are no more than these.
size_t window(size_t at, size_t count);

// `strands` in the order of the dump; `head_at`: where each story's head stands in the dump.
void part_heads(Sheet& sheet, const std::vector<Strand>& strands, std::vector<size_t>& head_at);

// Gives beginnings to the heads that are about the same; what stands right below a head speaks for it.
void match_beginnings(const Sheet& sheet, const std::vector<size_t>& head_at, std::vector<Strand>& strands);

// Of heads in a row, those that no text is like go to the beginnings that are left between the texts of the
// heads around them, if these are as many.
void match_rows(const Sheet& sheet, const std::vector<size_t>& head_at, std::vector<Strand>& strands);

// Where columns are read as strips: the words of a picture right below 图片报道 stand alone, no other text
// goes to their story.
void set_pictures_apart(Sheet& sheet, std::vector<Strand>& strands);

}  // namespace broadsheet
