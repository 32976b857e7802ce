// Which texts of a Chinese page say what a picture shows: the piece before a credit, a picture's text with
// its credit, and what begins with 图为.
//
//     label_captions_zh(sheet, facts);   // after every piece has a role of its own; facts[i] of pieces[i]
#pragma once

#include <vector>

#include "compose/facts_zh.h"
#include "compose/sheet.h"

namespace broadsheet {

void label_captions_zh(Sheet& sheet, const std::vector<Facts>& facts);

// Furniture, captions, credits, jump lines: what may stand between a head and its story.
inline bool stands_aside(Role role) {
  return role == Role::kFurniture || role == Role::kCaption || role == Role::kCredit || role == Role::kJump;
}

}  // namespace broadsheet
