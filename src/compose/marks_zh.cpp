#include "compose/marks_zh.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "compose/names.h"
#include "text/fold.h"
#include "text/folded_view.h"

namespace broadsheet {

namespace {

using View = std::u32string_view;

bool is_closing(char32_t c) {
  return c == 0x201D || c == 0x2019 || c == ')' || c == U'」' || c == U'』' || c == U'》' || c == U'】' ||
         c == ']' || c == U'〉' || c == '"';
}

bool is_stop(char32_t c) {
  return c == U'。' || c == '!' || c == '?' || c == 0x2026 || c == U'．';
}

size_t count_hanzi(View text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char32_t c) { return is_hanzi(c); }));
}

constexpr std::array<View, 19> kRoleWords = {
    U"本报记者", U"本刊记者", U"本网记者", U"特约通讯员", U"特约记者", U"见习记者",   U"实习记者",
    U"特派记者", U"首席记者", U"记者",     U"通讯员",     U"实习生",   U"特约撰稿人", U"撰稿",
    U"编译",     U"实习编辑", U"整理",     U"综合报道",   U"报道组"};

// Other words that do, or say what they did.
constexpr std::initializer_list<View> kForms = {U"文/图", U"图/文", U"/报道", U"/报导",
                                                U"/文",   U"文/",   U"作者"};

// Behind 记者 they make the title of a column, not a name: 记者手记.
constexpr std::array<View, 8> kNoNames = {U"手记", U"观察", U"调查", U"札记",
                                          U"述评", U"点评", U"见闻", U"来信"};

constexpr size_t kLongestCaption = 120;  // characters of a picture's text with its source behind it
constexpr size_t kBriefNote = 40;  // characters of a line that is no sentence and has its writer behind it

// Four hanzi are a name where the family's has two of them.
bool has_double_name(View word) {
  static constexpr View kDouble = U"欧阳 司马 上官 诸葛 司徒 慕容 东方 皇甫 尉迟 令狐 端木 夏侯 公孙 闻人";
  return has(word, U"·") || has(kDouble, word.substr(0, 2));
}

// Does it begin with a word that says what its people do: 本报记者, 通讯员?
bool begins_role(View text) {
  return std::any_of(kRoleWords.begin(), kRoleWords.end(), [&](View word) { return begins(text, word); });
}

// Where the agency begins behind a photographer's 摄 at the end of the text: 林知远摄(望川视觉); else the
// text's size.
size_t before_agency(View text) {
  const size_t open = text.rfind('(');
  const bool agency = !text.empty() && text.back() == ')' && open != View::npos && open > 2 &&
                      text.size() - open <= 8 && text[open - 1] == U'摄';
  return agency ? open : text.size();
}

bool is_bullet(char32_t c) {
  return (c >= 0x25A0 && c <= 0x25FF) || c == 0x2605 || c == 0x2606 || c == 0x25CF || c == 0x2022 ||
         c == 0x00B7 || c == 0x2666 || c == 0x2756;
}

}  // namespace

bool is_name_zh(View text) {
  text = trim(text);
  if (text.empty()) return false;
  const bool foreign = has(text, U"·");
  size_t hanzi = 0;
  for (char32_t c : text) {
    if (c == ' ' || c == U'·') continue;
    if (!is_hanzi(c)) return false;
    ++hanzi;
  }
  if (foreign) return hanzi >= 3 && hanzi <= 16;
  return hanzi >= 2 && hanzi <= 4;
}

bool ends_sentence_zh(View text) {
  text = trim(text);
  size_t n = text.size();
  while (n > 0 && is_closing(text[n - 1])) --n;
  if (n > 0 && n < text.size() && text[n - 1] == ' ') --n;  // OCR: "! ”"
  return n > 0 && is_stop(text[n - 1]);
}

bool ends_paragraph_zh(View text) {
  text = trim(text);
  if (text.empty()) return true;
  if (ends_sentence_zh(text)) return true;
  return text.back() == ')' || text.back() == ':';
}

