// Reporters' names in Chinese bylines, leads and signatures.
#include <array>
#include <initializer_list>

#include "compose/marks_zh.h"
#include "compose/names.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

using View = std::u32string_view;

constexpr std::array<View, 21> kRoleNames = {
    U"本报特派记者", U"本报首席记者", U"本报见习记者", U"本报实习生", U"本报通讯员", U"本报记者", U"本刊记者",
    U"本网记者",     U"特约通讯员",   U"特约记者",     U"见习记者",   U"实习记者",   U"特派记者", U"首席记者",
    U"特约撰稿人",   U"记者",         U"通讯员",       U"实习生",     U"作者",       U"撰稿",     U"编译"};

bool parts(char32_t c) {
  return c == ' ' || c == U'、' || c == ',' || c == ':' || c == '/' || c == '(' || c == ')' || c == ';' ||
         c == '|';
}

// Reads names from `text` with the roles before them. Stops at the first word that is neither.
std::vector<Byline> read_names(View text) {
  text = without_place_zh(text);
  std::vector<Byline> names;
  std::string role;
  size_t i = 0;
  while (i < text.size()) {
    const char32_t c = text[i];
    if (parts(c) || (!is_hanzi(c) && c != U'·')) {
      ++i;
      continue;
    }
    bool matched = false;
    for (View word : kRoleNames) {
      if (text.substr(i, word.size()) == word) {
        role = to_utf8(word);
        i += word.size();
        matched = true;
        break;
      }
    }
    if (matched) continue;
    static constexpr std::initializer_list<View> kForms = {U"文/图", U"图/文", U"摄影报道", U"摄影", U"摄",
                                                           U"报道",  U"报导",  U"整理",     U"供图"};
    for (View word : kForms) {
      if (text.substr(i, word.size()) == word) {
        i += word.size();
        matched = true;
        break;
      }
    }
    if (matched) continue;
    size_t to = i;
    while (to < text.size() && (is_hanzi(text[to]) || text[to] == U'·')) {
      bool next_role = false;
      for (View word : kRoleNames) next_role = next_role || (to > i && text.substr(to, word.size()) == word);
      static constexpr std::initializer_list<View> kThen = {U"摄", U"报道", U"报导", U"整理"};
      for (View word : kThen) {
        next_role = next_role || (to > i + 1 && text.substr(to, word.size()) == word);
      }
      for (View word : {View(U"文/图"), View(U"图/文")}) {
        next_role = next_role || (to > i + 1 && text.substr(to, word.size()) == word);
      }
      if (next_role) break;
      ++to;
    }
    View name = text.substr(i, to - i);
    std::u32string joined(name);
    if (name.size() == 1 && to + 1 < text.size() && text[to] == ' ' && is_hanzi(text[to + 1])) {
      // A name of two hanzi set wide: 陈 鹏.
      size_t end = to + 1;
      while (end < text.size() && is_hanzi(text[end])) ++end;
      const bool post = text.substr(to + 1, 2) == U"记者" || text.substr(to + 1, 2) == U"本报";
      if (end - to - 1 <= 2 && !post) {
        joined += text.substr(to + 1, end - to - 1);
        to = end;
      }
    }
    while (joined.size() > 2 && (joined.back() == U'摄' || (joined.size() > 3 && joined.back() == U'文'))) {
      joined.pop_back();
    }
    const bool agency = joined == U"影像中国" || joined == U"人民视觉" || joined == U"视觉中国" ||
                        joined == U"新华社" || joined == U"人民图片" || joined == U"文图" ||
                        joined == U"图片";
    if (is_name_zh(joined) && !agency) names.push_back({to_utf8(joined), role, {}});
    i = to;
  }
  return names;
}

}  // namespace

bool is_family_name_zh(char32_t c) {
  static constexpr View kNames =
      U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
      U"卢姚沈钟姜崔"
      U"谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛阎闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易"
      U"乔赖文管"
      U"温柳施仇桂单喻葛宁关尚申牛倪岳詹欧殷季翟成樊祝霍左焦包耿路盛庄霞舒柯阮纪梅童凌毕裴涂游洪楼窦翁邢俞骆"
      U"卓苗辛阚符尤农兰鲍冀牟敖甘车项祁屈应佟艾鲁解臧庞聂晏司冉卞褚柴班丘麦闵仲蔺蒲谷闻楚晁巩边路代师匡简芦"
      U"宫"
      U"诸尉房裘缪宗丰宣郁杭吉包";
  return kNames.find(c) != View::npos;
}

std::vector<Byline> names_zh(View text, bool whole_line) {
  if (whole_line) return read_names(text);
  // In a lead: "本报讯 (记者 张三 李四)近日…", "本报北京5月1日电 (记者张三)".
  size_t open = text.substr(0, 40).find('(');
  char32_t closing = ')';
  if (!text.empty() && (text[0] == U'【' || text[0] == '[' || text[0] == U'〔')) {
    // 【记者林知远/台北报导】
    const size_t end = text.substr(0, 40).find_first_of(U"】]〕");
    if (end != View::npos && text.substr(0, end).find(U"记者") != View::npos) {
      open = 0;
      closing = text[end];
    }
  }
  if (open == View::npos || !is_lead_zh(text)) return {};
  const size_t close = text.find(closing, open);
  if (close == View::npos || close - open > 60) return {};
  const View inside = text.substr(open + 1, close - open - 1);
  if (inside.find(U'。') != View::npos) return {};
  bool role = false;
  for (View word : kRoleNames) role = role || inside.find(word) != View::npos;
  if (!role && !is_name_zh(inside)) {
    // "(方新军 林知远)": only names.
    size_t from = 0;
    while (from < inside.size()) {
      size_t to = inside.find(' ', from);
      if (to == View::npos) to = inside.size();
      if (to > from && !is_name_zh(inside.substr(from, to - from))) return {};
      from = to + 1;
    }
  }
  return read_names(inside);
}

}  // namespace broadsheet
