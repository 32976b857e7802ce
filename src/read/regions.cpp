#include "read/regions.h"

#include <algorithm>
#include <cmath>

#include "read/level_heads.h"
#include "read/measure.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr double kNever = -1e9;

// Cut rows are kept to so many in one go; a longer page is taken in bands.
constexpr size_t kMostCuts = 100;

constexpr int kLeastPieces = 24;  // a page with fewer has no margins to speak of
constexpr double kMarginWidth = 14;
constexpr double kTitleInside = 3;  // a story's own title stands at its beginning
constexpr double kOtherHead = 3;    // for the head of another story beside its own
constexpr double kNamedHead = 2;    // for names below a head
constexpr double kOtherByline = 4;  // for names over another story's column
constexpr double kPartsHead = 3;    // for a story whose foot parts the lines of a head
constexpr double kOffAxis = 5;      // cells
constexpr double kHeadLater = 1;    // a head that does not begin over the first column of its story

class Partition {
 public:
  Partition(const Grid& grid, const LineSeams& seams) : grid_(grid), seams_(seams) {
    columns_.resize(grid.bases.size());
    int first = 0;
    int last = static_cast<int>(grid.pieces.size());
    find_margins(first, last);
    for (int i = first; i < last; ++i) columns_[static_cast<size_t>(piece(i).column)].push_back(i);
    for (int i = 0; i < first; ++i) top_.push_back(i);
    for (int i = last; i < static_cast<int>(grid.pieces.size()); ++i) foot_.push_back(i);
    for (const std::vector<int>& column : columns_) {
      std::vector<double>& sums = sums_.emplace_back(1, 0.0);
      for (size_t k = 1; k < column.size(); ++k)
        sums.push_back(sums.back() + seams_.down(column[k - 1], column[k]));
      std::vector<uint32_t>& at = first_at_.emplace_back();
      for (int row = 0; row <= grid_.rows; ++row) {
        uint32_t k = at.empty() ? 0 : at.back();
        while (k < column.size() && piece(column[k]).row < row) ++k;
        at.push_back(k);
      }
    }
  }

  std::vector<Strip> run() {
    if (!top_.empty()) out_.push_back({top_, region_++, true, true});
    std::vector<int> cuts = cut_rows();
    for (size_t from = 0; from + 1 < cuts.size();) {
      size_t to = std::min(cuts.size() - 1, from + window() + 20);
      solve(
          std::vector<int>(cuts.begin() + static_cast<long>(from), cuts.begin() + static_cast<long>(to) + 1));
      from = to;
    }
    if (!foot_.empty()) out_.push_back({foot_, region_, true, true});
    return std::move(out_);
  }

 private:
  struct Rect {
    int left = 0;  // columns [left, right)
    int right = 0;
    int top = 0;  // rows [top, bottom)
    int bottom = 0;
  };
  struct Choice {
    double score = kNever;
    int across = -1;  // index of the cut row
    int down = -1;    // column at which the right part begins
  };
  // A rectangle's part of a column.
  struct Column {
    size_t begin = 0;  // first piece
    size_t lead = 0;   // first piece after the leading heads
    size_t end = 0;
  };
  // What one story's rectangle holds.
  struct Story {
    std::vector<int> heads;
    std::vector<std::vector<int>> columns;  // without heads and captions
    std::vector<int> captions;              // wide lines below the story's beginning
    double score = 0;
  };

  // The line of date, page and section over a page, and that of the editors under it, stand over no story:
  // [first, last) is what is between them.
  void find_margins(int& first, int& last) const {
    const auto row_end = [&](int i, int step) {
      const int row = piece(i).row;
      while (i >= 0 && i < static_cast<int>(grid_.pieces.size()) && piece(i).row == row) i += step;
      return i;
    };
    if (last - first < kLeastPieces) return;
    const int end = row_end(first, 1);
    if (is_margin(first, end)) first = end;
    const int begin = row_end(last - 1, -1) + 1;
    if (begin > first && is_margin(begin, last)) last = begin;
  }

