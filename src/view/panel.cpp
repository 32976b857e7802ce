#include "view/panel.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

float row_height_of(const Desk& desk) {
  return desk.preferences.coarse_pointer ? 48.0f : std::round(40 * desk.scale().screen);
}

bool Panel::choice(std::string_view id, std::string_view words, float x, float w, bool chosen, Role role) {
  Rect at{x, y, w, row_height_of(desk)};
  bool lit = stage.hot(id);
  TextStyle style = desk.scale().bar();
  float middle = y + row_height_of(desk) / 2;
  float width = stage.label(words, style, x + w / 2, middle,
                            chosen || lit ? stage.ink().ink : stage.ink().soft, Side::kCentre);
  if (chosen)
    stage.fill({stage.snap(x + w / 2 - width / 2), stage.snap(middle + 12), width, 2}, stage.ink().accent);
  return stage.press(id, words, at, role, chosen);
}

bool Panel::line(std::string_view id, std::string_view words, bool warning) {
  Rect at{rect.x, y, rect.w, row_height_of(desk)};
  if (stage.hot(id)) stage.fill(at, stage.ink().hairline);
  stage.label(words, desk.scale().bar(), rect.x + 20, y + row_height_of(desk) / 2,
              warning ? stage.ink().accent : stage.ink().ink);
  bool pressed = stage.press(id, words, at);
  y += row_height_of(desk);
  return pressed;
}

bool Panel::toggle(std::string_view id, std::string_view words, bool on) {
  Rect at{rect.x, y, rect.w, row_height_of(desk)};
  float middle = y + row_height_of(desk) / 2;
  stage.label(words, desk.scale().bar(), rect.x + 20, middle, stage.ink().ink);
  // A short rule that is full when on: no switch of a tool.
  float x = rect.x + rect.w - 20 - 32;
  stage.fill({stage.snap(x), stage.snap(middle - 1), 32, 2}, stage.ink().hairline);
  float knob = on ? x + 20 : x;
  stage.fill({stage.snap(knob), stage.snap(middle - 5), 12, 10}, on ? stage.ink().accent : stage.ink().soft);
  bool pressed = stage.press(id, words, at, Role::kCheck, on);
  y += row_height_of(desk);
  return pressed;
}

void Panel::note(std::string_view id, std::string_view words) {
  TextStyle style = desk.scale().note();
  Layout layout = desk.setter.set(words, style, rect.w - 40);
  stage.text(layout, rect.x + 20, y + 8, stage.ink().soft);
  stage.mirror().leaf(Role::kText, id, words, {rect.x + 20, y + 8, rect.w - 40, layout.height()});
  y += layout.height() + 16;
}

Panel open_panel(Desk& desk, float width, float height, const char* id, std::string_view name) {
  Stage& stage = desk.stage;
  bool phone = desk.scale().phone;
  float u = desk.scale().screen;
  float right = phone ? 12.0f : 32.0f * u;
  width *= u;
  width = std::min(width, stage.width() - 2 * right);
  stage.raise(true);
  Rect whole{0, 0, stage.width(), stage.height()};
  stage.surface("panel.outside", whole);
  const float top = desk.bar_height() + 6, room = std::min(height, stage.height() - top - 6);
  Rect rect{stage.snap(stage.width() - right - width), top, width, room};
  Scroller& scroll = desk.menu_scroll;
  scroll.bound(height, room);
  scroll.pane = whole;
  desk.panes.assign(1, &scroll);
  if (scroll.step(desk.host.now(), desk.calm(), stage.finger_down())) stage.wake();
  stage.surface(id, rect);
  stage.fill(rect, stage.ink().wash);
  stage.frame(rect, stage.ink().hairline, stage.pixel());
  stage.mirror().open(Role::kDialog, id, name, rect);
  stage.clip(rect);
  return {desk, stage, rect, stage.snap(rect.y + 8 - scroll.shown())};
}

bool close_panel(Desk& desk) {
  follow_focus(desk, desk.menu_scroll);
  desk.stage.unclip();
  desk.stage.mirror().close();
  desk.stage.lower();
  return desk.stage.pressed_now("panel.outside");
}

}  // namespace broadsheet::view
