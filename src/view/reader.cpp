#include "view/reader.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

namespace {

// The widest line, in em: 38 hanzi, or some 66 letters.
constexpr float kMeasure = 38, kLatinMeasure = 32;

void compose_head(Desk& desk, ReaderState& state, const Article& article, float width, size_t index) {
  Scale scale = desk.scale();
  Setting set{state.head, desk.setter};
  state.head.clear();
  float y = set.put(article.kicker, scale.kicker(), Tone::kAccent, 0, 0, width);
  if (!article.kicker.empty()) y += 4;
  // What a picture says stands below, whole: not twice.
  std::string title = headline_of(article, *desk.words);
  if (article.headline.empty() && is_picture(article)) title = desk.words->untitled_photo;
  y = set.put(title, scale.reader_head(), Tone::kInk, 0, y, width, Role::kHeading, 1);
  if (!article.deck.empty()) y = set.put(article.deck, scale.deck(), Tone::kSoft, 0, y + 10, width);
  std::string meta = byline_of(article, !scale.phone);
  auto part = [&](const std::string& text) {
    if (text.empty()) return;
    if (!meta.empty()) meta += " · ";
    meta += text;
  };
  part(article.dateline.place);
  std::string date = article.dateline.date.empty() ? desk.edition.date : article.dateline.date;
  if (!scale.phone) part(desk.edition.title);
  std::string day = date_line(date, desk.chinese, false);
  if (size_t year = day.find("年"); scale.phone && year != std::string::npos) day.erase(0, year + 3);
  part(day);
  if (!scale.phone) part(page_name(desk, desk.order[index].page));
  part(scale.phone ? minutes_of(state.length) : state.length);
  // Where one line cannot hold all of it, who wrote it stands on a line of its own.
  std::string by = byline_of(article, !scale.phone);
  if (!by.empty() && meta.size() > by.size() + 4 && desk.setter.width(meta, scale.meta()) > width) {
    y = set.put(by, scale.meta(), Tone::kSoft, 0, y + 12, width) - 12;
    meta.erase(0, by.size() + 4);
  }
  y = set.put(meta, scale.meta(), Tone::kSoft, 0, y + 12, width) + 14;
  set.across(0, y, width, Tone::kHairline);
  state.head.height = y + 26;
}

void compose_foot(Desk& desk, ReaderState& state, const Article& article, float width, size_t index) {
  Scale scale = desk.scale();
  const Words& words = *desk.words;
  Setting set{state.foot, desk.setter};
  state.foot.clear();
  state.foot.name = "foot.";
  float y = 28;
  if (!article.continues.empty()) {
    if (const Article* next = desk.find_article(article.continues)) {
      std::string line = view::fill(words.jump_to, headline_of(*next, words));
      set.link("article." + next->id, line, {0, y - (desk.kiosk ? 6 : 0), width, desk.kiosk ? 44.0f : 32.0f},
               0);
      y = set.put(line, scale.kicker(), Tone::kAccent, 0, y + 4, width) + 24;
    }
  }
  set.across(0, y, width, Tone::kInk);
  y += 20;
  float half = scale.phone ? width : (width - 48) / 2;
  float bottom = y;
  auto neighbour = [&](size_t at, const char* label, const char* id, float x, float from) {
    const Article& other = desk.article(at);
    size_t target = state.foot.targets.size();
    set.link(id, view::fill("{}: {}", label, headline_of(other, words)), {});
    float end = set.put(label, scale.meta(), Tone::kSoft, x, from, half) + 4;
    state.foot.targets[target].underline = static_cast<int>(state.foot.pieces.size());
    end = set.put(headline_of(other, words), scale.brief_head(), Tone::kInk, x, end, half);
    state.foot.targets[target].rect = {x, from, half, end - from};
    bottom = std::max(bottom, end);
    return end;
  };
  if (index > 0) {
    float end = neighbour(index - 1, words.previous, "reader.previous", 0, y);
    if (scale.phone) y = end + 24;
  }
  if (index + 1 < desk.order.size())
    neighbour(index + 1, words.next, "reader.next", scale.phone || index == 0 ? 0 : half + 48, y);
  state.foot.height = bottom + 72;
}

void go_beside(Desk& desk, size_t index, int by) {
  long to = static_cast<long>(index) + by;
  if (to < 0 || to >= static_cast<long>(desk.order.size())) return;
  desk.open_article(desk.article(static_cast<size_t>(to)).id);
}

}  // namespace

