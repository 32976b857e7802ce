#include "compose/region.h"

#include "read/ablation.h"

namespace broadsheet {

namespace {

// The regions are a guess too: good words may still bring two of them together.
constexpr double kApart = 3;
constexpr double kTogether = 2;
constexpr double kNever = 20;

}  // namespace

int region_of(const Sheet& sheet, size_t piece) {
  const Fragment& fragment = sheet.reading.fragments[sheet.pieces[piece].fragment];
  return fragment.place && !without(Step::kRegions) ? fragment.place->region : -1;
}

double lie_of(const Sheet& sheet, size_t left, size_t right) {
  const int a = region_of(sheet, left);
  const int b = region_of(sheet, right);
  if (a < 0 || b < 0) return 0;
  const auto whole = [&](size_t i) { return sheet.reading.fragments[sheet.pieces[i].fragment].whole; };
  if (sheet.pieces[left].fragment != sheet.pieces[right].fragment && (whole(left) || whole(right)))
    return -kNever;
  if (a != b) return -kApart;
  return right > left ? kTogether : -kApart;
}

}  // namespace broadsheet
