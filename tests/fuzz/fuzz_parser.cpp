// The whole parser: any bytes give a page that accounts for each of them, whose JSON reads back as it was.
#include "compose/compose.h"
#include "edition/json.h"
#include "once.h"
#include "text/well_formed.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Page page = parse_page("fuzz.txt", bytes);
  Once once(page.source->text);
  mark_page(once, page);
  once.check();
  for (const Article& article : page.articles) {
    if (article.id.empty()) std::abort();
    for (const Block& block : article.blocks) {
      if (block.cuts.size() != block.spans.size()) std::abort();
      for (const uint32_t cut : block.cuts) {
        if (cut > block.text.size()) std::abort();
      }
    }
    for (const Repair& repair : article.repairs) {
      if (!(repair.confidence >= 0 && repair.confidence <= 1)) std::abort();
      for (const uint32_t at : repair.at) {
        if (at > page.source->text.size()) std::abort();
      }
    }
  }
  // The same bytes, the same page: nothing depends on addresses or on what came before.
  const std::string json = to_json(page);
  if (to_json(parse_page("fuzz.txt", bytes)) != json) std::abort();
  Edition back;
  if (!from_json(json, "fuzz", back).empty()) std::abort();
  return 0;
}
