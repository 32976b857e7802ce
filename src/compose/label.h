// What each piece of a sheet is. One file of evidence a language; each fills Piece::score with log-odds and
// picks Piece::role and certainty from them and from the neighbours.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

void label(Sheet& sheet);  // by sheet.tongue

void label_zh(Sheet& sheet);
void label_en(Sheet& sheet);
void label_other(Sheet& sheet);
class RoleModel;
void label_en(Sheet& sheet, const RoleModel& model);  // with another model than the one built in

// Fills role and certainty (softmax) from `score`.
void pick_roles(Sheet& sheet);

}  // namespace broadsheet
