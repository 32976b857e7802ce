#include "read/grid_rows.h"

#include <algorithm>
#include <map>

#include "read/measure.h"
#include "text/every.h"

namespace broadsheet {
namespace {

// Of a line that was spread to fill its column:
constexpr size_t kLeastLetters = 6;
constexpr double kLongestWord = 3;  // ems of a word before its letters
constexpr double kUneven = 1.1;     // ems

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x3000 || c == '\f' || c == 0xFEFF;
}

// `wide`: cells that a full-width character takes in this grid, 1 or 2; where 2, cells are counted in pairs.
std::vector<GridRow> read_rows(std::string_view text, int wide) {
  std::vector<GridRow> rows(1);
  GridToken open;
  int cell = 0;
  bool in_token = false;
  auto close = [&](size_t at) {
    if (!in_token) return;
    open.span.end = static_cast<uint32_t>(at);
    open.cells = wide == 2 ? (cell + 1) / 2 - open.x : cell - open.x;
    rows.back().tokens.push_back(open);
    in_token = false;
  };
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    char32_t c = every_code_point(text, at);
    if (c == '\n' || c == '\f') {
      close(begin);
      rows.emplace_back();
      cell = 0;
      continue;
    }
    if (is_blank(c)) {
      close(begin);
      if (c == 0xFEFF || c == '\r') continue;
    } else {
      if (!in_token) {
        open = GridToken{};
        open.span.begin = static_cast<uint32_t>(begin);
        open.x = cell / wide;
        in_token = true;
      }
      open.width += em_of(c);
    }
    cell += c == '\t' ? 8 - cell % 8 : em_of(c) == 1 ? wide : 1;
  }
  close(text.size());
  return rows;
}

// Words set apart letter by letter: each of one or two characters, an even gap between them.
bool is_spread(const GridRow& row, size_t i, bool spaced) {
  auto small = [&](size_t k) { return row.tokens[k].cells <= 2; };
  if (!small(i) && !small(i - 1)) return false;
  int gap = gap_before(row, i);
  if (gap > 3) return false;
  size_t run = 0;
  int widest = 0;  // other gap of the run
  for (size_t k = i; k < row.tokens.size() && small(k) && gap_before(row, k) <= 3; ++k) {
    if (k > i) widest = std::max(widest, gap_before(row, k));
    ++run;
  }
  for (size_t k = i; k-- > 0 && small(k);) {
    ++run;
    if (k > 0 && gap_before(row, k) > 3) break;
    if (k > 0) widest = std::max(widest, gap_before(row, k));
  }
  return run >= 4 && (spaced || gap <= widest + 1);
}

// How well the words after a gap line up from row to row: the share of them that begin where four others do.
double alignment(const std::vector<GridRow>& rows) {
  std::map<int, int> starts;
  int all = 0;
  for (const GridRow& row : rows) {
    for (size_t i = 1; i < row.tokens.size(); ++i) {
      if (gap_before(row, i) < 2) continue;
      ++starts[row.tokens[i].x];
      ++all;
    }
  }
  int lined = 0;
  for (auto [x, count] : starts) lined += count >= 5 ? count : 0;
  return all ? static_cast<double>(lined) / all : 0;
}

}  // namespace

int gap_before(const GridRow& row, size_t i) {
  return row.tokens[i].x - row.tokens[i - 1].x - row.tokens[i - 1].cells;
}

void add_token(GridToken& left, const GridToken& right) {
  left.width += right.width + .5 * std::min(2, right.x - left.x - left.cells);
  left.cells = right.x + right.cells - left.x;
  left.span.end = right.span.end;
}

void join_spread(GridRow& row, bool spaced) {
  std::vector<bool> glue(row.tokens.size(), false);
  for (size_t i = 1; i < row.tokens.size(); ++i)
    glue[i] = gap_before(row, i) >= 2 && is_spread(row, i, spaced);
  std::vector<GridToken> out;
  for (size_t i = 0; i < row.tokens.size(); ++i) {
    if (i > 0 && glue[i])
      add_token(out.back(), row.tokens[i]);
    else
      out.push_back(row.tokens[i]);
  }
  row.tokens = std::move(out);
}

void join_justified(GridRow& row, double measure) {
  std::vector<GridToken> out;
  const size_t n = row.tokens.size();
  for (size_t i = 0; i < n;) {
    // A number, or a word with marks, may begin such a line.
    size_t end = i + 1;
    size_t letters = row.tokens[i].cells <= 2 ? 1 : 0;
    GridToken line = row.tokens[i];
    double bare = line.width;
    if (line.width <= kLongestWord) {
      for (; end < n && row.tokens[end].width <= 2 && !row.tokens[end].parted && gap_before(row, end) == 1;
           ++end) {
        add_token(line, row.tokens[end]);
        bare += row.tokens[end].width;
        ++letters;
      }
    }
    if (letters >= kLeastLetters && bare <= measure + kUneven && line.width >= measure - kUneven) {
      line.width = measure;
      out.push_back(line);
      i = end;
    } else {
      out.push_back(row.tokens[i++]);
    }
  }
  row.tokens = std::move(out);
}

std::vector<GridToken> wide_cuts(const GridRow& row) {
  std::vector<GridToken> out;
  for (size_t i = 0; i < row.tokens.size(); ++i) {
    if (i > 0 && gap_before(row, i) < 2)
      add_token(out.back(), row.tokens[i]);
    else
      out.push_back(row.tokens[i]);
  }
  return out;
}

// pdftotext counts characters; other tools, and people, count cells as a terminal shows them.
std::vector<GridRow> read_grid_rows(std::string_view text) {
  std::vector<GridRow> by_character = read_rows(text, 1);
  if (is_spaced(text)) return by_character;  // hardly a character is wide
  std::vector<GridRow> by_cell = read_rows(text, 2);
  return alignment(by_cell) > alignment(by_character) + .1 ? by_cell : by_character;
}

}  // namespace broadsheet
