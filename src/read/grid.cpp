#include "read/grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "read/ablation.h"
#include "read/brackets.h"
#include "read/glued_words.h"
#include "read/grid_columns.h"
#include "read/grid_rivers.h"
#include "read/grid_rows.h"
#include "read/halved_heads.h"
#include "read/line_names.h"
#include "read/measure.h"
#include "read/seam.h"
#include "read/swapped_rows.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr double kSkip = 2;  // a column left out between two words with one space between them
constexpr int kNearRows = 3;
constexpr double kKeptEdge = .6;
constexpr double kShort = 2;       // a line that does not fill its column, and ends a sentence
constexpr double kShortOpen = 3;   // one that does not end a sentence
constexpr double kPartsNames = 9;  // for what somebody is in one column and the name in the next

class Cutter {
 public:
  Cutter(std::string_view text, const JoinScore& join_score)
      : text_(text), join_score_(join_score), rows_(read_grid_rows(text)) {
    spaced_ = is_spaced(text);
    if (!spaced_) grid_.uprights = take_uprights(rows_, text);
    for (GridRow& row : rows_) {
      if (row.tokens.size() <= kMostRowWords) {
        join_spread(row, spaced_);
        continue;
      }
      row.tokens = wide_cuts(row);
      while (row.tokens.size() > kMostRowWords) {
        add_token(row.tokens[row.tokens.size() - 2], row.tokens.back());
        row.tokens.pop_back();
      }
    }
  }

  Grid run() {
    grid_.rows = static_cast<int>(rows_.size());
    if (spaced_) {
      cut_by_rivers(rows_, grid_);
      return finished();
    }
    find_columns(rows_, grid_);
    if (!without(Step::kWideBlocks))
      grid_.blocks = take_wide_blocks(rows_, text_, grid_.measure, join_score_);
    if (!without(Step::kWordsInGrid)) {
      for (GridRow& row : rows_) join_justified(row, grid_.measure);
      join_halves(rows_, text_, grid_.bases);
      part_glued(rows_, text_, grid_.bases, grid_.measure, join_score_);
    }
    // Twice: the second time it is known what each column holds below a row, too.
    for (int pass = 0; pass < (join_score_ ? 2 : 1); ++pass) {
      below_ = std::move(grid_.pieces);
      if (pass > 0) exchange_rows();
      grid_.pieces.clear();
      last_.assign(grid_.bases.size(), GridToken{});
      last_row_.assign(grid_.bases.size(), -99);
      size_t ahead = 0;
      for (size_t r = 0; r < rows_.size(); ++r) {
        if (rows_[r].tokens.empty()) continue;
        while (ahead < below_.size() && below_[ahead].row <= static_cast<int>(r)) ++ahead;
        find_next(ahead, static_cast<int>(r));
        cut_with_glued(rows_[r], static_cast<int>(r));
      }
    }
    return finished();
  }

 private:
  Grid finished() {
    int printed = 0;
    int shared = 0;
    for (size_t i = 0, row = 0; i < grid_.pieces.size(); i = row) {
      while (row < grid_.pieces.size() && grid_.pieces[row].row == grid_.pieces[i].row) ++row;
      ++printed;
      shared += row > i + 1;
    }
    find_indents(grid_, spaced_);
    place_uprights(grid_);
    grid_.gutters = printed ? static_cast<double>(shared) / printed : 0;
    grid_.words = std::move(rows_);
    return std::move(grid_);
  }

  void exchange_rows() {
    const std::vector<int> uppers = swapped_rows(below_, grid_.bases.size(), text_, join_score_);
    if (uppers.empty()) return;
    for (int row : uppers) std::swap(rows_[static_cast<size_t>(row)], rows_[static_cast<size_t>(row) + 1]);
    for (GridPiece& piece : below_) {
      if (std::binary_search(uppers.begin(), uppers.end(), piece.row))
        ++piece.row;
      else if (std::binary_search(uppers.begin(), uppers.end(), piece.row - 1))
        --piece.row;
    }
    sort_stably(below_, [](const GridPiece& a, const GridPiece& b) { return a.row < b.row; });
  }

