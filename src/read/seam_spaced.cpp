// What a printed line says of its neighbours in a script that sets blanks between words: a line is full where
// the next one's first word had no room in it, and small letters go on.
#include <algorithm>
#include <cmath>

#include "read/measure.h"
#include "read/seam.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

namespace broadsheet {
namespace {

constexpr int kNear = 4;           // rows between lines of one column that may go on
constexpr double kBlank = .5;      // ems
constexpr double kRagged = 1;      // ems by which a line that is full may fall short
constexpr double kHeadWidth = .7;  // of its column: lines of text are wider
constexpr int kMiddle = 5;         // cells by which a line in the middle is set in
constexpr double kOnAxis = 2;      // cells
constexpr size_t kBylineWords = 7;
// Nats:
constexpr double kHyphen = 4;
constexpr double kSmall = 2.5;  // a small letter behind an open end
constexpr double kComma = 2;
constexpr double kCapital = .4;  // a capital there
constexpr double kCloses = -3;   // a small letter behind a sentence's end

char32_t first_letter(std::string_view s) {
  for (size_t i = 0; i < s.size();) {
    const char32_t c = next_code_point(s, i);
    if (is_spaced_letter(c) || is_digit(c)) return c;
  }
  return 0;
}

std::string_view first_word(std::string_view s) {
  return s.substr(0, s.find(' '));
}

// "LONDON (AP) — ", "NEW YORK - The": a place in capitals and a dash.
bool begins_with_place(std::string_view s) {
  size_t capitals = 0;
  for (size_t i = 0; i < s.size() && i < 40;) {
    const char32_t c = next_code_point(s, i);
    if ((c == '-' || c == 0x2013 || c == 0x2014) && capitals >= 3) return i < s.size();
    if (c == '(') {
      const size_t close = s.find(')', i);
      if (close == std::string_view::npos || capitals < 3) return false;
      i = close + 1;
      continue;
    }
    if (is_capital(c))
      ++capitals;
    else if (c != ' ' && c != '.' && c != ',')
      return false;
  }
  return false;
}

// "By Rowan Thistle and Agnes Farrow in Ravensey": names behind the word, and short ones between them.
bool names_writer(std::string_view s) {
  const std::string_view by = first_word(s);
  if (by != "By" && by != "by" && by != "BY" && by != "From") return false;
  size_t words = 0;
  for (size_t at = by.size() + 1; at < s.size(); ++words) {
    const std::string_view word = first_word(s.substr(at));
    at += word.size() + 1;
    if (word.size() > 3 && !is_capital(first_letter(word))) return false;
  }
  return words > 0 && words < kBylineWords;
}

// Most words with capitals.
bool is_title(std::string_view s) {
  size_t words = 0;
  size_t capitals = 0;
  for (size_t at = 0; at < s.size();) {
    size_t end = s.find(' ', at);
    if (end == std::string_view::npos) end = s.size();
    if (end - at > 3) {
      ++words;
      capitals += is_capital(first_letter(s.substr(at, end - at)));
    }
    at = end + 1;
  }
  return words >= 3 && capitals * 4 >= words * 3;
}

}  // namespace

double goes_on_spaced(std::string_view left, std::string_view right) {
  const bool small = is_small(first_letter(right));
  if (ends_sentence(left)) return small ? kCloses : 0;
  if (left.ends_with('-')) return small ? kHyphen : 0;
  if (small) return kSmall;
  return left.ends_with(',') ? kComma : kCapital;
}

// Do both stand on one axis?
bool LineSeams::is_below_middle(int upper, int lower) const {
  const auto axis = [&](int i) {
    const GridPiece& p = grid_.pieces[static_cast<size_t>(i)];
    return p.x + p.width;  // half of what it is wide in cells
  };
  return std::abs(axis(upper) - axis(lower)) <= kOnAxis;
}

void LineSeams::look_spaced() {
  std::vector<std::vector<int>> columns(grid_.bases.size());
  for (size_t i = 0; i < looks_.size(); ++i)
    columns[static_cast<size_t>(grid_.pieces[i].column)].push_back(static_cast<int>(i));
  for (const std::vector<int>& column : columns) {
    for (size_t k = 0; k < column.size(); ++k) {
      const GridPiece& p = grid_.pieces[static_cast<size_t>(column[k])];
      PieceLook& l = looks_[static_cast<size_t>(column[k])];
      const std::string_view s = words(column[k]);
      const double measure = measure_of(p);
      // Not far below, and no row between them is blank all over the page.
      const auto near = [&](size_t a, size_t b) {
        if (b >= column.size()) return false;
        const int from = grid_.pieces[static_cast<size_t>(column[a])].row;
        const int to = grid_.pieces[static_cast<size_t>(column[b])].row;
        return to - from <= kNear && std::none_of(blank_rows_.begin() + from, blank_rows_.begin() + to,
                                                  [](bool blank) { return blank; });
      };
      const int next = near(k, k + 1) ? column[k + 1] : -1;
      const int up = k > 0 && near(k - 1, k) ? column[k - 1] : -1;
      l.set_in = !p.tight && p.indent >= 2 && p.indent <= 5;
      l.flush = !p.tight && p.indent <= 1;
      l.wide = p.last_column > p.column;
      l.terminal = ends_sentence(s);
      const double more = next >= 0 ? kBlank + width_of(first_word(words(next))) : 2;
      l.full = l.wide || p.width + more >= measure - kRagged;
      l.opener = begins_with_place(s);
      l.byline = names_writer(s);
      const bool open_above =
          up >= 0 && look(up).full && !look(up).terminal && !look(up).headish && !look(up).wide;
      l.running = open_above && !l.opener && !l.byline && pair_score(up, column[k]) > 0;
      const bool goes_on =
          next >= 0 && p.width >= kHeadWidth * measure && is_small(first_letter(words(next)));
      l.headish =
          l.byline || (!l.terminal && !l.opener && !l.running && !goes_on && (!l.full || is_title(s)) &&
                       (!s.ends_with(',') || (up < 0 && !l.full && is_capital(first_letter(s)))));
      // Set in the middle, above all or below a head; or above a name.
      const bool middle = !p.tight && p.indent >= kMiddle && !l.terminal && !l.opener;
      const bool named = next >= 0 && names_writer(words(next)) && !l.terminal && !l.running;
      if (named || (middle && (up < 0 || (look(up).headish && is_below_middle(up, column[k])))))
        l.headish = true;
    }
  }
}

}  // namespace broadsheet
