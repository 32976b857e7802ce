// What an OCR engine does to Chinese marks, and how they were printed.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Sets the marks of a piece as they were printed: the engine's blanks go, angle brackets are round ones
// again, typewriter's quotation marks open and close; what was a dash or ■ and was read as 一, 国 or 口 is
// one again. No other hanzi is changed.
void mend_ocr_marks_zh(Piece& piece);

}  // namespace broadsheet
