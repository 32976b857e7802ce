// The text below a picture that is wider than a column.
//
//     std::vector<WideBlock> blocks = take_wide_blocks(rows, text, measure, join_score);   // before the cut
//
// Below a picture over two columns or more its text stands in lines as wide as that; in the grid the rows of
// the columns beside it come between them, and row by row they look like heads over those columns. The lines
// of one text begin at one cell, go on one from another, and say at their end who took the picture, or what
// it shows.
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "read/go_on.h"
#include "read/grid_rows.h"

namespace broadsheet {

struct WideBlock {
  std::vector<Span> lines;
  int x = 0;    // cell at which they begin
  int top = 0;  // rows [top, bottom]
  int bottom = 0;
  double width = 0;  // ems
};

// The words of the blocks leave the rows. `measure`: ems of a full line of a column.
std::vector<WideBlock> take_wide_blocks(std::vector<GridRow>& rows, std::string_view text, double measure,
                                        const JoinScore& join_score);

}  // namespace broadsheet
