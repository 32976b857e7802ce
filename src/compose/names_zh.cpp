#include "compose/write.h"
#include "text/utf8.h"

namespace broadsheet {

std::vector<Byline> names_zh(std::u32string_view text, bool whole_line) {
  std::vector<Byline> names;
  if (!whole_line) return names;
  names.push_back({to_utf8(text), "", {}});
  return names;
}

}  // namespace broadsheet