  // Short words far apart, a number among them.
  bool is_margin(int begin, int end) const {
    bool number = false;
    for (int i = begin; i < end; ++i) {
      const GridPiece& p = piece(i);
      const std::string_view words = seams_.words(i);
      if (p.width > kMarginWidth) return false;
      if (i > begin && p.x - piece(i - 1).x < 2 * piece(i - 1).width + 2) return false;
      number = number || std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
    }
    return number && end - begin >= 2;
  }

  const GridPiece& piece(int i) const { return grid_.pieces[static_cast<size_t>(i)]; }

  // Rows above which a region may end: where a column's next line does not plainly go on from the one above.
  // Of too many the best are kept.
  std::vector<int> cut_rows() const {
    struct Cut {
      int row;
      double worth;
    };
    std::vector<double> worth(static_cast<size_t>(grid_.rows) + 1, 0);
    for (const std::vector<int>& column : columns_) {
      for (size_t k = 0; k < column.size(); ++k) {
        size_t row = static_cast<size_t>(piece(column[k]).row);
        const PieceLook& look = seams_.look(column[k]);
        double gain = k > 0 ? .5 - seams_.down(column[k - 1], column[k]) : 1;
        if (look.headish || look.wide) gain += 1;
        if (look.opener) gain += 1;
        if (gain > 0) worth[row] += gain;
      }
    }
    std::vector<Cut> cuts;
    for (size_t r = 1; r + 1 < worth.size(); ++r) {
      if (worth[r] > 0) cuts.push_back({static_cast<int>(r), worth[r]});
    }
    size_t most = window() * static_cast<size_t>(1 + grid_.rows / 200);
    if (cuts.size() > most) {
      // Stable, so that every standard library keeps the same of several cuts of one worth.
      sort_stably(cuts, [](const Cut& a, const Cut& b) { return a.worth > b.worth; });
      cuts.resize(most);
    }
    std::vector<int> rows{0};
    for (const Cut& c : cuts) rows.push_back(c.row);
    rows.push_back(grid_.rows);
    sort_stably(rows);
    return rows;
  }

  // The pieces of a column in the rows [top, bottom): indices in columns_[column].
  std::pair<size_t, size_t> slice(int column, int top, int bottom) const {
    const std::vector<uint32_t>& at = first_at_[static_cast<size_t>(column)];
    return {at[static_cast<size_t>(top)], at[static_cast<size_t>(bottom)]};
  }

  bool is_lead(int i) const { return seams_.look(i).headish || seams_.look(i).wide; }

