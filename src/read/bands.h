// Heads that stand side by side over the columns of a text grid, told apart.
//
//     LineSeams seams(grid, text, join_score);
//     part_bands(grid, text, seams, join_score);   // grid.pieces are new: make the seams again
//
// Large letters pass the gutters between columns, so that the dump tool takes the heads of neighbouring
// stories for one block: their lines are set tight, at cells that say nothing of the columns below, and rows
// of one head come between those of another. A band is what stands together of such lines. Its words are
// given to strands from left to right, row by row, by beam search: a line goes on with a strand whose last
// words it continues, at whose cell it begins, whose breadth it has. Lines that look like text, in the band
// and around it, are offered too, and left out where no strand wants them. Then the strands are given to
// columns in their order: those that hold no text in these rows, and in which a story begins below.
#pragma once

#include <string_view>

#include "read/grid.h"
#include "read/seam.h"

namespace broadsheet {

// Gives the pieces of bands new columns and cuts, where there is more than one strand.
void part_bands(Grid& grid, std::string_view text, const LineSeams& seams, const JoinScore& join_score);

}  // namespace broadsheet
