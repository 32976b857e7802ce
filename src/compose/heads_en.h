// Whose the heads of an English page are, and which texts are no stories for having none.
#pragma once

#include <vector>

#include "compose/line_look_en.h"
#include "compose/runs_en.h"
#include "compose/sheet.h"

namespace broadsheet {

// The runs of a story, and its head.
struct Chain {
  std::vector<size_t> runs;
  int heads = -1;
};

// Gives every chain its head where it has one. Groups of heads that are parted leave new ones behind in
// `runs`.
void settle_heads(const Sheet& sheet, Runs& runs, std::vector<Chain>& chains);

// A few sentences that nothing heads, nobody signs and no other text goes on with are no story of their own:
// above the first head they are words under a picture; right behind a text that goes on elsewhere they tell
// what else there is to read there.
void set_aside_notes(Sheet& sheet, const std::vector<LineLook>& looks, Runs& runs,
                     std::vector<Chain>& chains);

}  // namespace broadsheet
