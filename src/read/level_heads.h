// Heads that stand side by side in a text grid, read one after the other.
//
//     part_level_heads(heads, grid, seams);   // `heads`: pieces of one region, row by row
#pragma once

#include <vector>

#include "read/grid.h"
#include "read/seam.h"

namespace broadsheet {

// Sorts the pieces by the strand that they are of (bands.h), the strands from the left, where a line of one
// head stands level with a line of another; they stay as they are elsewhere.
void part_level_heads(std::vector<int>& heads, const Grid& grid, const LineSeams& seams);

}  // namespace broadsheet
