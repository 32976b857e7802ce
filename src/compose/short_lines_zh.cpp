#include "compose/short_lines_zh.h"

#include <algorithm>
#include <cmath>

#include "compose/captions_zh.h"
#include "compose/marks_zh.h"
#include "compose/stitch.h"
#include "read/ablation.h"
#include "text/fold.h"
#include "text/ngram.h"

namespace broadsheet {

namespace {

constexpr double kNever = -9;
constexpr size_t kWordSide = 3;     // characters on each side of a blank in a word
constexpr size_t kClauseHanzi = 4;  // of a clause, on the average
constexpr double kOneWord = 3;      // nats from which they go on over it
// Against a first line of an OCR dump, in nats: no blank line before it, but one behind; two clauses of
// hanzi.
constexpr double kHangs = 3;
constexpr double kPair = 2;

// Two clauses of hanzi alone that a blank parts: 修好乡村公路 办好山里学校.
bool is_pair(const std::u32string& text) {
  constexpr size_t kClause = 4;
  const size_t gap = text.find(U' ');
  if (gap == std::u32string::npos || gap < kClause || text.size() - gap - 1 < kClause) return false;
  const auto plain = [](char32_t c) { return is_hanzi(c); };
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(gap), plain) &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(gap) + 1, text.end(), plain);
}

}  // namespace

bool is_set_in_zh(const Sheet& sheet, size_t i) {
  const Fragment& at = sheet.reading.fragments[sheet.pieces[i].fragment];
  if (at.lines.size() != 1 || at.measure <= 0) return false;
  float cells = 0;
  for (char32_t c : sheet.pieces[i].text)
    cells += is_digit(c) || is_latin(c) || c == '.' || c == '%' ? 1.F : 2.F;
  return std::abs(cells - (at.measure - 4)) <= 2;
}

double goes_on_zh(const ShortLines& lines, size_t i) {
  const Sheet& sheet = lines.sheet;
  const Piece& piece = sheet.pieces[i];
  const std::u32string& text = piece.text;
  const Fragment& at = sheet.reading.fragments[piece.fragment];
  if (at.heading > 0 || piece.over_columns || ends_paragraph_zh(text) || without(Step::kFirstLines))
    return kNever;
  size_t next = i + 1;
  while (next < sheet.pieces.size() && stands_aside(sheet.pieces[next].role)) ++next;
  if (next >= sheet.pieces.size() || sheet.pieces[next].role != Role::kParagraph ||
      lines.facts[next].is_short || is_lead_zh(sheet.pieces[next].text)) {
    return kNever;
  }
  const Seams& seams = seams_zh();
  double odds = -2.5 + 0.8 * std::clamp(seams.continuation(piece, sheet.pieces[next]), -1.0, 6.0) +
                0.8 * std::clamp(seams.open_start(sheet.pieces[next]), -6.0, 6.0);
  if (text.find(U' ') != std::u32string::npos) odds -= 1.5;
  if (text.ends_with(U"——")) odds -= 3;
  if (text.find_first_of(U",;?!") != std::u32string::npos) odds += 0.9;
  if (text.size() >= 13) odds += 1.75;
  if (text.size() > 24) odds += 2;
  if (!sheet.reading.printed) return odds;
  if (sheet.ocr && !lines.blocks_apart && at.blank_before == 0 && at.blank_after > 0) odds -= kHangs;
  if (sheet.ocr && is_pair(text)) odds -= kPair;
  if (at.lines.size() > 1) return odds + (at.ends_full ? 3 : -0.4);
  return odds + (!is_set_in_zh(sheet, i) ? 0.5 : lines.indents_apart ? 5.5 : 3.7);
}

bool parts_word_zh(std::u32string_view text) {
  const NgramModel& model = NgramModel::chinese();
  for (size_t at = text.find(U' '); at != text.npos; at = text.find(U' ', at + 1)) {
    if (at < kWordSide || text.size() - at - 1 < kWordSide || !is_hanzi(text[at - 1]) ||
        !is_hanzi(text[at + 1]))
      continue;
    if (model.continuation(NgramModel::left_of(text.substr(0, at)),
                           NgramModel::right_of(text.substr(at + 1))) >= kOneWord)
      return true;
  }
  return false;
}

size_t blanks_zh(std::u32string_view text) {
  size_t blanks = 0;
  size_t hanzi = 0;
  for (const char32_t c : text) {
    blanks += c == U' ';
    hanzi += is_hanzi(c);
  }
  return hanzi >= kClauseHanzi * (blanks + 1) ? blanks : 0;
}

}  // namespace broadsheet
