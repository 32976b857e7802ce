#include "view/front.h"

namespace broadsheet::view {

void draw_front(Desk& desk) {
  FrontState& state = *desk.front;
  Stage& stage = desk.stage;
  float width = page_width(stage.width());
  float room = stage.height() - desk.bar_height();
  Scale scale = desk.scale();
  if (state.generation != desk.generation || state.width != width || state.text != scale.text ||
      state.words != desk.words || state.height != room) {
    bool same = state.generation == desk.generation;
    float share = same && state.sheet.height > 0 ? state.scroll.offset / state.sheet.height : 0;
    compose_front(desk, state.sheet, width, room);
    state.generation = desk.generation;
    state.width = width;
    state.height = room;
    state.text = scale.text;
    state.words = desk.words;
    state.scroll.limit = 1e9f;
    state.scroll.to(share * state.sheet.height, true);
  }
  float top = desk.bar_height();
  state.scroll.pane = {0, 0, stage.width(), stage.height()};
  state.scroll.bound(state.sheet.height + top, stage.height());
  desk.panes.push_back(&state.scroll);
  scroll_by_keys(desk, state.scroll, room);

  float left = (stage.width() - width) / 2;
  stage.mirror().open(Role::kMain, "main", desk.words->front);
  std::string pressed = draw_sheet(stage, state.sheet, left, top - state.scroll.shown());
  stage.mirror().close();
  follow_focus(desk, state.scroll);
  if (pressed.rfind("article.", 0) == 0) desk.open_article(pressed.substr(8));
  if (pressed == "colophon") {
    Place to;
    to.screen = Screen::kSource;
    desk.go(to);
  }
}

}  // namespace broadsheet::view
