// Heads that a dump tool wrote between two columns of their own story, put back above it.
//
//     lines = heads_above(source, lines);
//
// Tools that sort blocks from the left put a head that is centred over several columns behind the first of
// them, in mid-sentence. Where the line before such a head plainly goes on in the line behind it, the head
// changes places with the columns before it.
#pragma once

#include <vector>

#include "edition/edition.h"
#include "read/lines.h"

namespace broadsheet {

std::vector<SourceLine> heads_above(const Source& source, std::vector<SourceLine> lines);

}  // namespace broadsheet
