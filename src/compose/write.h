// The stories of a sheet as broadsheet-1 has them.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// Keeps law 1: whatever stands in no story comes back as furniture, duplicate or unplaced.
Page write_page(const Sheet& sheet);

// Finds reporters' names in a byline, or in the lead of a paragraph (本报讯（记者 …）); one file a language.
std::vector<Byline> names_zh(std::u32string_view text, bool whole_line);
std::vector<Byline> names_en(std::u32string_view text, bool whole_line);

}  // namespace broadsheet
