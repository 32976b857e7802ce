// Rows of a text grid that the dump tool wrote in the wrong order.
//
//     for (int row : swapped_rows(pieces, columns, text, join_score)) std::swap(rows[row], rows[row + 1]);
//
// Where the lines of neighbouring columns do not stand level, `pdftotext -layout` takes bits of several
// heights for one row, and may write a row above the one that is over it on the paper. What each column holds
// then reads better the other way round: at least two columns must say so, and all together plainly.
#pragma once

#include <string_view>
#include <vector>

#include "read/go_on.h"
#include "read/grid.h"

namespace broadsheet {

// The upper of each two rows to be exchanged, from the top. `pieces`: by row, then column.
std::vector<int> swapped_rows(const std::vector<GridPiece>& pieces, size_t columns, std::string_view text,
                              const JoinScore& join_score);

}  // namespace broadsheet
