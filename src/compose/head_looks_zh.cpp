#include "compose/head_looks_zh.h"

#include <algorithm>
#include <cmath>

#include "compose/captions_zh.h"
#include "compose/furniture_zh.h"
#include "compose/marks_zh.h"
#include "compose/region.h"
#include "compose/short_lines_zh.h"
#include "compose/stitch.h"
#include "compose/titles_zh.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr size_t kMostInRun = 6;     // pieces
constexpr size_t kWordsAway = 40;    // pieces whose words are compared around a head
constexpr size_t kWordsAbove = 600;  // characters of them
constexpr size_t kWordsBelow = 400;
constexpr size_t kFirstWords = 40;
constexpr size_t kBrief = 160;

}  // namespace

// The foot of a column: as wide as the text, more than a line or with a comma in it, left open.
bool HeadLooks::is_column_foot(size_t i) const {
  const Fragment& at = fragment(i);
  if (!sheet_.ocr || measure_ <= 0 || !at.ends_full || std::abs(at.measure - measure_) > kSameMeasure)
    return false;
  if (at.heading > 0 || facts_[i].sentence || facts_[i].bracket) return false;
  // Lines of a head that fills its column: nothing goes on into them, and a report or names stand below.
  const bool parts = pieces_[i].text.find_first_of(U",;。") != std::u32string::npos;
  if (at.lines.size() <= 3 && !parts && stands_before_story_zh(pieces_, i) &&
      (i == 0 || ends_paragraph_zh(pieces_[i - 1].text)))
    return false;
  return at.lines.size() > 1 || pieces_[i].text.find_first_of(U",:;。") != std::u32string::npos;
}

bool HeadLooks::candidate(size_t i) const {
  const Piece& piece = pieces_[i];
  const bool may_be = (piece.role == Role::kParagraph && facts_[i].is_short) ||
                      piece.role == Role::kHeadline || piece.role == Role::kSubhead;
  if (!may_be || is_column_foot(i)) return false;
  if (piece.closes || is_lead_zh(piece.text) || is_office_zh(piece.text) || is_contact_zh(piece.text))
    return false;
  if (piece.role == Role::kParagraph && fragment(i).heading == 0 && facts_[i].length > 30 &&
      !(fragment(i).in_head && i + 1 < pieces_.size() && fragment(i + 1).in_head) && facts_[i].commas > 0 &&
      !facts_[i].bracket && !facts_[i].sentence && !stands_before_story_zh(pieces_, i)) {
    return false;
  }
  return !piece.text.starts_with(U"数据来源") && !piece.text.starts_with(U"资料来源");
}

size_t HeadLooks::end_of_run(size_t begin) const {
  size_t end = begin;
  while (end < pieces_.size() && candidate(end) && end - begin < kMostInRun) {
    // A part's title ends a head; a story's begins one.
    if (end > begin && region_of(sheet_, end) != region_of(sheet_, end - 1)) break;
    if (end > begin && (is_story_title_zh(pieces_[end].text) || is_part_title_zh(pieces_[end].text))) break;
    ++end;
    if (is_part_title_zh(pieces_[end - 1].text)) break;
    // Where columns were read into each other, a line right below a text goes with no head apart from it.
    if (is_tangled(sheet_) && begin > 0 && fragment(begin).blank_before == 0 && end < pieces_.size() &&
        fragment(end).blank_before > 0)
      break;
  }
  return end;
}

size_t HeadLooks::below(size_t end) const {
  while (end < pieces_.size() && stands_aside(pieces_[end].role)) ++end;
  return end;
}

int HeadLooks::above(size_t begin) const {
  int before = static_cast<int>(begin) - 1;
  while (before >= 0 && stands_aside(pieces_[static_cast<size_t>(before)].role)) --before;
  return before;
}

// Columns may have strayed between a head and its story.
bool HeadLooks::lead_before_next_head(size_t after) const {
  for (size_t i = after; i < pieces_.size() && i < after + 14; ++i) {
    if (stands_aside(pieces_[i].role)) continue;
    if (candidate(i) || pieces_[i].role == Role::kByline) return false;
    if (is_lead_zh(pieces_[i].text)) return true;
  }
  return false;
}

