#include "compose/in_markup.h"

#include <utility>

#include "compose/account.h"

namespace broadsheet {

void put_in_markup(Page& page, const Source& told, std::shared_ptr<const Source> source) {
  const auto place = [&](uint32_t& at) {
    at = told.origin[at < told.origin.size() ? at : told.origin.size() - 1];
  };
  const auto all = [&](std::vector<Span>& spans) {
    for (Span& span : spans) {
      place(span.begin);
      place(span.end);
    }
  };
  for (Article& article : page.articles) {
    all(article.spans);
    for (Byline& byline : article.byline) all(byline.spans);
    for (Block& block : article.blocks) all(block.spans);
    for (Repair& repair : article.repairs) {
      for (uint32_t& at : repair.at) place(at);
    }
  }
  for (Furniture& item : page.furniture) all(item.spans);
  for (Duplicate& item : page.duplicates) all(item.spans);
  for (Unplaced& item : page.unplaced) all(item.spans);
  page.source = std::move(source);
  place_the_rest(page);  // tags with no word in them
}

}  // namespace broadsheet
