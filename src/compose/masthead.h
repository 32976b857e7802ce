// The paper's name, the date and the page number, from the lines of a page that belong to no article.
//
//     Masthead mast = read_masthead(page);   // {"云麓高新报", "2031-01-07", 4}
#pragma once

#include <string>

#include "edition/edition.h"

namespace broadsheet {

struct Masthead {
  std::string title;  // empty where no line names a paper
  std::string date;   // ISO 8601; empty where no line gives a whole date
  int page = 0;       // 0 where no line says it
};

Masthead read_masthead(const Page& page);

// A date in a line of text: 2031年1月7日, 二〇三一年一月七日, January 7, 2031, 7 January 2031, 2031-01-07.
// Empty where there is none.
std::string date_in(std::u32string_view line);

}  // namespace broadsheet
