// What a page shows of some bytes of its source, and the way back: for correcting words.
#pragma once

#include <string>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

// The text of a span as the page shows it now, wherever its words stand.
std::string shown_text(const Page& page, Span span);

// The bytes of the source whose words are block.text[begin, end).
std::vector<Span> source_spans(const Source& source, const Block& block, uint32_t begin, uint32_t end);

}  // namespace broadsheet
