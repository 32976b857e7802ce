#include "view/effect.h"

#include <algorithm>

#include "text/utf8.h"
#include "view/desk.h"
#include "view/excerpt.h"

namespace broadsheet::view {

namespace {

constexpr size_t kMostPairs = 1000000;

// The page as a reader sees it, a line a head, a byline or a block.
std::vector<EffectRow> lines_of(const Page& page, const Words& words) {
  std::vector<EffectRow> out;
  const auto add = [&](const char* role, const std::string& text) {
    if (!text.empty()) out.push_back({' ', role, text});
  };
  for (const Article& article : page.articles) {
    add("kicker", article.kicker);
    if (article.headline.empty())
      add("article", headline_of(article, words));
    else
      add("headline", article.headline);
    add("deck", article.deck);
    add("byline", byline_of(article, false));
    for (const Block& block : article.blocks) add(name_of(block.kind), block.text);
  }
  for (const Furniture& item : page.furniture)
    add(item.kind == "advertisement" ? "advertisement" : "furniture", item.text);
  for (const Duplicate& item : page.duplicates) add("duplicate", item.text);
  for (const Unplaced& item : page.unplaced) add("unplaced", item.text);
  return out;
}

bool same(const EffectRow& a, const EffectRow& b) {
  return a.text == b.text && a.role == b.role;
}

// The text from a little before the byte `at` on.
std::string window(const std::string& text, size_t at) {
  return words_before(text, at) + words_after(text, at);
}

size_t common(const std::string& a, const std::string& b) {
  size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
  while (i > 0 && i < a.size() && is_trail_byte(a[i])) --i;
  return i;
}

// Rows of one place: what goes, then what comes; each shown around its first difference.
void close_hunk(std::vector<EffectRow>& hunk, std::vector<EffectRow>& out) {
  std::stable_partition(hunk.begin(), hunk.end(), [](const EffectRow& row) { return row.sign == '-'; });
  const EffectRow* gone = nullptr;
  const EffectRow* come = nullptr;
  for (const EffectRow& row : hunk) {
    if (row.sign == '-' && !gone) gone = &row;
    if (row.sign == '+' && !come) come = &row;
  }
  // Where only the role is another, the words are shown from their beginning.
  const size_t at = gone && come && gone->text != come->text ? common(gone->text, come->text) : 0;
  const std::string first_gone = gone ? window(gone->text, at) : "";
  const std::string first_come = come ? window(come->text, at) : "";
  for (EffectRow& row : hunk) {
    row.text = &row == gone ? first_gone : &row == come ? first_come : window(row.text, 0);
    out.push_back(row);
  }
  hunk.clear();
}

}  // namespace

std::vector<EffectRow> effect_of(const Page& before, const Page& after, const Words& words) {
  const std::vector<EffectRow> a = lines_of(before, words), b = lines_of(after, words);
  size_t head = 0;
  while (head < a.size() && head < b.size() && same(a[head], b[head])) ++head;
  size_t tail = 0;
  while (tail + head < a.size() && tail + head < b.size() &&
         same(a[a.size() - 1 - tail], b[b.size() - 1 - tail]))
    ++tail;
  const size_t n = a.size() - head - tail, m = b.size() - head - tail;
  // Longest common subsequence of what is left; of two huge changes only the ends.
  const bool small = (n + 1) * (m + 1) <= kMostPairs;
  std::vector<uint32_t> length(small ? (n + 1) * (m + 1) : 0);
  const auto cell = [&](size_t i, size_t j) -> uint32_t& { return length[i * (m + 1) + j]; };
  if (small) {
    for (size_t i = n; i-- > 0;)
      for (size_t j = m; j-- > 0;)
        cell(i, j) = same(a[head + i], b[head + j]) ? cell(i + 1, j + 1) + 1
                                                    : std::max(cell(i + 1, j), cell(i, j + 1));
  }
  std::vector<EffectRow> out, hunk;
  const EffectRow* near = head > 0 ? &a[head - 1] : nullptr;
  size_t i = 0, j = 0;
  while (i < n || j < m) {
    if (small && i < n && j < m && same(a[head + i], b[head + j])) {
      close_hunk(hunk, out);
      near = &a[head + i];
      ++i;
      ++j;
      continue;
    }
    if (hunk.empty() && near) {
      const std::string text = window(near->text, near->text.size());
      out.push_back({' ', near->role, text});
    }
    near = nullptr;
    const bool comes = i == n || (j < m && small && cell(i, j + 1) > cell(i + 1, j));
    hunk.push_back(comes ? b[head + j++] : a[head + i++]);
    hunk.back().sign = comes ? '+' : '-';
  }
  close_hunk(hunk, out);
  return out;
}

}  // namespace broadsheet::view
