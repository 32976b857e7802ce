#include "view/table.h"

#include <algorithm>

#include "view/linebreak.h"

namespace broadsheet::view {

namespace {

constexpr size_t kMostCells = 8, kLongestCell = 48;  // bytes

std::vector<std::string_view> cells_of(std::string_view text) {
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
    if (cell.size() > kLongestCell) return 0;
  return cells.size();
}

}  // namespace

size_t table_rows(const std::vector<Block>& blocks, size_t first) {
  size_t columns = row_cells(blocks[first]), rows = 0, figures = 0;
  if (columns == 0) return 0;
  while (first + rows < blocks.size() && row_cells(blocks[first + rows]) == columns) {
    std::vector<std::string_view> cells = cells_of(blocks[first + rows].text);
    figures += std::any_of(cells.begin() + 1, cells.end(), is_figure);
    ++rows;
  }
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
  float x = 0, gap = 2 * style.size;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    Table::Column& column = table.columns[c];
    column.x = x;
    column.right = c > 0 && figures[c] * 2 > rows - (table.headed ? 1 : 0);  // of the rows below the heads
    x += column.width + gap;
  }
  if (x - gap > width) table.columns.clear();
  return table;
}

void tabulate(Typesetter& setter, Layout& layout, std::string_view text, const Table& table) {
  if (layout.lines.size() != 1 || table.columns.empty()) return;
  const std::vector<std::string_view> cells = cells_of(text);
  Line& line = layout.lines[0];
  size_t column = 0;
  uint32_t begin = 0;
  // Of each cell: glyphs [begin, end).
  auto place = [&](uint32_t end) {
    if (begin == end || column >= table.columns.size()) return;
    const Table::Column& to = table.columns[column];
    std::vector<Glyph>& glyphs = layout.glyphs;
    float from = glyphs[begin].x;
    float wide = column < cells.size() ? setter.width(cells[column], layout.style) : 0;
    float x = to.right ? to.x + to.width - std::min(wide, to.width) : to.x;
    for (uint32_t g = begin; g < end; ++g) glyphs[g].x += x - from;
    glyphs[end - 1].advance = x + wide - glyphs[end - 1].x;
    line.width = x + wide;
    ++column;
    begin = end;
  };
  for (uint32_t g = 1; g < line.count; ++g) {
    uint32_t at = layout.glyphs[g].offset;
    if (at > 0 && at <= text.size() && (text[at - 1] == ' ' || text[at - 1] == '\t')) place(g);
  }
  place(line.count);
}

}  // namespace broadsheet::view
