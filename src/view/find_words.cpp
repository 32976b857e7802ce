#include "view/find_words.h"

namespace broadsheet::view {

namespace {

constexpr FindWords kChinese{.clear = "清空",
                             .save = "收藏这次查找",
                             .unsave = "不再收藏",
                             .saved = "收藏",
                             .recent = "最近",
                             .forget = "清除最近的查找",
                             .order = "排序",
                             .best = "相关",
                             .by_page = "版面",
                             .by_date = "日期",
                             .filter = "筛选",
                             .remove = "去掉：{}",
                             .more_values = "另有 {} 项",
                             .fewer = "收起",
                             .reading = "正在读入 {} / {} 版",
                             .match_at = "第 {} 处，共 {} 处",
                             .story_at = "第 {} 篇，共 {} 篇",
                             .next_match = "下一处",
                             .previous_match = "上一处",
                             .put_out = "不再标出",
                             .undated = "日期不详",
                             .stories = "{} 篇",
                             .how = "怎样找",
                             .facets = {"版面", "日期", "记者", "地点", "体裁"},
                             .kinds = {{"article", "报道"},
                                       {"photo", "图片"},
                                       {"brief", "简讯"},
                                       {"notice", "公告"},
                                       {"continued", "转版"}},
                             .examples = {{"规划 高新区", "两个词都要有"},
                                          {"\"高新区\"", "一字不差，繁简大小写也算"},
                                          {"灯 -路灯", "有前一个，没有后一个"},
                                          {"(灯 或 船) 夜", "有一个就行"},
                                          {"标题:灯 记者:王", "只在标题、署名里"},
                                          {"版:1..4 类型:图片", "某些版、某种体裁"},
                                          {"30%..40%", "数值在两头之间，写法不限"},
                                          {"gxq", "拼音或首字母，下面会提示"}}};

constexpr FindWords kEnglish{.clear = "Clear",
                             .save = "Keep this search",
                             .unsave = "Keep it no longer",
                             .saved = "Kept",
                             .recent = "Recent",
                             .forget = "Forget recent searches",
                             .order = "Order",
                             .best = "Best",
                             .by_page = "By page",
                             .by_date = "By date",
                             .filter = "Filter",
                             .remove = "Remove: {}",
                             .more_values = "{} more",
                             .fewer = "Fewer",
                             .reading = "Reading page {} of {}",
                             .match_at = "Match {} of {}",
                             .story_at = "story {} of {}",
                             .next_match = "Next match",
                             .previous_match = "Previous match",
                             .put_out = "Stop marking",
                             .undated = "No date",
                             .stories = "{} stor[y|ies]",
                             .how = "How to ask",
                             .facets = {"Page", "Date", "Byline", "Place", "Kind"},
                             .kinds = {{"article", "Story"},
                                       {"photo", "Photo"},
                                       {"brief", "Brief"},
                                       {"notice", "Notice"},
                                       {"continued", "Continued"}},
                             .examples = {{"harbour lights", "both words"},
                                          {"\"Harbour\"", "exactly as typed"},
                                          {"lights -street", "the one without the other"},
                                          {"(lamp OR light) night", "either will do"},
                                          {"head:light by:Wren", "only in heads, in bylines"},
                                          {"page:1..4 kind:photo", "some pages, one kind"},
                                          {"30%..40%", "numbers by value, however written"},
                                          {"gxq", "pinyin or its initials: words are offered"}}};

}  // namespace

const FindWords& find_words(bool chinese) {
  return chinese ? kChinese : kEnglish;
}

}  // namespace broadsheet::view
