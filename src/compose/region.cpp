#include "compose/region.h"

namespace broadsheet {

namespace {

// The regions are a guess too: good words may still bring two of them together.
constexpr double kApart = 3;
constexpr double kTogether = 2;

}  // namespace

int region_of(const Sheet& sheet, size_t piece) {
  const Fragment& fragment = sheet.reading.fragments[sheet.pieces[piece].fragment];
  return fragment.place ? fragment.place->region : -1;
}

double lie_of(const Sheet& sheet, size_t left, size_t right) {
  const int a = region_of(sheet, left);
  const int b = region_of(sheet, right);
  if (a < 0 || b < 0) return 0;
  if (a != b) return -kApart;
  return right > left ? kTogether : -kApart;
}

void mind_regions(Sheet& sheet) {
  int region = -1;
  bool text = false;  // running text has been seen in this region
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const int own = region_of(sheet, i);
    if (own < 0) continue;
    Piece& piece = sheet.pieces[i];
    if (own != region) {
      region = own;
      text = false;
    }
    if (piece.role == Role::kParagraph) text = true;
    if (piece.role != Role::kHeadline || !text) continue;
    size_t after = i;
    while (after < sheet.pieces.size() && sheet.pieces[after].role == Role::kHeadline) ++after;
    const bool begins = after < sheet.pieces.size() && region_of(sheet, after) == own &&
                        sheet.pieces[after].role == Role::kByline;
    if (!begins) piece.role = Role::kSubhead;
  }
}

}  // namespace broadsheet
