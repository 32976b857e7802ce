#include "compose/label.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

void label(Sheet& sheet) {
  if (sheet.tongue == Tongue::kChinese) {
    label_zh(sheet);
  } else {
    label_en(sheet);
  }
}

void pick_roles(Sheet& sheet) {
  for (Piece& piece : sheet.pieces) {
    const auto best = std::max_element(piece.score.begin(), piece.score.end());
    piece.role = static_cast<Role>(best - piece.score.begin());
    double sum = 0;
    for (float score : piece.score) sum += std::exp(static_cast<double>(score) - static_cast<double>(*best));
    piece.certainty = static_cast<float>(1 / sum);
  }
}

}  // namespace broadsheet
