// Heads of stories side by side whose lines a tool printed among each other and among the text below them.
//
//     const WovenHeads heads = woven_heads(source, lines, goes_on);      // of the lines as given
//     lines = heads_laid(source, columns_untangled, heads);             // each head's lines together
//
// pdftotext writes what it takes for one block from the top: of heads that stand side by side it writes a
// line of this and a line of that, and where a neighbour's text begins higher, the lower lines of a head come
// at the ends of that text's lines. Among the first lines of a block, those words are looked for that may be
// a head's, and each is joined to the one that goes on from it, by the n-grams, the net and the words of the
// page. Untangling (untangle.h) needs the words where they were printed, so the heads are laid after it.
#pragma once

#include <vector>

#include "edition/edition.h"
#include "read/go_on.h"
#include "read/lines.h"

namespace broadsheet {

using WovenHeads = std::vector<std::vector<Span>>;  // the words of each head in their order

WovenHeads woven_heads(const Source& source, const std::vector<SourceLine>& lines,
                       const JoinScore& join_score);

// `lines` may be cut and in another order than those that the heads were found in; a head is laid where its
// last line stands, two blank lines around it. Words of no head stay where they are.
std::vector<SourceLine> heads_laid(const Source& source, const std::vector<SourceLine>& lines,
                                   const WovenHeads& heads);

}  // namespace broadsheet
