// Runs of short lines: does each head a story, or a part of one? Names that stand alone between a head and
// its text are told here, too.
//
//     judge_head_runs_zh({sheet, facts, first_lines, blocks_apart, measure});   // sets roles
//
// What stands around a run is counted here and weighed in head_odds_zh.h. `facts`, one for each piece: a
// short line that proves to be a paragraph's first is none of them any more.
#pragma once

#include <vector>

#include "compose/facts_zh.h"
#include "compose/first_lines_zh.h"
#include "compose/sheet.h"

namespace broadsheet {

inline constexpr float kSameMeasure = 3;  // cells that lines of one measure may differ

struct HeadRuns {
  Sheet& sheet;
  std::vector<Facts>& facts;
  const FirstLines& first_lines;
  bool blocks_apart = false;  // blank lines stand between blocks of the page, not between paragraphs
  float measure = 0;          // cells of a line of text; 0 where the dump keeps no lines
};

void judge_head_runs_zh(const HeadRuns& runs);

// A byline or a lead right below piece i: even a long line is a head then.
bool stands_before_story_zh(const std::vector<Piece>& pieces, size_t i);

// Cells of the widest printed line of piece i.
float widest_line_zh(const Sheet& sheet, size_t i);

}  // namespace broadsheet
