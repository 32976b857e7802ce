#include "view/contents.h"

#include <algorithm>
#include <cmath>

#include "view/front.h"

namespace broadsheet::view {

namespace {

int kind_filter(const Article& article) {
  if (is_picture(article)) return 2;
  return article.kind == ArticleKind::kBrief || article.kind == ArticleKind::kNotice ? 3 : 1;
}

constexpr float kGutter = 64;

// Stories one below the other; returns the bottom.
float entries(Desk& desk, Setting& set, const std::vector<size_t>& listed, float x, float y, float width) {
  Scale scale = desk.scale();
  const Words& words = *desk.words;
  Sheet& sheet = set.sheet;
  for (size_t i = 0; i < listed.size(); ++i) {
    const Article& article = desk.article(listed[i]);
    if (i > 0) {
      set.across(x, y, width, Tone::kHairline);
      y += 14;
    }
    size_t target = sheet.targets.size();
    std::string title = headline_of(article, words);
    set.link("article." + article.id, title, {});
    float top = y;
    sheet.targets[target].underline = static_cast<int>(sheet.pieces.size());
    TextStyle head = scale.brief_head();
    if (article.headline.empty()) head = scale.deck();
    y = set.put(title, head, article.headline.empty() ? Tone::kSoft : Tone::kInk, x, y, width, Role::kHeading,
                3);
    std::string meta = is_picture(article) ? std::string(words.untitled_photo) : std::string();
    auto part = [&](const std::string& more) {
      if (!more.empty() && !meta.empty()) meta += " · ";
      meta += more;
    };
    part(byline_of(article, false));
    if (!is_picture(article)) part(length_of(extent_of(article), desk));
    y = set.put(meta, scale.meta(), Tone::kSoft, x, y + 2, width) + 14;
    sheet.targets[target].rect = {x, top - 6, width, y - top};
  }
  return y;
}

// The pages by name, each leading down to its section; returns the bottom.
float page_row(Desk& desk, Setting& set, float y, float width) {
  constexpr size_t kMostPages = 60;
  size_t pages = desk.edition.pages.size();
  if (pages < 2 || pages > kMostPages) return y;
  TextStyle style = desk.scale().meta();
  float x = 0, row = std::max(std::round(style.line_height * 1.5f), desk.finger());
  float air = (row - style.line_height) / 2;
  for (size_t i = 0; i < pages; ++i) {
    if (desk.edition.pages[i].articles.empty()) continue;
    std::string name = page_name(desk, static_cast<int>(i));
    float w = set.setter.width(name, style) + 2;
    if (x > 0 && x + w > width) {
      x = 0;
      y += row;
    }
    set.link("jump." + std::to_string(i), name, {x - 10, y - air, std::max(w + 20, row), row},
             static_cast<int>(set.sheet.pieces.size()));
    set.put(name, style, Tone::kSoft, x, y, w);
    x += std::max(w + 20, row);
  }
  return y + row + 10;
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
  float x = 0, tall = std::max(scale.kicker().line_height + 10, desk.finger());
  for (int i = 0; i < 4; ++i) {
    if (count[i] == 0 || (i > 0 && count[i] == count[0])) continue;
    std::string label = names[i];
    label += " ";
    label += std::to_string(count[i]);
    TextStyle style = scale.kicker();
    float w = set.setter.width(label, style) + 2;
    set.link(kIds[i], label, {x - 4, y + 5 + (style.line_height - tall) / 2, std::max(w + 8, tall), tall},
             static_cast<int>(state.sheet.pieces.size()));
    state.sheet.targets.back().role = Role::kButton;
    state.sheet.targets.back().pressed = state.filter == i;
    set.put(label, style, state.filter == i ? Tone::kAccent : Tone::kSoft, x, y + 5, w);
    x += std::max(w + 24, tall);
  }
  y += tall + 12;
  y = page_row(desk, set, y, width);
  state.tops.assign(desk.edition.pages.size(), -1.0f);
  bool two = width > 50 * scale.body().size;
  float column = two ? std::floor((width - kGutter) / 2) : width;
  std::vector<size_t> listed;
  for (size_t i = 0; i < desk.order.size(); ++i)
    if (state.filter == 0 || kind_filter(desk.article(i)) == state.filter) listed.push_back(i);
  for (size_t begin = 0; begin < listed.size();) {
    int page = desk.order[listed[begin]].page;
    size_t end = begin;
    while (end < listed.size() && desk.order[listed[end]].page == page) ++end;
    state.tops[Desk::at(page)] = y;
    set.across(0, y, width, Tone::kInk, 2);
    float top =
        set.put(page_name(desk, page), scale.kicker(), Tone::kAccent, 0, y + 12, width, Role::kHeading, 2) +
        12;
    // Down the left column, then down the right one.
    size_t turn = two ? begin + (end - begin + 1) / 2 : end;
    y = entries(desk, set,
                {listed.begin() + static_cast<long>(begin), listed.begin() + static_cast<long>(turn)}, 0, top,
                column);
    if (turn < end) {
      float right = entries(
          desk, set, {listed.begin() + static_cast<long>(turn), listed.begin() + static_cast<long>(end)},
          column + kGutter, top, column);
      y = std::max(y, right);
      set.upright(column + kGutter / 2, top, y - top - 14);
    }
    y += 14;
    begin = end;
  }
  state.sheet.height = y + 64;
}

}  // namespace

void draw_contents(Desk& desk) {
  ContentsState& state = *desk.contents;
  Stage& stage = desk.stage;
  Scale scale = desk.scale();
  float width = std::floor(std::min(stage.width() - (scale.phone ? 40.0f : 64.0f), 42 * scale.body().size));
  // Two columns where the screen has room for both and there is something to fill them with.
  float wide = std::min(page_width(stage.width()), 68 * scale.body().size);
  if (wide > 50 * scale.body().size && desk.order.size() > 6) width = std::floor(wide);
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
      draw_sheet(stage, state.sheet, std::floor((stage.width() - width) / 2), top - state.scroll.shown());
  stage.mirror().close();
  follow_focus(desk, state.scroll);
  if (pressed.rfind("article.", 0) == 0) desk.open_article(pressed.substr(8));
  if (pressed.rfind("jump.", 0) == 0) {
    size_t page = static_cast<size_t>(std::atoi(pressed.c_str() + 5));
    if (page < state.tops.size() && state.tops[page] >= 0)
      state.scroll.to(state.tops[page] - 16, desk.calm());
  }
  if (pressed == "filter.all") state.filter = 0;
  if (pressed == "filter.stories") state.filter = 1;
  if (pressed == "filter.photos") state.filter = 2;
  if (pressed == "filter.briefs") state.filter = 3;
  if (!pressed.empty()) stage.wake();
}

}  // namespace broadsheet::view
