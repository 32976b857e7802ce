#include "edition/bars.h"

#include <algorithm>

namespace broadsheet {

bool is_barred_row(const Block& block) {
  return block.kind == BlockKind::kList && block.text.find(" |") != std::string::npos;
}

std::vector<std::string_view> cells_at_bars(std::string_view row) {
  std::vector<std::string_view> cells;
  for (size_t begin = 0; begin <= row.size();) {
    const size_t end = std::min(row.find('|', begin), row.size());
    std::string_view cell = row.substr(begin, end - begin);
    while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
    while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
    cells.push_back(cell);
    begin = end + 1;
  }
  return cells;
}

}  // namespace broadsheet
