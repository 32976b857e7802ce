#include "read/swapped_rows.h"

#include <algorithm>

namespace broadsheet {
namespace {

constexpr double kGain = 5;       // nats by which all columns together read better
constexpr double kEach = 1;       // and those by which one does, to be counted
constexpr int kLeastColumns = 2;  // so many of them
constexpr int kNear = 4;          // rows to a line that may go on

class Swaps {
 public:
  Swaps(const std::vector<GridPiece>& pieces, size_t columns, std::string_view text,
        const JoinScore& join_score)
      : pieces_(pieces), columns_(columns), text_(text), join_score_(join_score) {
    for (size_t i = 0; i < pieces.size(); ++i) {
      if (static_cast<size_t>(pieces[i].column) < columns)
        columns_[static_cast<size_t>(pieces[i].column)].push_back(static_cast<int>(i));
    }
  }

  std::vector<int> find() const {
    std::vector<int> out;
    for (size_t begin = 0, end = 0; begin < pieces_.size(); begin = end) {
      const int row = pieces_[begin].row;
      bool tight = false;
      for (; end < pieces_.size() && pieces_[end].row == row; ++end) tight = tight || pieces_[end].tight;
      if (!tight || (!out.empty() && out.back() == row - 1)) continue;
      if (is_swapped(row)) out.push_back(row);
    }
    return out;
  }

 private:
  bool is_swapped(int row) const {
    double sum = 0;
    int better = 0;
    for (const std::vector<int>& column : columns_) {
      const auto at =
          std::lower_bound(column.begin(), column.end(), row, [&](int i, int r) { return piece(i).row < r; });
      if (at == column.end() || at + 1 == column.end() || piece(*at).row != row ||
          piece(at[1]).row != row + 1)
        continue;
      double gain = joined(at[1], at[0]) - joined(at[0], at[1]);
      if (at != column.begin() && row - piece(at[-1]).row <= kNear)
        gain += joined(at[-1], at[1]) - joined(at[-1], at[0]);
      if (at + 2 != column.end() && piece(at[2]).row - row - 1 <= kNear)
        gain += joined(at[0], at[2]) - joined(at[1], at[2]);
      sum += gain;
      better += gain >= kEach;
    }
    return sum >= kGain && better >= kLeastColumns;
  }

  const GridPiece& piece(int i) const { return pieces_[static_cast<size_t>(i)]; }

  double joined(int left, int right) const {
    const Span& a = piece(left).span;
    const Span& b = piece(right).span;
    return std::clamp(
        join_score_(text_.substr(a.begin, a.end - a.begin), text_.substr(b.begin, b.end - b.begin)), -3.0,
        5.0);
  }

  const std::vector<GridPiece>& pieces_;
  std::vector<std::vector<int>> columns_;  // pieces of each column
  std::string_view text_;
  const JoinScore& join_score_;
};

}  // namespace

std::vector<int> swapped_rows(const std::vector<GridPiece>& pieces, size_t columns, std::string_view text,
                              const JoinScore& join_score) {
  if (!join_score) return {};
  return Swaps(pieces, columns, text, join_score).find();
}

}  // namespace broadsheet
