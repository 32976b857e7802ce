#include "compose/head_runs_zh.h"

#include <algorithm>
#include <optional>

#include "compose/furniture_zh.h"
#include "compose/head_odds_zh.h"
#include "compose/marks_zh.h"
#include "compose/region.h"
#include "compose/short_lines_zh.h"
#include "compose/short_net_zh.h"
#include "compose/stitch.h"
#include "compose/titles_zh.h"
#include "read/ablation.h"

namespace broadsheet {

namespace {

constexpr double kMostOdds = 9;
// Nats from which a line so plainly goes on in the next piece that it is text, whatever the net says.
constexpr double kPlainInLines = 3;
constexpr double kPlainInFreeText = 1.5;
constexpr double kTextInFreeText = .7;  // nats against text there: a head that is lost joins two stories
constexpr float kRest = 6;              // against a line that closes a bracket which it has not opened
constexpr size_t kMostSingle = 40;      // names of a page that stand alone below heads
constexpr double kNameGoesOn = .5;      // nats from which names below a line are its last word
constexpr double kNoteSaid = 0.07;      // the share of a note's word pairs that its story has said
constexpr size_t kHabit = 8;  // first lines apart on a page, from where on this is how the dump has them

void set(Piece& piece, Role role, float odds) {
  piece.score[static_cast<size_t>(role)] += odds;
}

class Judge {
 public:
  explicit Judge(const HeadRuns& runs)
      : runs_(runs),
        sheet_(runs.sheet),
        pieces_(runs.sheet.pieces),
        facts_(runs.facts),
        looks_(runs),
        lines_{runs.sheet, runs.facts, runs.blocks_apart, sets_first_lines_apart(runs)},
        told_(pieces_.size()) {}

  std::vector<ShortPiece> shorts() const { return short_pieces_zh(runs_, lines_); }

  void run() {
    if (sheet_.ocr || is_tangled(sheet_) || ShortNet::chinese().empty() || without(Step::kShorts))
      tell_first_lines();
    else
      tell_text();
    names_below_heads();
    for (size_t i = 0; i < pieces_.size();) {
      // No head, and nothing goes on from it or in it.
      if (pieces_[i].role == Role::kParagraph && facts_[i].is_short && is_contact_zh(pieces_[i].text))
        pieces_[i].role = Role::kSubhead;
      if (!looks_.candidate(i)) {
        ++i;
        continue;
      }
      const size_t end = end_of_kind(i, looks_.end_of_run(i));
      judge(i, end);
      i = end;
    }
  }

 private:
  // Has the dump many first lines of paragraphs apart?
  static bool sets_first_lines_apart(const HeadRuns& runs) {
    const HeadLooks looks(runs);
    size_t indented = 0;
    for (size_t i = 0; i + 1 < runs.sheet.pieces.size() && runs.sheet.reading.printed; ++i)
      indented += looks.candidate(i) && !runs.facts[i + 1].is_short && is_set_in_zh(runs.sheet, i);
    return indented >= kHabit;
  }

  void tell_first_lines() {
    for (size_t i = pieces_.size(); i-- > 0;) {
      if (pieces_[i].role == Role::kParagraph && looks_.candidate(i) && goes_on_zh(lines_, i) > 0)
        facts_[i].is_short = false;
    }
  }

  // The same by a net, which also tells heads from lines that stand by themselves.
  void tell_text() {
    const ShortNet& net = ShortNet::chinese();
    const std::vector<ShortPiece> all = shorts();
    std::vector<ShortOdds> odds;
    odds.reserve(all.size());
    for (const ShortPiece& it : all) odds.push_back(net.odds(it.traits));
    if (!sheet_.reading.printed)
      for (ShortOdds& it : odds) it.nats[static_cast<size_t>(ShortKind::kText)] -= kTextInFreeText;
    const std::vector<ShortKind> kinds = net.tell(all, odds);
    const double plainly = sheet_.reading.printed ? kPlainInLines : kPlainInFreeText;
    for (size_t k = 0; k < all.size(); ++k) {
      const size_t i = all[k].piece;
      const bool text =
          kinds[k] == ShortKind::kText || (kinds[k] != ShortKind::kNames && goes_on_zh(lines_, i) > plainly);
      if (text && pieces_[i].role == Role::kParagraph) facts_[i].is_short = false;
      if (kinds[k] == ShortKind::kNames && odds[k].of(ShortKind::kNames) > 0) tell_names(i);
      told_[i] = {kinds[k] == ShortKind::kHead, odds[k].of(ShortKind::kHead) - odds[k].of(ShortKind::kAlone)};
    }
  }