bool is_credit_zh(View text) {
  text = trim(text);
  if (text.empty() || text.size() > 40 || has(text, U"。")) return false;
  if (text.front() == '(' && text.back() == ')') text = trim(text.substr(1, text.size() - 2));
  if (text.empty()) return false;
  text = text.substr(0, before_agency(text));
  if (begins(text, U"图片来源") || begins(text, U"图片由") || begins(text, U"图/") || begins(text, U"图:") ||
      begins(text, U"图据") || begins(text, U"摄影:") || begins(text, U"摄影/") || begins(text, U"供图:") ||
      begins(text, U"制图:") || text == U"资料图片" || text == U"资料图" || begins(text, U"圖片來源")) {
    return true;
  }
  if (text.size() > 30 || has(text, U"文/图") || has(text, U"图/文")) return false;
  static constexpr std::initializer_list<View> kTails = {
      U"摄", U"摄影", U"供图", U"/图", U"资料图片", U"摄影报道", U"攝", U"制图", U"发)", U"(影像中国)"};
  for (View tail : kTails) {
    if (!ends(text, tail) || count_hanzi(text) > 18 || has(text, U",")) continue;
    if (tail != View(U"摄") && tail != View(U"摄影") && tail != View(U"攝")) return true;
    // Before 摄 there is a name, with the photographer's office perhaps.
    std::u32string who(text.substr(0, text.size() - tail.size()));
    for (View word : kRoleWords) {
      const size_t at = who.find(word);
      if (at != std::u32string::npos) who.replace(at, word.size(), U" ");
    }
    std::u32string name;
    for (char32_t c : who) {
      if (c != ' ' && c != '/' && c != ':' && !is_bullet(c)) name.push_back(c);
    }
    if (is_name_zh(name)) return true;
    // Two of them, parted by a blank.
    const size_t gap = trim(who).find(U' ');
    if (gap != View::npos && is_name_zh(trim(who).substr(0, gap)) && name.size() <= 8) return true;
  }
  return false;
}

bool names_end_in_role_zh(View text) {
  text = trim(text);
  return std::any_of(kRoleWords.begin(), kRoleWords.end(), [&](View word) { return ends(text, word); });
}

bool is_byline_zh(View text) {
  text = trim(text);
  if (text.empty() || text.size() > 60 || has(text, U"。") || is_credit_zh(text)) return false;
  if (text.front() == '(' && text.back() == ')') text = trim(text.substr(1, text.size() - 2));
  bool bullet = false;
  while (!text.empty() && (is_bullet(text.front()) || text.front() == ' ')) {
    bullet = bullet || is_bullet(text.front());
    text.remove_prefix(1);
  }
  // What OCR reads for a mark: "口 本报记者 …".
  const size_t gap = text.find(' ');
  const View behind = gap <= 2 ? trim(text.substr(gap)) : View();
  if (begins_role(behind)) text = behind;
  // 本报驻河口记者林知远: the post stands between paper and name.
  if (begins(text, U"本报驻") && text.size() <= 20 && !has(text, U",")) {
    const size_t post = text.find(U"记者");
    const View name = post == View::npos ? View() : trim(text.substr(post + 2));
    if (post != View::npos && post > 3 && !name.empty() && is_family_name_zh(name[0]))
      text = text.substr(post);
  }
  text = without_place_zh(text);
  // Most texts have none of the words that say so.
  const SeenCharacters seen(text);
  const auto may_have = [&](View words) { return seen.may_have(words); };
  if (!bullet && std::none_of(kRoleWords.begin(), kRoleWords.end(), may_have) &&
      std::none_of(kForms.begin(), kForms.end(), may_have))
    return false;
  // What is left after role words and punctuation must be names.
  std::u32string rest(text);
  bool role = false;
  for (View word : kRoleWords) {
    for (size_t at = rest.find(word); at != std::u32string::npos; at = rest.find(word)) {
      rest.replace(at, word.size(), U" ");
      role = true;
    }
  }
  for (View word : kForms) {
    const size_t at = rest.find(word);
    if (at != std::u32string::npos) {
      rest.replace(at, word.size(), U" ");
      role = true;
    }
  }
  if (!role && !bullet) return false;
  // 近日,记者回访看到: clauses are no names.
  const bool clauses = has(rest, U",") && !begins_role(text);
  size_t names = 0;
  size_t from = 0;
  while (from < rest.size()) {
    if (rest[from] == ' ' || rest[from] == ':' || rest[from] == U'、' || rest[from] == '/' ||
        rest[from] == ',') {
      ++from;
      continue;
    }
    size_t to = from;
    while (to < rest.size() && rest[to] != ' ' && rest[to] != U'、' && rest[to] != ',' && rest[to] != ':' &&
           rest[to] != '/')
      ++to;
    const View word = View(rest).substr(from, to - from);
    const bool single = word.size() == 1 && is_hanzi(word[0]);  // 陈 鹏
    if (!single && (!is_name_zh(word) || (clauses && !is_family_name_zh(word[0])))) return false;
    if (std::find(kNoNames.begin(), kNoNames.end(), word) != kNoNames.end()) return false;
    if (!role && word.size() == 4 && !has_double_name(word)) return false;  // ■ 关注春耕: a section
    ++names;
    from = to;
  }
  return names >= 1 && names <= 14;
}

