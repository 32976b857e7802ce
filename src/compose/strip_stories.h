// Where columns are read as strips, over the feet of stories (strips.h), the head over several columns comes
// with any of them, and what stands below it may have begun in an earlier strip.
//
//     int pick = -1;
//     if (goes_on_under(sheet, strands, head_at, s, pick)) continue;   // no story of its own
//     drop_taken(sheet, strands, head_at);                             // once all stories have begun
#pragma once

#include <vector>

#include "compose/beginnings.h"
#include "compose/sheet.h"

namespace broadsheet {

// Is the head of story `s` a further part of the head of a story that has begun before? Its lines are that
// story's then. Else `pick` is the strand that began in an earlier strip and goes on below the head, or -1.
bool goes_on_under(Sheet& sheet, const std::vector<Strand>& strands, const std::vector<size_t>& head_at,
                   size_t s, int& pick);

// A story that began without its head, and whose text a head further on has taken, is none; nor is one whose
// head is another's.
void drop_taken(Sheet& sheet, std::vector<Strand>& strands, std::vector<size_t>& head_at);

}  // namespace broadsheet
