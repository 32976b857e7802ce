// Which of the two tables of English roles a page is read with.
#pragma once

#include <cstdint>
#include <vector>

#include "compose/roles_en.h"
#include "compose/sheet.h"

namespace broadsheet {

// The best roles of a page's lines. Printed lines have a table of their own, learnt from whole pages with
// advertisements; it takes heads and first paragraphs of a short text by itself for trade. Where the other
// table is far surer of the page and leaves out no more of it, or finds a third more prose, the roles are
// its.
std::vector<RoleGuess> choose_roles_en(const Sheet& sheet, const std::vector<std::vector<uint16_t>>& traits);

}  // namespace broadsheet
