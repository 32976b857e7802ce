#include "compose/explain.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "compose/hyphen_en.h"

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

double probability(double odds) {
  return 1 / (1 + std::exp(-odds));
}

// How a dump came to be says how far its joins can be trusted.
enum class Dump { kFree, kPrinted, kTangled, kGrid, kOcr, kEnglish };

// Lines of which another line's words stand before them in the source: columns read into each other.
double tangled_share(const Sheet& sheet) {
  const std::string& text = sheet.source->text;
  size_t lines = 0;
  size_t inside = 0;
  for (const Fragment& fragment : sheet.reading.fragments) {
    for (const Span& line : fragment.lines) {
      size_t at = line.begin;
      while (at > 0 && text[at - 1] == ' ') --at;
      ++lines;
      inside += at > 0 && text[at - 1] != '\n' && text[at - 1] != '\f' && text[at - 1] != '\r';
    }
  }
  return lines == 0 ? 0 : static_cast<double>(inside) / static_cast<double>(lines);
}

Dump dump_of(const Sheet& sheet) {
  constexpr double kTangledFrom = 0.03;
  if (sheet.tongue == Tongue::kEnglish) return Dump::kEnglish;
  if (!sheet.reading.printed) return Dump::kFree;
  if (!sheet.reading.fragments.empty() && sheet.reading.fragments.front().place) return Dump::kGrid;
  if (sheet.ocr) return Dump::kOcr;
  return tangled_share(sheet) > kTangledFrom ? Dump::kTangled : Dump::kPrinted;
}

// Logistic regressions on the log-odds of joins (Platt 2000), one for each kind of dump and of join; fitted
// on the development pages, as `repair_bench --list` judges them. Fitted on even pages alone they miss the
// odd ones by .04.
struct Trust {
  double slope = 0;
  double base = 0;
};

Trust trust_in(Evidence evidence, Dump dump) {
  //                           free            printed        tangled         grid            OCR English
  static constexpr Trust kNext[] = {{1.14, -3.65}, {1.10, -3.45}, {.85, -4.11},
                                    {.67, -4.39},  {.77, -3.77},  {.47, .55}};
  static constexpr Trust kFurther[] = {{.70, -1.18}, {.24, -4.76}, {.25, -.48},
                                       {.64, -2.07}, {.94, -.33},  {.33, -.71}};
  static constexpr Trust kEarlier[] = {{1.45, -1.77}, {.30, -3.94}, {1.14, -2.98},
                                       {.64, -2.07},  {.34, -4.19}, {.33, -.71}};
  const auto k = static_cast<size_t>(dump);
  return evidence == Evidence::kNext ? kNext[k] : evidence == Evidence::kFurther ? kFurther[k] : kEarlier[k];
}
constexpr Trust kTurned{.55, 1.95};

// Of the repairs that rest on no odds: shares of those that were right.
double share_right(RepairKind kind, Dump dump) {
  const bool loose = dump == Dump::kFree || dump == Dump::kEnglish;
  if (kind == RepairKind::kMove)
    return loose ? .77 : dump == Dump::kTangled ? .35 : dump == Dump::kPrinted ? .25 : .05;
  return dump == Dump::kEnglish ? .83 : .5;  // captions
}

// Where the reader itself carried the piece's words from the foot of a column to the head of the next.
void explain_turns(const Sheet& sheet, const Piece& piece, Article& article) {
  const Fragment& fragment = sheet.reading.fragments[piece.fragment];
  for (const Turn& turn : fragment.turns) {
    if (turn.line >= fragment.lines.size()) continue;
    const auto found = std::find(piece.at.begin(), piece.at.end(), fragment.lines[turn.line].begin);
    if (found == piece.at.end() || found == piece.at.begin()) continue;
    article.repairs.push_back(repaired(
        RepairKind::kJoin, probability(kTurned.base + kTurned.slope * static_cast<double>(turn.odds)),
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
      article.repairs.push_back(repaired(RepairKind::kCaption, share_right(RepairKind::kCaption, dump),
                                         {piece.at.front()}, Evidence::kCaption));
    }
    const bool text = piece.role == Role::kParagraph || piece.role == Role::kSubhead;
    if (!text) continue;
    // Out of the order of the dump, and not by a join that says so itself.
    if (before >= 0 && piece.previous < 0 && static_cast<int>(i) < before &&
        !sheet.pieces[static_cast<size_t>(before)].at.empty()) {
      article.repairs.push_back(repaired(
          RepairKind::kMove, share_right(RepairKind::kMove, dump),
          {sheet.pieces[static_cast<size_t>(before)].at.back(), piece.at.front()}, Evidence::kStrayed));
    }
    before = static_cast<int>(i);
  }
}

// Vision models say passages twice; what tools that print lines have twice the paper itself set twice, most
// often.
double sure_of_copy(const Piece& copy, Dump dump) {
  if (copy.loop) return .99;
  if (dump != Dump::kFree) return .1;
  return copy.certainty >= .97F ? .85 : .2;
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
    for (size_t i : sheet.stories[s].body) {
      const Piece& piece = sheet.pieces[i];
      if (sheet.tongue == Tongue::kEnglish) explain_hyphens(sheet, piece, page.articles[s]);
      explain_turns(sheet, piece, page.articles[s]);
      if (piece.previous < 0 || piece.at.empty()) continue;
      const Piece& left = sheet.pieces[static_cast<size_t>(piece.previous)];
      if (left.at.empty()) continue;
      const Evidence evidence = why_joined(static_cast<size_t>(piece.previous), i);
      const Trust trust = trust_in(evidence, dump);
      page.articles[s].repairs.push_back(
          repaired(RepairKind::kJoin, probability(trust.base + trust.slope * static_cast<double>(left.link)),
                   {left.at.back(), piece.at.front()}, evidence));
    }
    explain_passages(sheet, s, dump, page);
  }
  explain_copies(sheet, dump, page);
}

}  // namespace broadsheet
