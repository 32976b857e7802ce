#include "read/line_names.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <optional>

#include "text/every.h"

namespace broadsheet {
namespace {

constexpr size_t kMarkBytes = 3;  // of ▶ and its kin

bool is_role(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kRoles = {
      "记者", "本报记者", "特约记者", "通讯员", "特约通讯员", "本报通讯员", "实习生", "见习记者"};
  return std::find(kRoles.begin(), kRoles.end(), word) != kRoles.end();
}

// Two to four hanzi.
bool is_name(std::string_view word) {
  size_t hanzi = 0;
  for (size_t at = 0; at < word.size(); ++hanzi) {
    if (!every_is_hanzi(every_code_point(word, at))) return false;
  }
  return hanzi >= 2 && hanzi <= 4;
}

// The next of the words that blanks part, which goes from `s`.
std::optional<std::string_view> next_word(std::string_view& s) {
  s.remove_prefix(std::min(s.size(), s.find_first_not_of(' ')));
  if (s.empty()) return std::nullopt;
  const std::string_view word = s.substr(0, s.find(' '));
  s.remove_prefix(word.size());
  return word;
}

}  // namespace

bool is_marked(std::string_view s) {
  static constexpr std::string_view kMarks[] = {"▶", "■", "□", "●", "◎", "○", "◆"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return s.starts_with(mark); });
}

size_t misread_mark(std::string_view s) {
  for (std::string_view mark : {"国", "口", "回", "目", "四", "田", "囚", "因", "园", "日", "@"}) {
    if (s.starts_with(mark) && s.size() > mark.size() && s[mark.size()] == ' ') return mark.size();
  }
  return 0;
}

bool goes_on_in_names(std::string_view left, std::string_view right) {
  if (is_marked(left) && left.size() == kMarkBytes) return is_role(right) || is_name(right);
  return is_role(left) && is_name(right);
}

bool names_reporters(std::string_view s) {
  static constexpr size_t kMostWords = 10;
  bool marked = false;  // by what says enough without a title
  if (is_marked(s)) {
    s.remove_prefix(kMarkBytes);
  } else if (const size_t mark = misread_mark(s); mark > 0) {
    marked = true;
    s.remove_prefix(mark);
  }
  size_t words = 0;
  size_t names = 0;
  while (const auto word = next_word(s)) {
    const bool role = is_role(*word);
    if (words++ == 0 && !role && !marked) return false;
    if (role || *word == "文/图" || *word == "图/文" || *word == "文") continue;
    if (!is_name(*word)) return false;
    ++names;
  }
  return names > 0 && words <= kMostWords;
}

bool names_editors(std::string_view s) {
  // The first eight say it alone; 编辑：哪里 may be what an editor says.
  static constexpr std::string_view kOffices[] = {"责任编辑", "本版编辑", "本版责编", "版面编辑", "责编",
                                                  "美编",     "版式设计", "版式",     "编辑",     "校对"};
  static constexpr size_t kSure = 8;
  static constexpr size_t kMost = 6;  // names
  size_t offices = 0;
  size_t names = 0;
  while (auto word = next_word(s)) {
    for (size_t k = 0; k < std::size(kOffices); ++k) {
      if (!word->starts_with(kOffices[k])) continue;
      const std::string_view rest = word->substr(kOffices[k].size());
      const std::string_view colon = rest.starts_with(":") ? ":" : "：";
      if (!rest.starts_with(colon) || (offices == 0 && k >= kSure)) continue;
      ++offices;
      word->remove_prefix(kOffices[k].size() + colon.size());
      break;
    }
    if (offices == 0) return false;
    if (word->empty()) continue;
    if (!is_name(*word) || ++names > kMost) return false;
  }
  return names > 0;
}

bool names_photographer(std::string_view s) {
  static constexpr std::string_view kTaken = "摄";
  if (!s.ends_with(kTaken)) return false;
  s.remove_suffix(kTaken.size());
  if (!s.ends_with(' ') && !s.ends_with('/')) return false;
  s.remove_suffix(1);
  size_t names = 0;
  while (const auto word = next_word(s)) {
    if (is_role(*word)) continue;
    if (!is_name(*word)) return false;
    ++names;
  }
  return names == 1 || names == 2;
}

}  // namespace broadsheet
