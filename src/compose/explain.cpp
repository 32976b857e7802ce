#include "compose/explain.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "compose/hyphen_en.h"
#include "compose/topic.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

Repair repaired(RepairKind kind, double confidence, std::vector<uint32_t> at, Evidence evidence) {
  return {kind, confidence, std::move(at), say_evidence(evidence), evidence};
}

// Hyphens at line ends that were taken out.
void explain_hyphens(const Sheet& sheet, const Piece& piece, Article& article) {
  for (size_t i = 0; i + 2 < piece.text.size(); ++i) {
    if (piece.text[i] != U'-' || !mends_hyphen(sheet, piece, i)) continue;
    article.repairs.push_back(
        repaired(RepairKind::kHyphen, 0.97, {piece.at[i], piece.at[i + 2]}, Evidence::kHyphen));
  }
}

// Names whose first character an engine took for another; all of six on the development pages were right.
void explain_names(const Sheet& sheet, const Story& story, Article& article) {
  constexpr double kSure = 0.9;
  for (const Byline& by : article.byline) {
    if (by.read.empty()) continue;
    const std::u32string read = to_utf32(by.read);
    for (const size_t i : story.body) {
      const Piece& piece = sheet.pieces[i];
      const size_t place = piece.text.find(read);
      if (place == piece.text.npos) continue;
      article.repairs.push_back(repaired(RepairKind::kLetter, kSure, {piece.at[place]}, Evidence::kMisread));
      break;
    }
  }
}

double probability(double odds) {
  return 1 / (1 + std::exp(-odds));
}

// How a dump came to be says how far its joins can be trusted.
enum class Dump { kFree, kPrinted, kTangled, kGrid, kOcr, kEnglish };

Dump dump_of(const Sheet& sheet) {
  if (sheet.tongue != Tongue::kChinese) return Dump::kEnglish;
  if (!sheet.reading.printed) return Dump::kFree;
  if (!sheet.reading.fragments.empty() && sheet.reading.fragments.front().place) return Dump::kGrid;
  if (sheet.ocr) return Dump::kOcr;
  return is_tangled(sheet) ? Dump::kTangled : Dump::kPrinted;
}

// Logistic regressions (Platt 2000) on the development pages, as `repair_bench --list` judges them, with a
// ridge towards the fit of all joins of the kind (2 on the slope, .2 on the base); kinds of fewer than forty
// share one. Fitted on half of the pages they miss the others by .03.
struct Trust {
  double slope = 0;
  double base = 0;
  double in(double odds) const { return probability(base + slope * odds); }
};

// Of joins, on their log-odds.
Trust trust_in(Evidence evidence, Dump dump) {
  //                               free         printed        tangled           grid            OCR English
  static constexpr Trust kNext[] = {{1.45, -5.30}, {1.14, -2.92}, {.85, -1.02},
                                    {.64, -3.63},  {.86, -2.1},   {.47, .55}};
  static constexpr Trust kAway{1.07, -.92};
  static constexpr Trust kAwayPrinted{.40, -.86};
  static constexpr Trust kAwayTangled{.82, -.21};
  static constexpr Trust kAwayEnglish{.33, -.71};
  if (evidence == Evidence::kNext) return kNext[static_cast<size_t>(dump)];
  if (dump == Dump::kEnglish) return kAwayEnglish;
  if (dump == Dump::kTangled) return kAwayTangled;
  return dump == Dump::kFree ? kAway : kAwayPrinted;
}
constexpr Trust kTurned{.69, 2.26};
constexpr Trust kReordered{1.28, -1.32};

// Of moves, on the topics that the passage shares with the one it was put behind (topic.h). A tool that
// prints lines seldom puts columns out of order.
double sure_of_move(const Sheet& sheet, size_t before, size_t moved, Dump dump) {
  constexpr Trust kMoved{2.03, .02};
  constexpr Trust kMovedPrinted{2.03, -2.45};
  constexpr double kMostLikeness = 2;
  constexpr double kEnglish = .77;  // where no topics are known
  if (!sheet.topics) return kEnglish;
  const double likeness = sheet.topics->likeness(sheet.topics->of(before), sheet.topics->of(moved));
  return (dump == Dump::kFree ? kMoved : kMovedPrinted).in(std::min(likeness, kMostLikeness));
}

// What rests on no odds: the share of its kind that was right.
double sure_of_caption(Dump dump) {
  return dump == Dump::kEnglish ? .83 : .5;
}