  // The last column of which a piece that ends at `end_cell` takes the better half.
  int last_column_of(int column, int end_cell) const {
    int last = column;
    while (last + 1 < columns() && base(last + 1) < end_cell - (last > column ? grid_.measure / 2 : 1))
      ++last;
    return last;
  }

  int columns() const { return static_cast<int>(grid_.bases.size()); }
  int base(int column) const { return grid_.bases[static_cast<size_t>(column)]; }

  double place_cost(int x, int column, bool first, bool aligned) const {
    int d = x - base(column);
    double cost = 0;
    if (d < 0 && d >= -3) {
      cost = .3;
    } else if (d < 0) {
      cost = (aligned ? .4 : .8) + .04 * -d + (first ? .5 : 0);
    } else if (d == 0) {
      cost = 0;
    } else if (d <= 4) {
      cost = d == 2 || d == 3 ? .1 : .3;
    } else {
      cost = .8 + .06 * (d - 4);
    }
    if (column + 1 < columns() && x >= base(column + 1) - 3) cost += 2;
    return cost;
  }

  // A line that begins at the cell of the one above it in its column, though no column of the page begins
  // there.
  double kept_edge(int x, size_t column, int r) const {
    const GridToken& above = last_[column];
    if (above.span.end == 0 || r - last_row_[column] > kNearRows || is_base(x)) return 0;
    return std::abs(x - above.x) <= 2 ? kKeptEdge : 0;
  }

  bool is_base(int x) const {
    return std::find(grid_.bases.begin(), grid_.bases.end(), x) != grid_.bases.end();
  }

  // Does a column seem to begin here: at a base of the page, or where the rows around begin a word too?
  bool is_aligned(int r, int x) const {
    if (is_base(x)) return true;
    int rows = 0;
    for (int k = std::max(0, r - 4); k <= std::min(grid_.rows - 1, r + 4); ++k) {
      for (const GridToken& token : rows_[static_cast<size_t>(k)].tokens) rows += token.x == x && x > 0;
    }
    return rows >= 4;
  }

  // Two heads side by side: a row within two of this one has words at both cells too.
  bool is_parallel(int r, int left, int right) const {
    for (int k = std::max(0, r - 2); k <= std::min(grid_.rows - 1, r + 2); ++k) {
      if (k == r) continue;
      const GridRow& row = rows_[static_cast<size_t>(k)];
      for (size_t i = 1; i < row.tokens.size(); ++i) {
        if (row.tokens[i].x == right && row.tokens[i - 1].x == left) return true;
      }
    }
    return false;
  }

  double join_cost(const GridRow& row, int r, size_t i, bool aligned) const {
    int gap = gap_before(row, i);
    if (is_marked(words(row.tokens[i]))) return 6;
    if (gap <= 1) {
      if (aligned) return 2.0;
      return is_parallel(r, row.tokens[i - 1].x, row.tokens[i].x) ? 2.0 : .3;
    }
    return gap == 2 ? (aligned ? 4.0 : 1.5) : 3.0 + gap;
  }

  std::string_view words(const Span& span) const { return text_.substr(span.begin, span.end - span.begin); }
  std::string_view words(const GridToken& token) const { return words(token.span); }

  // What each column held below row r in the pass before, looking a few rows down.
  void find_next(size_t ahead, int r) {
    next_.assign(grid_.bases.size(), Span{});
    for (size_t i = ahead; i < below_.size() && below_[i].row <= r + 4; ++i) {
      Span& span = next_[static_cast<size_t>(below_[i].column)];
      if (span.end == 0) span = below_[i].span;
    }
  }

