// What the lie of the page says, where the reader knows it: see Place::region in read/fragment.h.
#pragma once

#include <cstddef>

#include "compose/sheet.h"

namespace broadsheet {

// The region in which a piece stands; -1 where the reader knows none.
int region_of(const Sheet& sheet, size_t piece);

// Does the lie of the page let `right` go on from `left`: log odds, below 0 where they stand in two regions,
// 0 where it does not say.
double lie_of(const Sheet& sheet, size_t left, size_t right);

}  // namespace broadsheet
