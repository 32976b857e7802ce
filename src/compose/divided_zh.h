// Bylines, signatures and closing notes that a printed column divided over two lines, which the dump then has
// as two pieces: "…。 (梁鹏" + "海)". Joins them before anything is labelled.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

void mend_divided_zh(Sheet& sheet);

}  // namespace broadsheet
