// Heads of neighbouring stories that a tool printed row by row into each other, told apart.
//
//     lines = part_knots(source, lines);   // two blank lines stand between two heads
//
// pdftotext sorts the lines of what it takes for one block from the top: of heads that stand side by side it
// writes a line of this and a line of that, and two words on one line where they stand level. A knot is a run
// of such lines, no text among them; strands.h finds the heads in it.
// Where a head closes with the name of its series in brackets, what stands level behind it is the next one's.
#pragma once

#include <vector>

#include "edition/edition.h"
#include "read/lines.h"

namespace broadsheet {

std::vector<SourceLine> part_knots(const Source& source, std::vector<SourceLine> lines);

}  // namespace broadsheet