  // How much better token i - 1 of row r goes on below than to its right, in nats; 0 or more.
  double falls(const GridRow& row, int r, size_t i) const {
    if (!join_score_) return 0;
    double below = 0;
    int seen = 0;
    for (int k = r + 1; k <= std::min(grid_.rows - 1, r + 3) && seen < 2; ++k) {
      const GridRow& next = rows_[static_cast<size_t>(k)];
      if (!next.tokens.empty()) ++seen;
      for (const GridToken& token : next.tokens) {
        if (token.x > row.tokens[i].x + 3 && i > 1) continue;
        below = std::max(below, join_score_(words(row.tokens[i - 1]), words(token)));
      }
    }
    if (below < 3) return 0;
    double right = std::max(0.0, join_score_(words(row.tokens[i - 1]), words(row.tokens[i])));
    return std::clamp(below - right - 1, 0.0, 4.0);
  }

  // An opening bracket left open, closed in what follows.
  bool is_bracketed(const GridRow& row, size_t i) const {
    std::string_view left = words(row.tokens[i - 1]);
    std::string_view right = words(row.tokens[i]);
    return is_closed_across(left, right, "（", "）") || is_closed_across(left, right, "(", ")");
  }

  // Words that go on from the line above in a column speak for that column, where the cell leaves it open; so
  // do those that go on below.
  double from_above(const GridToken& piece, size_t column) const {
    if (!join_score_ || last_[column].span.end == 0) return 0;
    return std::clamp(join_score_(words(last_[column]), words(piece)), 0.0, 6.0);
  }
  double to_below(const GridToken& piece, size_t column) const {
    if (!join_score_ || next_[column].end == 0) return 0;
    return std::clamp(join_score_(words(piece), words(next_[column])), 0.0, 6.0);
  }

  // May a row that holds nothing else be a head over several columns? No running text: such marks stand in no
  // head, or not at its end, and at most one of its words fills a column.
  bool is_head_alone(const GridRow& row, int r) const {
    if (row.tokens.size() > 4) return false;
    int full = 0;
    for (size_t i = 0; i < row.tokens.size(); ++i) {
      const std::string_view s = words(row.tokens[i]);
      for (std::string_view mark : {"。", "；"}) {
        if (s.find(mark) != std::string_view::npos) return false;
      }
      for (std::string_view mark : {"，", "、", "摄"}) {
        if (s.ends_with(mark)) return false;
      }
      if (s.starts_with("本报") || s == "图片报道") return false;
      if (i > 0 && gap_before(row, i) > 2) return false;
      if (i > 0 && is_parallel(r, row.tokens[i - 1].x, row.tokens[i].x)) return false;
      if (i > 0 && row.tokens.size() > 3 && !is_bracketed(row, i)) return false;
      full += row.tokens[i].width > grid_.measure - 3;
    }
    return full < 2;
  }

  // A line that fills its column, with or without the indent of a paragraph's first.
  bool is_full(double width) const {
    return std::abs(width - grid_.measure) <= 1.1 || std::abs(width + 2 - grid_.measure) <= .6;
  }

  // Most lines of a page fill their columns; of those that do not, most end a sentence.
  double breadth_cost(const GridToken& piece) const {
    if (!join_score_) return 0;
    if (is_full(piece.width)) return 0;
    if (piece.width > grid_.measure + 1.1) {
      // A caption may be as wide as its picture, but its words are not set apart.
      const std::string_view s = words(piece);
      const bool apart = s.find(' ') != std::string_view::npos;
      return apart && (s.find("。") != std::string_view::npos || s.find("，") < s.rfind(' ')) ? 6 : 2;
    }
    return ends_sentence(words(piece)) ? kShort : kShortOpen;
  }

