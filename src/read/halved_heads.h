// A head of two phrases with a wide gap between them: one line, not the first lines of two columns.
//
//     join_halves(rows, text, bases);   // before the rows are cut
//
// Chinese heads are often two phrases of about one length, set apart by blanks that are as large as their
// letters. Such a head stands alone in its row, and neither of its halves where a column begins.
#pragma once

#include <string_view>
#include <vector>

#include "read/grid_rows.h"

namespace broadsheet {

// `bases`: the cells at which the page's columns begin.
void join_halves(std::vector<GridRow>& rows, std::string_view text, const std::vector<int>& bases);

}  // namespace broadsheet
