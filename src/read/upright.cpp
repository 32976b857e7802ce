#include "read/upright.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "read/grid.h"
#include "text/every.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr int kApart = 8;            // rows from one letter to the next
constexpr int kFarApart = 16;        // where it stands at the same cell or beside it
constexpr int kDrift = 5;            // cells that a letter may stand beside the one above
constexpr int kBeside = 16;          // cells between the lines of one head
constexpr size_t kLeastLine = 3;     // letters of a line
constexpr size_t kLeastHead = 5;     // letters of a head
constexpr size_t kMostLetters = 60;  // of a line
constexpr size_t kMostLines = 5;     // of a head
constexpr size_t kMostOpen = 60;     // lines that may go on in a row
constexpr size_t kOpenHeads = 16;
constexpr int kRowsOver = 20;      // over an upright head in which its text may begin
constexpr int kLeftCells = 10;     // by which a column on the right of an upright head is the nearer
constexpr size_t kTableLines = 3;  // so many that stand in the same rows are columns of a table
constexpr double kLabel = 4;       // ems of what stands before a row of a table, at most
constexpr int kLabelApart = 32;    // cells from it to the letter
constexpr int kLabelDrift = 2;     // cells by which labels may begin apart
constexpr double kLabelled = .7;   // share of a column's rows, from which it is one of a table

struct Letter {
  size_t row;
  size_t token;
  int x;
};

struct Chain {
  std::vector<Letter> letters;
  int top() const { return static_cast<int>(letters.front().row); }
  int bottom() const { return static_cast<int>(letters.back().row); }
  int left() const {
    int x = letters.front().x;
    for (const Letter& l : letters) x = std::min(x, l.x);
    return x;
  }
  int right() const {
    int x = letters.front().x;
    for (const Letter& l : letters) x = std::max(x, l.x);
    return x;
  }
};

// One letter with blanks around it.
bool stands_alone(const GridRow& row, size_t i) {
  if (row.tokens[i].cells != 1 && !(row.tokens[i].cells == 2 && row.tokens[i].width == 1)) return false;
  const bool left = i == 0 || gap_before(row, i) >= 2;
  const bool right = i + 1 == row.tokens.size() || gap_before(row, i + 1) >= 2;
  return left && right;
}

// Hanzi, and marks that stand among them in a head: figures, bullets and Latin letters stand below one
// another in tables and lists.
bool is_head_letter(std::string_view s) {
  size_t at = 0;
  const char32_t c = every_code_point(s, at);
  if (at != s.size()) return false;
  if (every_is_hanzi(c) || (c >= 0xFE30 && c <= 0xFE4F)) return true;  // upright forms of marks
  constexpr std::u32string_view kMarks = U"《》〈〉“”‘’「」『』（）！？，、。";
  return kMarks.find(c) != std::u32string_view::npos;
}

// The word before a letter and the single letters before that: of a table, the label of its row.
const GridToken* label_before(const GridRow& row, size_t i) {
  const int x = row.tokens[i].x;
  while (i > 0 && stands_alone(row, i)) --i;
  const GridToken& word = row.tokens[i];
  if (stands_alone(row, i) || word.width > kLabel || x - word.x - word.cells > kLabelApart) return nullptr;
  return i == 0 || gap_before(row, i) >= 2 ? &word : nullptr;
}

// A column of a table: short words begin at one cell before most of its letters.
bool is_labelled(const Chain& chain, const std::vector<GridRow>& rows) {
  std::vector<int> starts;
  for (const Letter& l : chain.letters) {
    if (const GridToken* label = label_before(rows[l.row], l.token)) starts.push_back(label->x);
  }
  sort_stably(starts);
  const double least = kLabelled * static_cast<double>(chain.letters.size());
  for (size_t from = 0, to = 0; to < starts.size(); ++to) {
    while (starts[to] - starts[from] > kLabelDrift) ++from;
    if (static_cast<double>(to + 1 - from) >= least) return true;
  }
  return false;
}

bool is_table(const std::vector<size_t>& lines, const std::vector<Chain>& chains) {
  if (lines.size() < kTableLines) return false;
  const std::vector<Letter>& first = chains[lines.front()].letters;
  return std::all_of(lines.begin(), lines.end(), [&](size_t line) {
    return std::equal(first.begin(), first.end(), chains[line].letters.begin(), chains[line].letters.end(),
                      [](const Letter& a, const Letter& b) { return a.row == b.row; });
  });
}

// Do the lines stand side by side?
bool are_beside(const Chain& a, const Chain& b) {
  const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
  const int shorter = std::min(a.bottom() - a.top(), b.bottom() - b.top());
  const int gap = std::max(a.left(), b.left()) - std::min(a.right(), b.right());
  return shared * 2 >= shorter && gap <= kBeside;
}

}  // namespace

