// What each piece of a sheet is. One file of evidence a language; each fills Piece::score with log-odds and
// picks Piece::role and certainty from them and from the neighbours.
#pragma once

#include <vector>

#include "compose/sheet.h"

namespace broadsheet {

struct ShortPiece;

void label(Sheet& sheet);  // by sheet.tongue

void label_zh(Sheet& sheet);
void label_en(Sheet& sheet);
void label_other(Sheet& sheet);
class RoleModel;
void label_en(Sheet& sheet, const RoleModel& model);  // with another model than the one built in

// For the trainer of short_net_zh.h: labels the pieces of a Chinese sheet up to where its short ones are
// judged, and says what is to be seen of these.
std::vector<ShortPiece> look_at_shorts_zh(Sheet& sheet);

// Fills role and certainty (softmax) from `score`.
void pick_roles(Sheet& sheet);

}  // namespace broadsheet