  // Score of the rectangle read as one story; fills `story` where one is asked for.
  double leaf(const Rect& rect, Story* story) const {
    double score = 0;
    int body_top = grid_.rows;
    int body_bottom = -1;
    int count = 0;
    std::vector<Column>& parts = parts_;
    parts.clear();
    for (int c = rect.left; c < rect.right; ++c) {
      const std::vector<int>& all = columns_[static_cast<size_t>(c)];
      auto [begin, end] = slice(c, rect.top, rect.bottom);
      Column part{begin, begin, end};
      while (part.lead < end && is_lead(all[part.lead])) ++part.lead;
      if (part.lead < end) body_top = std::min(body_top, piece(all[part.lead]).row);
      if (end > begin) body_bottom = std::max(body_bottom, piece(all[end - 1]).row);
      count += static_cast<int>(end - begin);
      for (size_t k = begin; k < end; ++k) {
        if (piece(all[k]).last_column >= rect.right) score -= 1.6;  // sticks out of the rectangle
        if (seams_.look(all[k]).title && (c > rect.left || k > begin)) score -= kTitleInside;
      }
      parts.push_back(part);
    }
    if (count == 0) return 0;
    // A story of several columns begins in the first of them.
    if (body_top < grid_.rows && parts.size() > 1 && parts.front().lead == parts.front().end) {
      score -= parts.front().begin == parts.front().end ? 6 : 8.8;
    }

    int heads = 0;
    int byline = 0;
    int bylines = 0;  // columns over which names stand
    int wide = 0;
    size_t head_column = parts.size();
    int other = 0;  // the head that stands in it already (GridPiece::strand)
    int last = -1;
    bool begun = false;
    double seams = 0;
    for (size_t n = 0; n < parts.size(); ++n) {
      Column& part = parts[n];
      size_t at = static_cast<size_t>(rect.left) + n;
      const std::vector<int>& all = columns_[at];
      if (part.end > part.begin && part.end < all.size() && same_head(all[part.end - 1], all[part.end]))
        score -= kPartsHead;
      // Heads stand above the text; what is further down a column is a sub-head.
      size_t zone = part.begin;
      while (zone < part.lead && (piece(all[zone]).row <= body_top + 1 || body_top == grid_.rows)) ++zone;
      if (zone == part.begin && last >= 0)
        zone = part.lead = head_end(all, part.begin, part.end, last, body_top);
      if (zone > part.begin && !seams_.look(all[part.begin]).byline) {
        const int strand = piece(all[part.begin]).strand;
        if (strand > 0 && other > 0 && strand != other) score -= kOtherHead;
        other = std::max(other, strand);
      }
      for (size_t k = part.begin; k < zone; ++k) {
        if (seams_.look(all[k]).byline)
          ++byline;
        else if (seams_.look(all[k]).wide)
          ++wide;
        else if (is_over(rect, n, piece(all[k]).row))
          ++heads;
        if (!seams_.look(all[k]).byline) head_column = std::min(head_column, n);
        if (story) story->heads.push_back(all[k]);
      }
      bylines +=
          std::any_of(all.begin() + static_cast<long>(part.begin), all.begin() + static_cast<long>(part.lead),
                      [&](int i) { return seams_.look(i).byline; });
      if (story) story->columns.emplace_back();
      if (zone == part.end) {
        if (n > 0 && body_top < grid_.rows) seams -= 1;
        continue;
      }
      int first = all[zone];
      if (!begun) {
        const PieceLook& look = seams_.look(first);
        if (look.opener)
          seams += 4.3;
        else if (look.set_in)
          seams += .3;
        else if (look.flush)
          seams -= 2.5;
        begun = true;
      } else if (last >= 0) {
        seams += seams_.over(last, first);
        int drop = piece(first).row - body_top;
        if (drop > 4) seams -= std::min(4.0, .15 * (drop - 4));
      }
      seams += sums_[at][part.end - 1] - sums_[at][zone];
      last = all[part.end - 1];
      if (seams_.look(last).headish && last != first) seams -= 2;  // no head stands at the foot of a column
      if (n + 1 < parts.size()) {
        int rise = body_bottom - piece(last).row;
        bool more = false;
        for (size_t m = n + 1; m < parts.size(); ++m) more = more || parts[m].lead < parts[m].end;
        if (more && rise > 4) seams -= std::min(4.0, .06 * (rise - 4));
      }
      if (story)
        story->columns.back().assign(all.begin() + static_cast<long>(zone),
                                     all.begin() + static_cast<long>(part.end));
    }
    if (bylines > 1) score -= kOtherByline * (bylines - 1);
    score += seams;
    if (last >= 0) {
      const PieceLook& look = seams_.look(last);
      score += look.terminal || !look.full ? 1.1 : -3.4;
      score += heads > 0 ? 3 : wide > 0 ? 1 : -2.2;
      if (byline) score += heads + wide > 0 ? kNamedHead : 1;
      if (head_column > 0 && head_column < parts.size()) score -= kHeadLater;
      score -= 4;
    } else {
      score -= heads > 0 ? 2.8 : 2;  // a head with nothing under it, or a caption alone
    }
    return score;
  }

  // Many columns, or a page that goes on and on, are searched in narrower bands.
  size_t window() const { return columns_.size() > 8 || grid_.rows > 2000 ? kMostCuts / 3 : kMostCuts; }

  // Are both lines of one head?
  bool same_head(int upper, int lower) const {
    return piece(upper).strand > 0 && piece(upper).strand == piece(lower).strand;
  }

  // Does nothing else stand in its row?
  bool is_alone(int i) const {
    const int row = piece(i).row;
    return (i == 0 || piece(i - 1).row != row) &&
           (i + 1 == static_cast<int>(grid_.pieces.size()) || piece(i + 1).row != row);
  }

