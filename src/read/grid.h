// A page in a text grid, as `pdftotext -layout` prints it: columns side by side, one printed row a line.
//
//     Grid grid = cut_grid(text, join_score);
//     for (const GridPiece& piece : grid.pieces) ...   // what one column holds in one row
//
// The dump tool places every run of print at a cell that grows with its place on the paper, so the runs of
// one column begin at one cell all the page long, whatever their width; but rows that it took for one line
// across the columns are set tight, with a single space between the columns. cut_grid finds the columns'
// cells, then cuts each row by dynamic programming: where a piece begins, how wide it is, whether the words
// go on to the right or below, each has its price. Rows that the tool wrote in the wrong order change places
// (swapped_rows.h): the spans of the pieces then do not ascend.
//
// Cells count from 0; widths are in ems of the page's letter: a full-width character is 1, any other 1/2.
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "read/go_on.h"
#include "read/grid_rows.h"
#include "read/upright.h"
#include "read/wide_blocks.h"

namespace broadsheet {

struct GridPiece {
  Span span;            // bytes of the text, without blanks at either end
  int row = 0;          // line of the text, unless rows have changed places
  int x = 0;            // cell at which it begins
  double width = 0;     // ems
  int column = 0;       // index in Grid::bases
  int last_column = 0;  // the same, unless it is wider than its column
  int indent = 0;       // cells from the column's base; 0 in rows that are set tight
  bool tight = false;   // the row is set tight: x says nothing
  double measure = 0;   // ems of a full line of the column thereabouts: a box may have columns of its own
  int upright = -1;     // index in Grid::uprights: a head set upright, its letters not in `span`
  bool kept = false;    // names over two rows (divided_names.h): bands.h leaves them alone
  int strand = 0;       // number of the head to which bands.h gave it; 0: none, or the cut had it so already
};

struct Grid {
  std::vector<int> bases;  // cell at which each column begins, left to right
  double measure = 0;      // ems of a full line
  int rows = 0;
  std::vector<GridPiece> pieces;  // by row, then column
  std::vector<GridRow> words;     // of each row, without letters of upright heads
  std::vector<Upright> uprights;
  std::vector<WideBlock> blocks;  // no pieces of them
  double gutters = 0;  // share of the rows with print in which two columns or more stand side by side, [0, 1]
};

Grid cut_grid(std::string_view text, const JoinScore& join_score);

}  // namespace broadsheet
