// Did an OCR engine read a Chinese page? It writes half-width marks behind hanzi with a blank after them, and
// blanks before brackets and closing quotation marks: hardly a typesetter or a vision model does.
//
//     if (is_ocr_zh(source)) …
#pragma once

#include "edition/edition.h"

namespace broadsheet {

bool is_ocr_zh(const Source& source);

}  // namespace broadsheet
