#include "view/table.h"

#include <algorithm>
#include <cmath>

#include "edition/bars.h"
#include "view/linebreak.h"

namespace broadsheet::view {

namespace {

constexpr size_t kMostCells = 8, kLongestCell = 48, kLongestBarred = 96;  // bytes

bool is_barred(std::string_view text) {
  return text.find('|') != std::string_view::npos;
}

std::vector<std::string_view> cells_of(std::string_view text) {
  if (is_barred(text)) return cells_at_bars(text);
  std::vector<std::string_view> cells;
  while (!text.empty()) {
    size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) break;
    size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    cells.push_back(text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
  return cells;
}

bool is_figure(std::string_view cell) {
  size_t digits = 0;
  for (char c : cell) digits += c >= '0' && c <= '9';
  return digits > 0 && digits * 3 >= cell.size();
}

size_t row_cells(const Block& block) {
  // The parser may take a row for a sub-head or a paragraph.
  if (block.kind == BlockKind::kCaption || block.kind == BlockKind::kCredit ||
      block.kind == BlockKind::kQuote)
    return 0;
  std::vector<std::string_view> cells = cells_of(block.text);
  if (cells.size() < 2 || cells.size() > kMostCells) return 0;
  for (std::string_view cell : cells)
    if (cell.size() > (is_barred(block.text) ? kLongestBarred : kLongestCell)) return 0;
  return cells.size();
}

}  // namespace

size_t table_rows(const std::vector<Block>& blocks, size_t first) {
  size_t columns = row_cells(blocks[first]), rows = 0, figures = 0;
  const bool barred = is_barred(blocks[first].text);
  if (columns == 0) return 0;
  while (first + rows < blocks.size() && row_cells(blocks[first + rows]) == columns &&
         is_barred(blocks[first + rows].text) == barred) {
    std::vector<std::string_view> cells = cells_of(blocks[first + rows].text);
    figures += std::any_of(cells.begin() + 1, cells.end(), is_figure);
    ++rows;
  }
  if (barred) return rows >= 2 ? rows : 0;
  // Words at blanks are not yet a table: most rows have a figure behind their first cell.
  return rows >= 3 && figures * 3 >= rows * 2 ? rows : 0;
}

Table measure_table(Typesetter& setter, const std::vector<Block>& blocks, size_t first, size_t rows,
                    const TextStyle& style, float width) {
  Table table;
  std::vector<size_t> figures;
  for (size_t r = 0; r < rows; ++r) {
    std::vector<std::string_view> cells = cells_of(blocks[first + r].text);
    table.columns.resize(cells.size());
    figures.resize(cells.size());
    bool any = false;
    for (size_t c = 0; c < cells.size(); ++c) {
      table.columns[c].width = std::max(table.columns[c].width, setter.width(cells[c], style) + 1);
      figures[c] += is_figure(cells[c]);
      any = any || (c > 0 && is_figure(cells[c]));
    }
    if (r == 0) table.headed = !any;
  }
  if (is_barred(blocks[first].text)) table.headed = true;
  float room = width;
  for (const Table::Column& column : table.columns) room -= column.width;
  // The columns stand apart as far as the line is wide, but not so far that the eye loses the row.
  const float gap = std::min(room / static_cast<float>(table.columns.size() - 1), 4 * style.size);
  float x = 0;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    Table::Column& column = table.columns[c];
    column.x = x;
    column.right = c > 0 && figures[c] * 2 > rows - (table.headed ? 1 : 0);  // of the rows below the heads
    table.width = x + column.width;
    x = table.width + gap;
  }
  if (gap < style.size) table.columns.clear();
  return table;
}

void tabulate(Typesetter& setter, Layout& layout, std::string_view text, const Table& table) {
  if (layout.lines.size() != 1 || table.columns.empty()) return;
  const std::vector<std::string_view> cells = cells_of(text);
  Line& line = layout.lines[0];
  float x = 0, shift = 0;
  for (size_t c = 0, g = 0; c < std::min(cells.size(), table.columns.size()); ++c) {
    const auto begin = static_cast<uint32_t>(cells[c].data() - text.data());
    const auto end = begin + static_cast<uint32_t>(cells[c].size());
    const Table::Column& to = table.columns[c];
    const float wide = cells[c].empty() ? 0 : setter.width(cells[c], layout.style);
    const float left = to.right ? to.x + to.width - std::min(wide, to.width) : to.x;
    // The bar before the cell takes the room there and draws nothing.
    for (; g < line.count && layout.glyphs[g].offset < begin; ++g) {
      layout.glyphs[g].code = 0;
      layout.glyphs[g].x = x;
      layout.glyphs[g].advance = left - x;
    }
    if (g < line.count) shift = left - layout.glyphs[g].x;
    for (; g < line.count && layout.glyphs[g].offset < end; ++g) layout.glyphs[g].x += shift;
    line.width = x = left + wide;
    if (g > 0 && !cells[c].empty()) layout.glyphs[g - 1].advance = x - layout.glyphs[g - 1].x;
  }
}

}  // namespace broadsheet::view
