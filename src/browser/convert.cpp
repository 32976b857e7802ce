// Editions as text in other forms. Two sources: pages handed over one by one (the packer under Node, which
// has no window), or the edition that is open (exports, printing, saving as a web page).
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "browser/convert.h"
#include "browser/js.h"
#include "compose/compose.h"
#include "edition/export.h"

namespace broadsheet::browser {
namespace {

std::vector<Page> given;

}  // namespace

std::string article_as_html(const Edition& edition, std::string_view id) {
  for (const Page& page : edition.pages)
    for (const Article& article : page.articles)
      if (article.id == id) return to_html_article(article);
  return {};
}

std::string title_line(const Edition& edition) {
  std::string line = edition.title;
  if (!line.empty() && !edition.date.empty()) line += ' ';
  return line + edition.date;
}

BROADSHEET_EXPORT(bs_convert_page)
void bs_convert_page(const char* name, size_t name_length, const char* bytes, size_t length) {
  given.push_back(parse_page(std::string(name, name_length), {bytes, length}));
}

// Answers with the pages given so far as one edition in `form`; `last` forgets them.
BROADSHEET_EXPORT(bs_convert) void bs_convert(int form, int last) {
  const std::string text = edition_as(compose_edition(given), static_cast<Form>(form));
  if (last) given.clear();
  js_result(text.data(), text.size());
}

}  // namespace broadsheet::browser