  // Lines of a head and one that stands by itself are no run; nor are lines that the format marks and others.
  size_t end_of_kind(size_t begin, size_t end) const {
    const auto kind = [&](size_t i) { return told_[i] ? 1 + told_[i]->head : 0; };
    size_t at = begin + 1;
    while (at < end && kind(at) == kind(begin)) ++at;
    return at;
  }

  // Names below a text close it, where the lie of the page says nothing else; above one they are its
  // reporters'.
  void tell_names(size_t i) {
    Piece& piece = pieces_[i];
    if (piece.role != Role::kParagraph) return;
    const int before = looks_.above(i);
    const auto above = static_cast<size_t>(std::max(before, 0));
    const bool text_above = before >= 0 && pieces_[above].role == Role::kParagraph && !facts_[above].is_short;
    if (!text_above && is_names_zh(piece.text)) piece.role = Role::kByline;
    if (text_above && region_of(sheet_, i) < 0 && is_signature_zh(piece.text)) piece.role = Role::kSignature;
  }

  // Log-odds that a run heads a story.
  double odds_of_head(size_t begin, size_t end, const HeadRun& run) const {
    if (sheet_.ocr) return head_odds_ocr_zh(run);
    double sum = 0;
    int told = 0;
    for (size_t i = begin; i < end; ++i) {
      if (!told_[i]) continue;
      sum += told_[i]->head_over_alone;
      ++told;
    }
    return told == 0 ? head_odds_zh(run) : std::clamp(sum / told, -kMostOdds, kMostOdds);
  }

  const Fragment& fragment(size_t i) const { return sheet_.reading.fragments[pieces_[i].fragment]; }

  // What the lie of the page has over a story ends nowhere in mid-sentence, however full its lines are.
  bool names_stand_below(size_t i) const {
    const Piece& below = pieces_[i + 1];
    const bool over = fragment(i).in_head;
    const bool text = below.role == Role::kParagraph && !facts_[i + 1].is_short;
    return pieces_[i].role == Role::kParagraph && is_names_zh(pieces_[i].text) && looks_.candidate(i - 1) &&
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

  void judge(size_t begin, size_t end) {
    // Where the net has told, only a note asks for the words around.
    const bool told = told_[begin] && !is_note_title_zh(pieces_[begin].text);
    const HeadRun run = told ? looks_.around(begin, end) : looks_.run_of(begin, end);
    bool marked = false;
    bool level1 = false;
    for (size_t i = begin; i < end; ++i) {
      marked = marked || fragment(i).heading > 0;
      level1 = level1 || (fragment(i).heading > 0 && fragment(i).heading <= 2);
    }
    auto head = static_cast<float>(odds_of_head(begin, end, run));
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
                      !pieces_[run.above].closes && run.said_before > kNoteSaid;
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
      if (facts_[i].sentence && fragment(i).heading == 0 && !list && !told_[i]) {
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

  const HeadRuns& runs_;
  Sheet& sheet_;
  std::vector<Piece>& pieces_;
  std::vector<Facts>& facts_;
  const HeadLooks looks_;
  const ShortLines lines_;
  // What the net has told of a piece.
  struct Told {
    bool head = false;           // as all of its run are told together
    double head_over_alone = 0;  // nats, by itself
  };
  std::vector<std::optional<Told>> told_;
};

}  // namespace

void judge_head_runs_zh(const HeadRuns& runs) {
  Judge(runs).run();
}

std::vector<ShortPiece> short_looks_zh(const HeadRuns& runs) {
  return Judge(runs).shorts();
}

}  // namespace broadsheet