size_t picture_source_zh(View text) {
  constexpr size_t kLongestSource = 26;
  if (text.size() > kLongestCaption + kLongestSource) return View::npos;
  if (std::none_of(text.begin(), text.end(), [](char32_t c) { return c == U'图' || c == U'圖'; }))
    return View::npos;
  static constexpr std::initializer_list<View> kSources = {U"图片来源:", U"图片来源 ", U"图/", U"圖片來源:"};
  for (View word : kSources) {
    const size_t at = text.rfind(word);
    if (at == View::npos || at < 8 || at > kLongestCaption || text.size() - at > kLongestSource) continue;
    if ((text[at - 1] == ' ' || is_stop(text[at - 1])) && is_credit_zh(text.substr(at)))
      return text[at - 1] == ' ' ? at - 1 : at;
  }
  return View::npos;
}

size_t picture_credit_zh(View text) {
  size_t n = text.size();
  while (n > 0 && text[n - 1] == ' ') --n;
  if (n < 20) return View::npos;
  const size_t end = n;
  if (text[n - 2] != U'摄') n = before_agency(text.substr(0, n));
  const bool bracket = text[n - 1] == ')';
  const char32_t last = bracket ? text[n - 2] : text[n - 1];
  if (last != U'摄' && last != U'攝' && !ends(text.substr(0, n), U"供图") &&
      !ends(text.substr(0, n), U"摄影报道)"))
    return View::npos;
  size_t from = View::npos;
  if (bracket) {
    from = text.rfind('(', n - 1);
  } else {
    // Behind the last full stop, or the last words that are names.
    size_t stop = n - 1;
    while (stop > 0 && !is_stop(text[stop]) && n - stop < 26) --stop;
    if (is_stop(text[stop])) {
      from = stop + 1;
      while (from < n && is_closing(text[from])) ++from;
    } else {
      from = text.rfind(' ', n - 1);
    }
  }
  if (from == View::npos || n - from > 26 || from < 15) return View::npos;
  const View credit = text.substr(from, end - from);
  for (char32_t c : credit) {
    if (!is_hanzi(c) && c != ' ' && c != '/' && c != '(' && c != ')' && c != U'·') return View::npos;
  }
  while (from > 0 && text[from - 1] == ' ') --from;
  return from;
}

bool is_closing_note_zh(View text) {
  text = trim(text);
  if (text.size() < 5 || text.size() > 90 || text.front() != '(' || text.back() != ')') return false;
  const View inside = text.substr(1, text.size() - 2);
  if (inside.find('(') != View::npos && inside.find(')') < inside.find('(')) return false;
  static constexpr std::initializer_list<View> kNotes = {
      U"电",   U"讯", U"作者", U"摘编", U"原载", U"原题", U"参与采写", U"整理", U"编译",
      U"执笔", U"据", U"报道", U"来源", U"单位", U"为",   U"结束",     U"待续"};
  for (View word : kNotes) {
    if (has(inside, word)) return true;
  }
  return false;
}

bool is_writer_zh(View text) {
  text = trim(text);
  if (text.size() != 4 || text.back() != U'文' || !is_family_name_zh(text[0])) return false;
  // 殷 雷文, 张佳莹文: a name of three is not set wide, one of four is rare.
  return (text[1] == ' ' || is_hanzi(text[1])) && is_hanzi(text[2]);
}

bool is_names_zh(View text) {
  text = trim(text);
  const bool bracket = text.size() > 2 && text.front() == '(' && text.back() == ')';
  if (bracket) text = trim(text.substr(1, text.size() - 2));
  size_t names = 0;
  size_t from = 0;
  while (from < text.size()) {
    size_t to = from;
    while (to < text.size() && text[to] != ' ' && text[to] != U'、') ++to;
    if (to > from) {
      const View word = text.substr(from, to - from);
      if (word.size() < 2 || word.size() > 3 || !is_name_zh(word) ||
          (!bracket && !is_family_name_zh(word[0])))
        return false;
      ++names;
    }
    from = to + 1;
  }
  return names >= 1 && names <= 4;
}

bool is_placed_name_zh(View text) {
  text = trim(text);
  const size_t n = text.size();
  if (n < 6 || n > 30 || text[n - 2] != ' ' || text[n - 4] != ' ') return false;
  return is_hanzi(text[n - 1]) && is_hanzi(text[n - 3]) && text.find_first_of(U",。;:?!()") == View::npos &&
         text.find(' ') == n - 4;
}

bool is_signature_zh(View text) {
  text = trim(text);
  if (is_names_zh(text) || is_placed_name_zh(text)) return true;
  // 张佳莹文 (雷文 杨秀)
  const size_t open = text.rfind('(');
  return open != View::npos && open > 0 && text.back() == ')' && is_writer_zh(text.substr(0, open)) &&
         is_names_zh(text.substr(open));
}

bool is_office_zh(View text) {
  text = trim(text);
  const size_t colon = text.find(':');
  if (colon == View::npos || colon < 2 || colon > 6 || text.size() - colon > 14) return false;
  return is_names_zh(text.substr(colon + 1));
}

