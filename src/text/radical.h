// Kangxi radicals (U+2F00..2FD5) and the hanzi that they stand for.
//
// PDF tools print the radical where a font maps both to one glyph: ⽉ for 月. Source: the compatibility
// decompositions of UnicodeData.txt (Unicode 15), the two of the Radicals Supplement (⺟ ⻳) included.
#pragma once

namespace broadsheet {

// The hanzi of a radical; any other code point unchanged.
char32_t hanzi_of_radical(char32_t code);

}  // namespace broadsheet
