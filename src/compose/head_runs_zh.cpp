#include "compose/head_runs_zh.h"

#include <algorithm>
#include <cmath>

#include "compose/captions_zh.h"
#include "compose/furniture_zh.h"
#include "compose/head_odds_zh.h"
#include "compose/marks_zh.h"
#include "compose/region.h"
#include "compose/short_lines_zh.h"
#include "compose/stitch.h"
#include "compose/titles_zh.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr float kRest = 6;           // against a line that closes a bracket which it has not opened
constexpr size_t kMostSingle = 40;   // names of a page that stand alone below heads
constexpr double kNameGoesOn = .5;   // nats from which names below a line are its last word
constexpr size_t kWordsAway = 40;    // pieces whose words are compared around a head
constexpr size_t kWordsAbove = 600;  // characters of them
constexpr size_t kWordsBelow = 400;
constexpr size_t kFirstWords = 40;
constexpr size_t kBrief = 160;
constexpr double kNoteSaid = 0.07;  // the share of a note's word pairs that its story has said
constexpr size_t kHabit = 8;  // first lines apart on a page, from where on this is how the dump has them

void set(Piece& piece, Role role, float odds) {
  piece.score[static_cast<size_t>(role)] += odds;
}

class Judge {
 public:
  explicit Judge(const HeadRuns& runs)
      : sheet_(runs.sheet),
        pieces_(runs.sheet.pieces),
        facts_(runs.facts),
        first_lines_(runs.first_lines),
        blocks_apart_(runs.blocks_apart),
        measure_(runs.measure) {}

  void run() {
    size_t indented = 0;
    for (size_t i = 0; i + 1 < pieces_.size() && sheet_.reading.printed; ++i)
      indented += candidate(i) && !facts_[i + 1].is_short && is_set_in_zh(sheet_, i);
    const ShortLines lines{sheet_, facts_, blocks_apart_, indented >= kHabit};
    for (size_t i = pieces_.size(); i-- > 0;) {
      if (pieces_[i].role == Role::kParagraph && candidate(i) && goes_on_zh(lines, i) > 0)
        facts_[i].is_short = false;
    }
    names_below_heads();
    for (size_t i = 0; i < pieces_.size();) {
      // No head, and nothing goes on from it or in it.
      if (pieces_[i].role == Role::kParagraph && facts_[i].is_short && is_contact_zh(pieces_[i].text))
        pieces_[i].role = Role::kSubhead;
      if (!candidate(i)) {
        ++i;
        continue;
      }
      size_t end = i;
      while (end < pieces_.size() && candidate(end) && end - i < 6) {
        // A part's title ends a head; a story's begins one.
        if (end > i && region_of(sheet_, end) != region_of(sheet_, end - 1)) break;
        if (end > i && (is_story_title_zh(pieces_[end].text) || is_part_title_zh(pieces_[end].text))) break;
        ++end;
        if (is_part_title_zh(pieces_[end - 1].text)) break;
        // Where columns were read into each other, a line right below a text goes with no head apart from it.
        if (is_tangled(sheet_) && i > 0 && fragment(i).blank_before == 0 && end < pieces_.size() &&
            fragment(end).blank_before > 0)
          break;
      }
      judge(i, end);
      i = end;
    }
  }

 private:
  const Fragment& fragment(size_t i) const { return sheet_.reading.fragments[pieces_[i].fragment]; }

