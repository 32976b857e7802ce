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

// Where the reader itself carried the piece's words from the foot of a column to the head of the next.
void explain_turns(const Sheet& sheet, const Piece& piece, Article& article) {
  const Fragment& fragment = sheet.reading.fragments[piece.fragment];
  for (const Turn& turn : fragment.turns) {
    if (turn.line >= fragment.lines.size()) continue;
    const auto found = std::find(piece.at.begin(), piece.at.end(), fragment.lines[turn.line].begin);
    if (found == piece.at.end() || found == piece.at.begin()) continue;
    article.repairs.push_back(repaired(RepairKind::kJoin, probability(2 + static_cast<double>(turn.odds)),
                                       {*(found - 1), *found}, Evidence::kTurn));
  }
}

}  // namespace

namespace {

// Fitted to the joins of the development pages by logistic regression on their log-odds (Platt 2000).
constexpr double kJoinSlope = 0.5;
constexpr double kJoinBase = 0.1;

Evidence why_joined(size_t left, size_t right) {
  if (right == left + 1) return Evidence::kNext;
  return right > left ? Evidence::kFurther : Evidence::kEarlier;
}

void explain_passages(const Sheet& sheet, size_t s, Page& page) {
  Article& article = page.articles[s];
  int before = -1;
  for (size_t i : sheet.stories[s].body) {
    const Piece& piece = sheet.pieces[i];
    if (piece.at.empty()) continue;
    if (piece.role == Role::kCaption && before >= 0 && sheet.pieces[static_cast<size_t>(before)].open_end) {
      article.repairs.push_back(repaired(RepairKind::kCaption, 0.97, {piece.at.front()}, Evidence::kCaption));
    }
    const bool text = piece.role == Role::kParagraph || piece.role == Role::kSubhead;
    if (!text) continue;
    // Out of the order of the dump, and not by a join that says so itself.
    if (before >= 0 && piece.previous < 0 && static_cast<int>(i) < before &&
        !sheet.pieces[static_cast<size_t>(before)].at.empty()) {
      article.repairs.push_back(repaired(
          RepairKind::kMove, 0.75, {sheet.pieces[static_cast<size_t>(before)].at.back(), piece.at.front()},
          Evidence::kStrayed));
    }
    before = static_cast<int>(i);
  }
}

void explain_copies(const Sheet& sheet, Page& page) {
  std::vector<int> story_of(sheet.pieces.size(), -1);
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    for (size_t i : sheet.stories[s].body) story_of[i] = static_cast<int>(s);
  }
  for (const Piece& piece : sheet.pieces) {
    if (piece.role != Role::kDuplicate || piece.copy_of < 0 || piece.at.empty()) continue;
    const int story = story_of[static_cast<size_t>(piece.copy_of)];
    if (story < 0 || static_cast<size_t>(story) >= page.articles.size()) continue;
    page.articles[static_cast<size_t>(story)].repairs.push_back(
        repaired(RepairKind::kDuplicate, std::min(0.95, static_cast<double>(piece.certainty)),
                 {piece.at.front()}, Evidence::kCopy));
  }
}

}  // namespace

void explain(const Sheet& sheet, Page& page) {
  for (size_t s = 0; s < sheet.stories.size() && s < page.articles.size(); ++s) {
    for (size_t i : sheet.stories[s].body) {
      const Piece& piece = sheet.pieces[i];
      if (sheet.tongue == Tongue::kEnglish) explain_hyphens(sheet, piece, page.articles[s]);
      explain_turns(sheet, piece, page.articles[s]);
      if (piece.previous < 0 || piece.at.empty()) continue;
      const Piece& left = sheet.pieces[static_cast<size_t>(piece.previous)];
      if (left.at.empty()) continue;
      const double odds = static_cast<double>(left.link);
      page.articles[s].repairs.push_back(
          repaired(RepairKind::kJoin, probability(kJoinBase + kJoinSlope * odds),
                   {left.at.back(), piece.at.front()}, why_joined(static_cast<size_t>(piece.previous), i)));
    }
    explain_passages(sheet, s, page);
  }
  explain_copies(sheet, page);
}

}  // namespace broadsheet
