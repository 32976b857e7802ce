// The measure of a stretch of a column: a box may have columns wider or narrower than the page's.
//
//     piece.measure = measure_around(grid, column, k);   // ems
#pragma once

#include <cstddef>
#include <vector>

#include "read/grid.h"

namespace broadsheet {

// `column`: the pieces of one column, as indices in grid.pieces, top to bottom. The width that most lines
// around line k have, unless it is that of the page. For scripts without blanks between words.
double measure_around(const Grid& grid, const std::vector<size_t>& column, size_t k);

}  // namespace broadsheet
