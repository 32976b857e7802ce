// Words of two columns that the tool printed with no blank between them.
//
//     part_glued(rows, text, bases, measure, join_score);   // before the rows are cut
//
// Where a line of a head reaches to the edge of the next column, its last letter stands in the cell before
// the first of that column's text, and both come out as one word: longer than a line, with a column's edge
// inside.
#pragma once

#include <string_view>
#include <vector>

#include "read/go_on.h"
#include "read/grid_rows.h"

namespace broadsheet {

// Cuts such a word where what is behind the edge is a full line that goes on the lines above and below it in
// its column better than on the word before the edge. `bases`: the cells at which the columns begin;
// `measure`: ems of a full line.
void part_glued(std::vector<GridRow>& rows, std::string_view text, const std::vector<int>& bases,
                double measure, const JoinScore& join_score);

}  // namespace broadsheet