void draw_reader(Desk& desk) {
  ReaderState& state = *desk.reader;
  Stage& stage = desk.stage;
  auto found = desk.by_id.find(desk.place.article);
  if (found == desk.by_id.end()) {
    desk.go(Place{});
    return;
  }
  size_t index = found->second;
  const Article& article = desk.article(index);
  Scale scale = desk.scale();
  float margin = scale.phone ? 20.0f : 32.0f;
  bool fresh = state.article != article.id || state.generation != desk.generation;
  if (fresh) {
    state.bytes = text_bytes(article);
    state.extent = extent_of(article);
  }
  if (fresh || state.words != desk.words) state.length = length_of(state.extent, desk);
  float measure = (state.extent.chinese ? kMeasure : kLatinMeasure) * scale.body().size;
  bool columns =
      desk.settings.columns && stage.width() > 2 * 19 * scale.body().size + 2 * margin && state.bytes < 90000;
  float width = columns ? std::min(stage.width() - 2 * margin, 76 * scale.body().size)
                        : std::min(measure, stage.width() - 2 * margin);
  width = std::floor(width);
  if (fresh || state.width != width || state.text != scale.text || state.columns != columns ||
      state.words != desk.words || (columns && state.height != stage.height())) {
    if (fresh) {
      state.anchor = state.caret = TextPoint{};
      state.open_mark = -1;
    }
    float share = state.scroll.limit > 0 ? state.scroll.offset / state.scroll.limit : 0;
    state.columns = columns;
    state.article = article.id;
    state.generation = desk.generation;
    state.width = width;
    state.text = scale.text;
    state.words = desk.words;
    state.height = stage.height();
    compose_head(desk, state, article, width, index);
    compose_foot(desk, state, article, width, index);
    set_article(desk, state, article, width, stage.height());
    float total = state.head.height + state.body_height + state.foot.height;
    state.scroll.limit = std::max(0.0f, total - stage.height());
    state.scroll.to(fresh ? 0 : share * state.scroll.limit, true);
    if (fresh) desk.bar_wanted = true;
  }
  float air = scale.phone ? 24.0f : 44.0f;
  float top = desk.bar_height() + air;
  float left = std::floor((stage.width() - width) / 2);
  state.body_x = left;

  // What is going to be seen is set now; guesses above that prove wrong move the page, not the words.
  if (!state.columns) {
    float body = top + state.head.height;
    float from = state.scroll.offset - body - 200, to = state.scroll.offset - body + stage.height() + 400;
    state.scroll.shift(state.flow.ensure(desk.setter, from, to));
    state.body_height = state.flow.height();
  }
  if (state.go_to_lit && state.lit_begin.block >= 0) {
    state.go_to_lit = false;
    for (size_t i = 0; i < state.flow.size(); ++i) {
      if (state.flow.item(i).tag != state.lit_begin.block) continue;
      const Layout& layout = state.flow.layout(desk.setter, i);
      size_t line = 0;
      float x = 0;
      layout.locate(state.lit_begin.byte, line, x);
      float y = state.flow.y(i) + static_cast<float>(line) * layout.style.line_height;
      for (const LineSlot& slot : state.slots)
        if (slot.cell == i && slot.line == line) y = slot.y;
      state.body_height = state.slots.empty() ? state.flow.height() : state.body_height;
      state.scroll.limit = 1e9f;
      state.scroll.to(top + state.head.height + y - stage.height() * 0.35f, true);
    }
    stage.wake();
  }
  float content = top + state.head.height + state.body_height + state.foot.height;
  state.scroll.bound(content, stage.height());
  state.scroll.pane = {0, 0, stage.width(), stage.height()};
  desk.panes.push_back(&state.scroll);
  scroll_by_keys(desk, state.scroll, stage.height() - desk.bar_height());

  float y = stage.snap(top - state.scroll.shown());
  state.body_y = y + state.head.height;
  stage.mirror().open(Role::kMain, "main", headline_of(article, *desk.words));
  stage.mirror().open(Role::kArticle, "reader.article", headline_of(article, *desk.words));
  stage.surface("reader.head", {left, y, width, state.head.height});
  draw_lit_head(stage, state, left, y);
  draw_sheet(stage, state.head, left, y);
  draw_body(desk, state, article);
  stage.mirror().close();
  std::string pressed = draw_sheet(stage, state.foot, left, state.body_y + state.body_height);
  stage.mirror().close();
  follow_focus(desk, state.scroll);

  draw_found(desk, state);
  if (pressed == "reader.previous" || stage.key(ImGuiKey_LeftArrow, false, false, false) ||
      stage.key(ImGuiKey_K, false, false, false))
    go_beside(desk, index, -1);
  else if (pressed == "reader.next" || stage.key(ImGuiKey_RightArrow, false, false, false) ||
           stage.key(ImGuiKey_J, false, false, false))
    go_beside(desk, index, 1);
  else if (pressed.rfind("article.", 0) == 0)
    desk.open_article(pressed.substr(8));
}

}  // namespace broadsheet::view
