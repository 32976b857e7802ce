// The order in which the columns of a text grid are read.
//
//     LineSeams seams(grid, text, join_score);
//     std::vector<Strip> strips = order_strips(grid, seams);
//
// A page is taken for rectangles within rectangles: a region is one story, or it is cut across or down in two
// regions (a guillotine partition, as in XY cuts: Nagy and Seth 1984). Which cuts are made is one choice over
// the whole page, by dynamic programming: every story pays for itself, and is paid for a head over it, a
// beginning that begins, an end that ends, and for every seam within it that reads well: line to line down a
// column, foot to head from column to column. What comes out reads like a dump in which columns follow one
// another.
#pragma once

#include <vector>

#include "read/grid.h"
#include "read/seam.h"

namespace broadsheet {

struct Strip {
  std::vector<int> pieces;  // indices in Grid::pieces, top to bottom
  int region = 0;           // strips of one story share it; regions are numbered in reading order
  bool head = false;        // stands over the columns
  bool margin = false;      // the line of date and page over all stories, or that of the editors under them
};

// All pieces, each in one strip, in reading order.
std::vector<Strip> order_strips(const Grid& grid, const LineSeams& seams);

}  // namespace broadsheet