std::vector<Upright> take_uprights(std::vector<GridRow>& rows, std::string_view text) {
  std::vector<Chain> chains;
  std::vector<size_t> open;  // chains that may go on
  for (size_t r = 0; r < rows.size(); ++r) {
    std::erase_if(open, [&](size_t c) { return static_cast<int>(r) - chains[c].bottom() > kFarApart; });
    if (rows[r].tokens.size() > kMostRowWords) continue;  // its words are joined whatever stands between them
    for (size_t i = 0; i < rows[r].tokens.size(); ++i) {
      if (!stands_alone(rows[r], i)) continue;
      const int x = rows[r].tokens[i].x;
      size_t best = chains.size();
      for (size_t c : open) {
        const int off = std::abs(chains[c].letters.back().x - x);
        const bool far = static_cast<int>(r) - chains[c].bottom() > kApart;
        if (off > (far ? 1 : kDrift) || chains[c].letters.back().row == r) continue;
        if (best == chains.size() || off < std::abs(chains[best].letters.back().x - x)) best = c;
      }
      if (best == chains.size()) {
        if (open.size() >= kMostOpen) continue;
        chains.emplace_back();
        open.push_back(best);
      }
      chains[best].letters.push_back({r, i, x});
    }
  }
  std::erase_if(chains, [&](const Chain& c) {
    if (c.letters.size() < kLeastLine || c.letters.size() > kMostLetters) return true;
    size_t letters = 0;
    for (const Letter& l : c.letters) {
      const Span& span = rows[l.row].tokens[l.token].span;
      letters += is_head_letter(text.substr(span.begin, span.end - span.begin));
    }
    // A year may stand in a head too.
    return letters < kLeastLine || letters * 3 < c.letters.size() * 2 || is_labelled(c, rows);
  });
  // Lines of one head: chains come by their tops, so that only the last few heads may go on.
  sort_stably(chains, [](const Chain& a, const Chain& b) { return a.top() < b.top(); });
  std::vector<std::vector<size_t>> heads;
  for (size_t c = 0; c < chains.size(); ++c) {
    size_t own = heads.size();
    for (size_t h = heads.size(); h-- > 0 && heads.size() - h <= kOpenHeads && own == heads.size();) {
      const bool beside = heads[h].size() < kMostLines &&
                          std::any_of(heads[h].begin(), heads[h].end(),
                                      [&](size_t d) { return are_beside(chains[c], chains[d]); });
      if (beside) own = h;
    }
    if (own == heads.size()) heads.emplace_back();
    heads[own].push_back(c);
  }
  std::vector<Upright> out;
  std::vector<std::vector<size_t>> gone(rows.size());
  for (std::vector<size_t>& lines : heads) {
    sort_stably(lines, [&](size_t a, size_t b) { return chains[a].right() > chains[b].right(); });
    size_t letters = 0;
    for (size_t line : lines) letters += chains[line].letters.size();
    if (letters < kLeastHead || is_table(lines, chains)) continue;
    Upright head;
    head.left = chains[lines.back()].left();
    head.right = chains[lines.front()].right();
    head.top = chains[lines.front()].top();
    head.bottom = chains[lines.front()].bottom();
    for (size_t line : lines) {
      head.left = std::min(head.left, chains[line].left());
      head.top = std::min(head.top, chains[line].top());
      head.bottom = std::max(head.bottom, chains[line].bottom());
      for (const Letter& l : chains[line].letters) {
        head.letters.push_back(rows[l.row].tokens[l.token].span);
        gone[l.row].push_back(l.token);
      }
    }
    out.push_back(std::move(head));
  }
  for (size_t r = 0; r < rows.size(); ++r) {
    sort_stably(gone[r]);
    for (size_t k = gone[r].size(); k-- > 0;) {
      const auto next =
          rows[r].tokens.erase(rows[r].tokens.begin() + static_cast<std::ptrdiff_t>(gone[r][k]));
      if (next != rows[r].tokens.end()) next->parted = true;
    }
  }
  return out;
}

void place_uprights(Grid& grid) {
  const auto laid = static_cast<std::ptrdiff_t>(grid.pieces.size());
  for (size_t u = 0; u < grid.uprights.size(); ++u) {
    const Upright& head = grid.uprights[u];
    GridPiece piece;
    piece.span = head.letters.front();
    piece.width = 1;
    piece.x = head.left;
    piece.measure = grid.measure;
    piece.tight = true;
    piece.upright = static_cast<int>(u);
    int best = std::numeric_limits<int>::max();
    std::vector<int> above(grid.bases.size(), -kRowsOver);  // last row of what stands over it
    auto at = std::lower_bound(grid.pieces.begin(), grid.pieces.begin() + laid, head.top - kRowsOver,
                               [](const GridPiece& p, int row) { return p.row < row; });
    for (; at != grid.pieces.begin() + laid && at->row <= std::min(head.bottom, head.top + kRowsOver); ++at) {
      int& last = above[static_cast<size_t>(at->column)];
      const bool begins = at->row - last > 2;
      last = at->row;
      if (!begins) continue;
      // The nearest column counts, on the right rather than on the left.
      const int aside = at->x > head.left ? std::max(0, at->x - head.right) : head.left - at->x + kLeftCells;
      const int off = std::abs(at->row - head.top) + aside;
      if (off >= best) continue;
      best = off;
      piece.column = at->column;
      piece.row = std::min(at->row, head.top);
    }
    if (best == std::numeric_limits<int>::max()) piece.row = head.top;
    piece.last_column = piece.column;
    grid.pieces.push_back(piece);
  }
  if (grid.uprights.empty()) return;
  sort_stably(grid.pieces, [](const GridPiece& a, const GridPiece& b) {
    if (a.row != b.row) return a.row < b.row;
    if (a.column != b.column) return a.column < b.column;
    return a.upright > b.upright;
  });
}

}  // namespace broadsheet
