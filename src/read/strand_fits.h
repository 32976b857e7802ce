// How well the lines of one head, a strand of a band (bands.h), stand over a column of a text grid.
#pragma once

#include <string_view>
#include <vector>

#include "read/grid.h"
#include "read/seam.h"
#include "read/strands.h"

namespace broadsheet {

// The words that one row of a band has for one strand.
struct BandSegment : StrandSegment {
  int least = 0;  // columns between those of the text before and behind it in its row
  int most = 0;
};

class StrandFits {
 public:
  // `columns`: the pieces of each column; `loose`: of each piece, may it be a head's.
  StrandFits(const Grid& grid, const LineSeams& seams, const std::vector<std::vector<int>>& columns,
             const std::vector<bool>& loose, const std::vector<BandSegment>& segments)
      : grid_(grid), seams_(seams), columns_(columns), loose_(loose), segments_(segments) {}

  // Over how many columns each strand stands, if a head of several short lines stands over one.
  std::vector<int> spans_of(const std::vector<std::vector<int>>& strands) const;
  // Do its lines begin right behind those to their left? Then their cell says nothing.
  bool is_pushed(const std::vector<int>& left, const std::vector<int>& strand) const;
  // Does its leftmost cell come of nothing but the words before it in a row?
  bool is_set_tight(const std::vector<int>& strand) const;
  // The share of the strand's lines that the cut had in this column already.
  double kept(const std::vector<int>& strand, int column, const std::vector<int>& band) const;
  bool overlap(const std::vector<int>& a, const std::vector<int>& b) const;
  // How well a strand stands in a column: no text beside it, a story's beginning below it.
  double fits(const std::vector<int>& strand, int column, bool pushed) const;

 private:
  const GridPiece& piece(int i) const { return grid_.pieces[static_cast<size_t>(i)]; }
  double widest(const std::vector<int>& strand) const;

  const Grid& grid_;
  const LineSeams& seams_;
  const std::vector<std::vector<int>>& columns_;
  const std::vector<bool>& loose_;
  const std::vector<BandSegment>& segments_;
};

}  // namespace broadsheet
