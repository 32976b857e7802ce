#include "compose/stitch.h"
#include "text/ngram.h"

namespace broadsheet {

Ends ends_zh(const Piece& piece) {
  if (piece.text.empty()) return {};
  const char32_t last = piece.text.back();
  const bool closed =
      last == U'。' || last == '!' || last == '?' || last == 0x201D || last == 0x2026 || last == ')';
  return {false, !closed};
}

double continuation_zh(const Piece& left, const Piece& right) {
  return NgramModel::chinese().continuation(left.text, right.text);
}

}  // namespace broadsheet