  // A head that fills its line to a hair looks like text; but the column before goes on below it.
  size_t head_end(const std::vector<int>& all, size_t begin, size_t end, int last, int body_top) const {
    for (size_t k = begin; k < std::min(end, begin + 2); ++k) {
      if (k + 1 >= end || piece(all[k]).row > body_top + 2 || !is_alone(all[k])) break;
      if (seams_.look(all[k]).terminal || seams_.over(last, all[begin]) > .6 ||
          seams_.over(all[k], all[k + 1]) > .6)
        break;
      if (seams_.over(last, all[k + 1]) >= 3.4) return k + 1;
    }
    return begin;
  }

  // A head over several columns has no text of theirs beside or above it.
  bool is_over(const Rect& rect, size_t column, int row) const {
    for (int c = rect.left; c < rect.right; ++c) {
      if (c == rect.left + static_cast<int>(column)) continue;
      const std::vector<int>& all = columns_[static_cast<size_t>(c)];
      auto [begin, end] = slice(c, rect.top, rect.bottom);
      while (begin < end && is_lead(all[begin])) ++begin;
      if (begin < end && piece(all[begin]).row <= row && !seams_.look(all[begin]).opener) return false;
    }
    return true;
  }

  void solve(const std::vector<int>& cuts) {
    cuts_ = cuts;
    const auto across = static_cast<int>(columns_.size());
    const int down = static_cast<int>(cuts.size()) - 1;
    if (across == 0) return;
    row_pairs_ = pairs_below(down + 1);
    choices_.assign(pairs_below(across + 1) * row_pairs_, {});
    // From small to large: what a rectangle can be cut into is known before it.
    for (int width = 1; width <= across; ++width) {
      for (int left = 0; left + width <= across; ++left) {
        for (int height = 1; height <= down; ++height) {
          for (int top = 0; top + height <= down; ++top) choose(left, left + width, top, top + height);
        }
      }
    }
    emit(0, across, 0, down);
  }

  // How many pairs a < b < n there are; a pair's place is pairs_below(b) + a.
  static size_t pairs_below(int n) { return static_cast<size_t>(n) * static_cast<size_t>(n - 1) / 2; }

  size_t place_of(int left, int right, int top, int bottom) const {
    return (pairs_below(right) + static_cast<size_t>(left)) * row_pairs_ + pairs_below(bottom) +
           static_cast<size_t>(top);
  }
  const Choice& best(int left, int right, int top, int bottom) const {
    return choices_[place_of(left, right, top, bottom)];
  }

  void choose(int left, int right, int top, int bottom) {
    Choice choice;
    Rect rect{left, right, cuts_[static_cast<size_t>(top)], cuts_[static_cast<size_t>(bottom)]};
    choice.score = leaf(rect, nullptr);
    const Choice* const columns = &choices_[place_of(left, right, 0, 1)];  // all rectangles of these columns
    const Choice* const below = columns + pairs_below(bottom);
    for (int r = top + 1; r < bottom; ++r) {
      const double score = columns[pairs_below(r) + static_cast<size_t>(top)].score + below[r].score;
      if (score > choice.score) choice = {score, r, -1};
    }
    for (int c = left + 1; c < right; ++c) {
      const double score = best(left, c, top, bottom).score + best(c, right, top, bottom).score;
      if (score > choice.score) choice = {score, -1, c};
    }
    choices_[place_of(left, right, top, bottom)] = choice;
  }

  void emit(int left, int right, int top, int bottom) {
    const Choice choice = best(left, right, top, bottom);
    if (choice.across >= 0) {
      emit(left, right, top, choice.across);
      emit(left, right, choice.across, bottom);
      return;
    }
    if (choice.down >= 0) {
      emit(left, choice.down, top, bottom);
      emit(choice.down, right, top, bottom);
      return;
    }
    Story story;
    leaf({left, right, cuts_[static_cast<size_t>(top)], cuts_[static_cast<size_t>(bottom)]}, &story);
    sort_stably(story.heads, [&](int a, int b) {
      return piece(a).row != piece(b).row ? piece(a).row < piece(b).row : piece(a).column < piece(b).column;
    });
    part_level_heads(story.heads, grid_, seams_);
    set_bylines_below(story.heads);
    set_tags_above(story.heads);
    bool any = false;
    if (!story.heads.empty()) {
      out_.push_back({story.heads, region_, true, false});
      any = true;
    }
    for (std::vector<int>& column : story.columns) {
      if (column.empty()) continue;
      out_.push_back({std::move(column), region_, false, false});
      any = true;
    }
    region_ += any;
  }

