#include "read/level_heads.h"

#include <algorithm>
#include <utility>

#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kMostStrands = 6;  // heads in one region

class LevelHeads {
 public:
  LevelHeads(const std::vector<int>& heads, const Grid& grid, const LineSeams& seams)
      : heads_(heads), grid_(grid), seams_(seams) {}

  // Does a line of one head stand in the rows of another? Names are no head's.
  bool are_level() const {
    for (int i : heads_) {
      if (piece(i).strand == 0 || seams_.look(i).byline) continue;
      int below = 0;  // more lines of its head
      for (int k : heads_) {
        if (piece(k).strand != piece(i).strand || seams_.look(k).byline) continue;
        below += piece(k).row > piece(i).row;
      }
      if (below == 0) continue;
      for (int k : heads_) {
        if (piece(k).strand != piece(i).strand && !seams_.look(k).byline && piece(k).row == piece(i).row)
          return true;
      }
    }
    return false;
  }

  // From the left.
  std::vector<int> strands() const {
    std::vector<std::pair<int, int>> found;  // first column, strand
    for (int i : heads_) {
      const int strand = piece(i).strand;
      if (std::none_of(found.begin(), found.end(), [&](const auto& s) { return s.second == strand; }))
        found.emplace_back(column_of(strand), strand);
    }
    sort_stably(found);
    std::vector<int> out;
    out.reserve(found.size());
    for (const auto& [column, strand] : found) out.push_back(strand);
    return out;
  }

 private:
  const GridPiece& piece(int i) const { return grid_.pieces[static_cast<size_t>(i)]; }

  int column_of(int strand) const {
    int first = grid_.rows;
    for (int i : heads_) {
      if (piece(i).strand == strand) first = std::min(first, piece(i).column);
    }
    return first;
  }

  const std::vector<int>& heads_;
  const Grid& grid_;
  const LineSeams& seams_;
};

}  // namespace

void part_level_heads(std::vector<int>& heads, const Grid& grid, const LineSeams& seams) {
  const LevelHeads level(heads, grid, seams);
  const std::vector<int> strands = level.strands();
  if (strands.size() < 2 || strands.size() > kMostStrands || !level.are_level()) return;
  const auto place = [&](int i) {
    return std::find(strands.begin(), strands.end(), grid.pieces[static_cast<size_t>(i)].strand) -
           strands.begin();
  };
  sort_stably(heads, [&](int a, int b) { return place(a) < place(b); });
}

}  // namespace broadsheet
