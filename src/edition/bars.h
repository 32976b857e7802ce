// A row of a table that a Markdown dump parted by bars: "月份 | 开合 | 误点".
//
//     for (std::string_view cell : cells_at_bars(block.text)) ...
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

// Is the block such a row?
bool is_barred_row(const Block& block);

// What stands between the bars, blanks around it left out. One cell where there is no bar.
std::vector<std::string_view> cells_at_bars(std::string_view row);

}  // namespace broadsheet
