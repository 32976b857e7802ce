// What a story begins with, and where it goes on: 本报讯, 【记者林知远/台北报导】, 下转3版.
#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "compose/marks_zh.h"
#include "text/folded_view.h"

namespace broadsheet {

namespace {

using View = std::u32string_view;

constexpr size_t kLongestLead = 28;  // characters in brackets that say who reports, and from where
constexpr size_t kLongestPlace = 9;  // of "/台北报导"

// 【记者林知远/台北报导】, 【望川日报专讯】: what stands in brackets before a story, without them.
bool tells_source(View inside) {
  if (inside.ends_with(U"专讯") || inside.ends_with(U"报讯")) return true;
  return has(inside, U"记者") && (inside.ends_with(U"报导") || inside.ends_with(U"报道"));
}

}  // namespace

View without_place_zh(View text) {
  if (!text.ends_with(U"报导") && !text.ends_with(U"报道")) return text;
  const size_t at = text.rfind('/');
  return at == View::npos || at == 0 || text.size() - at > kLongestPlace ? text : text.substr(0, at);
}

bool is_lead_zh(View text) {
  text = trim(text);
  if (is_closing_note_zh(text)) return false;
  if (!text.empty() && has(U"【[〔", text.substr(0, 1))) {
    text.remove_prefix(1);
    const View inside = text.substr(0, text.substr(0, kLongestLead).find_first_of(U"】]〕"));
    if (inside.size() < text.size() && tells_source(inside)) return true;
  }
  // Hardly any paragraph begins as a lead may, or has 电 or 讯 among its first words.
  const View first = text.substr(0, 22);
  if (first.empty()) return false;
  if (std::none_of(first.begin(), first.end(), [](char32_t c) { return c == U'电' || c == U'讯'; }) &&
      !has(U"本据新中(", first.substr(0, 1)))
    return false;
  static constexpr std::initializer_list<View> kLeads = {U"本报讯", U"本刊讯",   U"本网讯", U"据新华社",
                                                         U"新华社", U"本报综合", U"中新社", U"据中新社"};
  for (View lead : kLeads) {
    if (begins(text, lead)) return true;
  }
  if (begins(text, U"本报") || begins(text, U"本刊")) {
    const View start = text.substr(0, 24);
    if (has(start, U"电") && has(start, U"日")) return true;
  }
  if (begins(text, U"(记者") || begins(text, U"(本报记者") || begins(text, U"(通讯员")) return true;
  // "人民网北京5月1日电", "望川新闻网12月31日讯": a place and a date, then how it came.
  for (const auto& [wire, other] :
       {std::pair<View, View>{U"日电", U"线力话动视子网商影池源机器梯脑价量站缆车压流"},
        {U"日讯", U"问息号即"}}) {
    const size_t at = first.find(wire);
    // 5月12日讯问了…: another word.
    if (at == View::npos || (at + 2 < text.size() && has(other, text.substr(at + 2, 1)))) continue;
    if (has(first.substr(0, at), U"月")) return true;
  }
  // "望川晚报讯(记者 林知远)": a paper and 讯.
  static constexpr std::initializer_list<View> kPapers = {U"报讯", U"网讯", U"台讯"};
  for (View paper : kPapers) {
    const size_t at = text.substr(0, 10).find(paper);
    if (at == View::npos || at < 2) continue;
    const View behind = text.substr(at + paper.size());
    if (behind.empty() || behind[0] == '(' || behind[0] == ' ' || behind[0] == ':') return true;
  }
  return false;
}

int jump_zh(View text, bool& from) {
  for (const auto& [words, back] : {std::pair<View, bool>{U"下转", false},
                                    {U"上接", true},
                                    {U"紧接", false},
                                    {U"转第", false},
                                    {U"下轉", false}}) {
    const size_t at = text.find(words);
    if (at == View::npos) continue;
    int number = 0;
    bool page = false;
    for (size_t i = at + words.size(); i < text.size() && i < at + 12; ++i) {
      if (text[i] >= '0' && text[i] <= '9') number = number * 10 + static_cast<int>(text[i] - '0');
      static constexpr View kDigits = U"〇一二三四五六七八九";
      const size_t digit = kDigits.find(text[i]);
      if (digit != View::npos) number = number * 10 + static_cast<int>(digit);
      if (text[i] == U'版') {
        page = true;
        break;
      }
    }
    if (!page) continue;
    from = back;
    return number > 0 ? number : -1;
  }
  return 0;
}

}  // namespace broadsheet
