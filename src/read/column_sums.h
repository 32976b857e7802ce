// The pieces of one column of a text grid, and running counts of them: how many titles, bylines, lines of
// heads stand between two rows is then known at once, whatever stands there.
//
//     ColumnSums column(grid, seams, pieces);           // indices in Grid::pieces, top to bottom
//     auto [begin, end] = column.slice(top, bottom);    // places in column.pieces()
//     size_t names = column.counts(begin, end).bylines;
//     double odds = column.seams(begin, end);           // how well these lines read, one after another
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "read/grid.h"
#include "read/seam.h"

namespace broadsheet {

class ColumnSums {
 public:
  struct Counts {
    uint32_t titles = 0;   // PieceLook::title
    uint32_t bylines = 0;  // PieceLook::byline
    uint32_t wides = 0;    // PieceLook::wide, without bylines
  };

  ColumnSums(const Grid& grid, const LineSeams& seams, std::vector<int> pieces);

  const std::vector<int>& pieces() const { return pieces_; }
  int operator[](size_t k) const { return pieces_[k]; }
  size_t size() const { return pieces_.size(); }

  // The pieces in the rows [top, bottom), rows of the whole grid: [begin, end).
  std::pair<size_t, size_t> slice(int top, int bottom) const {
    return {first_at_[static_cast<size_t>(top)], first_at_[static_cast<size_t>(bottom)]};
  }
  // The first piece in this row or below; row <= Grid::rows.
  size_t first_at(int row) const { return first_at_[static_cast<size_t>(row)]; }
  // The first piece at or behind k that is text: neither headish nor wider than the column.
  size_t text_from(size_t k) const { return text_from_[k]; }
  Counts counts(size_t begin, size_t end) const {
    const Counts& a = counts_[begin];
    const Counts& b = counts_[end];
    return {b.titles - a.titles, b.bylines - a.bylines, b.wides - a.wides};
  }
  // How many reach into column `column`, to the right of this one, or beyond.
  size_t reaching(int column, size_t begin, size_t end) const;
  // The sum of the seams down the column in [begin, end), which is not empty.
  double seams(size_t begin, size_t end) const { return seams_[end - 1] - seams_[begin]; }

 private:
  std::vector<int> pieces_;
  int column_ = 0;
  std::vector<uint32_t> first_at_;
  std::vector<uint32_t> text_from_;
  std::vector<Counts> counts_;
  std::vector<std::vector<uint32_t>> reaching_;  // running, of each column to the right
  std::vector<double> seams_;                    // of the first piece to each
};

}  // namespace broadsheet
