#include "read/strand_fits.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

double StrandFits::widest(const std::vector<int>& strand) const {
  double most = 0;
  for (int index : strand) most = std::max(most, segments_[static_cast<size_t>(index)].width);
  return most;
}

std::vector<int> StrandFits::spans_of(const std::vector<std::vector<int>>& strands) const {
  double column = 99;
  for (const std::vector<int>& strand : strands) {
    if (strand.size() >= 3) column = std::min(column, std::max(4.0, widest(strand)));
  }
  std::vector<int> out;
  out.reserve(strands.size());
  for (const std::vector<int>& strand : strands)
    out.push_back(std::clamp(static_cast<int>(std::lround(widest(strand) / column)), 1, 5));
  return out;
}

bool StrandFits::is_pushed(const std::vector<int>& left, const std::vector<int>& strand) const {
  int end = 0;
  for (int index : left) {
    const BandSegment& segment = segments_[static_cast<size_t>(index)];
    end = std::max(end, segment.x + segment.cells);
  }
  int x = 1 << 20;
  for (int index : strand) x = std::min(x, segments_[static_cast<size_t>(index)].x);
  return x <= end + 2 && x > segments_[static_cast<size_t>(left.front())].x;
}

bool StrandFits::is_set_tight(const std::vector<int>& strand) const {
  int x = 1 << 20;
  for (int index : strand) x = std::min(x, segments_[static_cast<size_t>(index)].x);
  for (int index : strand) {
    const BandSegment& segment = segments_[static_cast<size_t>(index)];
    if (segment.x > x) continue;
    const GridRow& row = grid_.words[static_cast<size_t>(segment.row)];
    for (size_t t = 1; t < row.tokens.size(); ++t) {
      if (row.tokens[t].x == x && gap_before(row, t) <= 1) return true;
    }
  }
  return false;
}

double StrandFits::kept(const std::vector<int>& strand, int column, const std::vector<int>& band) const {
  double count = 0;
  for (int index : strand) {
    const BandSegment& segment = segments_[static_cast<size_t>(index)];
    for (int i : band) count += piece(i).span == segment.span && piece(i).column == column;
  }
  return count / static_cast<double>(strand.size());
}

bool StrandFits::overlap(const std::vector<int>& a, const std::vector<int>& b) const {
  const int a0 = segments_[static_cast<size_t>(a.front())].row;
  const int a1 = segments_[static_cast<size_t>(a.back())].row;
  const int b0 = segments_[static_cast<size_t>(b.front())].row;
  const int b1 = segments_[static_cast<size_t>(b.back())].row;
  return a0 <= b1 && b0 <= a1;
}

double StrandFits::fits(const std::vector<int>& strand, int column, bool pushed) const {
  const BandSegment& top = segments_[static_cast<size_t>(strand.front())];
  const BandSegment& foot = segments_[static_cast<size_t>(strand.back())];
  double score = 0;
  int above = -1;
  int below = -1;
  for (int index : strand) {
    const BandSegment& segment = segments_[static_cast<size_t>(index)];
    if (column < segment.least || column > segment.most) score -= 2.8;
  }
  for (int i : columns_[static_cast<size_t>(column)]) {
    if (loose_[static_cast<size_t>(i)]) continue;
    const int row = piece(i).row;
    if (row >= top.row && row <= foot.row && (seams_.look(i).headish || seams_.look(i).wide)) continue;
    if (row < top.row) {
      above = i;
    } else if (row <= foot.row) {
      if (strand.size() > 1 || row != top.row || !piece(i).tight) score -= 3.9;
      if (below < 0) below = i;
    } else {
      if (below < 0) below = i;
      break;
    }
  }
  if (below < 0) {
    score -= 1.5;
  } else {
    const PieceLook& look = seams_.look(below);
    const int gap = piece(below).row - foot.row;
    if (look.opener)
      score += 2.5;
    else if (look.set_in && !look.running)
      score += 1;
    score -= .04 * std::clamp(gap - 2, 0, 20);
    const std::vector<int>& all = columns_[static_cast<size_t>(column)];
    const auto at = std::lower_bound(all.begin(), all.end(), below);
    if (at != all.begin() && seams_.look(*(at - 1)).byline && piece(*(at - 1)).row > foot.row) score += 1.5;
    if (above >= 0) score -= std::clamp(seams_.down(above, below) - (look.opener ? 3 : 0), 0.0, 4.0);
  }
  const int base = grid_.bases[static_cast<size_t>(column)];
  if (!pushed && (top.sure || foot.sure)) {
    const int x = top.sure ? top.x : foot.x;
    score -= .04 * std::min(40, std::abs(x - base));
    if (x < base - 3) score -= .4;
    if (std::abs(x - base) <= 1) score += .8;
  }
  return score;
}

}  // namespace broadsheet
