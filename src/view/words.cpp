#include "view/words.h"

#include <cstdio>
#include <cstdlib>

namespace broadsheet::view {

namespace {

constexpr Words kChinese{.tag = "zh-Hans",
                         .product = "对开",
                         .nav = "版面",
                         .front = "头版",
                         .contents = "目录",
                         .source = "原文",
                         .find = "查找",
                         .find_hint = "搜索本版 {} 篇",
                         .text = "文字",
                         .share = "分享",
                         .more = "更多",
                         .help = "帮助",
                         .open = "打开",
                         .back = "返回",
                         .close = "关闭",
                         .cite = "引用",
                         .copy = "复制",
                         .copy_link = "复制链接",
                         .copied = "已复制",
                         .link_copied = "链接已复制",
                         .cited = "已按引文复制",
                         .print = "打印",
                         .article_count = "{} 篇",
                         .photo_count = "{} 图",
                         .minutes = "约 {} 分钟",
                         .characters = "{} 字",
                         .words_count = "{} 词",
                         .page_n = "第 {} 版",
                         .untitled_photo = "图片新闻",
                         .brief = "简讯",
                         .untitled = "无题",
                         .read_on = "全文",
                         .colophon = "原文 {} · {} 字节 · 修复 {} 处",
                         .bytes_n = "{} 字节",
                         .jump_to = "下接：{}",
                         .previous = "上一篇",
                         .next = "下一篇",
                         .columns = "分栏",
                         .marks = "接合标记",
                         .calm = "专注",
                         .size = "字号",
                         .smaller = "缩小",
                         .larger = "放大",
                         .theme = "明暗",
                         .system = "跟随系统",
                         .day = "日间",
                         .night = "夜间",
                         .contrast = "高对比",
                         .progress = "已读 {} %",
                         .join = "接合",
                         .move = "移动",
                         .split = "拆分",
                         .duplicate = "重复",
                         .caption = "取出图片说明",
                         .furniture = "版面文字",
                         .hyphen = "去连字符",
                         .letter = "改错认字",
                         .why = "依据",
                         .see_source = "看原文",
                         .sure = "把握 {} %",
                         .source_title = "原文对照",
                         .result = "结果",
                         .repairs = "修复",
                         .least_first = "最不确定在前",
                         .no_repairs = "这一版没有需要修复的地方。",
                         .no_source = "这份文件只带来了文章，没有带来原文。",
                         .as_it_came = "照录的原文",
                         .furniture_label = "版面文字",
                         .duplicate_label = "重复",
                         .unplaced_label = "未归篇",
                         .no_match = "没有找到“{}”。",
                         .matches = "{} 处，{} 篇",
                         .suggest = "也许要找",
                         .all_kinds = "全部",
                         .stories = "文章",
                         .photos = "图片",
                         .briefs = "简讯",
                         .open_title = "把一版报纸拖到这里",
                         .open_lead = "放下扫描、识别或导出的版面文字，读到一篇篇完整的文章。",
                         .open_button = "打开文件",
                         .open_hint = "也可以直接粘贴文字 · 按 O 打开 · 什么都不会离开这台机器",
                         .nothing_lost = "原文的每一个字都在结果里的一处，只在一处。",
                         .no_such_address = "没有这个地址：{}。这里是头版。",
                         .empty_file = "{}：文件是空的。请选一个有文字的版面文件。",
                         .still_open = "先前打开的仍在。",
                         .nothing_found_in = "{}：没有认出文章。它的文字在“原文”里一字不少。",
                         .help_title = "按键",
                         .keys_read = "阅读",
                         .keys_go = "走动",
                         .keys_find = "查找与选取",
                         .keys_source = "原文对照"};

constexpr Words kEnglish{
    .tag = "en",
    .product = "Broadsheet",
    .nav = "Sections",
    .front = "Front page",
    .contents = "Contents",
    .source = "Source",
    .find = "Find",
    .find_hint = "Search {} stor[y|ies]",
    .text = "Text",
    .share = "Share",
    .more = "More",
    .help = "Help",
    .open = "Open",
    .back = "Back",
    .close = "Close",
    .cite = "Quote",
    .copy = "Copy",
    .copy_link = "Copy link",
    .copied = "Copied",
    .link_copied = "Link copied",
    .cited = "Copied as a quotation",
    .print = "Print",
    .article_count = "{} stor[y|ies]",
    .photo_count = "{} picture[|s]",
    .minutes = "{} min read",
    .characters = "{} character[|s]",
    .words_count = "{} word[|s]",
    .page_n = "Page {}",
    .untitled_photo = "Picture news",
    .brief = "In brief",
    .untitled = "Untitled",
    .read_on = "Read on",
    .colophon = "Source {} · {} byte[|s] · {} repair[|s]",
    .bytes_n = "{} byte[|s]",
    .jump_to = "Continued: {}",
    .previous = "Previous",
    .next = "Next",
    .columns = "Columns",
    .marks = "Join marks",
    .calm = "Calm",
    .size = "Text size",
    .smaller = "Smaller",
    .larger = "Larger",
    .theme = "Light",
    .system = "System",
    .day = "Day",
    .night = "Night",
    .contrast = "Contrast",
    .progress = "{} % read",
    .join = "Joined",
    .move = "Moved",
    .split = "Split",
    .duplicate = "Said twice",
    .caption = "Caption taken out",
    .furniture = "Page furniture",
    .hyphen = "Hyphen removed",
    .letter = "Character set right",
    .why = "Evidence",
    .see_source = "See the source",
    .sure = "{} % sure",
    .source_title = "Source beside result",
    .result = "Result",
    .repairs = "Repairs",
    .least_first = "least certain first",
    .no_repairs = "Nothing on this page needed mending.",
    .no_source = "This file brought the articles and not their source.",
    .as_it_came = "The text as it came",
    .furniture_label = "furniture",
    .duplicate_label = "said twice",
    .unplaced_label = "not placed",
    .no_match = "Nothing found for “{}”.",
    .matches = "{} place[|s] in {} stor[y|ies]",
    .suggest = "Perhaps you meant",
    .all_kinds = "All",
    .stories = "Stories",
    .photos = "Pictures",
    .briefs = "Briefs",
    .open_title = "Drop a newspaper page here",
    .open_lead =
        "Put down the text of a scanned, recognised or exported page and read its articles, whole again.",
    .open_button = "Open files",
    .open_hint = "Or paste the text · O opens · nothing leaves this machine",
    .nothing_lost = "Every character of the source stands in one place of the result, and only one.",
    .no_such_address = "There is no {} here. This is the front page.",
    .empty_file = "{}: the file is empty. Choose a page file that holds text.",
    .still_open = "What was open stays open.",
    .nothing_found_in = "{}: no article was recognised. Its text is under Source, every character of it.",
    .help_title = "Keys",
    .keys_read = "Reading",
    .keys_go = "Getting about",
    .keys_find = "Finding and selecting",
    .keys_source = "Source beside result"};

}  // namespace

const Words& words_of(bool chinese) {
  return chinese ? kChinese : kEnglish;
}

std::string fill(const char* pattern, std::string_view a, std::string_view b, std::string_view c) {
  std::string out;
  int turn = 0;
  std::string_view value;
  for (const char* p = pattern; *p; ++p) {
    if (p[0] == '{' && p[1] == '}') {
      value = turn == 0 ? a : turn == 1 ? b : c;
      out += value;
      ++turn;
      ++p;
    } else if (*p == '[') {
      bool wanted = value == "1";
      for (++p; *p && *p != ']'; ++p) {
        if (*p == '|')
          wanted = !wanted;
        else if (wanted)
          out += *p;
      }
      if (!*p) break;
    } else {
      out += *p;
    }
  }
  return out;
}

std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number), out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

