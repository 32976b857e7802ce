// What an OCR engine does to Chinese marks, and how they were printed.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Did an OCR engine read the page? It writes half-width marks behind hanzi with a blank after them, and
// blanks before brackets and closing quotation marks: no typesetter and no vision model does.
bool is_ocr_zh(const Source& source);

// Sets the marks of a piece as they were printed: the engine's blanks go, angle brackets are round ones
// again, typewriter's quotation marks open and close. No hanzi is changed.
void mend_ocr_marks_zh(Piece& piece);

}  // namespace broadsheet
