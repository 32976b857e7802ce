#include "compose/masthead.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

using View = std::u32string_view;

// Words of a line: what blanks part, marks at their ends taken off.
std::vector<std::u32string> words_of(const std::string& line) {
  std::vector<std::u32string> words;
  std::u32string word;
  const auto finish = [&] {
    while (!word.empty() && View(U".,;:·|—-").find(word.back()) != View::npos) word.pop_back();
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (char32_t raw : to_utf32(line)) {
    const char32_t c = fold_char(raw);
    if (is_space(c)) {
      finish();
    } else {
      word.push_back(c);
    }
  }
  finish();
  return words;
}

std::u32string lower(View word) {
  std::u32string out(word);
  for (char32_t& c : out) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return out;
}

int chinese_digit(char32_t c) {
  static constexpr View kDigits = U"〇一二三四五六七八九";
  if (is_digit(c)) return static_cast<int>(c - '0');
  if (c == U'零' || c == U'○') return 0;
  const size_t at = kDigits.find(c);
  return at == View::npos ? -1 : static_cast<int>(at);
}

// 7, 12, 十二, 二十, 二〇三一; -1 where it is no number.
int chinese_number(View text) {
  if (text.empty() || text.size() > 4) return -1;
  const size_t ten = text.find(U'十');
  if (ten != View::npos) {
    const int tens = ten == 0 ? 1 : chinese_digit(text[0]);
    const int ones = ten + 1 == text.size() ? 0 : chinese_digit(text[ten + 1]);
    return tens < 0 || ones < 0 || text.size() > 3 ? -1 : tens * 10 + ones;
  }
  int value = 0;
  for (char32_t c : text) {
    const int digit = chinese_digit(c);
    if (digit < 0) return -1;
    value = value * 10 + digit;
  }
  return value;
}

std::string iso(int year, int month, int day) {
  if (year < 1500 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return "";
  const auto two = [](int value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
  return std::to_string(year) + two(month) + two(day);
}

// The number that stands right before `at`.
int number_before(View line, size_t at) {
  size_t begin = at;
  while (begin > 0 && at - begin < 4 && (chinese_digit(line[begin - 1]) >= 0 || line[begin - 1] == U'十'))
    --begin;
  return chinese_number(line.substr(begin, at - begin));
}

int month_of(const std::u32string& word) {
  static constexpr std::array<View, 12> kMonths = {U"jan", U"feb", U"mar", U"apr", U"may", U"jun",
                                                   U"jul", U"aug", U"sep", U"oct", U"nov", U"dec"};
  const std::u32string small = lower(word);
  if (small.size() < 3) return 0;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (small.substr(0, 3) == kMonths[i] &&
        std::all_of(small.begin(), small.end(), [](char32_t c) { return is_latin(c) || c == '.'; }))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

int latin_number(const std::u32string& word) {
  int value = 0;
  size_t digits = 0;
  for (char32_t c : word) {
    if (!is_digit(c)) break;
    value = value * 10 + static_cast<int>(c - '0');
    if (++digits > 4) return -1;
  }
  const std::u32string tail = lower(View(word).substr(digits));
  if (digits == 0 || !(tail.empty() || tail == U"st" || tail == U"nd" || tail == U"rd" || tail == U"th"))
    return -1;
  return value;
}

bool is_paper_word(const std::u32string& word) {
  static constexpr std::array<View, 30> kPapers = {
      U"gazette",     U"times",    U"daily",     U"news",      U"herald",   U"post",
      U"tribune",     U"journal",  U"chronicle", U"courier",   U"observer", U"star",
      U"mail",        U"mercury",  U"express",   U"telegraph", U"examiner", U"bulletin",
      U"dispatch",    U"guardian", U"record",    U"register",  U"review",   U"weekly",
      U"independent", U"leader",   U"argus",     U"echo",      U"sentinel", U"advertiser"};
  return std::find(kPapers.begin(), kPapers.end(), lower(word)) != kPapers.end();
}

bool is_chinese_paper(const std::u32string& word) {
  if (word.size() < 3 || word.size() > 12 || !std::all_of(word.begin(), word.end(), is_hanzi)) return false;
  static constexpr std::initializer_list<View> kEnds = {U"报",   U"報",   U"周刊", U"週刊",
                                                        U"新闻", U"新聞", U"时讯"};
  for (View end : kEnds) {
    if (View(word).ends_with(end)) return View(word) != U"本报" && !View(word).starts_with(U"本报");
  }
  return false;
}

// The name of a paper among the words of a line; empty where there is none.
std::string title_in(const std::vector<std::u32string>& words) {
  for (const std::u32string& word : words) {
    if (is_chinese_paper(word)) return to_utf8(word);
  }
  // "4 THE RAVENSEY COURIER Monday, …": a run of capitalised words that ends with or holds a paper's word.
  for (size_t i = 0; i < words.size(); ++i) {
    if (!is_paper_word(words[i])) continue;
    const auto capital = [&](size_t k) {
      return !words[k].empty() && words[k][0] >= 'A' && words[k][0] <= 'Z';
    };
    size_t begin = i;
    while (begin > 0 && i - begin < 4 && capital(begin - 1)) --begin;
    if (!capital(i) || (begin == i && i + 1 < words.size())) continue;
    std::u32string name;
    for (size_t k = begin; k <= i; ++k) name += (k > begin ? U" " : U"") + words[k];
    return to_utf8(name);
  }
  return "";
}

int page_in(const std::vector<std::u32string>& words, bool folio) {
  for (size_t i = 0; i < words.size(); ++i) {
    const std::u32string& word = words[i];
    if (word.size() >= 2 && word.size() <= 6 && word.back() == U'版') {
      size_t begin = word[0] == U'第' ? 1 : 0;
      if (begin < word.size() && is_latin(word[begin])) ++begin;
      const int number = chinese_number(View(word).substr(begin, word.size() - 1 - begin));
      if (number > 0) return number;
    }
    if (lower(word) == U"page" && i + 1 < words.size() && latin_number(words[i + 1]) > 0)
      return latin_number(words[i + 1]);
  }
  // "A04 要闻 2031年2月4日"
  const View front = words.front();
  if (front.size() >= 2 && front.size() <= 3 && front[0] >= 'A' && front[0] <= 'D' &&
      latin_number(std::u32string(front.substr(1))) > 0)
    return latin_number(std::u32string(front.substr(1)));
  // A number alone, or at the edge of a line that names paper or date.
  if (words.size() == 1 || folio) {
    for (const std::u32string* word : {&words.front(), &words.back()}) {
      const int number = latin_number(*word);
      if (number > 0 && number < 400) return number;
    }
  }
  return 0;
}

}  // namespace

std::string date_in(View raw) {
  std::u32string line;
  for (char32_t c : raw) line.push_back(fold_char(c));
  const size_t year = line.find(U'年');
  if (year != View::npos) {
    const size_t month = line.find(U'月', year);
    const size_t day = month == View::npos ? View::npos : line.find(U'日', month);
    if (day != View::npos && month - year <= 5 && day - month <= 5) {
      return iso(number_before(line, year), number_before(line, month), number_before(line, day));
    }
  }
  const std::vector<std::u32string> words = words_of(to_utf8(line));
  for (size_t i = 0; i < words.size(); ++i) {
    const int month = month_of(words[i]);
    if (month > 0 && i + 2 < words.size() && latin_number(words[i + 2]) > 1500) {
      return iso(latin_number(words[i + 2]), month, latin_number(words[i + 1]));
    }
    if (month > 0 && i > 0 && i + 1 < words.size() && latin_number(words[i + 1]) > 1500) {
      return iso(latin_number(words[i + 1]), month, latin_number(words[i - 1]));
    }
    const std::u32string& word = words[i];
    if (word.size() == 10 && (word[4] == '-' || word[4] == '/') && word[4] == word[7]) {
      return iso(latin_number(word.substr(0, 4)), latin_number(word.substr(5, 2)),
                 latin_number(word.substr(8, 2)));
    }
  }
  return "";
}

Masthead read_masthead(const Page& page) {
  Masthead mast;
  for (const Furniture& item : page.furniture) {
    if (item.text.size() > 200 || item.kind == "jump") continue;
    const std::vector<std::u32string> words = words_of(item.text);
    if (words.empty()) continue;
    const std::string date = date_in(to_utf32(item.text));
    if (item.kind == "editor" && date.empty()) continue;  // but for "2031年2月4日 责编:罗望"
    const std::string title = words.size() <= 14 ? title_in(words) : "";
    // An advertisement may name a paper or a day; a line with nothing else in it is a masthead all the same.
    const bool sure = item.kind != "advertisement" || words.size() <= 5;
    if (!sure) continue;
    if (mast.title.empty()) mast.title = title;
    if (mast.date.empty()) mast.date = date;
    const bool folio = item.kind == "folio" || !title.empty() || !date.empty();
    const bool told = item.kind != "advertisement" && item.kind != "other";  // "老船坞的新生意 2版"
    if (mast.page == 0 && told) mast.page = page_in(words, folio && date.empty());
    if (mast.page == 0 && !title.empty()) mast.page = page_in({words.front()}, false);
  }
  return mast;
}

}  // namespace broadsheet
