// What a tool wrote on one line and is two things gets two pieces, before anything is labelled.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// "图片报道本报讯 日前，…": the title, and the picture's text below it.
void part_titles_zh(Sheet& sheet);

// "…忙得脚不沾地。 林知远": the text, and the name that closes it; photographers and where a picture comes
// from, too.
void part_signatures_zh(Sheet& sheet);

}  // namespace broadsheet
