#include "compose/assemble.h"

namespace broadsheet {

void assemble(Sheet& sheet) {
  sheet.stories.clear();
  bool in_heads = false;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const Role role = sheet.pieces[i].role;
    if (role == Role::kFurniture || role == Role::kDuplicate || role == Role::kAdvertisement) continue;
    if (role == Role::kHeadline) {
      if (!in_heads) sheet.stories.emplace_back();
      in_heads = true;
      sheet.stories.back().heads.push_back(i);
      continue;
    }
    in_heads = false;
    if (sheet.stories.empty()) sheet.stories.emplace_back();
    sheet.stories.back().body.push_back(i);
  }
}

}  // namespace broadsheet
