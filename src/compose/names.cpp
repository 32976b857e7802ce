#include "compose/names.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

std::vector<Byline> names_in(std::string_view line) {
  std::u32string folded;
  for (size_t i = 0; i < line.size();) {
    const char32_t c = fold_char(next_code_point(line, i));
    const bool blank = is_space(c);
    if (blank && (folded.empty() || folded.back() == U' ')) continue;
    folded += blank ? U' ' : c;
  }
  const bool chinese = std::any_of(folded.begin(), folded.end(), is_hanzi);
  std::vector<Byline> names = chinese ? names_zh(folded, true) : names_en(folded, true);
  std::erase_if(names, [](const Byline& by) { return by.name.empty(); });
  return names;
}

}  // namespace broadsheet
