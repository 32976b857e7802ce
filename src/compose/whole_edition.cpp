// compose_edition: what several pages know together.
#include "compose/compose.h"
#include "compose/jumps.h"
#include "compose/masthead.h"

namespace broadsheet {

Edition compose_edition(std::vector<Page> pages) {
  Edition edition;
  edition.pages = std::move(pages);
  join_jumps(edition.pages);
  for (Page& page : edition.pages) {
    const Masthead mast = read_masthead(page);
    if (page.number == 0) page.number = mast.page;
    if (edition.title.empty()) edition.title = mast.title;
    if (edition.date.empty()) edition.date = mast.date;
  }
  return edition;
}

}  // namespace broadsheet
