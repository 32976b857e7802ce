#include "read/column_sums.h"

#include <algorithm>

namespace broadsheet {

ColumnSums::ColumnSums(const Grid& grid, const LineSeams& seams, std::vector<int> pieces)
    : pieces_(std::move(pieces)) {
  const auto piece = [&](size_t k) -> const GridPiece& {
    return grid.pieces[static_cast<size_t>(pieces_[k])];
  };
  const size_t count = pieces_.size();
  int furthest = column_ = count > 0 ? piece(0).column : 0;
  counts_.resize(count + 1);
  seams_.assign(1, 0.0);
  for (size_t k = 0; k < count; ++k) {
    const PieceLook& look = seams.look(pieces_[k]);
    counts_[k + 1] = {counts_[k].titles + look.title, counts_[k].bylines + look.byline,
                      counts_[k].wides + (look.wide && !look.byline)};
    furthest = std::max(furthest, piece(k).last_column);
    if (k > 0) seams_.push_back(seams_.back() + seams.down(pieces_[k - 1], pieces_[k]));
  }
  text_from_.assign(count + 1, static_cast<uint32_t>(count));
  for (size_t k = count; k-- > 0;) {
    const PieceLook& look = seams.look(pieces_[k]);
    text_from_[k] = look.headish || look.wide ? text_from_[k + 1] : static_cast<uint32_t>(k);
  }
  for (int column = column_ + 1; column <= furthest; ++column) {
    std::vector<uint32_t>& running = reaching_.emplace_back(1, 0);
    for (size_t k = 0; k < count; ++k) running.push_back(running.back() + (piece(k).last_column >= column));
  }
  for (int row = 0; row <= grid.rows; ++row) {
    uint32_t k = first_at_.empty() ? 0 : first_at_.back();
    while (k < count && piece(k).row < row) ++k;
    first_at_.push_back(k);
  }
}

size_t ColumnSums::reaching(int column, size_t begin, size_t end) const {
  const auto n = static_cast<size_t>(column - column_ - 1);
  return n < reaching_.size() ? reaching_[n][end] - reaching_[n][begin] : 0;
}

}  // namespace broadsheet
