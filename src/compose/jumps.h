// Stories that go on over another page: 下转3版 and 上接1版, "Continued on page 4" and "Continued from page
// 1".
#pragma once

#include <vector>

#include "edition/edition.h"

namespace broadsheet {

// Sets Article::continues of the first part and the kind of the second, for every pair of jump lines that
// point at each other's pages. Where several stories of a page go on over the same other page, the parts that
// share most words belong together.
void join_jumps(std::vector<Page>& pages);

// What a jump line says: the page that it names (-1: none), and whether it points back. `page` is 0 where it
// is no jump line.
struct Jump {
  int page = 0;
  bool from = false;
};
Jump read_jump(const std::string& line);

}  // namespace broadsheet
