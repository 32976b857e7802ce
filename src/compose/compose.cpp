#include "compose/compose.h"

#include <algorithm>

#include "compose/account.h"
#include "compose/assemble.h"
#include "compose/explain.h"
#include "compose/in_markup.h"
#include "compose/label.h"
#include "compose/odd.h"
#include "compose/sheet.h"
#include "compose/stitch.h"
#include "compose/website.h"
#include "compose/write.h"
#include "read/markup.h"
#include "read/reader.h"
#include "text/every.h"
#include "text/script.h"
#include "text/traditional.h"

namespace broadsheet {

namespace {

// Bytes that no tool would write as text: NULs, control characters and broken sequences in plenty. A page
// with a stray one is a page.
bool is_binary(const std::string& text) {
  const size_t look = std::min<size_t>(text.size(), 65536);
  if (every_is_plain(std::string_view(text).substr(0, look))) return false;
  size_t strange = 0;
  size_t seen = 0;
  for (size_t i = 0; i < look; ++seen) {
    const char32_t c = every_code_point(text, i);
    if (c == kReplacement || (c < 0x20 && !every_is_space(c) && c != 0x1B)) ++strange;
  }
  return strange * 10 > seen;
}

}  // namespace

Page parse_page(std::string name, std::string_view bytes) {
  auto source = std::make_shared<Source>(decode_source(std::move(name), bytes));
  if (is_binary(source->text)) {
    source->format = "binary";
    Page page;
    page.source = source;
    place_the_rest(page);
    return page;
  }
  std::shared_ptr<Source> told = source;  // the text in its mark-up
  if (std::optional<Source> inside = text_of_markup(*source))
    told = std::make_shared<Source>(*std::move(inside));
  // Tables and patterns are of simplified hanzi: a page in traditional ones is read as if set in those.
  std::shared_ptr<Source> evidence = told;
  if (is_traditional(told->text) && script_of(told->text) == Script::kHan) {
    evidence = std::make_shared<Source>(*told);
    evidence->text = simplified(told->text);
  }
  Reading reading = read_source(*evidence);
  source->format = reading.format;
  Sheet sheet = lay_out(evidence, std::move(reading));
  sheet.printed = told;
  Page page;
  if (mark_refusal(sheet)) {
    page = write_page(sheet);
  } else {
    part_loops(sheet);
    label(sheet);
    mark_model_words(sheet);
    mark_website(sheet);
    stitch(sheet);
    assemble(sheet);
    page = write_page(sheet);
    explain(sheet, page);
  }
  if (told != source) put_in_markup(page, *told, source);
  return page;
}

}  // namespace broadsheet
