// What a correction changes, as lines that go and lines that come: shown before it is taken.
//
//     for (const EffectRow& row : effect_of(before, after, words)) ...   // '-' goes, '+' comes, ' ' stands
//     near
#pragma once

#include <string>
#include <vector>

#include "edition/edition.h"
#include "view/words.h"

namespace broadsheet::view {

struct EffectRow {
  char sign = ' ';
  std::string role;  // of broadsheet-1, or "article" where one begins that has no headline
  std::string text;  // the part around what changes
};

std::vector<EffectRow> effect_of(const Page& before, const Page& after, const Words& words);

}  // namespace broadsheet::view
