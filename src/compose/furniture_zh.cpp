#include "compose/furniture_zh.h"

#include <algorithm>
#include <initializer_list>

#include "compose/marks_zh.h"
#include "compose/names.h"
#include "text/fold.h"
#include "text/folded_view.h"

namespace broadsheet {

namespace {

using View = std::u32string_view;

constexpr size_t kLongestLine = 60;  // characters of a line with date, folio, paper and section
constexpr size_t kLongestWord = 6;   // of one word of it that is none of these: 地方新闻, 望川日报
constexpr size_t kMostWords = 4;

bool is_number(char32_t c) {
  return is_digit(c) || has(U"〇○零一二三四五六七八九十廿", View(&c, 1));
}

bool is_date_line(View text) {
  if (text.size() > 40) return false;
  const size_t year = text.find(U'年');
  if (year == View::npos) return false;
  const size_t month = text.find(U'月', year);  // a paper's own name may have 日 and 月 in it
  const size_t day = month == View::npos ? View::npos : text.find(U'日', month);
  if (day == View::npos) return false;
  const auto digits = std::count_if(text.begin(), text.end(), is_number);
  return digits >= 5 && !has(text, U"。") && !has(text, U",") && text.size() < 30 && month - year <= 4 &&
         day - month <= 5;
}

size_t digits_at(View text, size_t at) {
  size_t n = 0;
  while (at + n < text.size() && is_digit(text[at + n])) ++n;
  return n;
}

// The length of 2031.2.6, 2031-02-06 at the begin of the text; 0 where there is none.
size_t short_date(View text) {
  if (digits_at(text, 0) != 4) return 0;
  size_t at = 4;
  for (int part = 0; part < 2; ++part) {
    if (at >= text.size() || !has(U".-/", text.substr(at, 1))) return 0;
    const size_t digits = digits_at(text, at + 1);
    if (digits < 1 || digits > 2) return 0;
    at += 1 + digits;
  }
  return at;
}

// The length of 2031年2月6日.
size_t long_date(View text) {
  size_t at = 0;
  static constexpr std::initializer_list<View> kUnits = {U"年", U"月", U"日"};
  for (View unit : kUnits) {
    const size_t begin = at;
    while (at < text.size() && is_number(text[at])) ++at;
    if (at == begin || at - begin > 4 || text.substr(at, 1) != unit) return 0;
    ++at;
  }
  return at;
}

size_t weekday(View text) {
  if (text.size() < 3 || text.substr(0, 2) != U"星期") return 0;
  const bool alone = text.size() == 3 || !is_hanzi(text[3]) || text[3] == U'第';
  return alone && has(U"一二三四五六日天", text.substr(2, 1)) ? 3 : 0;
}

// The length of 第12版, A08版, 12版, and of A08 or 12 where nothing but a blank stands behind.
size_t folio(View text) {
  size_t at = text[0] == U'第' || (text[0] >= 'A' && text[0] <= 'Z') ? 1 : 0;
  const size_t digits = digits_at(text, at);
  at += digits;
  if (digits < 1 || digits > 3) return 0;
  if (text.substr(at, 1) == U"版") return at + 1;
  return text[0] != U'第' && (at == text.size() || text[at] == ' ') ? at : 0;
}

// Dates, folios, papers and sections, and at least two kinds of them where other words stand beside: what a
// printed page has over or under its columns. "date", "folio" or "".
std::string running_line(View text) {
  if (text.size() > kLongestLine) return "";
  bool sure = false;  // one that needs no other: 2031年2月6日, 12版
  bool dated = false;
  bool weekdays = false;
  bool paged = false;
  bool named = false;  // a paper or a section
  size_t words = 0;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '|' || text[at] == U'·') {
      ++at;
      continue;
    }
    const View rest = text.substr(at);
    const size_t long_form = long_date(rest);
    const size_t date = std::max(short_date(rest), long_form);
    const size_t day = date > 0 ? 0 : weekday(rest);
    const size_t page = date + day > 0 ? 0 : folio(rest);
    sure = sure || long_form > 0 || (page > 0 && rest[page - 1] == U'版');
    dated = dated || date > 0;
    weekdays = weekdays || day > 0;
    paged = paged || (page > 0 && rest[page - 1] == U'版');
    at += date + day + page;
    if (date + day + page > 0) continue;
    size_t end = 0;
    while (end < rest.size() && is_hanzi(rest[end]) && weekday(rest.substr(end)) == 0) ++end;
    if (end == 0 || end > kLongestWord || ++words > kMostWords) return "";
    named = named || names_section_zh(rest.substr(0, end)) || names_paper_zh(rest.substr(0, end));
    at += end;
  }
  const int kinds = dated + weekdays + paged + named;
  if (kinds < 2 && !(sure && words == 0)) return "";
  return dated || weekdays ? "date" : paged ? "folio" : "";
}