// What the words of the run, above and below it have in common.
void HeadLooks::words_around(size_t begin, size_t after, HeadRun& run) const {
  size_t from = begin;  // the first piece above whose words count
  size_t length = 0;
  for (size_t i = begin; i-- > 0 && begin - i < kWordsAway && length < kWordsAbove;) {
    if (pieces_[i].role == Role::kHeadline) break;
    if (pieces_[i].role != Role::kParagraph) continue;
    length += pieces_[i].text.size();
    from = i;
  }
  WordPairs above;
  for (size_t i = from; i < begin; ++i) {
    const std::u32string_view text = pieces_[i].text;
    if (pieces_[i].role != Role::kParagraph) continue;
    above.add(i == from && length > kWordsAbove ? text.substr(length - kWordsAbove) : text);
  }
  WordPairs below;
  bool month = false;
  bool day = false;
  length = 0;
  for (size_t i = after; i < pieces_.size() && i < after + kWordsAway && length < kWordsBelow; ++i) {
    if (stands_aside(pieces_[i].role) || pieces_[i].role == Role::kByline) continue;
    if (candidate(i)) break;
    const std::u32string_view text = pieces_[i].text;
    below.add(text.substr(0, kWordsBelow - length));
    const std::u32string_view first = text.substr(0, kFirstWords - std::min(length, kFirstWords));
    month = month || first.find(U'月') != first.npos;
    day = day || first.find(U'日') != first.npos;
    length += text.size();
  }
  WordPairs own;
  for (size_t i = begin; i < after; ++i) {
    if (stands_aside(pieces_[i].role)) continue;
    own.add(pieces_[i].text);
    own.add(U" ");
  }
  run.brief = length < kBrief;
  run.dated = month && day;
  run.said_before = below.share_in(above);
  run.named_below = own.share_in(below) - own.share_in(above);
}

void HeadLooks::look_closer(size_t begin, size_t end, size_t after, size_t above, HeadRun& run) const {
  run.blank_above = fragment(begin).blank_before > 0;
  run.blank_below = fragment(end - 1).blank_after > 0;
  if (run.text_above) run.joins_above = seams_zh().continuation(pieces_[above], pieces_[begin]);
  if (after < pieces_.size() && pieces_[after].role == Role::kParagraph && !facts_[after].is_short)
    run.goes_on_below = first_lines_.sign(pieces_[after]);
}

HeadRun HeadLooks::run_of(size_t begin, size_t end) const {
  HeadRun run = around(begin, end);
  words_around(begin, below(end), run);
  return run;
}

HeadRun HeadLooks::around(size_t begin, size_t end) const {
  const size_t after = below(end);
  const int before = this->above(begin);
  const auto above = static_cast<size_t>(std::max(before, 0));
  HeadRun run;
  run.above = above;
  run.printed = sheet_.reading.printed;
  run.first = before < 0;
  run.byline_next = after < pieces_.size() && pieces_[after].role == Role::kByline;
  run.lead_next = after < pieces_.size() && is_lead_zh(pieces_[after].text);
  run.lead_later = !sheet_.ocr && !run.byline_next && !run.lead_next && lead_before_next_head(after);
  const int region = region_of(sheet_, begin);
  if (before >= 0) {
    run.signed_above = pieces_[above].role == Role::kSignature;
    run.below_byline = pieces_[above].role == Role::kByline && before > 0 && !run.byline_next && region < 0 &&
                       pieces_[above - 1].role == Role::kHeadline;
    run.named_above = pieces_[above].role == Role::kByline && !run.below_byline;
    run.text_above = pieces_[above].role == Role::kParagraph;
    run.open_above = run.text_above && !ends_paragraph_zh(pieces_[above].text);
    run.same_region = region >= 0 && region_of(sheet_, above) == region;
    run.other_region = region >= 0 && !run.same_region;
  }
  run.apart = blocks_apart_ && fragment(begin).blank_before > 0 && fragment(end - 1).blank_after > 0;
  size_t lines = 0;
  for (size_t i = begin; i < end; ++i) {
    const std::u32string& text = pieces_[i].text;
    run.longest = std::max(run.longest, facts_[i].length);
    run.tagged =
        run.tagged || (facts_[i].bracket && text.find(U'(') != std::u32string::npos && facts_[i].length > 8);
    run.comma = run.comma || facts_[i].commas > 0;
    run.parts_word = run.parts_word || (!run.printed && parts_word_zh(text));
    if (!run.printed && end - begin == 1) run.blanks = blanks_zh(text);
    run.wide = run.wide || (measure_ > 0 && widest_line_zh(sheet_, i) > measure_ + kSameMeasure);
    lines += fragment(i).lines.size();
  }
  run.several = end - begin >= 2;
  run.three_lines = lines >= 3;
  if (sheet_.ocr) look_closer(begin, end, after, above, run);
  return run;
}

bool stands_before_story_zh(const std::vector<Piece>& pieces, size_t i) {
  size_t next = i + 1;
  while (next < pieces.size() && stands_aside(pieces[next].role)) ++next;
  return next < pieces.size() && (pieces[next].role == Role::kByline || is_lead_zh(pieces[next].text));
}

float widest_line_zh(const Sheet& sheet, size_t i) {
  float widest = 0;
  for (const Span& line : sheet.reading.fragments[sheet.pieces[i].fragment].lines) {
    float cells = 0;
    for (size_t at = line.begin; at < line.end;)
      cells += next_code_point(sheet.source->text, at) < 0x80 ? 1.F : 2.F;
    widest = std::max(widest, cells);
  }
  return widest;
}

}  // namespace broadsheet
