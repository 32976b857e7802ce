#include "read/upright.h"

#include <algorithm>
#include <cstdlib>

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

// Do the lines stand side by side?
bool are_beside(const Chain& a, const Chain& b) {
  const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
  const int shorter = std::min(a.bottom() - a.top(), b.bottom() - b.top());
  const int gap = std::max(a.left(), b.left()) - std::min(a.right(), b.right());
  return shared * 2 >= shorter && gap <= kBeside;
}

}  // namespace

std::vector<Upright> take_uprights(std::vector<GridRow>& rows) {
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
  std::erase_if(chains, [](const Chain& c) {
    return c.letters.size() < kLeastLine || c.letters.size() > kMostLetters;
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
    if (letters < kLeastHead) continue;
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

}  // namespace broadsheet