// Whence a story has its figures: a note below it that no full stop ends.
static bool tells_data(View text) {
  return begins(text, U"数据来源") || begins(text, U"资料来源");
}

size_t signature_zh(View text) {
  size_t n = text.size();
  while (n > 0 && text[n - 1] == ' ') --n;
  if (n < 8) return View::npos;
  if (text[n - 1] == ')') {
    const size_t open = text.rfind('(', n - 1);
    if (open == View::npos || open == 0 || n - open > 40) return View::npos;
    size_t before = open;
    while (before > 0 && text[before - 1] == ' ') --before;
    const bool by_whom = before > 2 && before < 9 && (text[before - 1] == U'文' || text[before - 1] == U'摄');
    const bool brief =
        (before < kBriefNote || tells_data(text)) && is_names_zh(text.substr(open + 1, n - open - 2));
    if (before == 0 ||
        !(ends_sentence_zh(text.substr(0, before)) || text[before - 1] == ')' || by_whom || brief)) {
      return View::npos;
    }
    const View inside = text.substr(open + 1, n - open - 2);
    if (is_credit_zh(inside) || inside == U"影像中国" || inside == U"人民视觉" || inside.size() < 2)
      return View::npos;
    if (is_byline_zh(inside)) return before;
    // (孙远 夏雨): names parted by blanks or 、.
    size_t from = 0;
    size_t names = 0;
    while (from < inside.size()) {
      size_t to = from;
      while (to < inside.size() && inside[to] != ' ' && inside[to] != U'、' && inside[to] != ',') ++to;
      if (to > from) {
        const View word = inside.substr(from, to - from);
        if (!is_name_zh(word) && !(word.size() == 1 && is_hanzi(word[0]))) return View::npos;
        ++names;
      }
      from = to + 1;
    }
    return names > 0 && names <= 6 ? before : View::npos;
  }
  // "…。 张三 李四": at most four names behind the last full stop, with a blank before.
  // Without a full stop, a blank and family names must do.
  const size_t gap = text.rfind(U' ', n - 1);
  if (gap != View::npos && gap > 8 && n - gap <= 4 && is_family_name_zh(text[gap + 1]) &&
      is_name_zh(text.substr(gap + 1, n - gap - 1))) {
    size_t from = gap;
    for (;;) {
      const size_t earlier = from > 0 ? text.rfind(U' ', from - 1) : View::npos;
      if (earlier == View::npos || from - earlier > 4 || from - earlier < 3 ||
          !is_family_name_zh(text[earlier + 1]) ||
          !is_name_zh(text.substr(earlier + 1, from - earlier - 1))) {
        break;
      }
      from = earlier;
    }
    size_t before = from;
    while (before > 0 && text[before - 1] == ' ') --before;
    if ((before > 30 || tells_data(text)) && text.substr(0, before).find(U' ') == View::npos &&
        !ends_sentence_zh(text.substr(0, before)) && is_hanzi(text[before - 1])) {
      return before;
    }
  }
  size_t stop = n;
  while (stop > 0 && !is_stop(text[stop - 1]) && !is_closing(text[stop - 1]) && n - stop < 40) --stop;
  if (stop == 0 || n - stop >= 40 || stop >= n) return View::npos;
  // On a line of its own below a note, which a tool read on.
  const bool below_note = is_family_name_zh(text[stop]) && is_closing_note_zh(text.substr(0, stop));
  if (text[stop] != ' ' && !below_note) return View::npos;
  if (!ends_sentence_zh(text.substr(0, stop)) && !is_closing_note_zh(text.substr(0, stop))) return View::npos;
  const View tail = trim(text.substr(stop, n - stop));
  if (is_byline_zh(tail)) return stop;
  size_t from = 0;
  size_t names = 0;
  while (from < tail.size()) {
    size_t to = from;
    while (to < tail.size() && tail[to] != ' ' && tail[to] != U'、') ++to;
    if (to > from) {
      const View word = tail.substr(from, to - from);
      if (!is_name_zh(word) && !(word.size() == 1 && is_hanzi(word[0]))) return View::npos;
      ++names;
    }
    from = to + 1;
  }
  return names > 0 && names <= 5 ? stop : View::npos;
}

int balance_zh(View text) {
  // “” () 《》「」『』: the code of what opens is even, and what closes it stands behind. No branch, as none
  // could foresee where marks stand.
  int depth = 0;
  for (const char32_t c : text) {
    const char32_t half = c / 2;
    const int mark = (half == U'(' / 2) | (half == U'“' / 2) | (half - U'《' / 2 < 3);
    depth += mark * (1 - 2 * static_cast<int>(c % 2));
  }
  return depth;
}

}  // namespace broadsheet
