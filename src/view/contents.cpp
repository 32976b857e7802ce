#include "view/contents.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

namespace {

int kind_filter(const Article& article) {
  if (is_picture(article)) return 2;
  return article.kind == ArticleKind::kBrief || article.kind == ArticleKind::kNotice ? 3 : 1;
}

void compose(Desk& desk, ContentsState& state, float width) {
  Scale scale = desk.scale();
  const Words& words = *desk.words;
  state.sheet.clear();
  Setting set{state.sheet, desk.setter};
  float y = set.put(words.contents, scale.lead_head(), Tone::kInk, 0, 32, width, Role::kHeading, 1) + 12;
  // Filters, where there is something to choose between.
  int count[4] = {};
  for (size_t i = 0; i < desk.order.size(); ++i) {
    ++count[0];
    ++count[kind_filter(desk.article(i))];
  }
  const char* names[] = {words.all_kinds, words.stories, words.photos, words.briefs};
  static const char* kIds[] = {"filter.all", "filter.stories", "filter.photos", "filter.briefs"};
  float x = 0;
  for (int i = 0; i < 4; ++i) {
    if (count[i] == 0 || (i > 0 && count[i] == count[0])) continue;
    std::string label = names[i];
    label += " ";
    label += std::to_string(count[i]);
    TextStyle style = scale.kicker();
    float w = set.setter.width(label, style) + 2;
    set.link(kIds[i], label, {x - 4, y, w + 8, 32}, static_cast<int>(state.sheet.pieces.size()));
    state.sheet.targets.back().role = Role::kButton;
    state.sheet.targets.back().pressed = state.filter == i;
    set.put(label, style, state.filter == i ? Tone::kAccent : Tone::kSoft, x, y + 5, w);
    x += w + 24;
  }
  y += 44;
  int page = -1;
  for (size_t i = 0; i < desk.order.size(); ++i) {
    const Article& article = desk.article(i);
    if (state.filter != 0 && kind_filter(article) != state.filter) continue;
    if (desk.order[i].page != page) {
      page = desk.order[i].page;
      set.across(0, y, width, Tone::kInk, 2);
      y = set.put(page_name(desk, page), scale.kicker(), Tone::kAccent, 0, y + 12, width, Role::kHeading, 2) +
          8;
    } else {
      set.across(0, y, width, Tone::kHairline);
      y += 14;
    }
    size_t target = state.sheet.targets.size();
    std::string title = headline_of(article, words);
    set.link("article." + article.id, title, {});
    float top = y;
    state.sheet.targets[target].underline = static_cast<int>(state.sheet.pieces.size());
    TextStyle head = scale.brief_head();
    if (article.headline.empty()) head = scale.deck();
    y = set.put(title, head, article.headline.empty() ? Tone::kSoft : Tone::kInk, 0, y, width, Role::kHeading,
                3);
    std::string meta = is_picture(article) ? std::string(words.untitled_photo) : std::string();
    std::string by = byline_of(article, false);
    if (!by.empty() && !meta.empty()) meta += " · ";
    meta += by;
    if (!is_picture(article)) {
      if (!meta.empty()) meta += " · ";
      meta += length_of(article, desk);
    }
    y = set.put(meta, scale.meta(), Tone::kSoft, 0, y + 2, width) + 14;
    state.sheet.targets[target].rect = {0, top - 6, width, y - top};
  }
  state.sheet.height = y + 64;
}

}  // namespace

void draw_contents(Desk& desk) {
  ContentsState& state = *desk.contents;
  Stage& stage = desk.stage;
  Scale scale = desk.scale();
  float width = std::floor(std::min(stage.width() - (scale.phone ? 40.0f : 64.0f), 42 * scale.body().size));
  if (state.generation != desk.generation || state.width != width || state.text != scale.text ||
      state.filtered != state.filter || state.words != desk.words) {
    if (state.generation != desk.generation) state.filter = 0;
    compose(desk, state, width);
    state.generation = desk.generation;
    state.width = width;
    state.text = scale.text;
    state.filtered = state.filter;
    state.words = desk.words;
  }
  float top = desk.bar_height();
  state.scroll.pane = {0, 0, stage.width(), stage.height()};
  state.scroll.bound(state.sheet.height + top, stage.height());
  desk.panes.push_back(&state.scroll);
  scroll_by_keys(desk, state.scroll, stage.height() - top);
  stage.mirror().open(Role::kMain, "main", desk.words->contents);
  std::string pressed =
      draw_sheet(stage, state.sheet, std::floor((stage.width() - width) / 2), top - state.scroll.offset);
  stage.mirror().close();
  follow_focus(desk, state.scroll);
  if (pressed.rfind("article.", 0) == 0) desk.open_article(pressed.substr(8));
  if (pressed == "filter.all") state.filter = 0;
  if (pressed == "filter.stories") state.filter = 1;
  if (pressed == "filter.photos") state.filter = 2;
  if (pressed == "filter.briefs") state.filter = 3;
  if (!pressed.empty()) stage.wake();
}

}  // namespace broadsheet::view
