#include "compose/stitch.h"

namespace broadsheet {

Ends ends_en(const Piece& piece) {
  if (piece.text.empty()) return {};
  const char32_t first = piece.text.front();
  const char32_t last = piece.text.back();
  const bool closed = last == '.' || last == '!' || last == '?' || last == '"' || last == 0x201D;
  return {first >= 'a' && first <= 'z', !closed};
}

double continuation_en(const Piece&, const Piece& right) {
  return ends_en(right).open_start ? 1 : -1;
}

}  // namespace broadsheet
