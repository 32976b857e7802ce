// Which texts of a Chinese page say what a picture shows: the piece before a credit, a picture's text with
// its credit, and what begins with 图为.
//
//     label_captions_zh(sheet, facts);   // after every piece has a role of its own; facts[i] of pieces[i]
#pragma once

#include <string_view>
#include <vector>

#include "compose/facts_zh.h"
#include "compose/sheet.h"

namespace broadsheet {

// Where the blank stands before the writers' names behind a photographer's credit on one line: "林
// 远摄(影像中国) (夏雨)", "本报记者 林知远摄 夏雨 苏禾"; npos where there is no such line.
size_t names_behind_credit_zh(std::u32string_view text);

void label_captions_zh(Sheet& sheet, const std::vector<Facts>& facts);

// Furniture, captions, credits, jump lines: what may stand between a head and its story.
inline bool stands_aside(Role role) {
  return role == Role::kFurniture || role == Role::kCaption || role == Role::kCredit || role == Role::kJump;
}

}  // namespace broadsheet
