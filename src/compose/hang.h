// What hangs on a story besides its heads and its text: names, captions, credits.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

bool stands_in_no_story(const Piece& piece);

// Bylines, signatures, captions and credits go with the body piece before them in the dump, bylines below a
// head with it.
void hang_the_rest(Sheet& sheet);

// A story that is only a picture with its words: these are its text. Who took the picture is its byline, but
// stays in the text where the story has a byline of its own.
void settle_picture(Sheet& sheet, const Story& story);

}  // namespace broadsheet