// Where the reader itself carried the piece's words from the foot of a column to the head of the next.
void explain_turns(const Sheet& sheet, const Piece& piece, Article& article) {
  const Fragment& fragment = sheet.reading.fragments[piece.fragment];
  for (const Turn& turn : fragment.turns) {
    if (turn.line >= fragment.lines.size()) continue;
    const auto found = std::find(piece.at.begin(), piece.at.end(), fragment.lines[turn.line].begin);
    if (found == piece.at.end() || found == piece.at.begin()) continue;
    article.repairs.push_back(repaired(RepairKind::kJoin, kTurned.in(static_cast<double>(turn.odds)),
                                       {*(found - 1), *found}, Evidence::kTurn));
  }
}

}  // namespace

namespace {

Evidence why_joined(size_t left, size_t right) {
  if (right == left + 1) return Evidence::kNext;
  return right > left ? Evidence::kFurther : Evidence::kEarlier;
}

void explain_passages(const Sheet& sheet, size_t s, Dump dump, Page& page) {
  Article& article = page.articles[s];
  int before = -1;
  for (size_t i : sheet.stories[s].body) {
    const Piece& piece = sheet.pieces[i];
    if (piece.at.empty()) continue;
    if (piece.role == Role::kCaption && before >= 0 && sheet.pieces[static_cast<size_t>(before)].open_end) {
      article.repairs.push_back(
          repaired(RepairKind::kCaption, sure_of_caption(dump), {piece.at.front()}, Evidence::kCaption));
    }
    const bool text = piece.role == Role::kParagraph || piece.role == Role::kSubhead;
    if (!text) continue;
    // Out of the order of the dump, and not by a join that says so itself.
    if (before >= 0 && piece.previous < 0 && static_cast<int>(i) < before &&
        !sheet.pieces[static_cast<size_t>(before)].at.empty()) {
      article.repairs.push_back(repaired(
          RepairKind::kMove, sure_of_move(sheet, static_cast<size_t>(before), i, dump),
          {sheet.pieces[static_cast<size_t>(before)].at.back(), piece.at.front()}, Evidence::kStrayed));
    }
    before = static_cast<int>(i);
  }
}

// Shares of those that were right, one of each outcome added (rule of succession). Vision models say passages
// twice; what other tools have twice the paper itself set twice, most often.
double sure_of_copy(const Piece& copy, Dump dump) {
  if (copy.loop) return .99;
  if (dump != Dump::kFree && dump != Dump::kPrinted) return .1;
  return dump == Dump::kFree && copy.certainty >= .97F ? .93 : .71;
}

void explain_copies(const Sheet& sheet, Dump dump, Page& page) {
  std::vector<int> story_of(sheet.pieces.size(), -1);
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    for (size_t i : sheet.stories[s].body) story_of[i] = static_cast<int>(s);
  }
  for (const Piece& piece : sheet.pieces) {
    if (piece.role != Role::kDuplicate || piece.copy_of < 0 || piece.at.empty()) continue;
    const int story = story_of[static_cast<size_t>(piece.copy_of)];
    if (story < 0 || static_cast<size_t>(story) >= page.articles.size()) continue;
    page.articles[static_cast<size_t>(story)].repairs.push_back(
        repaired(RepairKind::kDuplicate, sure_of_copy(piece, dump), {piece.at.front()}, Evidence::kCopy));
  }
}

}  // namespace

void explain(const Sheet& sheet, Page& page) {
  const Dump dump = dump_of(sheet);
  for (size_t s = 0; s < sheet.stories.size() && s < page.articles.size(); ++s) {
    std::vector<uint32_t> begins;  // where its blocks begin
    for (const Block& block : page.articles[s].blocks) {
      if (!block.spans.empty()) begins.push_back(block.spans.front().begin);
    }
    sort_stably(begins);
    explain_names(sheet, sheet.stories[s], page.articles[s]);
    for (size_t i : sheet.stories[s].body) {
      const Piece& piece = sheet.pieces[i];
      if (sheet.tongue != Tongue::kChinese) explain_hyphens(sheet, piece, page.articles[s]);
      explain_turns(sheet, piece, page.articles[s]);
      if (piece.previous < 0 || piece.at.empty()) continue;
      const Piece& left = sheet.pieces[static_cast<size_t>(piece.previous)];
      if (left.at.empty()) continue;
      // Whatever was meant: where a block begins nothing was joined.
      if (std::binary_search(begins.begin(), begins.end(), piece.at.front())) continue;
      const Evidence evidence = why_joined(static_cast<size_t>(piece.previous), i);
      const Trust trust = left.reordered ? kReordered : trust_in(evidence, dump);
      page.articles[s].repairs.push_back(repaired(RepairKind::kJoin, trust.in(static_cast<double>(left.link)),
                                                  {left.at.back(), piece.at.front()}, evidence));
    }
    explain_passages(sheet, s, dump, page);
  }
  explain_copies(sheet, dump, page);
}

}  // namespace broadsheet
