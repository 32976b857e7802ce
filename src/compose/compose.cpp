#include "compose/compose.h"

namespace broadsheet {

Page parse_page(std::string name, std::string_view bytes) {
  auto source = std::make_shared<Source>();
  source->name = std::move(name);
  source->bytes = bytes.size();
  source->text = std::string(bytes);
  Page page;
  page.unplaced.push_back({source->text, {{0, static_cast<uint32_t>(bytes.size())}}});
  page.source = std::move(source);
  return page;
}

Edition compose_edition(std::vector<Page> pages) {
  Edition edition;
  edition.pages = std::move(pages);
  return edition;
}

}  // namespace broadsheet
