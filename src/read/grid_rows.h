// The rows of a text grid as words with the cells at which they stand: what grid.cpp cuts into columns.
//
//     std::vector<GridRow> rows = read_grid_rows(text);
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

struct GridToken {
  Span span;
  int x = 0;  // cell at which it begins
  int cells = 0;
  double width = 0;     // ems
  bool parted = false;  // a letter of an upright head was taken from before it: nothing may reach over that
  bool glued = false;   // printed against the line of a column behind it: glued_words.h
};

// Words of a row; with more it is no row of columns, and is not searched.
inline constexpr size_t kMostRowWords = 64;

struct GridRow {
  std::vector<GridToken> tokens;
  bool lost_block = false;  // words of it are in a block: wide_blocks.h
};

// One row a line, one token a word, in cells of the kind that makes columns line up best.
std::vector<GridRow> read_grid_rows(std::string_view text);

// Cells between token i - 1 and token i.
int gap_before(const GridRow& row, size_t i);

// Lengthens `left` to where `right` ends.
void add_token(GridToken& left, const GridToken& right);

// Joins words that are set letter by letter. `spaced`: in a script that puts blanks between words.
void join_spread(GridRow& row, bool spaced);

// Joins the letters of a line of text that was spread to fill its column, `measure` ems wide.
void join_justified(GridRow& row, double measure);

// Runs between gaps of two cells or more.
std::vector<GridToken> wide_cuts(const GridRow& row);

}  // namespace broadsheet
