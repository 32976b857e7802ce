// What can be seen of a line of an English page, as yes-or-no traits for the role model (roles_en.h).
#pragma once

#include <cstdint>
#include <vector>

#include "compose/line_look_en.h"
#include "compose/sheet.h"

namespace broadsheet {

// Traits of every piece of a sheet: ascending indices below traits_en_count().
std::vector<std::vector<uint16_t>> traits_en(const Sheet& sheet, const std::vector<LineLook>& looks);
size_t traits_en_count();

}  // namespace broadsheet
