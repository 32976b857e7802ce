// Dumps to other forms without a window: used by the packer under Node, by printing and by saving.
#include <string>
#include <vector>

#include "browser/js.h"
#include "compose/compose.h"
#include "edition/json.h"

namespace broadsheet::browser {
namespace {
std::vector<Page> pages;
}

BROADSHEET_EXPORT(bs_convert_page)
void bs_convert_page(const char* name, size_t name_length, const char* bytes, size_t length) {
  pages.push_back(parse_page(std::string(name, name_length), {bytes, length}));
}

// Answers with the pages given so far as one edition in broadsheet-1, and forgets them.
BROADSHEET_EXPORT(bs_convert_json) void bs_convert_json() {
  std::vector<Page> given;
  given.swap(pages);
  const std::string json = to_json(compose_edition(std::move(given)));
  js_result(json.data(), json.size());
}

}  // namespace broadsheet::browser
