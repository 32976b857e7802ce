// The text inside the mark-up that OCR engines and PDF tools write around it: hOCR, ALTO, PAGE XML,
// `pdftotext -bbox-layout`, the HTML and XML of mutool and pdftohtml; and the characters that a web page
// names (&amp;).
//
//     if (std::optional<Source> told = text_of_markup(source)) …   // read it instead
//
// Places on the paper are left aside, as no other dump has them: what counts are lines, blocks and words.
#pragma once

#include <optional>

#include "edition/edition.h"

namespace broadsheet {

// Lines with a blank line between blocks; of a web page the page itself, its tags as they were. Nothing where
// the source is neither, or names no character. `origin` of the answer is where in source.text each of its
// bytes begins: what stands between two characters belongs to the first, so that no byte is left out.
std::optional<Source> text_of_markup(const Source& source);

}  // namespace broadsheet
