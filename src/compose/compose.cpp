#include "compose/compose.h"

#include "compose/assemble.h"
#include "compose/explain.h"
#include "compose/label.h"
#include "compose/sheet.h"
#include "compose/stitch.h"
#include "compose/write.h"
#include "read/reader.h"

namespace broadsheet {

Page parse_page(std::string name, std::string_view bytes) {
  auto source = std::make_shared<Source>(decode_source(std::move(name), bytes));
  Reading reading = read_source(*source);
  source->format = reading.format;
  Sheet sheet = lay_out(source, std::move(reading));
  label(sheet);
  stitch(sheet);
  assemble(sheet);
  Page page = write_page(sheet);
  explain(sheet, page);
  return page;
}

Edition compose_edition(std::vector<Page> pages) {
  Edition edition;
  edition.pages = std::move(pages);
  return edition;
}

}  // namespace broadsheet
