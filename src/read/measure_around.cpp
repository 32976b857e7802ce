#include "read/measure_around.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace broadsheet {
namespace {

constexpr size_t kAround = 8;  // lines of a column around one, to find its measure
constexpr int kRowsAround = 40;
constexpr int kLeastLines = 4;  // of one width, and more than twice as many as of the page's

}  // namespace

double measure_around(const Grid& grid, const std::vector<size_t>& column, size_t k) {
  const GridPiece& own = grid.pieces[column[k]];
  std::map<int, int> widths;  // in half ems
  for (size_t n = k >= kAround ? k - kAround : 0; n < std::min(column.size(), k + kAround + 1); ++n) {
    const GridPiece& other = grid.pieces[column[n]];
    if (std::abs(other.row - own.row) <= kRowsAround)
      ++widths[static_cast<int>(std::lround(2 * other.width))];
  }
  // Lines of one measure may differ by an em: what stands at their ends is half as wide.
  const auto lines_of = [&](int width) {
    int lines = 0;
    for (auto at = widths.lower_bound(width - 2); at != widths.end() && at->first <= width + 1; ++at)
      lines += at->second;
    return lines;
  };
  const int usual = lines_of(static_cast<int>(std::lround(2 * grid.measure)));
  int best = 0;
  int most = 0;
  for (auto [width, count] : widths) {
    if (width >= 12 && lines_of(width) > most) {
      most = lines_of(width);
      best = width;
    }
  }
  return most >= kLeastLines && most > 2 * usual ? best / 2.0 : grid.measure;
}

}  // namespace broadsheet
