#include "read/seam.h"

#include <algorithm>

#include "read/line_names.h"
#include "read/measure.h"
#include "text/every.h"

namespace broadsheet {
namespace {

constexpr double kPlain = -1;        // nats from which words may go on
constexpr double kShortGoesOn = 2;   // and from which a line that breaks off short goes on the one above
constexpr double kGoesOn = 3;        // and from which they go on plainly
constexpr int kLeastBegun = 6;       // beginnings at the edge that tell that a page sets none in
constexpr double kHeadInside = 1.5;  // for a head's second line within a column
constexpr size_t kMostHeadLines = 4;
constexpr double kNamedInside = 2;   // for names below a head there
constexpr double kReportInside = 3;  // for a report that begins below one
constexpr double kFirstShort = 4.6;  // ems that the first line of a paragraph may be short of its column

constexpr std::string_view kClause[] = {"，", "。", "；"};

bool ends_with_any(std::string_view s, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view e) { return s.ends_with(e); });
}

bool starts_with_any(std::string_view s, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view e) { return s.starts_with(e); });
}

bool has_stop(std::string_view s) {
  for (std::string_view mark : {"，", "。", "：", "“", "、", "）", ")"}) {
    if (s.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

// The name of a series that stands in brackets behind a head, on a line of its own.
bool is_tag(std::string_view s) {
  return s.size() <= 30 && s.starts_with("（") && s.ends_with("）") &&
         s.find("电") == std::string_view::npos && s.find("记者") == std::string_view::npos &&
         s.find("作者") == std::string_view::npos;
}

// Words of a head with the name of a series in brackets behind them: two to six hanzi.
bool ends_in_series(std::string_view s) {
  if (!s.ends_with("）") || has_clause(s)) return false;
  const size_t open = s.find("（");
  if (open == std::string_view::npos || width_of(s.substr(0, open)) < 4) return false;
  std::string_view name = s.substr(open, s.size() - open);
  name.remove_prefix(std::string_view("（").size());
  name.remove_suffix(std::string_view("）").size());
  size_t hanzi = 0;
  for (size_t at = 0; at < name.size(); ++hanzi) {
    if (!every_is_hanzi(every_code_point(name, at))) return false;
  }
  return hanzi >= 2 && hanzi <= 6 && !name.ends_with("摄") && !name.starts_with("记者");
}

// Names behind a mark or a title. A line that fills its column must say so more plainly.
bool is_byline(std::string_view s, bool full) {
  const bool title = s.find("记者") != std::string_view::npos || s.find("通讯员") != std::string_view::npos;
  const bool marked = is_marked(s);
  if (full) return (marked || s.find(' ') != std::string_view::npos) && title && !has_stop(s);
  return marked || starts_with_any(s, {"本报记者", "记者", "通讯员", "特约通讯员"});
}

bool closes_bracket(std::string_view above, std::string_view s) {
  const size_t open = above.rfind("（");
  return open != std::string_view::npos && above.find("）", open) == std::string_view::npos &&
         s.ends_with("）") && s.find("（") == std::string_view::npos;
}

}  // namespace

bool begins_report(std::string_view s) {
  return starts_with_any(s, {"本报", "【本报", "新华社", "据新华社", "中新"});
}

bool has_clause(std::string_view s) {
  return std::any_of(std::begin(kClause), std::end(kClause),
                     [&](std::string_view mark) { return s.find(mark) != std::string_view::npos; });
}

bool ends_sentence(std::string_view s) {
  const auto ends = [](std::string_view t) {
    return ends_with_any(t, {"。", "！", "？", "…", "；", ".", "!", "?"});
  };
  while (ends_with_any(s, {"”", "’", "）", "》", "」", "』", ")", "\"", "'"})) {
    size_t cut = s.size() - 1;
    while (cut > 0 && (static_cast<unsigned char>(s[cut]) & 0xC0U) == 0x80U) --cut;
    const bool bracket = ends_with_any(s, {"）", ")"});
    if (bracket && !ends(s.substr(0, cut))) {
      // A name in brackets ends a story; a head may end in brackets too, after no full stop.
      const size_t open = std::max(s.rfind("（") == std::string_view::npos ? 0 : s.rfind("（") + 1,
                                   s.rfind('(') == std::string_view::npos ? 0 : s.rfind('(') + 1);
      if (open <= 1) return true;
      std::string_view before = s.substr(0, open - 1);
      while (before.ends_with(' ')) before.remove_suffix(1);
      return ends_sentence(before);
    }
    s = s.substr(0, cut);
  }
  return ends(s);
}

LineSeams::LineSeams(const Grid& grid, std::string_view text, const JoinScore& join_score, bool parted)
    : grid_(grid), text_(text), join_score_(join_score), looks_(grid.pieces.size()) {
  blank_rows_.assign(static_cast<size_t>(grid.rows) + 1, true);
  for (const GridPiece& p : grid_.pieces) blank_rows_[static_cast<size_t>(p.row)] = false;
  if (is_spaced(text)) {
    join_score_ = goes_on_spaced;
    look_spaced();
    find_unindented();
    find_more_heads();
    return;
  }
  struct Above {
    int line = -1;  // the line before in a column
    int head = -1;  // the last that may be a head's
  };
  std::vector<Above> above(grid.bases.size());
  for (size_t i = 0; i < looks_.size(); ++i) {
    const GridPiece& p = grid_.pieces[i];
    PieceLook& l = looks_[i];
    std::string_view s = words(static_cast<int>(i));
    bool at_base = !p.tight;
    l.set_in = at_base && p.indent >= 2 && p.indent <= 5;
    l.flush = at_base && p.indent <= 1;
    const double measure = measure_of(p);
    const bool boxed = measure > grid_.measure + 1.6;  // lines of it reach over columns of the page
    l.wide = (!boxed && p.last_column > p.column) || p.width > measure + 1.6;
    double room = p.width + (l.set_in || (p.tight && p.width + 3 >= measure) ? 2 : 0);
    l.full = room >= measure - 1.6;
    l.terminal = ends_sentence(s) && !is_tag(s);
    l.opener = begins_report(s);
    l.title = starts_with_any(s, {"图片报道", "图片新闻"});
    l.set_in = l.set_in || names_photographer(s);
    l.byline = is_byline(s, l.full) && !s.starts_with("本报讯") && !s.starts_with("【");
    l.headish = !l.terminal && !l.full && !ends_with_any(s, {"，", "、", "："}) && !l.opener;
    if (at_base && p.indent > 5 && !l.terminal && !l.opener) l.headish = true;
    if (l.byline) {
      l.headish = true;
      l.wide = l.wide && p.last_column > p.column;
    }
    if (p.strand > 0 || p.upright >= 0) {
      l.headish = true;
      l.set_in = l.flush = l.terminal = false;
    }
    int& up = above[static_cast<size_t>(p.column)].line;
    // What closes a bracket that the head above left open is its last line.
    int& head = above[static_cast<size_t>(p.column)].head;
    if (head >= 0 && !l.full && p.row - grid_.pieces[static_cast<size_t>(head)].row <= 3 &&
        closes_bracket(words(head), s)) {
      l.headish = true;
      l.terminal = false;
    }
    // A deck begins with a dash, however it fills its line.
    if (head >= 0 && head == up && s.starts_with("——") && !l.terminal &&
        p.row - grid_.pieces[static_cast<size_t>(head)].row <= 2)
      l.headish = true;
    if ((l.headish || l.wide) && !l.byline) head = static_cast<int>(i);
    const int gap = up < 0 ? 99 : p.row - grid_.pieces[static_cast<size_t>(up)].row;
    const bool open_above = up >= 0 && look(up).full && !look(up).terminal && gap <= 2;
    const double pair = open_above ? pair_score(up, static_cast<int>(i)) : 0;
    l.running = open_above && (!at_base || p.indent <= 5) && !l.wide && !look(up).headish && !look(up).wide &&
                pair > (look(up).running || look(up).set_in ? -2 : 1);
    // The last words of a paragraph are no head, whatever they lack.
    if (l.headish && p.strand == 0 && p.upright < 0 && !l.byline && l.flush && open_above && gap <= 1 &&
        !s.ends_with("—") && (l.running || pair > 0))
      l.headish = false;
    up = static_cast<int>(i);
  }
  find_unindented();
  find_level_heads();
  find_first_lines();
  find_long_heads();
  if (join_score_) find_text_lines(parted);
  find_more_heads();
}

// On a page that sets no paragraph in, a line at the column's edge may begin one: after the end of a sentence
// its place says nothing.
void LineSeams::find_unindented() {
  std::vector<int> above(grid_.bases.size(), -1);
  std::vector<size_t> begins;  // lines that may begin a paragraph
  int set_in = 0;
  int flush = 0;
  for (size_t i = 0; i < looks_.size(); ++i) {
    int& up = above[static_cast<size_t>(grid_.pieces[i].column)];
    const PieceLook& l = looks_[i];
    if (up < 0 || look(up).headish || look(up).terminal) {
      begins.push_back(i);
      // What follows a line that ends short begins one for certain.
      if (up >= 0 && look(up).terminal && !look(up).full && !l.headish && l.full && !l.wide) {
        set_in += l.set_in;
        flush += l.flush;
      }
    }
    up = static_cast<int>(i);
  }
  if (flush < kLeastBegun || flush < 4 * set_in) return;
  for (size_t i : begins) looks_[i].flush = false;
}

// A line in whose row there are heads alone is one, too, however it fills its column.
void LineSeams::find_level_heads() {
  for (size_t begin = 0, end = 0; begin < looks_.size(); begin = end) {
    while (end < looks_.size() && grid_.pieces[end].row == grid_.pieces[begin].row) ++end;
    size_t other = end;
    bool wide = false;
    bool only = end - begin > 1;
    for (size_t i = begin; i < end && only; ++i) {
      const PieceLook& l = looks_[i];
      if ((l.headish || l.wide) && !l.terminal && !l.byline) {
        wide = wide || l.wide;
      } else {
        only = other == end;
        other = i;
      }
    }
    if (!only || !wide || other == end) continue;
    PieceLook& l = looks_[other];
    const std::string_view s = words(static_cast<int>(other));
    if (l.terminal || l.opener || l.byline || l.set_in || has_clause(s) || s.find("：") != s.npos ||
        s.find("、") != s.npos)
      continue;
    l.headish = true;
  }
}

// The first line of a paragraph at a column's top, short by its indent and level with another column's text,
// is no head.
void LineSeams::find_first_lines() {
  std::vector<int> below(grid_.bases.size(), -1);  // the line after in each column
  for (size_t i = looks_.size(); i-- > 0;) {
    const GridPiece& p = grid_.pieces[i];
    PieceLook& l = looks_[i];
    int& next = below[static_cast<size_t>(p.column)];
    const std::string_view s = words(static_cast<int>(i));
    // Running text fills its lines: what breaks off at such a mark over a head is a line of it.
    if (!l.full && !l.opener && !l.terminal && (s.ends_with("，") || (s.ends_with("、") && !l.running)) &&
        next >= 0 && look(next).headish && !look(next).byline &&
        grid_.pieces[static_cast<size_t>(next)].row - p.row <= 5)
      l.headish = true;
    if (l.headish && p.strand == 0 && p.upright < 0 && !l.byline && !l.wide && p.column > 0 &&
        p.width >= measure_of(p) - kFirstShort && s.find(' ') == std::string_view::npos &&
        !s.ends_with("—") && !starts_with_any(s, {"图片", "，", "。", "、"}) && next >= 0 &&
        grid_.pieces[static_cast<size_t>(next)].row - p.row <= 4 && !look(next).headish &&
        !look(next).set_in && !look(next).opener && is_level_with_text(i) &&
        pair_score(static_cast<int>(i), next) > kPlain) {
      l.headish = false;
      l.set_in = l.full = true;
    }
    next = static_cast<int>(i);
  }
}

// Does running text stand in the same row to the left?
bool LineSeams::is_level_with_text(size_t i) const {
  for (size_t k = i; k-- > 0 && grid_.pieces[k].row == grid_.pieces[i].row;) {
    const PieceLook& l = looks_[k];
    if (l.opener || (l.full && !l.headish && !l.wide)) return true;
  }
  return false;
}

// A head may fill its column to a hair: what comes after it then does not go on from it.
void LineSeams::find_long_heads() {
  std::vector<std::vector<int>> columns(grid_.bases.size());
  for (size_t i = 0; i < looks_.size(); ++i)
    columns[static_cast<size_t>(grid_.pieces[i].column)].push_back(static_cast<int>(i));
  for (const std::vector<int>& column : columns) {
    for (size_t k = column.size(); k-- > 0;) {
      PieceLook& l = looks_[static_cast<size_t>(column[k])];
      if (l.headish || l.terminal || k + 1 == column.size()) continue;
      const PieceLook& next = look(column[k + 1]);
      // Running text breaks off short at the end of a sentence alone.
      auto breaks_off = [&](size_t n) {
        const PieceLook& own = look(column[n]);
        return !own.full && !own.wide && !own.opener && !own.terminal && !has_stop(words(column[n])) &&
               (n == 0 || look(column[n - 1]).terminal || !look(column[n - 1]).full ||
                pair_score(column[n - 1], column[n]) < kShortGoesOn);
      };
      auto row = [&](size_t n) { return grid_.pieces[static_cast<size_t>(column[n])].row; };
      // The name of a series stands behind a head, and text goes on from neither line nor into it.
      if (!l.wide && !l.opener && k + 1 < column.size() && ends_in_series(words(column[k])) &&
          (k == 0 || look(column[k - 1]).headish || look(column[k - 1]).wide || row(k) - row(k - 1) > 1) &&
          (k == 0 || pair_score(column[k - 1], column[k]) <= 0) &&
          pair_score(column[k], column[k + 1]) <= 0) {
        l.headish = true;
        l.set_in = l.flush = l.running = false;
        continue;
      }
      if (breaks_off(k) && (next.headish || next.opener) && row(k + 1) - row(k) <= 3) {
        l.headish = true;
        continue;
      }
      if (l.wide ? !next.byline && !next.opener : !l.full) continue;
      bool free_below = next.headish || next.opener ||
                        (next.set_in && (k == 0 || row(k) - row(k - 1) <= 1 || row(k + 1) - row(k) > 1));
      if (!free_below || (l.set_in && k > 0 && row(k) - row(k - 1) <= 1)) continue;
      // Up to three such lines under one another.
      for (size_t first = k, lines = 0; lines < 3; --first, ++lines) {
        // Text that goes on over a head which parts it.
        if (first > 0 && !l.wide && look(column[first - 1]).full && !look(column[first - 1]).terminal &&
            !look(column[first - 1]).headish && pair_score(column[first - 1], column[first]) > kGoesOn)
          break;
        const bool parted = first == 0 || row(first) - row(first - 1) > 1;
        const bool free_above =
            parted || (lines == 0 && next.byline && !l.set_in && row(k + 1) - row(k) == 1) ||
            (lines == 0 && (look(column[first - 1]).terminal || look(column[first - 1]).headish ||
                            (next.opener && (breaks_off(first - 1) || look(column[first - 1]).wide))));
        if (free_above) {
          for (size_t n = first; n <= k; ++n) looks_[static_cast<size_t>(column[n])].headish = true;
          break;
        }
        const PieceLook& above = look(column[first - 1]);
        if (!above.full || above.wide || above.set_in) break;
      }
    }
  }
}

// Of short lines below one another; more of them than a head has are rows of a table or lines of verse.
void LineSeams::find_more_heads() {
  std::vector<std::vector<size_t>> runs(grid_.bases.size());
  const auto close = [&](std::vector<size_t>& run) {
    for (size_t k = 1; k < run.size() && run.size() <= kMostHeadLines; ++k) looks_[run[k]].more_head = true;
    run.clear();
  };
  for (size_t i = 0; i < looks_.size(); ++i) {
    std::vector<size_t>& run = runs[static_cast<size_t>(grid_.pieces[i].column)];
    if (looks_[i].headish && !looks_[i].byline)
      run.push_back(i);
    else
      close(run);
  }
  for (std::vector<size_t>& run : runs) close(run);
}

std::string_view LineSeams::words(int piece) const {
  const Span& span = grid_.pieces[static_cast<size_t>(piece)].span;
  return text_.substr(span.begin, span.end - span.begin);
}

double LineSeams::measure_of(const GridPiece& piece) const {
  return piece.measure > 0 ? piece.measure : grid_.measure;
}

double LineSeams::pair_score(int left, int right) const {
  if (!join_score_) return 0;
  uint64_t key = static_cast<uint64_t>(left) << 32U | static_cast<uint32_t>(right);
  auto [it, fresh] = known_.try_emplace(key, 0);
  if (fresh) it->second = std::clamp(join_score_(words(left), words(right)), -4.0, 5.0);
  return it->second;
}

double LineSeams::words_score(int left, int right, double trust) const {
  const PieceLook& p = look(left);
  const PieceLook& q = look(right);
  if (q.headish) {
    // Heads of several lines, and names below them, stand over a story; no sub-head has either.
    if (p.headish && q.byline && !p.byline) return -kNamedInside;
    if (p.headish) return q.more_head && !p.full ? -kHeadInside : 0;
    return p.terminal ? -.3 : p.full ? -3 : -1;
  }
  if (p.headish && q.opener) return -kReportInside;
  if (p.headish) return q.set_in ? .2 : q.flush ? -2 : -.5;
  double score = 0;
  bool open = p.full && !p.terminal;
  if (open) {
    score = q.set_in ? -3.5 : (q.flush ? trust : trust - .5) + 2.2 * pair_score(left, right);
  } else if (p.terminal && p.full) {
    score = q.set_in ? .3 : trust * .4 + .3 * pair_score(left, right);
  } else if (p.terminal) {
    score = q.set_in ? .3 : q.flush ? -4.5 : -.5;
  } else {
    score = q.set_in ? -.5 : -1;
  }
  if (q.opener) score -= 3;
  return score;
}

double LineSeams::down(int upper, int lower) const {
  int first = grid_.pieces[static_cast<size_t>(upper)].row;
  int last = grid_.pieces[static_cast<size_t>(lower)].row;
  int blank = 0;
  for (int r = first + 1; r < last && blank < 2; ++r) blank += blank_rows_[static_cast<size_t>(r)];
  int gap = last - first;
  // The rows of neighbouring columns come between those of one where their lines do not stand level.
  double trust = blank > 0 ? .2 : gap == 1 ? 4 : gap == 2 ? 2 : .8;
  return words_score(upper, lower, trust) - 1.5 * blank - .04 * std::min(gap - 1, 20);
}

double LineSeams::over(int last, int first) const {
  return words_score(last, first, .5);
}

}  // namespace broadsheet
