// Columns whose lines a tool printed by turns, each line in a block of its own.
//
//     std::vector<Span> apart = taken_by_turns(text, lines, goes_on);   // empty: nothing is by turns
//
// Where the baselines of neighbouring columns are not level, pdftotext sorts their lines by height and sets a
// blank line behind each. Every column then gives about one line a turn, in an order that stays the same
// while none of them stops or begins. Such stretches are told by lines that do not go on with the next one
// but do with one a few further on, and are read by a beam search over queues of columns: the one that waited
// longest is likely to come next. A stretch of more than some thousand lines is read in pieces.
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "read/go_on.h"

namespace broadsheet {

// All of `lines` with those by turns gathered by column; a blank line stands between two columns.
std::vector<Span> taken_by_turns(std::string_view text, const std::vector<Span>& lines,
                                 const JoinScore& join_score);

}  // namespace broadsheet
