#include "read/grid_columns.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "read/measure_around.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kMostColumns = 12;

}  // namespace

void find_columns(const std::vector<GridRow>& rows, Grid& grid) {
  std::map<int, int> starts;
  std::map<int, int> widths;
  int printed = 0;
  for (const GridRow& row : rows) {
    printed += !row.tokens.empty();
    for (const GridToken& piece : wide_cuts(row)) {
      ++starts[piece.x];
      if (piece.width >= 6) ++widths[static_cast<int>(std::lround(piece.width))];
    }
  }
  int best = 0;
  for (auto [width, count] : widths) {
    if (count > best) {
      best = count;
      grid.measure = width;
    }
  }
  if (grid.measure == 0) grid.measure = 20;
  std::vector<std::pair<int, int>> order(starts.begin(), starts.end());
  sort_stably(order, [](const auto& a, const auto& b) { return a.second > b.second; });
  double least = std::max(4.0, .03 * printed);
  for (auto [x, count] : order) {
    if (count < least) break;
    bool free = true;
    for (int base : grid.bases) free = free && std::abs(x - base) >= .7 * grid.measure;
    if (free && grid.bases.size() < kMostColumns) grid.bases.push_back(x);
  }
  if (grid.bases.empty()) grid.bases.push_back(0);
  sort_stably(grid.bases);
}

void find_indents(Grid& grid, bool spaced) {
  std::vector<std::vector<size_t>> columns(grid.bases.size());
  for (size_t i = 0; i < grid.pieces.size(); ++i)
    columns[static_cast<size_t>(grid.pieces[i].column)].push_back(i);
  for (const std::vector<size_t>& column : columns) {
    for (size_t k = 0; k < column.size(); ++k) {
      GridPiece& own = grid.pieces[column[k]];
      std::map<int, int> starts;
      size_t from = k >= 7 ? k - 7 : 0;
      for (size_t n = from; n < std::min(column.size(), k + 8); ++n) {
        const GridPiece& other = grid.pieces[column[n]];
        if (std::abs(other.row - own.row) <= 9) ++starts[other.x];
      }
      int near = grid.bases[static_cast<size_t>(own.column)];
      int count = std::max(1, starts.count(near) ? starts[near] : 0);
      for (auto [x, lines] : starts) {
        if (lines > count && lines >= 4) {
          count = lines;
          near = x;
        }
      }
      own.indent = own.x - near;
      if (own.indent == 0 && count >= 2) own.tight = false;
      own.measure = spaced ? grid.measure : measure_around(grid, column, k);
    }
  }
}

}  // namespace broadsheet
