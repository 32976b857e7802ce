// Heads that stand nowhere near their stories. Where columns were read into each other, a line of a head may
// come out between the paragraphs of another story, and then passes for a sub-head; or a head stands over the
// text of another. The words of both tell whose it is.
//
//     if (give_floating_heads(sheet, strands, head_at, headed)) …   // after assign.h; then once more
//     exchange_heads(sheet, strands, headed);
#pragma once

#include <cstddef>
#include <vector>

#include "compose/beginnings.h"
#include "compose/sheet.h"

namespace broadsheet {

// Stories from number `headed` on have no head, those before it do, in the order of `head_at`, where they
// stand in the dump; `strands` have their stories. A story that finds its head among the lines of others
// moves up to those that have one, and counts as standing where its text begins. True where one did.
bool give_floating_heads(Sheet& sheet, std::vector<Strand>& strands, std::vector<size_t>& head_at,
                         size_t& headed);

// Two of the first `headed` stories exchange heads where that fits the words of both better.
void exchange_heads(Sheet& sheet, const std::vector<Strand>& strands, size_t headed);

// No sub-head parts a sentence: a line that does is the headline of its story, whose kicker alone stood above
// the lead (a wide headline comes out where the dump has the second column).
void take_parting_head(Sheet& sheet, Story& story);

// Where columns are read as strips a head comes only with the strip that it begins, in the middle of its
// story: a line over several columns, lines below another story's text and above text that goes on in
// mid-sentence, lines that stand by themselves between other stories.
void take_strip_heads(Sheet& sheet);

}  // namespace broadsheet
