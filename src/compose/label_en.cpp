// English evidence for roles. Plain for now: a short line without a full stop is a head.
#include "compose/label.h"

namespace broadsheet {

void label_en(Sheet& sheet) {
  for (Piece& piece : sheet.pieces) {
    const Fragment& fragment = sheet.reading.fragments[piece.fragment];
    piece.score.fill(-6);
    const char32_t last = piece.text.empty() ? U' ' : piece.text.back();
    const bool stopped = last == '.' || last == '!' || last == '?' || last == '"' || last == 0x201D;
    const bool head = fragment.heading > 0 || (piece.text.size() < 70 && !stopped);
    piece.score[static_cast<size_t>(head ? Role::kHeadline : Role::kParagraph)] = 1;
    if (piece.text.empty()) piece.score[static_cast<size_t>(Role::kFurniture)] = 6;
  }
  pick_roles(sheet);
}

}  // namespace broadsheet
