// Heads of a text grid that are set upright: one letter below the other, beside the text.
//
//     std::vector<Upright> heads = take_uprights(rows, text);   // their letters leave the rows
//     place_uprights(grid);                                     // each becomes a piece of a column
//
// In the grid each letter stands alone at about one cell, a few rows below the one before, between the
// columns' lines. Lines that stand side by side are one head, read from the right. Columns of a table and
// marks of a list stand so too: they are told by what the letters are, by the labels of rows before them, and
// by three of them or more that stand in the same rows.
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "read/grid_rows.h"

namespace broadsheet {

struct Upright {
  std::vector<Span> letters;  // in reading order
  int left = 0;               // cells [left, right]
  int right = 0;
  int top = 0;  // rows [top, bottom]
  int bottom = 0;
};

struct Grid;

std::vector<Upright> take_uprights(std::vector<GridRow>& rows, std::string_view text);

// Gives each upright head of the grid to the column beside it in which something begins at its top.
void place_uprights(Grid& grid);

}  // namespace broadsheet
