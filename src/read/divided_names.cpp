#include "read/divided_names.h"

#include <algorithm>
#include <cstdlib>

#include "read/measure.h"
#include "read/strands.h"
#include "text/every.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr int kSlip = 1;         // cells by which the two lines may begin apart
constexpr int kEdge = 1;         // and from the edge of their column
constexpr double kShort = 3;     // ems by which the first may be short of its column
constexpr size_t kMostRest = 3;  // hanzi of the second

// One to three hanzi, and what says whose text and pictures are.
bool is_rest(std::string_view words) {
  for (std::string_view form : {"文/图", "图/文", "文图", "摄影报道"}) {
    if (!words.ends_with(form)) continue;
    words.remove_suffix(form.size());
    break;
  }
  while (words.ends_with(' ')) words.remove_suffix(1);
  size_t hanzi = 0;
  for (size_t at = 0; at < words.size(); ++hanzi) {
    if (!every_is_hanzi(every_code_point(words, at))) return false;
  }
  return hanzi >= 1 && hanzi <= kMostRest;
}

}  // namespace

void keep_divided_names(Grid& grid, std::string_view text) {
  if (is_spaced(text)) return;
  const auto words = [&](const GridPiece& p) { return text.substr(p.span.begin, p.span.end - p.span.begin); };
  bool moved = false;
  size_t below = 0;
  for (GridPiece& names : grid.pieces) {
    while (below < grid.pieces.size() && grid.pieces[below].row <= names.row) ++below;
    if (names.width < grid.measure - kShort || !is_byline_start(words(names))) continue;
    const auto base = std::find_if(grid.bases.begin(), grid.bases.end(),
                                   [&](int b) { return std::abs(b - names.x) <= kEdge; });
    if (base == grid.bases.end()) continue;
    for (size_t k = below; k < grid.pieces.size() && grid.pieces[k].row == names.row + 1; ++k) {
      GridPiece& rest = grid.pieces[k];
      if (std::abs(rest.x - names.x) > kSlip || !is_rest(words(rest))) continue;
      for (GridPiece* piece : {&names, &rest}) {
        piece->column = piece->last_column = static_cast<int>(base - grid.bases.begin());
        piece->kept = true;
      }
      moved = true;
      break;
    }
  }
  if (!moved) return;
  sort_stably(grid.pieces, [](const GridPiece& a, const GridPiece& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
}

}  // namespace broadsheet
