#include "read/grid_rivers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kAround = 12;  // printed rows above, and below
constexpr int kFewest = 4;      // rows that reach over a river
constexpr int kAcross = 2;      // of them that may have a word in it,
constexpr int kAcrossOf = 5;    // or one in so many
constexpr int kStarts = 3;      // of them that begin a word there behind a wide gap
constexpr int kFewWide = 50;    // one gap in so many is wide without a river: the lines are not driven out
constexpr int kWideGap = 3;     // cells; between columns then
constexpr size_t kMostColumns = 12;
constexpr double kLeastWidth = 6;  // ems of a line that says how wide lines are
constexpr double kApart = .9;      // cells between columns, for each em of the measure
constexpr double kSlack = 1.2;     // of the measure: wider pieces reach over columns
constexpr int kReach = 3;          // cells by which they do

class Rivers {
 public:
  Rivers(const std::vector<GridRow>& rows, Grid& grid) : rows_(rows), grid_(grid) {
    for (size_t r = 0; r < rows.size(); ++r) {
      if (!rows[r].tokens.empty()) printed_.push_back(r);
    }
  }

  void run() {
    size_t in = 0;   // rows of printed_ that were counted
    size_t out = 0;  // and those that were taken back
    int gaps = 0;    // between words
    int wide = 0;    // of them wide ones that are no river
    begins_.resize(rows_.size());
    for (size_t i = 0; i < printed_.size(); ++i) {
      while (in < std::min(printed_.size(), i + kAround + 1)) count(printed_[in++], 1);
      while (out + kAround < i) count(printed_[out++], -1);
      const size_t r = printed_[i];
      begins_[r].resize(rows_[r].tokens.size());
      for (size_t k = 1; k < rows_[r].tokens.size(); ++k) {
        begins_[r][k] = begins(r, k);
        ++gaps;
        wide += !begins_[r][k] && gap_before(rows_[r], k) > 1;
      }
    }
    // Lines that are not driven out to their measure have no wide gaps but those between columns.
    ragged_ = wide * kFewWide < gaps;
    for (size_t r : printed_) cut(r);
    measure();
    find_bases();
    place();
  }

 private:
  static int end_of(const GridToken& token) { return token.x + token.cells; }

  void count(size_t r, int by) {
    const std::vector<GridToken>& tokens = rows_[r].tokens;
    const auto end = static_cast<size_t>(end_of(tokens.back()));
    if (words_.size() < end + 2) {
      words_.resize(end + 2);
      reach_.resize(end + 2);
      starts_.resize(end + 2);
    }
    for (const GridToken& token : tokens) {
      for (int x = token.x; x < end_of(token); ++x) words_[static_cast<size_t>(x)] += by;
    }
    for (auto x = static_cast<size_t>(tokens.front().x); x < end; ++x) reach_[x] += by;
    for (size_t k = 1; k < tokens.size(); ++k) {
      if (gap_before(rows_[r], k) > 1) starts_[static_cast<size_t>(tokens[k].x)] += by;
    }
  }

  bool is_river(int from, int to) const {
    for (auto x = static_cast<size_t>(from); x < static_cast<size_t>(to); ++x) {
      const int most = std::max(kAcross, reach_[x] / kAcrossOf);
      if (words_[x] <= most && reach_[x] >= kFewest) return true;
    }
    return false;
  }

  // Does a column begin with word k of row r? One with a single blank before it may stand behind a river by
  // chance.
  bool begins(size_t r, size_t k) const {
    const std::vector<GridToken>& tokens = rows_[r].tokens;
    const bool alone = gap_before(rows_[r], k) <= 1 && starts_[static_cast<size_t>(tokens[k].x)] < kStarts;
    return !alone && is_river(end_of(tokens[k - 1]), tokens[k].x);
  }

  void cut(size_t r) {
    const std::vector<GridToken>& tokens = rows_[r].tokens;
    GridToken piece = tokens.front();
    const auto put = [&] {
      GridPiece out;
      out.span = piece.span;
      out.row = static_cast<int>(r);
      out.x = piece.x;
      out.width = piece.width;
      ends_.push_back(end_of(piece));
      grid_.pieces.push_back(out);
    };
    for (size_t k = 1; k < tokens.size(); ++k) {
      if (begins_[r][k] || (ragged_ && gap_before(rows_[r], k) >= kWideGap)) {
        put();
        piece = tokens[k];
      } else {
        add_token(piece, tokens[k]);
      }
    }
    put();
  }

  // The width that most pieces have.
  void measure() {
    std::map<int, int> widths;
    for (const GridPiece& piece : grid_.pieces) {
      if (piece.width >= kLeastWidth) ++widths[static_cast<int>(std::lround(piece.width))];
    }
    int best = 0;
    grid_.measure = 20;
    for (auto [width, count] : widths) {
      const auto at = [&](int w) {
        const auto it = widths.find(w);
        return it == widths.end() ? 0 : it->second;
      };
      const int near = count + (at(width - 1) + at(width + 1)) / 2;
      if (near > best) {
        best = near;
        grid_.measure = width;
      }
    }
  }

  void find_bases() {
    std::map<int, int> starts;
    for (const GridPiece& piece : grid_.pieces) ++starts[piece.x];
    std::vector<std::pair<int, int>> order(starts.begin(), starts.end());
    sort_stably(order, [](const auto& a, const auto& b) { return a.second > b.second; });
    const double least = std::max(4.0, .02 * static_cast<double>(printed_.size()));
    for (const std::pair<int, int>& start : order) {
      if (start.second < least || grid_.bases.size() == kMostColumns) break;
      const bool free = std::all_of(grid_.bases.begin(), grid_.bases.end(), [&](int base) {
        return std::abs(start.first - base) >= kApart * grid_.measure;
      });
      if (free) grid_.bases.push_back(start.first);
    }
    if (grid_.bases.empty()) grid_.bases.push_back(0);
    sort_stably(grid_.bases);
  }

  void place() {
    const auto last = static_cast<int>(grid_.bases.size()) - 1;
    const auto base = [&](int column) { return grid_.bases[static_cast<size_t>(column)]; };
    for (size_t i = 0; i < grid_.pieces.size(); ++i) {
      GridPiece& piece = grid_.pieces[i];
      int column = 0;
      while (column < last && std::abs(piece.x - base(column + 1)) <= std::abs(piece.x - base(column)))
        ++column;
      if (i > 0 && grid_.pieces[i - 1].row == piece.row)
        column = std::max(column, std::min(last, grid_.pieces[i - 1].column + 1));
      piece.column = piece.last_column = column;
      piece.indent = piece.x - base(column);
      if (piece.width <= kSlack * grid_.measure) continue;
      while (piece.last_column < last && base(piece.last_column + 1) < ends_[i] - kReach) ++piece.last_column;
    }
  }

  const std::vector<GridRow>& rows_;
  Grid& grid_;
  std::vector<size_t> printed_;
  // Of the rows around, for each cell:
  std::vector<int> words_;                 // how many have a word there
  std::vector<int> reach_;                 // how many begin before it and end behind it
  std::vector<int> starts_;                // how many begin a word there behind a wide gap
  std::vector<std::vector<bool>> begins_;  // of each word: a column begins with it
  bool ragged_ = false;
  std::vector<int> ends_;  // of each piece
};

}  // namespace

void cut_by_rivers(const std::vector<GridRow>& rows, Grid& grid) {
  Rivers(rows, grid).run();
}

}  // namespace broadsheet
