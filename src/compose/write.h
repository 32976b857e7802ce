// The stories of a sheet as broadsheet-1 has them.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Keeps law 1: whatever stands in no story comes back as furniture, duplicate or unplaced.
Page write_page(const Sheet& sheet);

}  // namespace broadsheet
