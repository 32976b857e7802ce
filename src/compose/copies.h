// Passages said twice: finds pieces whose words stand, all but a few, in other pieces of the page.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Sets role kDuplicate, copy_of and certainty. Of two alike the shorter goes, then the one that fits its
// place worse.
void mark_copies(Sheet& sheet);

}  // namespace broadsheet
