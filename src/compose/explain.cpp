#include "compose/explain.h"

#include <cmath>

namespace broadsheet {

void explain(const Sheet& sheet, Page& page) {
  for (size_t s = 0; s < sheet.stories.size() && s < page.articles.size(); ++s) {
    for (size_t i : sheet.stories[s].body) {
      const Piece& piece = sheet.pieces[i];
      if (piece.previous < 0 || piece.at.empty()) continue;
      const Piece& left = sheet.pieces[static_cast<size_t>(piece.previous)];
      if (left.at.empty()) continue;
      const double odds = static_cast<double>(left.link);
      page.articles[s].repairs.push_back({RepairKind::kJoin,
                                          1 / (1 + std::exp(-odds)),
                                          {left.at.back(), piece.at.front()},
                                          "the sentence goes on"});
    }
  }
}

}  // namespace broadsheet
