#include "compose/write.h"
#include "text/utf8.h"

namespace broadsheet {

std::vector<Byline> names_en(std::u32string_view text, bool whole_line) {
  std::vector<Byline> names;
  if (!whole_line) return names;
  if (text.size() > 3 && (text.substr(0, 3) == U"By " || text.substr(0, 3) == U"BY ")) text.remove_prefix(3);
  names.push_back({to_utf8(text), "", {}});
  return names;
}

}  // namespace broadsheet
