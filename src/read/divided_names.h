// Lines of writers' names that go over into a second row of a text grid: "▶ 本报记者 林知远 通讯员 夏" and
// below it "雨 文/图".
//
//     keep_divided_names(grid, text);   // once the rows are cut
//
// The second line is so short that it passes for a word of any column; both stand where they begin.
#pragma once

#include <string_view>

#include "read/grid.h"

namespace broadsheet {

// Sets both lines into the column at whose edge they begin, and marks them (GridPiece::kept).
void keep_divided_names(Grid& grid, std::string_view text);

}  // namespace broadsheet
