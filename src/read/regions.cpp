#include "read/regions.h"

#include <algorithm>
#include <cmath>

#include "read/column_sums.h"
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
constexpr double kSticksOut = 1.6;  // for a line that goes on beyond its story's columns
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
    std::vector<std::vector<int>> columns(grid.bases.size());
    int first = 0;
    int last = static_cast<int>(grid.pieces.size());
    find_margins(first, last);
    for (int i = first; i < last; ++i) columns[static_cast<size_t>(piece(i).column)].push_back(i);
    for (int i = 0; i < first; ++i) top_.push_back(i);
    for (int i = last; i < static_cast<int>(grid.pieces.size()); ++i) foot_.push_back(i);
    columns_.reserve(columns.size());
    for (std::vector<int>& column : columns) columns_.emplace_back(grid, seams, std::move(column));
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
    int text = 0;  // row from which it has text that is no report's beginning; Grid::rows: none
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
    for (const ColumnSums& column : columns_) {
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

  // Score of the rectangle read as one story; fills `story` where one is asked for.
  double leaf(const Rect& rect, Story* story) const {
    double score = 0;
    int body_top = grid_.rows;
    int body_bottom = -1;
    int count = 0;
    std::vector<Column>& parts = parts_;
    parts.clear();
    for (int c = rect.left; c < rect.right; ++c) {
      const ColumnSums& all = columns_[static_cast<size_t>(c)];
      const auto [begin, end] = all.slice(rect.top, rect.bottom);
      Column part{begin, std::min(end, all.text_from(begin)), end, grid_.rows};
      if (part.lead < end) {
        const int row = piece(all[part.lead]).row;
        body_top = std::min(body_top, row);
        if (!seams_.look(all[part.lead]).opener) part.text = row;
      }
      if (end > begin) {
        body_bottom = std::max(body_bottom, piece(all[end - 1]).row);
        score -= kSticksOut * static_cast<double>(all.reaching(rect.right, begin, end));
        const size_t behind = c == rect.left ? begin + 1 : begin;
        score -= kTitleInside * all.counts(behind, end).titles;
      }
      count += static_cast<int>(end - begin);
      parts.push_back(part);
    }
    if (count == 0) return 0;
    // A story of several columns begins in the first of them.
    if (body_top < grid_.rows && parts.size() > 1 && parts.front().lead == parts.front().end) {
      score -= parts.front().begin == parts.front().end ? 6 : 8.8;
    }

    size_t last_text = 0;  // the last column with text
    for (size_t n = 0; n < parts.size(); ++n) {
      if (parts[n].lead < parts[n].end) last_text = n;
    }
    bool heads = false;
    bool byline = false;
    int bylines = 0;  // columns over which names stand
    bool wide = false;
    size_t head_column = parts.size();
    int other = 0;  // the head that stands in it already (GridPiece::strand)
    int last = -1;
    bool begun = false;
    double seams = 0;
    for (size_t n = 0; n < parts.size(); ++n) {
      Column& part = parts[n];
      size_t at = static_cast<size_t>(rect.left) + n;
      const ColumnSums& all = columns_[at];
      if (part.end > part.begin && part.end < all.size() && same_head(all[part.end - 1], all[part.end]))
        score -= kPartsHead;
      // Heads stand above the text; what is further down a column is a sub-head.
      size_t zone = part.lead;
      if (body_top < grid_.rows)
        zone = std::clamp(all.first_at(std::min(body_top + 2, grid_.rows)), part.begin, part.lead);
      if (zone == part.begin && last >= 0)
        zone = part.lead = head_end(all, part.begin, part.end, last, body_top);
      if (zone > part.begin && !seams_.look(all[part.begin]).byline) {
        const int strand = piece(all[part.begin]).strand;
        if (strand > 0 && other > 0 && strand != other) score -= kOtherHead;
        other = std::max(other, strand);
      }
      const ColumnSums::Counts lead = all.counts(part.begin, zone);
      byline = byline || lead.bylines > 0;
      wide = wide || lead.wides > 0;
      heads = heads || has_head_over(parts, all, n, zone);
      if (zone - part.begin > lead.bylines) head_column = std::min(head_column, n);
      for (size_t k = part.begin; story && k < zone; ++k) story->heads.push_back(all[k]);
      if (all.counts(part.begin, part.lead).bylines > 0) ++bylines;
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
      seams += all.seams(zone, part.end);
      last = all[part.end - 1];
      if (seams_.look(last).headish && last != first) seams -= 2;  // no head stands at the foot of a column
      const int rise = body_bottom - piece(last).row;
      if (n < last_text && rise > 4) seams -= std::min(4.0, .06 * (rise - 4));
      if (story)
        story->columns.back().assign(all.pieces().begin() + static_cast<long>(zone),
                                     all.pieces().begin() + static_cast<long>(part.end));
    }
    if (bylines > 1) score -= kOtherByline * (bylines - 1);
    score += seams;
    if (last >= 0) {
      const PieceLook& look = seams_.look(last);
      score += look.terminal || !look.full ? 1.1 : -3.4;
      score += heads ? 3 : wide ? 1 : -2.2;
      if (byline) score += heads || wide ? kNamedHead : 1;
      if (head_column > 0 && head_column < parts.size()) score -= kHeadLater;
      score -= 4;
    } else {
      score -= heads ? 2.8 : 2;  // a head with nothing under it, or a caption alone
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
  size_t head_end(const ColumnSums& all, size_t begin, size_t end, int last, int body_top) const {
    for (size_t k = begin; k < std::min(end, begin + 2); ++k) {
      if (k + 1 >= end || piece(all[k]).row > body_top + 2 || !is_alone(all[k])) break;
      if (seams_.look(all[k]).terminal || seams_.over(last, all[begin]) > .6 ||
          seams_.over(all[k], all[k + 1]) > .6)
        break;
      if (seams_.over(last, all[k + 1]) >= 3.4) return k + 1;
    }
    return begin;
  }

  // Among the leading lines of a column up to `zone`, is one a head over all columns? It has no text of
  // theirs beside or above it.
  bool has_head_over(const std::vector<Column>& parts, const ColumnSums& all, size_t column,
                     size_t zone) const {
    int row = grid_.rows;
    for (size_t n = 0; n < parts.size(); ++n) {
      if (n != column) row = std::min(row, parts[n].text);
    }
    const size_t begin = parts[column].begin;
    const size_t end = std::clamp(all.first_at(row), begin, zone);
    const ColumnSums::Counts found = all.counts(begin, end);
    return end - begin > found.bylines + found.wides;
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
  std::vector<ColumnSums> columns_;
  std::vector<int> top_;  // margins: pieces of no story
  std::vector<int> foot_;
  std::vector<int> cuts_;
  mutable std::vector<Column> parts_;  // room for leaf, which is asked of every rectangle
  std::vector<Choice> choices_;        // of every rectangle, by place_of
  size_t row_pairs_ = 0;
  std::vector<Strip> out_;
  int region_ = 0;
};

}  // namespace

std::vector<Strip> order_strips(const Grid& grid, const LineSeams& seams) {
  return Partition(grid, seams).run();
}

}  // namespace broadsheet
