// What an OCR engine does to Chinese marks, and how they were printed.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Sets the marks of a piece as they were printed: the engine's blanks go, angle brackets are round ones
// again, typewriter's quotation marks open and close; what was a dash or ■ and was read as 一, 国 or 口 is
// one again. No other hanzi is changed.
void mend_ocr_marks_zh(Piece& piece);

// Names whose first hanzi is no family name, but what the engine takes one for (能俊 for 熊俊), get that
// family name; `read` keeps what the dump has.
void mend_ocr_names_zh(std::vector<Byline>& names);

}  // namespace broadsheet
