// Every key, on one sheet.
#include <algorithm>
#include <cmath>

#include "view/desk.h"
#include "view/proof_words.h"

namespace broadsheet::view {

namespace {

struct Key {
  const char* keys;  // '|' between one and the next
  const char* chinese;
  const char* english;
};

constexpr Key kRead[] = {{"↓|↑", "一行行走", "line by line"},
                         {"Space|PgDn|PgUp", "一屏屏走", "screen by screen"},
                         {"Home|End", "到头，到尾", "to the head, to the end"},
                         {"J|→", "下一篇", "next story"},
                         {"K|←", "上一篇", "previous story"},
                         {"C", "分栏", "newspaper columns"},
                         {"M", "显示或隐藏接合标记", "show or hide the join marks"},
                         {"Z", "专注阅读", "calm reading"},
                         {"Ctrl +|−|0", "字号", "text size"},
                         {"D", "日间、夜间、高对比", "day, night, contrast"}};
constexpr Key kGo[] = {{"H", "头版", "front page"},
                       {"T", "目录", "contents"},
                       {"S", "原文对照", "source beside result"},
                       {"O", "打开文件", "open files"},
                       {"A", "文字设置", "text settings"},
                       {"F", "保存、导出、打印", "save, export, print"},
                       {"Tab|Shift Tab", "下一个，上一个", "next, previous control"},
                       {"Enter", "打开", "open what has the focus"},
                       {"Esc", "返回，关闭", "back, close"},
                       {"?", "这张表", "this sheet"}};
constexpr Key kFind[] = {{"/|Ctrl F", "查找", "find"},
                         {"↓|↑", "从查找框到一条条结果", "from the field to result after result"},
                         {"N|P", "下一处，上一处找到的", "next, previous match in the story"},
                         {"Shift ←|→|↑|↓", "逐字、逐行选取", "select by character, by line"},
                         {"Ctrl Shift ←|→", "逐词选取", "select by word"},
                         {"Ctrl A", "全选这一篇", "select the story"},
                         {"Ctrl C", "复制", "copy"},
                         {"Q", "按引文复制", "copy as a quotation"}};
constexpr Key kSource[] = {{"N|P", "下一处，上一处修复", "next, previous repair"},
                           {"Enter", "在文章里看", "see it in the story"},
                           {"[|]", "上一版，下一版", "previous page, next page"}};
constexpr Key kProof[] = {
    {"↑|↓|PgUp|PgDn|Shift", "选一段，选几段", "pick a passage, with Shift several"},
    {"Ctrl A", "选整段，再按选整篇", "pick the whole paragraph, again the article"},
    {"E|Menu", "能做什么", "what can be done"},
    {"1 … 9|0|X", "改作标题、引题、副题、署名、小标题、正文、说明、图片署名、版面文字、广告、重复",
     "make it headline, kicker, deck, byline, sub-head, paragraph, caption, credit, "
     "furniture, advertisement, duplicate"},
    {"J|L|B", "接上，分段，另起一篇", "join, split, new article"},
    {"V|G", "移动，并入另一篇", "move, merge into another article"},
    {"W|Y", "改字，改署名", "correct words, byline"},
    {"U", "撤回一处修复", "undo a repair"},
    {"R|K", "审阅修复，订正记录", "review the repairs, the log"},
    {"Enter|Esc", "采用，放弃", "take it, leave it"},
    {"Ctrl Z|Ctrl Shift Z", "撤销，重做", "undo, redo"}};

// One key beside the other with air between, so that “N P” is not taken for a chord.
float put_keys(Setting& set, std::string_view keys, const TextStyle& style, float x, float y, float room) {
  const float air = style.size;
  float left = x;
  while (!keys.empty()) {
    std::string_view key = keys.substr(0, keys.find('|'));
    keys.remove_prefix(std::min(keys.size(), key.size() + 1));
    float w = set.setter.width(key, style) + 1;
    if (left > x && left + w > x + room) {
      left = x;
      y += style.line_height;
    }
    set.put(key, style, Tone::kInk, left, y, w);
    left += w + air;
  }
  return y + style.line_height;
}

}  // namespace

void draw_help(Desk& desk) {
  if (!desk.help) return;
  Stage& stage = desk.stage;
  const Words& words = *desk.words;
  Scale scale = desk.scale();
  const float u = scale.screen;
  bool two = stage.width() >= 760 * u;
  float margin = scale.phone ? 20.0f : 48.0f * u;
  float width = std::min(stage.width() - 2 * (two ? 40.0f : 0.0f), 900.0f * u);
  Sheet sheet;
  sheet.name = "help.";
  Setting set{sheet, desk.setter};
  float inner = width - 2 * margin;
  float y =
      set.put(words.help_title, scale.story_head(), Tone::kInk, margin, 32, inner, Role::kHeading, 1) + 12;
  set.across(margin, y, inner, Tone::kInk, 2);
  float column = two ? (inner - 48 * u) / 2 : inner;
  TextStyle style = scale.note();
  style.size = std::round(14 * u);
  style.line_height = std::round(24 * u);
  TextStyle keys_style = style;
  keys_style.face = Face::kSansBold;
  auto section = [&](const char* title, const Key* list, size_t n, float x, float top) {
    float at = set.put(title, scale.kicker(), Tone::kAccent, x, top + 18, column, Role::kHeading, 2) + 4;
    for (size_t i = 0; i < n; ++i) {
      float end = put_keys(set, list[i].keys, keys_style, x, at, 150 * u);
      end = std::max(end, set.put(desk.chinese ? list[i].chinese : list[i].english, style, Tone::kSoft,
                                  x + 158 * u, at, column - 158 * u));
      at = end + 2;
    }
    return at;
  };
  float top = y;
  float a = section(words.keys_read, kRead, std::size(kRead), margin, top);
  a = section(proof_words(desk.chinese).correct, kProof, std::size(kProof), margin, a);
  float x = two ? margin + column + 48 * u : margin;
  float b = section(words.keys_go, kGo, std::size(kGo), x, two ? top : a);
  b = section(words.keys_find, kFind, std::size(kFind), x, b);
  b = section(words.keys_source, kSource, std::size(kSource), x, b);
  float height = std::max(a, b) + 32;
  stage.raise(true);
  stage.fill({0, 0, stage.width(), stage.height()}, with_alpha(stage.ink().paper, 0.86f));
  stage.surface("help.outside", {0, 0, stage.width(), stage.height()});
  Scroller& scroll = desk.menu_scroll;
  scroll.bound(height + 40, stage.height());
  scroll.pane = {0, 0, stage.width(), stage.height()};
  desk.panes.assign(1, &scroll);
  glide_by_keys(desk, scroll, stage.height());
  if (scroll.step(desk.host.now(), desk.calm(), stage.finger_down())) stage.wake();
  float left = std::floor((stage.width() - width) / 2);
  float from = std::max(20.0f, std::floor((stage.height() - height) / 2)) - scroll.shown();
  Rect rect{left, from, width, height};
  stage.surface("help", rect);
  stage.fill(rect, stage.ink().wash);
  stage.frame(rect, stage.ink().hairline, stage.pixel());
  stage.mirror().open(Role::kDialog, "help", words.help_title, rect);
  draw_sheet(stage, sheet, left, from);
  Rect close{left + width - margin - 36, from + 24, 36, 36};
  Ink ink = stage.hot("help.close") ? stage.ink().ink : stage.ink().soft;
  float cx = close.x + 18, cy = close.y + 18;
  stage.stroke(cx - 6, cy - 6, cx + 6, cy + 6, ink, 1.5f);
  stage.stroke(cx - 6, cy + 6, cx + 6, cy - 6, ink, 1.5f);
  if (stage.press("help.close", words.close, close) || stage.pressed_now("help.outside")) desk.help = false;
  stage.mirror().close();
  stage.lower();
}

}  // namespace broadsheet::view
