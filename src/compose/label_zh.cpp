// Chinese evidence for roles.
#include <algorithm>
#include <cmath>

#include "compose/divided_zh.h"
#include "compose/facts_zh.h"
#include "compose/furniture_zh.h"
#include "compose/label.h"
#include "compose/marks_zh.h"
#include "compose/region.h"
#include "compose/stitch.h"
#include "read/ablation.h"
#include "text/fold.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

// What the regions of a page are worth (see Place::region): a head begins one rather than stands in it.
constexpr float kNewRegion = 4;
constexpr float kSameRegion = 2;

constexpr float kApart = 4;        // for a head: blank lines on both sides, where they part blocks only
constexpr float kBelowByline = 8;  // against a head right below another's byline

constexpr double kSameText = 1;  // log-odds from which a picture's text goes on in the next piece
constexpr float kSlack = 3;      // cells that lines of one measure may differ
constexpr size_t kMostCaptionLines = 4;
constexpr size_t kMostAside = 64;     // credits and furniture between a caption and its credit
constexpr size_t kLongestSaid = 80;   // characters of a picture's text that says so: 图为…
constexpr size_t kMostHeadLines = 4;  // of one that is longer than heads are
constexpr size_t kLongestHead = 100;  // characters
constexpr size_t kHabit = 8;  // first lines apart on a page, from where on this is how the dump has them

float& score_of(Piece& piece, Role role) {
  return piece.score[static_cast<size_t>(role)];
}

void set(Piece& piece, Role role, float odds) {
  score_of(piece, role) += odds;
}

// A closing name gets a piece of its own.
void part_signatures(Sheet& sheet) {
  std::vector<std::pair<size_t, size_t>> cuts;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const std::u32string& text = sheet.pieces[i].text;
    if (const size_t source = picture_source_zh(text); source != std::u32string_view::npos) {
      cuts.emplace_back(i, source);
      continue;
    }
    const size_t credit = picture_credit_zh(text);
    const size_t at = credit != std::u32string_view::npos ? credit : signature_zh(text);
    if (at == std::u32string_view::npos) continue;
    // A head may end in brackets, too: what stands right above a lead or a byline is no paragraph's end.
    if (i + 1 < sheet.pieces.size() && text.find(U'。') == std::u32string::npos && text[0] != '(' &&
        at < kLongHead && (is_lead_zh(sheet.pieces[i + 1].text) || is_byline_zh(sheet.pieces[i + 1].text)))
      continue;
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
    if (!is_credit_zh(tail.text) || sheet.pieces[index + shift - 1].picture) set(tail, Role::kSignature, 8);
    tail.picture = false;
  }
}

class Labels {
 public:
  explicit Labels(Sheet& sheet) : sheet_(sheet), pieces_(sheet.pieces) {
    facts_.reserve(pieces_.size());
    for (const Piece& piece : pieces_) facts_.push_back(facts_of(piece));
  }

