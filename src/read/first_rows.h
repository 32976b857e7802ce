// The first lines of columns that stand side by side, which a tool printed as one line.
//
//     std::vector<Span> apart = taken_off_rows(text, lines, goes_on);   // empty: there is no such row
//
// Below a head over several columns, pdftotext takes their level first lines for one line and writes it
// first; then it writes the columns one after another, each without its first line. Such a row stands alone,
// and its blanks cut it into parts as wide as the columns behind it; each part goes back above the column
// that goes on from it.
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "read/go_on.h"

namespace broadsheet {

// All of `lines` with the parts of such rows at their columns; a blank line stands around a part whose column
// was not found.
std::vector<Span> taken_off_rows(std::string_view text, const std::vector<Span>& lines,
                                 const JoinScore& join_score);

}  // namespace broadsheet
