// Which words of a block the dump itself set in bold: **words** of a Markdown dump.
//
//     for (const Span& span : strong_words(block, *page.source)) ...   // bytes of block.text
#pragma once

#include <vector>

#include "edition/edition.h"

namespace broadsheet {

// In order, not touching. None where the words of the block are not those of its source, one for one.
std::vector<Span> strong_words(const Block& block, const Source& source);

}  // namespace broadsheet
