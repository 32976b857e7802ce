// Chinese evidence for roles.
#include <algorithm>
#include <cmath>

#include "compose/captions_zh.h"
#include "compose/divided_zh.h"
#include "compose/facts_zh.h"
#include "compose/first_lines_zh.h"
#include "compose/furniture_zh.h"
#include "compose/head_odds_zh.h"
#include "compose/label.h"
#include "compose/marks_zh.h"
#include "compose/parted_zh.h"
#include "compose/region.h"
#include "compose/short_lines_zh.h"
#include "compose/stitch.h"
#include "compose/titles_zh.h"
#include "read/ablation.h"
#include "text/fold.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr float kSlack = 3;         // cells that lines of one measure may differ
constexpr float kRest = 6;          // against a line that closes a bracket which it has not opened
constexpr size_t kMostSingle = 40;  // names of a page that stand alone below heads
constexpr double kNameGoesOn = .5;  // nats from which names below a line are its last word
constexpr float kOver = 6;  // cells that a line must be wider than the columns around to reach over two
constexpr size_t kWordsAway = 40;    // pieces whose words are compared around a head
constexpr size_t kWordsAbove = 600;  // characters of them
constexpr size_t kWordsBelow = 400;
constexpr size_t kFirstWords = 40;
constexpr size_t kBrief = 160;
constexpr size_t kContact = 40;       // characters of a telephone number or address that stands alone
constexpr size_t kMostHeadLines = 4;  // of one that is longer than heads are
constexpr size_t kLongestHead = 100;  // characters
constexpr double kNoteSaid = 0.07;    // the share of a note's word pairs that its story has said
constexpr size_t kHabit = 8;  // first lines apart on a page, from where on this is how the dump has them

float& score_of(Piece& piece, Role role) {
  return piece.score[static_cast<size_t>(role)];
}

void set(Piece& piece, Role role, float odds) {
  score_of(piece, role) += odds;
}

class Labels {
 public:
  explicit Labels(Sheet& sheet) : sheet_(sheet), pieces_(sheet.pieces), first_lines_(sheet) {
    facts_.reserve(pieces_.size());
    for (const Piece& piece : pieces_) facts_.push_back(facts_of(piece));
    commas_in_heads();
  }

  void run() {
    measure_columns();
    size_t apart = 0;
    for (const Fragment& fragment : sheet_.reading.fragments) apart += fragment.blank_before > 0;
    blocks_apart_ = sheet_.reading.printed && apart * 3 < sheet_.reading.fragments.size();
    for (size_t i = 0; i < pieces_.size(); ++i) local(i);
    pick_roles(sheet_);
    long_heads();
    if (sheet_.ocr) lines_over_columns();
    own_line_signatures();
    if (!without(Step::kCaptions)) label_captions_zh(sheet_, facts_);
    furniture_at_the_edge();
    papers();
    contacts();
    heads();
  }

 private:
  const Fragment& fragment(size_t i) const { return sheet_.reading.fragments[pieces_[i].fragment]; }

  void local(size_t i) {
    Piece& piece = pieces_[i];
    const Facts& facts = facts_[i];
    for (float& score : piece.score) score -= 4;
    if (piece.text.empty()) {
      piece.furniture = fragment(i).rule ? "rule" : "image";
      set(piece, Role::kFurniture, 12);
      return;
    }
    if (fragment(i).image) {
      piece.furniture = "image";
      set(piece, Role::kFurniture, 12);
      return;
    }
    set(piece, Role::kParagraph, facts.stops || facts.length > kLongHead ? 6 : facts.sentence ? 3.F : 2.F);
    if (score_of(piece, Role::kSignature) > 0) return;
    std::string kind = sheet_.ocr && is_speck(piece.text) ? "other" : furniture_zh(piece.text);
    if (kind.empty() && fragment(i).margin) kind = "section";
    if (!kind.empty()) {
      piece.furniture = kind;
      set(piece, kind == "jump" ? Role::kJump : Role::kFurniture, 9);
      return;
    }
    if (is_closing_note_zh(piece.text) || is_writer_zh(piece.text)) {
      set(piece, Role::kParagraph, 8);
      piece.closes = true;
      return;
    }
    // "生动物" is a name by its length alone.
    const bool head_line = fragment(i).in_head && piece.text.ends_with(U"摄影") &&
                           piece.text.find_first_of(U" /:") == std::u32string::npos;
    if (is_credit_zh(piece.text) && !head_line) set(piece, Role::kCredit, 8);
    if (is_byline_zh(piece.text)) set(piece, Role::kByline, 8.5F);
    if (fragment(i).caption && !is_credit_zh(piece.text)) set(piece, Role::kCaption, 9);
    if (fragment(i).heading > 0 && !facts.stops)
      set(piece, fragment(i).heading >= 3 ? Role::kSubhead : Role::kHeadline, 9);
  }

