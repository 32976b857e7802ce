// English stories. A dump gives a page's columns in some order, so a run of paragraphs that breaks off goes
// on where another run begins in mid-sentence, or speaks of the same people, or stands next.
//
//     assemble_en(sheet);   // after label_en: fills sheet.stories, and previous, next and link of paragraphs
//
// Runs are linked best first: every pair of a run and one of the runs that follow it closely is scored
// against a beginning of its own, and each run keeps at most one before it and one behind it (a greedy path
// cover, n log n in the number of runs). Heads then go to the runs that begin a story.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

void assemble_en(Sheet& sheet);

}  // namespace broadsheet
