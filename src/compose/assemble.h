// Stories out of labelled and stitched pieces: hangs heads, bylines, captions and signatures on the chains.
// Shared by all languages.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Fills sheet.stories. Furniture, duplicates and advertisements stand in no story.
void assemble(Sheet& sheet);

}  // namespace broadsheet