  // Names on a line of their own behind a paragraph, before a head or the end.
  void own_line_signatures() {
    for (size_t i = 1; i < pieces_.size(); ++i) {
      if (pieces_[i].role != Role::kParagraph || !is_signature_zh(pieces_[i].text)) continue;
      const Piece& above = pieces_[i - 1];
      if (above.role == Role::kSignature) pieces_[i].role = Role::kSignature;
      const bool source = above.text.starts_with(U"数据来源");
      if (above.role != Role::kParagraph ||
          (facts_[i - 1].is_short && !facts_[i - 1].sentence && !above.closes && !source))
        continue;
      const bool ends = ends_paragraph_zh(above.text) || source;
      const bool then =
          i + 1 >= pieces_.size() || facts_[i + 1].is_short || pieces_[i + 1].role != Role::kParagraph;
      if (!ends || !then) continue;
      // Where a reader writes from is printed with the name: it stays in the text.
      if (is_placed_name_zh(pieces_[i].text))
        pieces_[i].closes = true;
      else
        pieces_[i].role = Role::kSignature;
    }
  }

  bool is_furniture(size_t i) const { return i < pieces_.size() && pieces_[i].role == Role::kFurniture; }
  bool beside_furniture(size_t i) const { return is_furniture(i + 1) || (i > 0 && is_furniture(i - 1)); }

  void make_furniture(size_t i, const char* kind) {
    pieces_[i].furniture = kind;
    set(pieces_[i], Role::kFurniture, 9);
    pieces_[i].role = Role::kFurniture;
  }