// 版式设计 林知远 校对 夏雨: offices, and names behind each.
bool is_editors(View text) {
  static constexpr std::initializer_list<View> kOffices = {
      U"责任编辑", U"本版编辑", U"版面编辑", U"值班编辑", U"编辑", U"责编",     U"美编",
      U"校对",     U"版式设计", U"版式",     U"组版",     U"制版", U"视觉设计", U"审校"};
  size_t offices = 0;
  size_t names = 0;
  for (size_t at = 0; at < text.size();) {
    if (has(U" :/、,", text.substr(at, 1))) {
      ++at;
      continue;
    }
    const View rest = text.substr(at);
    const auto* office = std::find_if(kOffices.begin(), kOffices.end(),
                                      [&](View words) { return rest.substr(0, words.size()) == words; });
    if (office != kOffices.end() && (rest.size() == office->size() || !is_hanzi(rest[office->size()]))) {
      at += office->size();
      ++offices;
      continue;
    }
    size_t end = 0;
    while (end < rest.size() && is_hanzi(rest[end])) ++end;
    if (offices == 0 || !(end == 1 || is_name_zh(rest.substr(0, end)))) return false;
    // 编辑 出版: with no colon a name must look like one.
    if (text.find(':') == View::npos && end > 1 && !is_family_name_zh(rest[0])) return false;
    at += end;
    ++names;
  }
  return offices > 0 && names > 0 && names <= 8;
}

}  // namespace

std::string furniture_zh(View text) {
  text = trim(text);
  if (text.empty() || text.size() > 90 || has(text, U"。")) return "";
  std::u32string bare;
  bare.reserve(text.size());
  for (char32_t c : text) {
    if (c != ' ') bare.push_back(c);
  }
  const View b = bare;
  if (b.size() <= 4 && std::all_of(b.begin(), b.end(), [](char32_t c) {
        return is_digit(c) || c == '-' || c == 'A' || c == 'B' || c == U'·';
      })) {
    return "folio";
  }
  if (b.size() <= 8 && b.back() == U'版' &&
      (is_digit(b[0]) || b[0] == U'第' || b[0] == 'A' || b[0] == 'B' ||
       has(View(U"一二三四五六七八九十"), b.substr(0, 1)))) {
    return "folio";
  }
  if (b.size() <= 8 && b.front() == U'第' && b.back() == U'期') return "folio";
  if (is_date_line(text)) return "date";
  if (std::string kind = running_line(text); !kind.empty()) return kind;
  bool from = false;
  if (b.size() <= 16 && jump_zh(b, from) != 0) return "jump";
  const SeenCharacters seen(text);
  static constexpr std::initializer_list<View> kEditors = {
      U"责任编辑", U"本版编辑", U"本版责编", U"责编:",    U"美编:",   U"校对:",
      U"版式:",    U"本版校对", U"编辑:",    U"责编 ",    U"主编:",   U"版面编辑",
      U"组版:",    U"視覺設計", U"编辑/",    U"責任編輯", U"本版主编"};
  for (View words : kEditors) {
    if (seen.may_have(words) && has(text, words) && text.size() < 70) return "editor";
  }
  if (is_editors(text)) return "editor";
  static constexpr std::initializer_list<View> kImprint = {
      U"国内统一", U"邮发代号", U"ISSN", U"刊号",     U"新闻热线", U"订阅热线", U"广告热线",
      U"投稿邮箱", U"总第",     U"报料", U"发行热线", U"零售价",   U"社址"};
  for (View words : kImprint) {
    if (seen.may_have(words) && has(b, words) && text.size() < 80) return "telephone";
  }
  return "";
}

bool names_section_zh(View word) {
  static constexpr std::initializer_list<View> kSections = {
      U"要闻", U"国际", U"国内",     U"社会", U"体育", U"文化", U"经济", U"财经", U"民生", U"评论",
      U"视点", U"综合", U"地方",     U"副刊", U"健康", U"科技", U"教育", U"专题", U"广告", U"时事",
      U"生活", U"娱乐", U"地方新闻", U"法治", U"理论", U"读书", U"旅游", U"周刊", U"特刊", U"头版",
      U"生态", U"园区", U"时政",     U"产业", U"金融", U"三农", U"文旅"};
  return std::find(kSections.begin(), kSections.end(), word) != kSections.end();
}

bool names_paper_zh(View text) {
  if (text.size() < 4 || text.size() > 8 || !std::all_of(text.begin(), text.end(), is_hanzi)) return false;
  static constexpr std::initializer_list<View> kNotPapers = {U"及时报", U"随时报", U"按时报", U"准时报",
                                                             U"每日报", U"逐日报", U"当日报"};
  for (View words : kNotPapers) {
    if (text.ends_with(words)) return false;
  }
  static constexpr std::initializer_list<View> kPapers = {U"日报", U"晚报", U"时报", U"周报",
                                                          U"早报", U"商报", U"快报", U"晨报",
                                                          U"导报", U"日報", U"時報", U"晚報"};
  for (View end : kPapers) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

constexpr std::initializer_list<View> kContacts = {U"电话", U"邮箱", U"传真", U"热线"};

bool is_contact_zh(View text) {
  size_t plain = 0;
  for (char32_t c : text) plain += c < 0x80;
  if (text.size() > 80 || plain * 2 < text.size()) return false;
  return has(text, U"@") ||
         std::any_of(kContacts.begin(), kContacts.end(), [&](View word) { return has(text, word); });
}

bool is_bare_contact_zh(View text) {
  const View word = text.substr(0, text.find(':'));
  const View behind = text.substr(std::min(text.size(), word.size() + 1));
  return !behind.empty() && std::find(kContacts.begin(), kContacts.end(), word) != kContacts.end() &&
         std::all_of(behind.begin(), behind.end(), [](char32_t c) { return c < 0x80; });
}

}  // namespace broadsheet
