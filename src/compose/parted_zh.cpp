#include "compose/parted_zh.h"

#include <string>
#include <utility>
#include <vector>

#include "compose/captions_zh.h"
#include "compose/facts_zh.h"
#include "compose/marks_zh.h"
#include "compose/titles_zh.h"

namespace broadsheet {

void part_titles_zh(Sheet& sheet) {
  constexpr size_t kLength = 4;
  std::vector<std::pair<size_t, size_t>> cuts;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const std::u32string_view text = sheet.pieces[i].text;
    if (text.size() <= kLength || !is_picture_title_zh(text.substr(0, kLength))) continue;
    const size_t words = text.find_first_not_of(U' ', kLength);
    if (words != text.npos && is_lead_zh(text.substr(words))) cuts.emplace_back(i, words);
  }
  split_pieces(sheet, cuts);
}

void part_jumps_zh(Sheet& sheet) {
  constexpr size_t kLongest = 16;  // characters of "(下转第12版)", blanks and signs before it
  std::vector<std::pair<size_t, size_t>> cuts;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const std::u32string_view text = sheet.pieces[i].text;
    if (text.size() <= kLongest) continue;
    bool from = false;
    const size_t close = text.substr(0, kLongest).find(U')');
    if (close != text.npos && text[0] == U'(' && jump_zh(text.substr(0, close), from) != 0) {
      const size_t words = text.find_first_not_of(U' ', close + 1);
      if (words != text.npos) cuts.emplace_back(i, words);
    }
    const size_t open = text.rfind(U'(');
    if (open == text.npos || open <= kLongest || open + kLongest < text.size() || text.back() != U')')
      continue;
    if (jump_zh(text.substr(open), from) != 0) cuts.emplace_back(i, open);
  }
  split_pieces(sheet, cuts);
}

void part_signatures_zh(Sheet& sheet) {
  std::vector<std::pair<size_t, size_t>> cuts;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const std::u32string& text = sheet.pieces[i].text;
    if (const size_t source = picture_source_zh(text); source != std::u32string_view::npos) {
      cuts.emplace_back(i, source);
      continue;
    }
    if (const size_t names = names_behind_credit_zh(text); names != std::u32string_view::npos) {
      cuts.emplace_back(i, names);
      continue;
    }
    const size_t credit = picture_credit_zh(text);
    const size_t at = credit != std::u32string_view::npos ? credit : signature_zh(text);
    if (at == std::u32string_view::npos) continue;
    // A head may end in brackets, too: what stands right above a deck, a lead or a byline is no paragraph's
    // end.
    if (i + 1 < sheet.pieces.size() && text.find(U'。') == std::u32string::npos && text[0] != '(' &&
        at < kLongHead && !text.starts_with(U"数据来源")) {
      const std::u32string& below = sheet.pieces[i + 1].text;
      if (below.starts_with(U"——") || is_lead_zh(below) || is_byline_zh(below)) continue;
    }
    cuts.emplace_back(i, at);
    sheet.pieces[i].picture = credit != std::u32string_view::npos;
  }
  split_pieces(sheet, cuts);
  size_t shift = 0;
  for (const auto& [index, at] : cuts) {
    Piece& tail = sheet.pieces[index + ++shift];
    while (!tail.text.empty() && tail.text.front() == U' ') {
      tail.text.erase(0, 1);
      tail.at.erase(tail.at.begin());
    }
    if (!is_credit_zh(tail.text) || sheet.pieces[index + shift - 1].picture)
      tail.score[static_cast<size_t>(Role::kSignature)] += 8;
    tail.picture = false;
  }
}

}  // namespace broadsheet
