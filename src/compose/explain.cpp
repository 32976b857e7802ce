#include "compose/explain.h"

#include <algorithm>
#include <cmath>

#include "compose/hyphen_en.h"

namespace broadsheet {

namespace {

// Hyphens at line ends that were taken out.
void explain_hyphens(const Sheet& sheet, const Piece& piece, Article& article) {
  for (size_t i = 0; i + 2 < piece.text.size(); ++i) {
    if (piece.text[i] != U'-' || !mends_hyphen(sheet, piece, i)) continue;
    article.repairs.push_back(
        {RepairKind::kHyphen, 0.97, {piece.at[i], piece.at[i + 2]}, "a word divided at a line's end"});
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
    article.repairs.push_back({RepairKind::kJoin,
                               probability(2 + static_cast<double>(turn.odds)),
                               {*(found - 1), *found},
                               "the next column goes on in mid-sentence"});
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
          {RepairKind::kJoin, probability(odds), {left.at.back(), piece.at.front()}, "the sentence goes on"});
    }
  }
}

}  // namespace broadsheet
