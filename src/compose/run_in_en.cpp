#include "compose/run_in_en.h"

#include <string_view>
#include <utility>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr size_t kLeast = 3;     // on a page, or it is no habit
constexpr size_t kLongest = 90;  // characters of such a head
constexpr size_t kText = 40;     // characters behind it

bool is_dash(char32_t c) {
  return c == 0x2014 || c == 0x2013;
}

// Where the dash stands that ends the head, or npos: all of it in capitals, a full stop at its end.
size_t dash_behind_head(std::u32string_view text) {
  size_t letters = 0;
  size_t words = 0;
  for (size_t i = 0; i < text.size() && i < kLongest; ++i) {
    const char32_t c = text[i];
    if (is_dash(c)) {
      size_t stop = i;
      while (stop > 0 && text[stop - 1] == ' ') --stop;
      const bool stops = stop > 0 && (text[stop - 1] == '.' || text[stop - 1] == ':');
      return stops && letters >= 6 && words >= 1 && text.size() > i + kText ? i : text.npos;
    }
    if (c == ' ') ++words;
    if (!is_latin(c)) continue;
    if (c >= 'a' && c <= 'z') return text.npos;
    ++letters;
  }
  return text.npos;
}

}  // namespace

std::set<size_t> part_run_in_heads_en(Sheet& sheet) {
  std::set<size_t> heads;
  std::vector<std::pair<size_t, size_t>> cuts;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const size_t dash = dash_behind_head(sheet.pieces[i].text);
    if (dash != std::u32string_view::npos) cuts.emplace_back(i, dash);
  }
  if (cuts.size() < kLeast) return heads;
  split_pieces(sheet, cuts);
  for (size_t k = 0; k < cuts.size(); ++k) {
    Piece& head = sheet.pieces[cuts[k].first + k];
    Piece& tail = sheet.pieces[cuts[k].first + k + 1];
    heads.insert(cuts[k].first + k);
    // The dash is neither's word.
    size_t behind = tail.at[0];
    next_code_point(sheet.source->text, behind);
    head.marks.push_back({tail.at[0], static_cast<uint32_t>(behind)});
    size_t words = 1;
    while (words < tail.text.size() && tail.text[words] == ' ') ++words;
    tail.text.erase(0, words);
    tail.at.erase(tail.at.begin(), tail.at.begin() + static_cast<std::ptrdiff_t>(words));
    while (!head.text.empty() && head.text.back() == ' ') {
      head.text.pop_back();
      head.at.pop_back();
    }
  }
  return heads;
}

}  // namespace broadsheet
