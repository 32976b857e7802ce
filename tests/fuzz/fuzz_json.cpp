// The reader of broadsheet-1: any bytes give an edition or a complaint that says where; what was read prints
// and reads back the same, and every exporter takes it.
#include "edition/json.h"

#include <cstdlib>

#include "edition/export.h"
#include "text/well_formed.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Edition edition;
  const Complaint complaint = from_json(bytes, "fuzz.json", edition);
  if (!complaint.empty()) {
    if (complaint.what.empty() || !edition.pages.empty()) std::abort();
    return 0;
  }
  const std::string json = to_json(edition, -1, SourceText::kWith);
  Edition back;
  if (!from_json(json, "again.json", back).empty()) std::abort();
  if (to_json(back, -1, SourceText::kWith) != json) std::abort();
  for (const std::string& out : {to_html(edition), to_markdown(edition), to_text(edition)}) {
    if (!is_well_formed(out)) std::abort();
  }
  return 0;
}
