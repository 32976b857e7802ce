// Heads set upright in a dump of printed lines: a letter a line, each column of letters by itself.
//
//     mark_uprights(source.text, lines);   // SourceLine::upright; then lines of one number are one head
//
// Columns of letters with nothing but blank lines between them are one head.
#pragma once

#include <string_view>
#include <vector>

#include "read/lines.h"

namespace broadsheet {

// A column begins with a hanzi or another wide character.
void mark_uprights(std::string_view text, std::vector<SourceLine>& lines);

}  // namespace broadsheet
