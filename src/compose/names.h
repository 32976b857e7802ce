// Reporters' names in a line of print.
//
//     for (const Byline& by : names_in("本报记者 林知远 苏禾")) ...   // 林知远 and 苏禾, each 本报记者
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

// The names of a byline with their roles, none with spans; empty where the line holds none. UTF-8 as printed;
// hanzi make it a Chinese line.
std::vector<Byline> names_in(std::string_view line);

// The same of folded text, and with `whole_line` false those in the lead of a paragraph (本报讯（记者 …）);
// one file a language.
std::vector<Byline> names_zh(std::u32string_view text, bool whole_line);
std::vector<Byline> names_en(std::u32string_view text, bool whole_line);
std::vector<Byline> names_other(std::u32string_view line);  // the whole of it

// One of the family names that nineteen Chinese in twenty bear.
bool is_family_name_zh(char32_t c);

}  // namespace broadsheet
