// Says what was joined, moved, split, dropped or taken for furniture, why, and how surely.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

void explain(const Sheet& sheet, Page& page);

}  // namespace broadsheet