  // A word that was printed against a line of a column may belong anywhere: it takes no column from that
  // line.
  void cut_with_glued(const GridRow& row, int r) {
    const auto is_glued = [](const GridToken& token) { return token.glued; };
    if (std::none_of(row.tokens.begin(), row.tokens.end(), is_glued)) {
      cut_row(row, r);
      return;
    }
    GridRow lines = row;
    std::erase_if(lines.tokens, is_glued);
    const auto first = static_cast<std::ptrdiff_t>(grid_.pieces.size());
    cut_row(lines, r);
    for (const GridToken& token : row.tokens) {
      if (!token.glued) continue;
      auto behind = std::find_if(grid_.pieces.begin() + first, grid_.pieces.end(),
                                 [&](const GridPiece& p) { return p.span.begin >= token.span.end; });
      if (behind == grid_.pieces.end()) --behind;
      GridPiece piece = *behind;
      piece.span = token.span;
      piece.x = token.x;
      piece.width = token.width;
      piece.last_column = piece.column;
      piece.tight = true;
      piece.indent = piece.x - base(piece.column);
      grid_.pieces.insert(behind, piece);
    }
  }

  void cut_row(const GridRow& row, int r) {
    size_t m = row.tokens.size();
    size_t n = static_cast<size_t>(columns());
    const double kNever = std::numeric_limits<double>::infinity();
    struct Step {
      double cost = std::numeric_limits<double>::infinity();
      size_t from = 0;
      size_t from_column = 0;
      int first_column = 0;
      int last_column = 0;
    };
    // A piece of the row in one column.
    struct Lie {
      double place = 0;
      double above = 0;
      double flow = 0;
      double over = 0;
      size_t last = 0;
    };
    std::vector<Lie> lies(n);
    // Of each token: does a column seem to begin with it; what it costs to join it to the one before.
    std::vector<bool> aligned(m);
    std::vector<bool> bracketed(m);
    std::vector<bool> named(m);
    std::vector<double> join(m, 0);
    for (size_t i = 0; i < m; ++i) {
      aligned[i] = is_aligned(r, row.tokens[i].x);
      if (i == 0) continue;
      bracketed[i] = is_bracketed(row, i);
      const bool beside = gap_before(row, i) <= 1;
      named[i] = beside && goes_on_in_names(words(row.tokens[i - 1]), words(row.tokens[i]));
      join[i] = named[i]                 ? 0
                : beside && bracketed[i] ? .3
                                         : join_cost(row, r, i, aligned[i]) + (beside ? falls(row, r, i) : 0);
    }
    // What two words or more before token j go on with is the same whatever stands before them.
    std::vector<std::vector<double>> below(m + 1);
    // best[i][k]: the first i tokens are placed, columns below k are used.
    std::vector<std::vector<Step>> best(m + 1, std::vector<Step>(n + 1));
    best[0][0].cost = 0;
    for (size_t i = 0; i < m; ++i) {
      size_t least = 0;  // column that may be free
      while (least <= n && best[i][least].cost == kNever) ++least;
      if (least > n) continue;
      GridToken piece = row.tokens[i];
      double joins = 0;
      double doubled = 0;
      for (size_t c = least; c < n; ++c)
        lies[c].place =
            place_cost(piece.x, static_cast<int>(c), i == 0, aligned[i]) - kept_edge(piece.x, c, r);
      for (size_t j = i + 1; j <= m; ++j) {
        if (j > i + 1) {
          if (row.tokens[j - 1].parted) break;
          joins += join[j - 1];
          // Two full lines with a space between them are no line of twice the measure.
          if (!bracketed[j - 1] && piece.width + row.tokens[j - 1].width > grid_.measure + 2 &&
              (is_full(piece.width) || (j > i + 2 && is_full(row.tokens[j - 1].width))))
            doubled += 3;
          add_token(piece, row.tokens[j - 1]);
        }
        double split = 0;
        if (j < m && gap_before(row, j) <= 1) {
          split = aligned[j] ? .2 : .8;
          if (is_full(piece.width)) split -= .5;
          if (named[j]) split += kPartsNames;
        }
        // All of a row: a head over several columns.
        const bool alone = i == 0 && j == m && piece.width > grid_.measure + 1 && is_head_alone(row, r);
        const double breadth = alone ? 0 : doubled + breadth_cost(piece);
        const double over = piece.width - grid_.measure - 1;
        if (j > i + 1 && below[j].empty()) {
          for (size_t c = 0; c < n; ++c) below[j].push_back(to_below(piece, c));
        }
        for (size_t c = least; c < n; ++c) {
          Lie& lie = lies[c];
          if (j <= i + 2) lie.above = from_above(piece, c);
          lie.flow = .15 * (lie.above + (j > i + 1 ? below[j][c] : to_below(piece, c)));
          lie.last = c;
          lie.over = 0;
          if (over <= 0) continue;
          int last = last_column_of(static_cast<int>(c), piece.x + piece.cells);
          // Set large, it is wider on the paper than in cells.
          if (alone && last == static_cast<int>(c) && c + 1 < n) ++last;
          lie.last = static_cast<size_t>(last);
          lie.over = lie.last > c ? .8 + .02 * over : 1.2 * over;
        }
        // Pieces with nothing but a space between them stand in neighbouring columns.
        const double skip = i > 0 && gap_before(row, i) <= 1 ? kSkip : 0;
        for (size_t k = least; k <= n; ++k) {
          if (best[i][k].cost == kNever) continue;
          const double before = best[i][k].cost + joins + split;
          for (size_t c = k; c < n; ++c) {
            const Lie& lie = lies[c];
            double cost = before + lie.place - lie.flow + breadth;
            if (c > k) cost += skip * static_cast<double>(c - k);
            cost += lie.over;
            Step& step = best[j][lie.last + 1];
            if (cost < step.cost) step = {cost, i, k, static_cast<int>(c), static_cast<int>(lie.last)};
          }
          if (k == n) {  // beyond the last column: kept, at a price
            Step& step = best[j][n];
            if (before + 6 < step.cost)
              step = {before + 6, i, k, static_cast<int>(n) - 1, static_cast<int>(n) - 1};
          }
        }
      }
    }
    size_t end = 0;
    for (size_t k = 0; k <= n; ++k) {
      if (best[m][k].cost < best[m][end].cost) end = k;
    }
    std::vector<GridPiece> pieces;
    size_t i = m;
    size_t k = end;
    bool tight = false;
    while (i > 0) {
      const Step& step = best[i][k];
      GridToken token = row.tokens[step.from];
      for (size_t j = step.from + 1; j < i; ++j) add_token(token, row.tokens[j]);
      GridPiece piece;
      piece.span = token.span;
      piece.row = r;
      piece.x = token.x;
      piece.width = token.width;
      piece.column = step.first_column;
      piece.last_column = step.last_column;
      tight = tight || token.x < base(step.first_column);
      pieces.push_back(piece);
      last_[static_cast<size_t>(step.first_column)] = token;
      last_row_[static_cast<size_t>(step.first_column)] = r;
      size_t from_column = step.from_column;
      i = step.from;
      k = from_column;
    }
    std::reverse(pieces.begin(), pieces.end());
    for (GridPiece& piece : pieces) {
      piece.tight = tight;
      piece.indent = piece.x - base(piece.column);
      grid_.pieces.push_back(piece);
    }
  }

  std::string_view text_;
  const JoinScore& join_score_;
  std::vector<GridRow> rows_;
  bool spaced_ = false;           // a script that puts blanks between words
  std::vector<GridToken> last_;   // what each column held last
  std::vector<int> last_row_;     // and in which row
  std::vector<Span> next_;        // and what it holds next
  std::vector<GridPiece> below_;  // the pieces of the pass before
  Grid grid_;
};

}  // namespace

Grid cut_grid(std::string_view text, const JoinScore& join_score) {
  return Cutter(text, join_score).run();
}

}  // namespace broadsheet