  void run() {
    measure_columns();
    size_t apart = 0;
    for (const Fragment& fragment : sheet_.reading.fragments) apart += fragment.blank_before > 0;
    blocks_apart_ = sheet_.reading.printed && apart * 3 < sheet_.reading.fragments.size();
    for (size_t i = 0; i < pieces_.size(); ++i) local(i);
    pick_roles(sheet_);
    long_heads();
    own_line_signatures();
    if (!without(Step::kCaptions)) {
      picture_captions();
      captions();
      said_captions();
    }
    furniture_at_the_edge();
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
    if (is_credit_zh(piece.text)) set(piece, Role::kCredit, 8);
    if (is_byline_zh(piece.text)) set(piece, Role::kByline, 8.5F);
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

  // A picture's text with its credit where a sentence goes on behind it is a caption of that story.
  void picture_captions() {
    for (size_t i = 0; i + 1 < pieces_.size(); ++i) {
      if (!pieces_[i].picture || pieces_[i].role != Role::kParagraph) continue;
      size_t before = i;
      while (before > 0 && pieces_[before - 1].role == Role::kFurniture) --before;
      const bool open = before > 0 && pieces_[before - 1].role == Role::kParagraph &&
                        !facts_[before - 1].is_short && !ends_paragraph_zh(pieces_[before - 1].text);
      if (!open && facts_[i].length >= 30) continue;
      if (open && text_goes_on(before - 1, i)) {
        pieces_[before - 1].picture = true;
        pieces_[i].picture = false;
        continue;
      }
      pieces_[i].role = Role::kCaption;
      pieces_[i].picture = false;
      pieces_[i + 1].role = Role::kCredit;
    }
  }

  // Does the text of the first piece, left open, go on in the second and not in a new paragraph?
  bool text_goes_on(size_t left, size_t right) const { return joins(left, right) > kSameText; }

  double joins(size_t left, size_t right) const {
    const Seams& seams = seams_zh();
    return 0.65 * seams.continuation(pieces_[left], pieces_[right]) +
           0.64 * std::clamp(seams.open_start(pieces_[right]), -6.0, 6.0);
  }

  // The piece before a credit is its caption, unless it is a head or a story of its own.
  void captions() {
    for (size_t i = 1; i < pieces_.size(); ++i) {
      if (pieces_[i].role != Role::kCredit) continue;
      size_t before = i;
      while (before > 0 && i - before < kMostAside &&
             (pieces_[before - 1].role == Role::kFurniture || pieces_[before - 1].role == Role::kCredit))
        --before;
      if (before == 0) continue;
      Piece& caption = pieces_[before - 1];
      if (caption.role != Role::kParagraph || facts_[before - 1].length > 150 || is_lead_zh(caption.text))
        continue;
      // The end of a text that the dump has in two: a picture's story.
      if (before >= 2 && pieces_[before - 2].role == Role::kParagraph && !facts_[before - 2].is_short &&
          !ends_paragraph_zh(pieces_[before - 2].text) && text_goes_on(before - 2, before - 1)) {
        pieces_[before - 2].picture = true;
        pieces_[i].role = Role::kSignature;
        continue;
      }
      // Right below a head and above the next: all that a picture's story has.
      if (facts_[before - 1].stops && facts_[before - 1].length > 40) {
        size_t above = before - 1;
        while (above > 0 && pieces_[above - 1].role == Role::kByline) --above;
        const bool headed = above > 0 &&
                            (facts_[above - 1].is_short || pieces_[above - 1].role == Role::kHeadline) &&
                            pieces_[above - 1].role != Role::kByline;
        size_t below = i + 1;
        while (below < pieces_.size() && pieces_[below].role == Role::kFurniture) ++below;
        if (headed &&
            (below >= pieces_.size() || facts_[below].is_short || is_lead_zh(pieces_[below].text))) {
          pieces_[i].role = Role::kSignature;
          continue;
        }
      }
      set(caption, Role::kCaption, 8);
      caption.role = Role::kCaption;
      // Its lines may have come one by one; but what goes on below the picture is text.
      size_t below = i + 1;
      while (below < pieces_.size() && aside(below)) ++below;
      for (size_t k = before - 1; k > 0 && before - k < kMostCaptionLines; --k) {
        Piece& line = pieces_[k - 1];
        if (line.role != Role::kParagraph || !facts_[k - 1].is_short || ends_paragraph_zh(line.text) ||
            is_lead_zh(line.text) || fragment(k - 1).lines.size() >= kMostCaptionLines ||
            !text_goes_on(k - 1, k) || (below < pieces_.size() && joins(k - 1, below) > joins(k - 1, k)))
          break;
        line.role = Role::kCaption;
        line.next = static_cast<int>(k);
        pieces_[k].previous = static_cast<int>(k) - 1;
      }
    }
  }

  // 图为…: one sentence by itself that says what a picture shows. Behind a text that says more it is the end
  // of a picture's story.
  void said_captions() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      if (piece.role != Role::kParagraph || !piece.text.starts_with(U"图为") ||
          facts_[i].length > kLongestSaid || piece.picture)
        continue;
      piece.role = Role::kCaption;
    }
  }

  bool aside(size_t i) const {
    const Role role = pieces_[i].role;
    return role == Role::kFurniture || role == Role::kCaption || role == Role::kCredit || role == Role::kJump;
  }

  // Section names and paper names stand among folios and dates above the first head.
  void furniture_at_the_edge() {
    size_t seen = 0;
    bool folio = false;
    for (size_t i = 0; i < pieces_.size() && seen < 5; ++i, ++seen)
      folio = folio || pieces_[i].role == Role::kFurniture;
    if (!folio) return;
    for (size_t i = 0; i < pieces_.size() && i < 6; ++i) {
      Piece& piece = pieces_[i];
      if (piece.role == Role::kFurniture) continue;
      const bool near = (i > 0 && pieces_[i - 1].role == Role::kFurniture) ||
                        (i + 1 < pieces_.size() && pieces_[i + 1].role == Role::kFurniture);
      if (!near || !facts_[i].is_short || facts_[i].length > 6 || facts_[i].sentence) continue;
      if (piece.role == Role::kByline) continue;
      piece.furniture = "section";
      set(piece, Role::kFurniture, 9);
      piece.role = Role::kFurniture;
    }
  }

  // 电话 and 邮箱 below the editors' names are theirs.
  void contacts() {
    for (size_t i = 1; i < pieces_.size(); ++i) {
      const std::string& above = pieces_[i - 1].furniture;
      const bool block = blocks_apart_ && fragment(i).blank_before > 0 && fragment(i).blank_after > 0;
      if ((above != "editor" && above != "telephone" && !block) || pieces_[i].role == Role::kFurniture)
        continue;
      if (!is_contact_zh(pieces_[i].text)) continue;
      pieces_[i].furniture = "telephone";
      set(pieces_[i], Role::kFurniture, 9);
      pieces_[i].role = Role::kFurniture;
    }
  }

  // The next piece that is neither aside nor short.
  size_t next_body(size_t i) const {
    while (i < pieces_.size() && (aside(i) || candidate(i))) ++i;
    return i;
  }

  // A byline or a lead right below: even a long line is a head then.
  bool before_story(size_t i) const {
    size_t next = i + 1;
    while (next < pieces_.size() && aside(next)) ++next;
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
    return at.lines.size() > 1 || pieces_[i].text.find_first_of(U",:;。") != std::u32string::npos;
  }

  bool candidate(size_t i) const {
    const Piece& piece = pieces_[i];
    const bool may_be = (piece.role == Role::kParagraph && facts_[i].is_short) ||
                        piece.role == Role::kHeadline || piece.role == Role::kSubhead;
    if (!may_be || is_column_foot(i)) return false;
    if (piece.closes || is_lead_zh(piece.text) || is_office_zh(piece.text)) return false;
    if (piece.role == Role::kParagraph && fragment(i).heading == 0 && facts_[i].length > 30 &&
        facts_[i].commas > 0 && !facts_[i].bracket && !facts_[i].sentence && !before_story(i)) {
      return false;
    }
    return !piece.text.starts_with(U"数据来源") && !piece.text.starts_with(U"资料来源");
  }

  // Log-odds that a short line is no head but the first of a paragraph that the dump has apart. Fitted by
  // logistic regression to the short lines of the development pages that stand before a paragraph.
  double goes_on(size_t i) const {
    const Piece& piece = pieces_[i];
    const std::u32string& text = piece.text;
    if (fragment(i).heading > 0 || ends_paragraph_zh(text) || without(Step::kFirstLines)) return -9;
    size_t next = i + 1;
    while (next < pieces_.size() && aside(next)) ++next;
    if (next >= pieces_.size() || pieces_[next].role != Role::kParagraph || facts_[next].is_short ||
        is_lead_zh(pieces_[next].text)) {
      return -9;
    }
    const Seams& seams = seams_zh();
    double odds = -2.5 + 0.8 * std::clamp(seams.continuation(piece, pieces_[next]), -1.0, 6.0) +
                  0.8 * std::clamp(seams.open_start(pieces_[next]), -6.0, 6.0);
    if (text.find(U' ') != std::u32string::npos) odds -= 1.5;
    if (text.ends_with(U"——")) odds -= 3;
    if (text.find_first_of(U",;?!") != std::u32string::npos) odds += 0.9;
    if (text.size() >= 13) odds += 0.8;
    if (text.size() > 24) odds += 2;
    if (!sheet_.reading.printed) return odds;
    if (fragment(i).lines.size() > 1) return odds + (fragment(i).ends_full ? 3 : -0.4);
    return odds + (!is_indented(i) ? 0.5 : indents_apart_ ? 5.5 : 3.7);
  }

  // One printed line, shorter than its measure by an indent of two hanzi.
  bool is_indented(size_t i) const {
    const Fragment& at = fragment(i);
    if (at.lines.size() != 1 || at.measure <= 0) return false;
    float cells = 0;
    for (char32_t c : pieces_[i].text)
      cells += is_digit(c) || is_latin(c) || c == '.' || c == '%' ? 1.F : 2.F;
    return std::abs(cells - (at.measure - 4)) <= 2;
  }

  // Runs of short lines: a head or sub-heads?
  void heads() {
    size_t indented = 0;
    for (size_t i = 0; i + 1 < pieces_.size() && sheet_.reading.printed; ++i)
      indented += candidate(i) && !facts_[i + 1].is_short && is_indented(i);
    indents_apart_ = indented >= kHabit;
    for (size_t i = pieces_.size(); i-- > 0;) {
      if (pieces_[i].role == Role::kParagraph && candidate(i) && goes_on(i) > 0) facts_[i].is_short = false;
    }
    for (size_t i = 0; i < pieces_.size();) {
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

  void judge(size_t begin, size_t end) {
    size_t after = end;
    while (after < pieces_.size() && aside(after)) ++after;
    int before = static_cast<int>(begin) - 1;
    while (before >= 0 && aside(static_cast<size_t>(before))) --before;
    float head = -3.5F;
    const bool byline_next = after < pieces_.size() && pieces_[after].role == Role::kByline;
    if (byline_next) head += 6;
    if (after < pieces_.size() && is_lead_zh(pieces_[after].text)) head += 6;
    // Columns may have strayed between a head and its story: the last short lines before a lead are its head.
    if (!sheet_.ocr && !byline_next && after < pieces_.size() && !is_lead_zh(pieces_[after].text)) {
      for (size_t i = after; i < pieces_.size() && i < after + 14; ++i) {
        if (aside(i)) continue;
        if (candidate(i) || pieces_[i].role == Role::kByline) break;
        if (is_lead_zh(pieces_[i].text)) {
          head += 4.5F;
          break;
        }
      }
    }
    if (after >= pieces_.size()) head -= 3;
    if (before < 0) head += 4;
    if (before >= 0 && (pieces_[static_cast<size_t>(before)].role == Role::kSignature ||
                        pieces_[static_cast<size_t>(before)].role == Role::kByline)) {
      head += 2.5F;
      // Below a head and its byline stands its story.
      const auto above = static_cast<size_t>(before) - 1;
      if (before > 0 && !byline_next && region_of(sheet_, begin) < 0 &&
          pieces_[static_cast<size_t>(before)].role == Role::kByline &&
          pieces_[above].role == Role::kHeadline)
        head -= kBelowByline;
    }
    if (before >= 0 && pieces_[static_cast<size_t>(before)].role == Role::kParagraph &&
        !ends_paragraph_zh(pieces_[static_cast<size_t>(before)].text)) {
      head += 1;
    }
    // No sub-head stands over text that begins in mid-sentence: a head does, over a later column of its
    // story.
    if (sheet_.ocr && after < pieces_.size() && pieces_[after].role == Role::kParagraph &&
        !facts_[after].is_short && before >= 0 && !is_lead_zh(pieces_[after].text)) {
      head += 2 * static_cast<float>(std::clamp(seams_zh().open_start(pieces_[after]), -0.5, 2.0));
    }
    if (blocks_apart_ && fragment(begin).blank_before > 0 && fragment(end - 1).blank_after > 0)
      head += kApart;
    const int region = region_of(sheet_, begin);
    if (region >= 0 && before >= 0) {
      head += region_of(sheet_, static_cast<size_t>(before)) == region ? -kSameRegion : kNewRegion;
    }
    // Which of the run are the head's lines? From the back: those that stand right before the story.
    size_t longest = 0;
    bool tagged = false;
    bool dashed = false;
    bool marked = false;
    bool source = false;
    bool level1 = false;
    for (size_t i = begin; i < end; ++i) {
      longest = std::max(longest, facts_[i].length);
      const std::u32string& text = pieces_[i].text;
      tagged =
          tagged || (text.back() == ')' && text.find(U'(') != std::u32string::npos && facts_[i].length > 8);
      dashed = dashed || text.substr(0, 2) == U"——";
      source = source || text.substr(0, 4) == U"数据来源" || text.substr(0, 4) == U"资料来源";
      marked = marked || fragment(i).heading > 0;
      level1 = level1 || (fragment(i).heading > 0 && fragment(i).heading <= 2);
    }
    if (begin > 0 && pieces_[begin - 1].role == Role::kJump) {
      bool from = false;
      jump_zh(pieces_[begin - 1].text, from);
      head += from ? 8.F : 2.F;  // 上接1版 stands above the head of what goes on here, 下转 closes a story
    }
    if (longest >= 12) head += 1;
    if (longest > 34) head -= 2;
    if (longest > 44) head -= 3;
    // Column ends that were taken for short lines: they begin as paragraphs do and stop in mid-sentence.
    if (source) head -= 8;
    if (longest < 8) head -= 1.5F;
    if (tagged) head += 3;
    if (dashed) head += 1;
    if (end - begin >= 2) head += 0.5F;
    if (marked) head = level1 ? 6.F : -6.F;
    if (is_story_title_zh(pieces_[begin].text)) head += 8;
    if (is_part_title_zh(pieces_[begin].text)) head -= 20;
    if (end < pieces_.size() && is_part_title_zh(pieces_[end].text)) head += 4;
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
  std::vector<Facts> facts_;
  bool indents_apart_ = false;
  bool blocks_apart_ = false;  // blank lines stand between blocks of the page, not between paragraphs
  float measure_ = 0;          // cells of a line of text; 0 where the dump keeps no lines
};

}  // namespace

void label_zh(Sheet& sheet) {
  if (!without(Step::kDivided)) mend_divided_zh(sheet);
  if (!without(Step::kSignatures)) part_signatures(sheet);
  Labels(sheet).run();
}

}  // namespace broadsheet