  static bool is_credit(std::string_view s) {
    return s.find("摄") != std::string_view::npos || s.find("图") != std::string_view::npos ||
           begins_report(s);
  }

  // Of two lines on one axis in neighbouring rows: is the upper set in larger letters? It then begins further
  // to the left than its words need, as a letter takes a cell whatever its size.
  bool is_larger_above(int upper, int lower) const {
    const auto axis = [&](int i) { return piece(i).x + kCellsOfLetter * piece(i).width / 2; };
    const auto letter = static_cast<unsigned char>(seams_.words(lower).front());
    return letter >= 0x80 && !piece(lower).tight && piece(lower).row == piece(upper).row + 1 &&
           axis(lower) > axis(upper) + kOffAxis;
  }

  // A kicker whose line the dump has below its headline's, whose letters are larger: it ends in a dash, or
  // the headline has its tag already. Lines that begin at one cell are of one head.
  bool is_kicker_below(int upper, int lower) const {
    const std::string_view head = seams_.words(upper);
    const std::string_view kicker = seams_.words(lower);
    if (seams_.look(lower).byline || piece(upper).x == piece(lower).x) return false;
    if (kicker.ends_with("——")) return !head.ends_with("——");
    if (is_larger_above(upper, lower) && !seams_.look(lower).terminal && !is_credit(kicker) &&
        !kicker.starts_with("—") && !head.ends_with("——"))
      return true;
    const size_t tag = head.find("（");
    return head.ends_with("）") && tag > 0 && tag != std::string_view::npos && !kicker.starts_with("—") &&
           kicker.find("，") == std::string_view::npos && kicker.find("（") == std::string_view::npos;
  }

  // The name of a series in brackets stands behind the headline, whose letters are larger, above the deck; a
  // kicker stands before it.
  void set_tags_above(std::vector<int>& heads) const {
    for (size_t k = 1; k < heads.size(); ++k) {
      const std::string_view tag = seams_.words(heads[k]);
      const std::string_view deck = seams_.words(heads[k - 1]);
      if (k == 1 && is_kicker_below(heads[0], heads[1])) {
        std::swap(heads[0], heads[1]);
        continue;
      }
      if (!tag.ends_with("）")) continue;
      const bool whole = tag.starts_with("（");
      if (whole ? k > 1 && deck.starts_with("—")
                : tag.find("（") == std::string_view::npos && seams_.look(heads[k - 1]).byline)
        std::swap(heads[k], heads[k - 1]);
    }
  }

  // The names of the writers may stand level with a head in other columns: they are read below it.
  void set_bylines_below(std::vector<int>& heads) const {
    for (size_t k = heads.size(); k-- > 0;) {
      if (!seams_.look(heads[k]).byline) continue;
      const int own = piece(heads[k]).column;
      for (size_t n = k; n + 1 < heads.size(); ++n) {
        const GridPiece& next = piece(heads[n + 1]);
        if (seams_.look(heads[n + 1]).byline || (next.column <= own && next.last_column >= own)) break;
        std::swap(heads[n], heads[n + 1]);
      }
    }
  }

  const Grid& grid_;
  const LineSeams& seams_;
  std::vector<std::vector<int>> columns_;  // pieces of each column, top to bottom
  std::vector<std::vector<double>> sums_;  // running sums of the seams down each column
  std::vector<int> top_;                   // margins: pieces of no story
  std::vector<int> foot_;
  std::vector<int> cuts_;
  std::vector<std::vector<uint32_t>> first_at_;  // of each column and row: the first piece in it or below
  mutable std::vector<Column> parts_;            // room for leaf, which is asked of every rectangle
  std::vector<Choice> choices_;                  // of every rectangle, by place_of
  size_t row_pairs_ = 0;
  std::vector<Strip> out_;
  int region_ = 0;
};

}  // namespace

std::vector<Strip> order_strips(const Grid& grid, const LineSeams& seams) {
  return Partition(grid, seams).run();
}

}  // namespace broadsheet
