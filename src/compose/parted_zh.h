// What a tool wrote on one line and is two things gets two pieces, before anything is labelled.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// "图片报道本报讯 日前，…": the title, and the picture's text below it.
void part_titles_zh(Sheet& sheet);

// "(上接1版)分钟以内，…", "…缩短到十(下转3版)": the jump line, and the text that it stands in one line with.
void part_jumps_zh(Sheet& sheet);

// "…忙得脚不沾地。 林知远": the text, and the name that closes it; photographers and where a picture comes
// from, too.
void part_signatures_zh(Sheet& sheet);

}  // namespace broadsheet
