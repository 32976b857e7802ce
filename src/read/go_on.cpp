#include "read/go_on.h"

#include <string>

#include "read/ablation.h"
#include "text/fold.h"
#include "text/ngram.h"
#include "text/radical.h"
#include "text/utf8.h"

namespace broadsheet {

double goes_on(std::string_view left, std::string_view right) {
  size_t from = left.size();
  std::u32string last;
  while (from > 0 && last.size() < 2) {
    size_t cut = from - 1;
    while (cut > 0 && from - cut < 4 && (static_cast<unsigned char>(left[cut]) & 0xC0U) == 0x80U) --cut;
    size_t at = cut;
    const char32_t c = next_code_point(left, at);
    if (!is_space(c)) last.insert(last.begin(), hanzi_of_radical(c));
    from = cut;
  }
  std::u32string first;
  for (size_t at = 0; at < right.size() && first.size() < 2;) {
    const char32_t c = next_code_point(right, at);
    if (!is_space(c)) first.push_back(hanzi_of_radical(c));
  }
  return without(Step::kLineNgrams) ? 0 : NgramModel::chinese().continuation(last, first);
}

}  // namespace broadsheet
