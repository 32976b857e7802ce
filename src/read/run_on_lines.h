// Some tools (pypdf) write no line break where a column begins higher up on the page than the line before
// it stood: the last line of a column and the first of the next one, or a head, are one line of the dump.
//
//     lines = parted_lines(source, lines);   // before the dump is read as printed lines
//
// A line is cut only where it is wider than its neighbours and both parts fit the lines on their side.
#pragma once

#include <vector>

#include "edition/edition.h"
#include "read/lines.h"

namespace broadsheet {

std::vector<SourceLine> parted_lines(const Source& source, const std::vector<SourceLine>& lines);

}  // namespace broadsheet
