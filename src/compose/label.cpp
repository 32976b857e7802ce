#include "compose/label.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {

void label(Sheet& sheet) {
  if (sheet.tongue == Tongue::kChinese) {
    label_zh(sheet);
  } else if (sheet.tongue == Tongue::kEnglish) {
    label_en(sheet);
  } else {
    label_other(sheet);
  }
  // Rows of a table, entries that stand together and quotations are text, however much one looks like a head.
  const auto form = [&](size_t i) {
    const Fragment& fragment = sheet.reading.fragments[sheet.pieces[i].fragment];
    return fragment.bold ? Apart::kNo : fragment.apart;
  };
  const size_t n = sheet.pieces.size();
  for (size_t i = 0; i < n; ++i) {
    Piece& piece = sheet.pieces[i];
    const bool beside = (i > 0 && form(i - 1) == Apart::kItem) || (i + 1 < n && form(i + 1) == Apart::kItem);
    const bool quoted =
        form(i) == Apart::kQuote && (piece.role == Role::kHeadline || piece.role == Role::kSubhead);
    const bool text = quoted || form(i) == Apart::kRow || (form(i) == Apart::kItem && beside);
    if (piece.text.empty() || !text) continue;
    piece.role = Role::kParagraph;
    piece.furniture.clear();
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
