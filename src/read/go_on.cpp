#include "read/go_on.h"

#include <array>

#include "read/ablation.h"
#include "text/every.h"
#include "text/ngram.h"
#include "text/radical.h"

namespace broadsheet {

double goes_on(std::string_view left, std::string_view right) {
  if (without(Step::kLineNgrams)) return 0;
  std::array<char32_t, 2> last{};  // filled from the end
  size_t lasts = 0;
  for (size_t from = left.size(); from > 0 && lasts < last.size();) {
    size_t cut = from - 1;
    while (cut > 0 && from - cut < 4 && is_trail_byte(left[cut])) --cut;
    size_t at = cut;
    const char32_t c = every_code_point(left, at);
    if (!every_is_space(c)) last[last.size() - ++lasts] = hanzi_of_radical(c);
    from = cut;
  }
  std::array<char32_t, 2> first{};
  size_t firsts = 0;
  for (size_t at = 0; at < right.size() && firsts < first.size();) {
    const char32_t c = every_code_point(right, at);
    if (!every_is_space(c)) first[firsts++] = hanzi_of_radical(c);
  }
  return NgramModel::chinese().continuation({last.data() + last.size() - lasts, lasts},
                                            {first.data(), firsts});
}

std::u32string letters_of(std::string_view line) {
  std::u32string out;
  for (size_t at = 0; at < line.size();) {
    const char32_t c = every_code_point(line, at);
    if (!every_is_space(c)) out.push_back(hanzi_of_radical(c));
  }
  return out;
}

}  // namespace broadsheet
