// What a visitor of the kiosk has beside the edition itself: a bar with targets for fingers, and the
// countdown.
#include <algorithm>
#include <cmath>

#include "view/find.h"
#include "view/kiosk.h"
#include "view/kiosk_words.h"

namespace broadsheet::view {

namespace {

struct KioskBar {
  Desk& desk;
  Stage& stage;
  float u, height, left, right;

  bool item(const char* id, std::string_view label, std::string_view name, bool from_right,
            bool current = false) {
    TextStyle style = desk.scale().bar();
    style.size = std::round((desk.scale().phone ? 16 : 20) * u);
    style.line_height = style.size * 1.5f;
    if (current) style.face = Face::kSansBold;
    float w = std::max(56 * u, stage.label_width(label, style) + (desk.scale().phone ? 20 : 40) * u);
    Rect rect{from_right ? right - w : left, 0, w, height};
    (from_right ? right : left) += from_right ? -w : w;
    bool lit = current || stage.held(id);
    float end = stage.label_width(label, style);
    stage.label(label, style, rect.x + w / 2, height / 2, lit ? stage.ink().ink : stage.ink().soft,
                Side::kCentre);
    if (current)
      stage.fill({stage.snap(rect.x + (w - end) / 2), height - 3 * u, end, 3 * u}, stage.ink().accent);
    return stage.press(id, name, rect, Role::kButton, false, current);
  }
};

void kiosk_go(Desk& desk, Screen screen) {
  Place to;
  to.screen = screen;
  desk.want_find_focus = screen == Screen::kFind;
  desk.go(to);
}

void draw_kiosk_bar(Desk& desk) {
  Stage& stage = desk.stage;
  const Words& words = *desk.words;
  float u = desk.scale().screen, h = desk.bar_height();
  bool phone = desk.scale().phone;
  desk.bar_shift = 0;
  stage.surface("bar", {0, 0, stage.width(), h});
  stage.fill({0, 0, stage.width(), h}, stage.ink().paper);
  stage.rule(0, h - stage.pixel(), stage.width(), stage.ink().hairline);
  stage.mirror().open(Role::kBanner, "bar", words.nav, {0, 0, stage.width(), h});
  // The right end stays free: it is the corner that a technician touches.
  KioskBar bar{desk, stage, u, h, phone ? 4.0f : 16 * u, stage.width() - (phone ? 0.0f : 96 * u)};
  Screen screen = desk.place.screen;
  if (bar.item("nav.front", words.front, words.front, false, screen == Screen::kFront))
    kiosk_go(desk, Screen::kFront);
  if (bar.item("nav.contents", words.contents, words.contents, false, screen == Screen::kContents))
    kiosk_go(desk, Screen::kContents);
  if (!phone && bar.item("nav.find", words.find, words.find, false, screen == Screen::kFind))
    kiosk_go(desk, Screen::kFind);
  if (bar.item("kiosk.close", kiosk_words(desk.chinese).start, kiosk_words(desk.chinese).start, true))
    desk.kiosk->machine.to_loop(desk.host.now());
  if (bar.item("kiosk.language", desk.chinese ? "EN" : "中", desk.chinese ? "English" : "中文", true)) {
    desk.settings.language = desk.chinese ? "en" : "zh";
    desk.apply_preferences();
  }
  if (!phone) {
    if (bar.item("text.larger", "A+", words.larger, true)) step_size(desk, 1);
    if (bar.item("text.smaller", "A−", words.smaller, true)) step_size(desk, -1);
  }
  stage.mirror().close();
}

void draw_countdown(Desk& desk) {
  Stage& stage = desk.stage;
  const KioskWords& words = kiosk_words(desk.chinese);
  float u = desk.scale().screen;
  int seconds = desk.kiosk->machine.seconds_left(desk.host.now());
  stage.raise(true);
  stage.fill({0, 0, stage.width(), stage.height()}, with_alpha(stage.ink().paper, 0.86f));
  float w = std::min(stage.width() - 32, 560 * u), h = 260 * u;
  Rect box{stage.snap((stage.width() - w) / 2), stage.snap((stage.height() - h) / 2), w, h};
  stage.surface("kiosk.ask", {0, 0, stage.width(), stage.height()});
  stage.fill(box, stage.ink().wash);
  stage.frame(box, stage.ink().hairline, stage.pixel());
  TextStyle head = desk.scale().bar();
  head.face = Face::kSansBold;
  head.size = std::round(30 * u);
  TextStyle line = desk.scale().bar();
  line.size = std::round(20 * u);
  float middle = box.x + w / 2;
  std::string left = fill(words.back_in, std::to_string(seconds));
  stage.mirror().open(Role::kDialog, "kiosk.ask", words.still_there, box);
  stage.label(words.still_there, head, middle, box.y + 62 * u, stage.ink().ink, Side::kCentre);
  stage.label(left, line, middle, box.y + 116 * u, stage.ink().soft, Side::kCentre);
  stage.mirror().leaf(Role::kStatus, "kiosk.left", left, {box.x, box.y + 100 * u, w, 32 * u});
  Rect button{middle - 130 * u, box.y + 166 * u, 260 * u, 60 * u};
  stage.fill(button, stage.ink().ink);
  stage.label(words.read_on, line, middle, button.y + 30 * u, stage.ink().paper, Side::kCentre);
  if (stage.press("kiosk.stay", words.read_on, button)) desk.kiosk->machine.life(desk.host.now());
  stage.mirror().close();
  stage.lower();
}

}  // namespace

void draw_kiosk_visit(Desk& desk) {
  KioskMode mode = desk.kiosk->machine.mode();
  desk.complaints.clear();
  draw_kiosk_bar(desk);
  if (mode == KioskMode::kAsk) draw_countdown(desk);
  if (mode == KioskMode::kPin || mode == KioskMode::kService) draw_kiosk_lock(desk);
  if (mode == KioskMode::kVisit && desk.stage.key(ImGuiKey_Escape)) desk.back();
}

}  // namespace broadsheet::view
