#include "compose/stitch.h"

namespace broadsheet {

void stitch(Sheet& sheet) {
  const bool chinese = sheet.tongue == Tongue::kChinese;
  int before = -1;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    Piece& piece = sheet.pieces[i];
    if (piece.role != Role::kParagraph) {
      before = -1;
      continue;
    }
    const Ends ends = chinese ? ends_zh(piece) : ends_en(piece);
    piece.open_start = ends.open_start;
    piece.open_end = ends.open_end;
    if (before >= 0 && sheet.pieces[static_cast<size_t>(before)].open_end) {
      Piece& left = sheet.pieces[static_cast<size_t>(before)];
      left.link = static_cast<float>(chinese ? continuation_zh(left, piece) : continuation_en(left, piece));
      left.next = static_cast<int>(i);
      piece.previous = before;
    }
    before = static_cast<int>(i);
  }
}

}  // namespace broadsheet
