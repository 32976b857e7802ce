#include "compose/titles_zh.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "text/folded_view.h"

namespace broadsheet {

namespace {

using View = std::u32string_view;

// A text without the characters `left_out`, where it is not longer than the titles that are known.
class Title {
 public:
  Title(View text, View left_out) {
    for (const char32_t c : text) {
      if (has(left_out, View(&c, 1))) continue;
      if (size_ == kMost) {
        size_ = 0;
        return;
      }
      characters_[size_++] = c;
    }
  }
  bool operator==(View title) const { return View(characters_.data(), size_) == title; }

 private:
  static constexpr size_t kMost = 5;  // of 一句话新闻
  std::array<char32_t, kMost> characters_{};
  size_t size_ = 0;
};

// Marks that may stand around such a title.
constexpr View kAroundParts = U" 【】—";
constexpr View kAroundStories = U" ";

bool is_one_of(const Title& title, std::initializer_list<View> known) {
  return std::any_of(known.begin(), known.end(), [&](View word) { return title == word; });
}

}  // namespace

bool is_summary_title_zh(View text) {
  return is_one_of({text, kAroundParts}, {U"核心阅读", U"内容提要", U"阅读提示", U"核心提示"});
}

bool is_part_title_zh(View text) {
  static constexpr std::initializer_list<View> kOthers = {
      U"编者",     U"编者按",   U"编者的话", U"新闻背景", U"相关链接", U"链接", U"点评",
      U"事件",     U"背景",     U"延伸阅读", U"记者手记", U"专家点评", U"数读", U"新闻链接",
      U"人物小传", U"名词解释", U"短评",     U"小贴士",   U"开栏的话"};
  return is_summary_title_zh(text) || is_one_of({text, kAroundParts}, kOthers);
}

bool is_note_title_zh(View text) {
  return ends(trim(text), U"(记者手记)");
}

bool is_picture_title_zh(View text) {
  static constexpr std::initializer_list<View> kTitles = {U"图片报道", U"图片新闻", U"图片故事",
                                                          U"新闻图片", U"图说",     U"影像"};
  return is_one_of({text, kAroundStories}, kTitles);
}

bool is_story_title_zh(View text) {
  static constexpr std::initializer_list<View> kOthers = {U"简讯",       U"短讯", U"新闻速览", U"要闻速览",
                                                          U"一句话新闻", U"启事", U"公告",     U"更正"};
  return is_picture_title_zh(text) || is_one_of({text, kAroundStories}, kOthers);
}

}  // namespace broadsheet