  // The foot of a column: as wide as the text, more than a line or with a comma in it, left open.
  bool is_column_foot(size_t i) const {
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

  bool candidate(size_t i) const {
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

  // What the lie of the page has over a story ends nowhere in mid-sentence, however full its lines are.
  bool names_stand_below(size_t i) const {
    const Piece& below = pieces_[i + 1];
    const bool over = fragment(i).in_head;
    const bool text = below.role == Role::kParagraph && !facts_[i + 1].is_short;
    return pieces_[i].role == Role::kParagraph && is_names_zh(pieces_[i].text) && candidate(i - 1) &&
           (text || (over && below.role == Role::kByline)) && (over || !fragment(i - 1).ends_full) &&
           (sheet_.ocr ? pieces_[i].text.size() > 2 : !is_lead_zh(below.text)) &&
           seams_zh().continuation(pieces_[i - 1], pieces_[i]) < kNameGoesOn;
  }

  // Names alone between a short line and a text are those of its reporters. One name may be another word that
  // begins like one (白云街): not where it is the page's habit and nobody whom the page tells of.
  void names_below_heads() {
    std::vector<size_t> single;
    size_t habit = 0;
    for (size_t i = 1; i + 1 < pieces_.size(); ++i) {
      if (!names_stand_below(i)) continue;
      ++habit;
      if (sheet_.ocr || pieces_[i].text.find(U' ') != std::u32string::npos)
        pieces_[i].role = Role::kByline;
      else
        single.push_back(i);
    }
    if (habit < 2 || single.size() > kMostSingle) return;
    for (size_t i : single) {
      const size_t told =
          static_cast<size_t>(std::count_if(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
            return piece.text.find(pieces_[i].text) != std::u32string::npos;
          }));
      if (told == 1) pieces_[i].role = Role::kByline;
    }
  }

  // Columns may have strayed between a head and its story.
  bool lead_before_next_head(size_t after) const {
    for (size_t i = after; i < pieces_.size() && i < after + 14; ++i) {
      if (stands_aside(pieces_[i].role)) continue;
      if (candidate(i) || pieces_[i].role == Role::kByline) return false;
      if (is_lead_zh(pieces_[i].text)) return true;
    }
    return false;
  }

  // What the words of the run, above and below it have in common.
  void words_around(size_t begin, size_t after, HeadRun& run) const {
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

  void look_closer(size_t begin, size_t end, size_t after, size_t above, HeadRun& run) const {
    run.blank_above = fragment(begin).blank_before > 0;
    run.blank_below = fragment(end - 1).blank_after > 0;
    if (run.text_above) run.joins_above = seams_zh().continuation(pieces_[above], pieces_[begin]);
    if (after < pieces_.size() && pieces_[after].role == Role::kParagraph && !facts_[after].is_short)
      run.goes_on_below = first_lines_.sign(pieces_[after]);
  }

  void judge(size_t begin, size_t end) {
    size_t after = end;
    while (after < pieces_.size() && stands_aside(pieces_[after].role)) ++after;
    int before = static_cast<int>(begin) - 1;
    while (before >= 0 && stands_aside(pieces_[static_cast<size_t>(before)].role)) --before;
    const auto above = static_cast<size_t>(std::max(before, 0));
    HeadRun run;
    run.printed = sheet_.reading.printed;
    run.first = before < 0;
    run.byline_next = after < pieces_.size() && pieces_[after].role == Role::kByline;
    run.lead_next = after < pieces_.size() && is_lead_zh(pieces_[after].text);
    run.lead_later = !sheet_.ocr && !run.byline_next && !run.lead_next && lead_before_next_head(after);
    const int region = region_of(sheet_, begin);
    if (before >= 0) {
      run.signed_above = pieces_[above].role == Role::kSignature;
      run.below_byline = pieces_[above].role == Role::kByline && before > 0 && !run.byline_next &&
                         region < 0 && pieces_[above - 1].role == Role::kHeadline;
      run.named_above = pieces_[above].role == Role::kByline && !run.below_byline;
      run.text_above = pieces_[above].role == Role::kParagraph;
      run.open_above = run.text_above && !ends_paragraph_zh(pieces_[above].text);
      run.same_region = region >= 0 && region_of(sheet_, above) == region;
      run.other_region = region >= 0 && !run.same_region;
    }
    run.apart = blocks_apart_ && fragment(begin).blank_before > 0 && fragment(end - 1).blank_after > 0;
    words_around(begin, after, run);
    size_t lines = 0;
    bool marked = false;
    bool level1 = false;
    for (size_t i = begin; i < end; ++i) {
      const std::u32string& text = pieces_[i].text;
      run.longest = std::max(run.longest, facts_[i].length);
      run.tagged = run.tagged ||
                   (facts_[i].bracket && text.find(U'(') != std::u32string::npos && facts_[i].length > 8);
      run.comma = run.comma || facts_[i].commas > 0;
      run.parts_word = run.parts_word || (!run.printed && parts_word_zh(text));
      if (!run.printed && end - begin == 1) run.blanks = blanks_zh(text);
      run.wide = run.wide || (measure_ > 0 && widest_line_zh(sheet_, i) > measure_ + kSameMeasure);
      lines += fragment(i).lines.size();
      marked = marked || fragment(i).heading > 0;
      level1 = level1 || (fragment(i).heading > 0 && fragment(i).heading <= 2);
    }
    run.several = end - begin >= 2;
    run.three_lines = lines >= 3;
    if (sheet_.ocr) look_closer(begin, end, after, above, run);
    auto head = static_cast<float>(sheet_.ocr ? head_odds_ocr_zh(run) : head_odds_zh(run));
    // The end of a note that was read elsewhere.
    if (sheet_.ocr && end - begin == 1 && facts_[begin].bracket &&
        pieces_[begin].text.find(U'(') == std::u32string::npos)
      head -= kRest;
    if (begin > 0 && pieces_[begin - 1].role == Role::kJump) {
      bool from = false;
      jump_zh(pieces_[begin - 1].text, from);
      head += from ? 8.F : 2.F;  // 上接1版 stands above the head of what goes on here, 下转 closes a story
    }
    // A lower mark is that of a sub-head, but not over names or a lead.
    const bool opens = run.byline_next || run.lead_next;
    if (marked) head = level1 || opens ? 6.F : -6.F;
    if (is_story_title_zh(pieces_[begin].text)) head += 8;
    // A reporter's note below a text that no name has closed, in whose words it is.
    const bool note = is_note_title_zh(pieces_[begin].text) && !level1 && run.text_above &&
                      !pieces_[above].closes && run.said_before > kNoteSaid;
    if (is_part_title_zh(pieces_[begin].text) || note) head -= 20;
    if (end < pieces_.size() && is_part_title_zh(pieces_[end].text)) head += 4;
    // A head in the middle of its story: the text below goes on in mid-sentence.
    const bool late = sheet_.ocr && head > 0 && run.goes_on_below > 0 && !run.first && !run.byline_next &&
                      !run.lead_next && !run.signed_above;
    for (size_t i = begin; i < end; ++i) pieces_[i].late = late;
    // After a lead line the first short one may belong to the story before.
    for (size_t i = begin; i < end; ++i) {
      Piece& piece = pieces_[i];
      const bool list = piece.text.size() > 2 && (piece.text[1] == U'、' || piece.text.substr(0, 2) == U"——");
      if (facts_[i].sentence && fragment(i).heading == 0 && !list) {
        // A question or an exclamation: a paragraph unless the head is sure.
        const float odds = head - 2.5F;
        set(piece, Role::kHeadline, odds + 4);
      } else {
        const bool deck = level1 && i > begin && piece.text.starts_with(U'—');
        set(piece, Role::kHeadline, head + 6);
        set(piece, Role::kSubhead, fragment(i).heading >= 3 && (opens || deck) ? -6.F : 6.F);
      }
    }
    for (size_t i = begin; i < end; ++i) {
      Piece& piece = pieces_[i];
      const auto best = std::max_element(piece.score.begin(), piece.score.end());
      piece.role = static_cast<Role>(best - piece.score.begin());
    }
  }

  Sheet& sheet_;
  std::vector<Piece>& pieces_;
  std::vector<Facts>& facts_;
  const FirstLines& first_lines_;
  bool blocks_apart_;
  float measure_;
};

}  // namespace

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

void judge_head_runs_zh(const HeadRuns& runs) {
  Judge(runs).run();
}

}  // namespace broadsheet
