// Runs of short lines: does each head a story, or a part of one? Names that stand alone between a head and
// its text are told here, too.
//
//     judge_head_runs_zh({sheet, facts, first_lines, blocks_apart, measure});   // sets roles
//
// What stands around a run is counted in head_looks_zh.h; it is weighed by the net of short_net_zh.h, or, of
// OCR and of columns read into each other, in head_odds_zh.h. `facts`, one for each piece: a
// short line that proves to be a paragraph's first is none of them any more.
#pragma once

#include <vector>

#include "compose/head_looks_zh.h"
#include "compose/short_traits_zh.h"

namespace broadsheet {

void judge_head_runs_zh(const HeadRuns& runs);

// What is to be seen of the short pieces before that (short_traits_zh.h).
std::vector<ShortPiece> short_looks_zh(const HeadRuns& runs);

}  // namespace broadsheet
