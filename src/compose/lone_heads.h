// Lines of heads with no text below them that are a part of another's head.
//
//     join_lone_heads(sheet, strands, headed);   // after assign.h
//
// Where columns stand side by side in a text grid, the lines of a narrow head stand in rows of their own, and
// a row of text or of other heads may part them. A line that nothing stands under goes to the head near it
// which it goes on, or which goes on from it: by its words, the brackets that it closes, the dash at its end,
// and by what it is about. So does a last word that stands like a sub-head in the text of another. Where
// columns were read into each other nothing tells how near they stand; there the rest decides.
#pragma once

#include <vector>

#include "compose/beginnings.h"
#include "compose/sheet.h"

namespace broadsheet {

// Of the first `headed` stories, those with a head and no text; `strands` have their stories. Only where the
// reader knows where the lines stand (Fragment::place), or columns were read into each other.
void join_lone_heads(Sheet& sheet, std::vector<Strand>& strands, size_t headed);

}  // namespace broadsheet
