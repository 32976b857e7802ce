// Names in bylines of other languages: "Por Lucía Romero y Juan Vidal", "김민수 기자".
#include "compose/names.h"
#include "compose/words_other.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

namespace broadsheet {

std::vector<Byline> names_other(std::u32string_view text) {
  std::vector<Byline> names;
  while (!text.empty() && (text.front() == '(' || is_space(text.front()))) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ')' || is_space(text.back()))) text.remove_suffix(1);
  std::u32string name;
  bool first = true;
  const auto close = [&] {
    if (!name.empty()) names.push_back({to_utf8(name), "", {}});
    name.clear();
  };
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && !is_space(text[end]) && text[end] != ',' && text[end] != ';') ++end;
    std::u32string_view word = text.substr(at, end - at);
    const bool parted = end < text.size() && !is_space(text[end]);
    at = end + 1;
    while (!word.empty() && (word.back() == ':' || word.back() == '|' || word.back() == '/'))
      word.remove_suffix(1);
    std::string small;
    for (const char32_t c : word) append_utf8(small, small_form(c));
    if (is_reporter_word(small)) {
      close();
      if (!names.empty() && names.back().role.empty()) names.back().role = to_utf8(std::u32string(word));
    } else if (is_and_word(small) && !name.empty()) {
      close();
    } else if (!word.empty() && !(first && is_by_word(small))) {
      if (!name.empty()) name.push_back(U' ');
      name += word;
    }
    first = first && word.empty();
    if (parted) close();
  }
  close();
  return names;
}

}  // namespace broadsheet