std::string date_line(std::string_view iso, bool chinese, bool weekday) {
  const auto number = [&](size_t from, size_t length) {
    int value = 0;
    for (size_t i = from; i < from + length; ++i) {
      if (iso[i] < '0' || iso[i] > '9') return -1;
      value = value * 10 + iso[i] - '0';
    }
    return value;
  };
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::string(iso);
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return std::string(iso);
  static const int kShift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};  // Sakamoto's weekday
  int y = month < 3 ? year - 1 : year;
  int week = (y + y / 4 - y / 100 + y / 400 + kShift[month - 1] + day) % 7;
  static const char* kWeekZh[] = {"日", "一", "二", "三", "四", "五", "六"};
  static const char* kWeekEn[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                  "Thursday", "Friday", "Saturday"};
  static const char* kMonth[] = {"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};
  if (chinese) {
    std::string out = std::to_string(year) + "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
    if (weekday) out += std::string(" 星期") + kWeekZh[week];
    return out;
  }
  std::string out = weekday ? std::string(kWeekEn[week]) + ", " : std::string();
  return out + std::to_string(day) + " " + kMonth[month - 1] + " " + std::to_string(year);
}

const char* name_of(RepairKind kind, const Words& words) {
  switch (kind) {
    case RepairKind::kJoin:
      return words.join;
    case RepairKind::kMove:
      return words.move;
    case RepairKind::kSplit:
      return words.split;
    case RepairKind::kDuplicate:
      return words.duplicate;
    case RepairKind::kCaption:
      return words.caption;
    case RepairKind::kFurniture:
      return words.furniture;
    case RepairKind::kHyphen:
      return words.hyphen;
    case RepairKind::kLetter:
      return words.letter;
  }
  return words.join;
}

std::string why_of(const Repair& repair, const Words& words) {
  static const char* const kGrounds[kEvidenceCount] = {
      "",
      "一个词在行末被连字符断开",
      "句子没有完，接在下一栏开头",
      "句子没有完，接在下一段",
      "句子没有完；后文各段中，这一段接得最好",
      "句子没有完；接得最好的一段在原文里反而排在前面",
      "图片说明夹在一个句子中间",
      "这一段在原文里排在它的上文之前；用词是这一篇的",
      "同样的文字在这一版别处已有",
      "名字的第一个字不是姓，而是识别软件常把一个姓错认成的字"};
  const char* said = kGrounds[static_cast<int>(repair.evidence)];
  return words.tag[0] == 'z' && *said ? said : repair.why;
}

}  // namespace broadsheet::view
