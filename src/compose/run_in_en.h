// Heads that stand in the first line of their text, as English papers of the nineteenth century set them:
// "THE NEW PUMP.—We are requested to state …".
#pragma once

#include <set>

#include "compose/sheet.h"

namespace broadsheet {

// Parts such heads from their texts where a page has several; gives the pieces that are heads now.
std::set<size_t> part_run_in_heads_en(Sheet& sheet);

}  // namespace broadsheet
