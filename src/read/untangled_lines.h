// The lines of a dump that is read line by line, after untangle.h took its columns out of one another.
//
//     bool tangled = false;
//     const std::vector<SourceLine> apart = untangled_lines(source, lines, tangled);
#pragma once

#include <vector>

#include "edition/edition.h"
#include "read/lines.h"

namespace broadsheet {

// The lines of a dump with what was tangled taken apart: a blank line stands between two threads. `tangled`
// says whether more was than a line or two.
std::vector<SourceLine> untangled_lines(const Source& source, const std::vector<SourceLine>& lines,
                                        bool& tangled);

}  // namespace broadsheet
