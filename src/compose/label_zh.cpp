// Chinese evidence for roles.
#include <algorithm>
#include <cmath>

#include "compose/captions_zh.h"
#include "compose/divided_zh.h"
#include "compose/facts_zh.h"
#include "compose/first_lines_zh.h"
#include "compose/furniture_zh.h"
#include "compose/head_rows_zh.h"
#include "compose/head_runs_zh.h"
#include "compose/label.h"
#include "compose/marks_zh.h"
#include "compose/parted_zh.h"
#include "read/ablation.h"
#include "text/fold.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr float kOver = 6;       // cells that a line must be wider than the columns around to reach over two
constexpr size_t kContact = 40;  // characters of a telephone number or address that stands alone
constexpr size_t kMostHeadLines = 4;  // of one that is longer than heads are
constexpr size_t kLongestHead = 100;  // characters

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
    look();
    judge_head_runs_zh(runs());
  }

  std::vector<ShortPiece> shorts() {
    look();
    return short_looks_zh(runs());
  }

 private:
  // All that is told before the runs of short pieces are judged.
  void look() {
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
    guides();
    contacts();
  }

  HeadRuns runs() { return {sheet_, facts_, first_lines_, blocks_apart_, measure_}; }
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
      // Text of another column may follow; but one name alone may be another word.
      const bool names = is_names_zh(pieces_[i].text) &&
                         (is_tangled(sheet_) || pieces_[i].text.find_first_of(U" )") != std::u32string::npos);
      const bool then = names || i + 1 >= pieces_.size() || facts_[i + 1].is_short ||
                        pieces_[i + 1].role != Role::kParagraph;
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

  // A paper's name beside other furniture, wherever on the page the dump has it. What stands over the columns
  // may be printed anywhere between them.
  void papers() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (is_furniture(i)) continue;
      const bool apart = sheet_.reading.printed && (i == 0 || fragment(i).blank_before > 0) &&
                         (i + 1 == pieces_.size() || fragment(i).blank_after > 0);
      if ((names_paper_zh(pieces_[i].text) && (apart || beside_furniture(i))) ||
          (apart && names_section_zh(pieces_[i].text)))
        make_furniture(i, "section");
    }
  }

  // 今日导读 and the lines below it that say on which page each story is: "老船坞里的新生意 2版".
  void guides() {
    const auto names_page = [](std::u32string_view text) {
      while (!text.empty() && text.back() == U')') text.remove_suffix(1);
      return text.size() > 2 && text.back() == U'版' && is_digit(text[text.size() - 2]);
    };
    for (size_t i = 0; i + 1 < pieces_.size(); ++i) {
      const std::u32string& text = pieces_[i].text;
      if (text.size() > 6 || !text.ends_with(U"导读") || !names_page(pieces_[i + 1].text)) continue;
      make_furniture(i, "other");
      for (++i; i < pieces_.size() && facts_[i].is_short && names_page(pieces_[i].text); ++i)
        make_furniture(i, "other");
    }
  }

  // Section names and paper names stand among folios and dates above the first head.
  void furniture_at_the_edge() {
    size_t seen = 0;
    bool folio = false;
    for (size_t i = 0; i < pieces_.size() && seen < 5; ++i, ++seen) folio = folio || is_furniture(i);
    if (!folio) return;
    for (size_t i = 0; i < pieces_.size() && i < 6; ++i) {
      if (is_furniture(i) || !beside_furniture(i) || pieces_[i].role == Role::kByline ||
          pieces_[i].role == Role::kJump)
        continue;
      // What stands right over a byline is its head.
      const bool signed_below = i + 1 < pieces_.size() && pieces_[i + 1].role == Role::kByline;
      if (signed_below && !names_section_zh(pieces_[i].text) && !names_paper_zh(pieces_[i].text)) continue;
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

  // Two to four lines wider than a column, without a stop, right over a byline or a lead: a head, however
  // long.
  void long_heads() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      const Fragment& at = fragment(i);
      const bool wide = measure_ > 0 && at.measure > measure_ + kSameMeasure;
      const bool lines = at.lines.size() >= 2 && at.lines.size() <= kMostHeadLines;
      if (!wide || !lines || pieces_[i].role != Role::kParagraph || facts_[i].is_short || facts_[i].stops ||
          facts_[i].sentence || facts_[i].length > kLongestHead)
        continue;
      if (stands_before_story_zh(pieces_, i)) facts_[i].is_short = true;
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
      if (measure_ <= 0 || widest_line_zh(sheet_, i) <= column + kOver) continue;
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

  Sheet& sheet_;
  std::vector<Piece>& pieces_;
  const FirstLines first_lines_;
  std::vector<Facts> facts_;
  bool blocks_apart_ = false;  // blank lines stand between blocks of the page, not between paragraphs
  float measure_ = 0;          // cells of a line of text; 0 where the dump keeps no lines
};

void part_lines(Sheet& sheet) {
  if (!without(Step::kDivided)) mend_divided_zh(sheet);
  part_titles_zh(sheet);
  part_jumps_zh(sheet);
  if (!without(Step::kSignatures)) part_signatures_zh(sheet);
}

}  // namespace

void label_zh(Sheet& sheet) {
  part_lines(sheet);
  Labels(sheet).run();
  split_head_rows_zh(sheet);
}

std::vector<ShortPiece> look_at_shorts_zh(Sheet& sheet) {
  part_lines(sheet);
  return Labels(sheet).shorts();
}

}  // namespace broadsheet
