// Lines of running text that look like a head's: short, or where a column's edge is not known. What stands
// around them tells, by a logistic regression over 1,860 lines of grids whose truth is known: 80 pages set
// anew and the development pages. Of 446 lines that it takes for text, each kept out of the fit, 13 are a
// head's.
#include <algorithm>

#include "read/seam.h"

namespace broadsheet {
namespace {

constexpr double kText = -1.5;
constexpr double kPlainText = -3.5;  // while heads that stand side by side are not told apart
constexpr int kApart = 3;            // rows
constexpr int kPicture = 6;          // of them
constexpr double kShortLine = .7;    // of its column

bool has_any(std::string_view s, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return s.find(mark) != std::string_view::npos; });
}

}  // namespace

// Does text stand in its row?
bool LineSeams::is_level_with_lines(size_t i) const {
  const auto is_text = [&](size_t k) {
    return k != i && grid_.pieces[k].row == grid_.pieces[i].row && !looks_[k].headish && !looks_[k].wide;
  };
  for (size_t k = i; k-- > 0 && grid_.pieces[k].row == grid_.pieces[i].row;) {
    if (is_text(k)) return true;
  }
  for (size_t k = i + 1; k < looks_.size() && grid_.pieces[k].row == grid_.pieces[i].row; ++k) {
    if (is_text(k)) return true;
  }
  return false;
}

// How much rather line i is a head's than text, between `above` and `below` in its column; -1: none there.
double LineSeams::head_line_odds(int i, int above, int below) const {
  const PieceLook& l = look(i);
  const GridPiece& p = grid_.pieces[static_cast<size_t>(i)];
  std::string_view s = words(i);
  // A head may break off at such a mark.
  for (std::string_view mark : {"，", "、"}) {
    if (below >= 0 && look(below).headish && !look(below).byline && s.ends_with(mark))
      s.remove_suffix(mark.size());
  }
  double odds = 2.46;
  if (has_any(s, {"，", ",", "；"})) odds -= 2.6;
  if (has_any(s, {"。"})) odds -= 2.9;
  if (has_any(s, {"、"})) odds -= 2;
  if (has_any(s, {"——"})) odds += 1.1;
  if (has_any(s, {"月"}) && has_any(s, {"日"})) odds -= .8;
  if (is_level_with_lines(static_cast<size_t>(i))) odds -= 1;
  if (l.full) odds -= 2;
  if (l.set_in) odds += .8;
  if (p.strand > 0) odds += .6;
  odds -= 3.4 * std::max(0.0, kShortLine - p.width / measure_of(p));
  const int gap = above < 0 ? kApart : p.row - grid_.pieces[static_cast<size_t>(above)].row;
  if (gap >= kApart) odds += .5;
  if (above >= 0) {
    if (look(above).headish || look(above).wide)
      odds -= .2;
    else
      odds -= .48 * std::max(0.0, pair_score(above, i));
  }
  if (below >= 0) {
    if (!look(below).headish && !look(below).wide) odds -= .61 * std::max(0.0, pair_score(i, below));
    if (look(below).opener) odds += 1.7;
  }
  return odds;
}

void LineSeams::find_text_lines(bool parted) {
  std::vector<int> below(grid_.bases.size(), -1);
  std::vector<int> above(grid_.bases.size(), -1);
  std::vector<int> under(looks_.size(), -1);  // the line below each
  for (size_t i = looks_.size(); i-- > 0;) {
    int& next = below[static_cast<size_t>(grid_.pieces[i].column)];
    under[i] = next;
    next = static_cast<int>(i);
  }
  std::vector<int> text;
  std::vector<bool> shown(grid_.bases.size());  // the column's last lines are words below a picture
  for (size_t i = 0; i < looks_.size(); ++i) {
    const auto column = static_cast<size_t>(grid_.pieces[i].column);
    int& up = above[column];
    const PieceLook& l = looks_[i];
    const auto own = static_cast<int>(i);
    const int gap = up < 0 ? 0 : grid_.pieces[i].row - grid_.pieces[static_cast<size_t>(up)].row;
    shown[column] = gap >= kPicture || (shown[column] && gap <= kApart && l.headish);
    if (l.headish && !l.wide && !l.byline && !l.title && grid_.pieces[i].upright < 0 && !shown[column] &&
        head_line_odds(own, up, under[i]) < (parted ? kText : kPlainText))
      text.push_back(own);
    up = own;
  }
  for (int i : text) {
    PieceLook& l = looks_[static_cast<size_t>(i)];
    l.headish = false;
    l.full = l.full || !l.terminal;
  }
}

}  // namespace broadsheet