  // A paper's name beside other furniture, wherever on the page the dump has it. An OCR engine reads what
  // stands over the columns anywhere between them.
  void papers() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (is_furniture(i)) continue;
      const bool apart = sheet_.ocr && (i == 0 || fragment(i).blank_before > 0) &&
                         (i + 1 == pieces_.size() || fragment(i).blank_after > 0);
      if ((names_paper_zh(pieces_[i].text) && (apart || beside_furniture(i))) ||
          (apart && names_section_zh(pieces_[i].text)))
        make_furniture(i, "section");
    }
  }

  // Section names and paper names stand among folios and dates above the first head.
  void furniture_at_the_edge() {
    size_t seen = 0;
    bool folio = false;
    for (size_t i = 0; i < pieces_.size() && seen < 5; ++i, ++seen) folio = folio || is_furniture(i);
    if (!folio) return;
    for (size_t i = 0; i < pieces_.size() && i < 6; ++i) {
      if (is_furniture(i) || !beside_furniture(i) || pieces_[i].role == Role::kByline) continue;
      if (facts_[i].is_short && facts_[i].length <= 6 && !facts_[i].sentence) make_furniture(i, "section");
    }
  }

  // 电话 and 邮箱 below the editors' names are theirs; so is one among what stands above the first head, and
  // one that stands by itself between blocks of printed lines.
  void contacts() {
    bool begun = false;
    const bool edited =
        sheet_.reading.printed && std::any_of(pieces_.begin(), pieces_.end(),
                                              [](const Piece& piece) { return piece.furniture == "editor"; });
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (is_furniture(i)) continue;
      const std::string_view above = i > 0 ? std::string_view(pieces_[i - 1].furniture) : "";
      const bool apart =
          fragment(i).blank_before > 0 && (fragment(i).blank_after > 0 || i + 1 == pieces_.size());
      const bool block = apart && (blocks_apart_ || (edited && is_bare_contact_zh(pieces_[i].text)));
      const bool first = !begun && facts_[i].length < kContact;
      if ((above != "editor" && above != "telephone" && !block && !first) ||
          !is_contact_zh(pieces_[i].text)) {
        begun = true;
        continue;
      }
      make_furniture(i, "telephone");
    }
  }

  // The next piece that is neither aside nor short.
  size_t next_body(size_t i) const {
    while (i < pieces_.size() && (stands_aside(pieces_[i].role) || candidate(i))) ++i;
    return i;
  }

  // A byline or a lead right below: even a long line is a head then.
  bool before_story(size_t i) const {
    size_t next = i + 1;
    while (next < pieces_.size() && stands_aside(pieces_[next].role)) ++next;
    return next < pieces_.size() && (pieces_[next].role == Role::kByline || is_lead_zh(pieces_[next].text));
  }

  // Two to four lines wider than a column, without a stop, right over a byline or a lead: a head, however
  // long.
  void long_heads() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      const Fragment& at = fragment(i);
      const bool wide = measure_ > 0 && at.measure > measure_ + kSlack;
      const bool lines = at.lines.size() >= 2 && at.lines.size() <= kMostHeadLines;
      if (!wide || !lines || pieces_[i].role != Role::kParagraph || facts_[i].is_short || facts_[i].stops ||
          facts_[i].sentence || facts_[i].length > kLongestHead)
        continue;
      if (before_story(i)) facts_[i].is_short = true;
    }
  }

  // A line of an OCR dump that is wider than the columns before and behind it reaches over two of them: a
  // head.
  void lines_over_columns() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      Facts& facts = facts_[i];
      if (pieces_[i].role != Role::kParagraph || fragment(i).lines.size() > 2 || facts.stops ||
          facts.sentence || facts.length > kLongHead)
        continue;
      const float column = std::max({measure_, measure_near(i, -1), measure_near(i, 1)});
      if (measure_ <= 0 || widest_line(i) <= column + kOver) continue;
      pieces_[i].over_columns = true;
      facts.is_short = true;
    }
  }

  // The measure of the nearest long paragraph before the piece or behind it; 0 where none is near.
  float measure_near(size_t i, int step) const {
    constexpr int kLook = 6;
    for (int k = static_cast<int>(i) + step, n = 0; n < kLook; k += step, ++n) {
      if (k < 0 || k >= static_cast<int>(pieces_.size())) break;
      const auto at = static_cast<size_t>(k);
      if (facts_[at].length > kLongHead && fragment(at).lines.size() > 2) return fragment(at).measure;
    }
    return 0;
  }

  // A head may break off at a comma, where the lie of the page has its lines over the columns.
  void commas_in_heads() {
    constexpr size_t kLongest = 16;
    for (size_t i = 0; i + 1 < pieces_.size(); ++i) {
      if (fragment(i).in_head && fragment(i + 1).in_head && facts_[i].length <= kLongest &&
          (pieces_[i].text.ends_with(U',') || pieces_[i].text.ends_with(U'、')))
        facts_[i].is_short = true;
    }
  }

  // How wide most of the page's long paragraphs are.
  void measure_columns() {
    std::vector<float> measures;
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (facts_[i].length > kLongHead && fragment(i).measure > 0) measures.push_back(fragment(i).measure);
    }
    if (measures.empty()) return;
    sort_stably(measures);
    measure_ = measures[measures.size() / 2];
  }

  // The foot of a column: as wide as the text, more than a line or with a comma in it, left open.
  bool is_column_foot(size_t i) const {
    const Fragment& at = fragment(i);
    if (!sheet_.ocr || measure_ <= 0 || !at.ends_full || std::abs(at.measure - measure_) > kSlack)
      return false;
    if (at.heading > 0 || facts_[i].sentence || facts_[i].bracket) return false;
    // Lines of a head that fills its column: nothing goes on into them, and a report or names stand below.
    const bool parts = pieces_[i].text.find_first_of(U",;。") != std::u32string::npos;
    if (at.lines.size() <= 3 && !parts && before_story(i) &&
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
        facts_[i].commas > 0 && !facts_[i].bracket && !facts_[i].sentence && !before_story(i)) {
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

  // Runs of short lines: a head or sub-heads?
  void heads() {
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
      }
      judge(i, end);
      i = end;
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

  // Cells of the widest printed line of a piece.
  float widest_line(size_t i) const {
    float widest = 0;
    for (const Span& line : fragment(i).lines) {
      float cells = 0;
      for (size_t at = line.begin; at < line.end;)
        cells += next_code_point(sheet_.source->text, at) < 0x80 ? 1.F : 2.F;
      widest = std::max(widest, cells);
    }
    return widest;
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
      run.wide = run.wide || (measure_ > 0 && widest_line(i) > measure_ + kSlack);
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
    if (marked) head = level1 ? 6.F : -6.F;
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
        set(piece, Role::kHeadline, head + 6);
        set(piece, Role::kSubhead, 6);
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
  const FirstLines first_lines_;
  std::vector<Facts> facts_;
  bool blocks_apart_ = false;  // blank lines stand between blocks of the page, not between paragraphs
  float measure_ = 0;          // cells of a line of text; 0 where the dump keeps no lines
};

}  // namespace

void label_zh(Sheet& sheet) {
  if (!without(Step::kDivided)) mend_divided_zh(sheet);
  part_titles_zh(sheet);
  if (!without(Step::kSignatures)) part_signatures_zh(sheet);
  Labels(sheet).run();
}

}  // namespace broadsheet
