// In what order do the pieces of one story read? Columns come swapped or stray, and each of that is one
// accident that breaks three seams at once: where a column stands wrong, neither its own two ends nor the
// ends that it parted fit. So the whole order is weighed, seam by seam, and columns change places where that
// makes the sum better; no single seam has to convince. Where the runs that nothing speaks against are few,
// all their orders are weighed.
#pragma once

#include <vector>

#include "compose/sheet.h"
#include "text/page_words.h"

namespace broadsheet {

// `body`: paragraphs and sub-heads of one story in reading order as far as it is known; `head`: the piece
// that is the first line of its head. `closed[i]`: a name or a note behind piece i ends its story. Reorders
// `body` and joins its ends anew where the order changes. True where it did.
bool order_story(Sheet& sheet, const std::vector<bool>& closed, size_t head, std::vector<size_t>& body);

}  // namespace broadsheet
