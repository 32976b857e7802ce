// The columns of a text grid in a script that sets blanks between words. There a blank says nothing: lines
// are driven out to their measure by gaps as wide as those between columns. But words end where they may, and
// so blanks that stand one below the other row after row are a river between two columns.
//
//     cut_by_rivers(rows, grid);   // grid.bases, grid.measure, grid.pieces but for their indents
#pragma once

#include <vector>

#include "read/grid.h"

namespace broadsheet {

// Rivers are looked for row by row in the rows around, as a page may have columns of one kind above and of
// another below.
void cut_by_rivers(const std::vector<GridRow>& rows, Grid& grid);

}  // namespace broadsheet
