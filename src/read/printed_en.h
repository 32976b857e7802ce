// Paragraphs of printed English lines that follow one another as they are read, column by column.
#pragma once

#include <vector>

#include "read/fragment.h"
#include "read/lines.h"

namespace broadsheet {

Reading read_printed_en(const Source& source, const std::vector<SourceLine>& lines);

}  // namespace broadsheet
