// The way out of the kiosk: the keypad, and behind it what a technician may see and do.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "view/kiosk.h"
#include "view/kiosk_words.h"

namespace broadsheet::view {

namespace {

constexpr const char* kOpened = "service page opened";
constexpr std::string_view kWrong = "wrong PIN, ";
constexpr float kKey = 28;  // size of what is written on the keys

TextStyle sans(const Desk& desk, float size, bool bold = false) {
  TextStyle out = desk.scale().bar();
  out.face = bold ? Face::kSansBold : Face::kSans;
  out.size = std::round(size * desk.scale().screen);
  out.line_height = std::round(out.size * 1.5f);
  return out;
}

bool button(Desk& desk, std::string_view id, std::string_view words, Rect rect, bool dark = false,
            float size = 20) {
  Stage& stage = desk.stage;
  if (dark)
    stage.fill(rect, stage.ink().ink);
  else
    stage.frame(rect, stage.held(id) ? stage.ink().ink : stage.ink().hairline, std::max(stage.pixel(), 1.0f));
  stage.label(words, sans(desk, size), rect.x + rect.w / 2, rect.y + rect.h / 2,
              dark ? stage.ink().paper : stage.ink().ink, Side::kCentre);
  return stage.press(id, words, rect);
}

void enter_pin(Desk& desk) {
  KioskState& kiosk = *desk.kiosk;
  double now = desk.host.now();
  int before = kiosk.lock.wrong();
  if (!kiosk.lock.has_pin() || kiosk.lock.enter(now)) {
    kiosk.machine.open_service(now);
    kiosk.host.note(kOpened);
    kiosk.wrong_pin = false;
  } else {
    kiosk.wrong_pin = true;
    // What is typed in a pause is not looked at, and must not push the log's other events out.
    int wrong = kiosk.lock.wrong();
    if (wrong > before) kiosk.host.note(std::string(kWrong) + std::to_string(wrong) + " in a row");
  }
  desk.stage.wake();
}

void draw_keypad(Desk& desk) {
  KioskState& kiosk = *desk.kiosk;
  Stage& stage = desk.stage;
  const KioskWords& words = kiosk_words(desk.chinese);
  double now = desk.host.now();
  if (!kiosk.lock.has_pin()) {
    enter_pin(desk);
    return;
  }
  float u = desk.scale().screen, key = std::min(88 * u, (stage.width() - 96) / 3), gap = 12 * u;
  float w = 3 * key + 2 * gap, h = 130 * u + 4 * (key + gap) + 64 * u;
  float x = stage.snap((stage.width() - w) / 2), y = stage.snap(std::max(16.0f, (stage.height() - h) / 2));
  stage.mirror().open(Role::kDialog, "kiosk.pin", words.pin, {x, y, w, h});
  stage.label(words.pin, sans(desk, 24, true), x + w / 2, y + 24 * u, stage.ink().ink, Side::kCentre);
  double wait = kiosk.lock.wait(now);
  std::string under;
  if (wait > 0) under = fill(words.wait, std::to_string(static_cast<int>(std::ceil(wait))));
  if (wait > 0) stage.wake_in(wait - std::floor(wait) + 0.01);
  if (kiosk.wrong_pin) under = under.empty() ? words.wrong : std::string(words.wrong) + " · " + under;
  stage.label(under, sans(desk, 18), x + w / 2, y + 62 * u, stage.ink().accent, Side::kCentre);
  if (!under.empty()) stage.mirror().leaf(Role::kAlert, "kiosk.pin.wrong", under, {x, y + 50 * u, w, 24 * u});
  for (size_t i = 0; i < std::max<size_t>(4, kiosk.lock.typed()); ++i) {
    float at = x + w / 2 +
               (static_cast<float>(i) - static_cast<float>(std::max<size_t>(4, kiosk.lock.typed()) - 1) / 2) *
                   26 * u;
    stage.circle(at, y + 100 * u, (i < kiosk.lock.typed() ? 5 : 7) * u, stage.ink().ink,
                 i < kiosk.lock.typed() ? 10 * u : 1.5f * u);
  }
  float top = y + 130 * u;
  for (int i = 0; i < 12; ++i) {
    static const char* kKeys[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", ""};
    const int row = i / 3;
    Rect rect{x + static_cast<float>(i % 3) * (key + gap), top + static_cast<float>(row) * (key + gap), key,
              key};
    if (i == 9) {
      if (button(desk, "pin.erase", words.erase, rect, false, kKey)) kiosk.lock.erase();
    } else if (i == 11) {
      if (button(desk, "pin.enter", words.enter, rect, true, kKey)) enter_pin(desk);
    } else if (button(desk, std::string("pin.") + kKeys[i], kKeys[i], rect, false, kKey)) {
      kiosk.lock.digit(kKeys[i][0]);
    }
  }
  if (button(desk, "pin.cancel", words.cancel, {x, top + 4 * (key + gap), w, 56 * u}) ||
      stage.key(ImGuiKey_Escape))
    kiosk.machine.to_loop(now);
  for (int i = 0; i < 10; ++i)
    if (stage.key(static_cast<ImGuiKey>(ImGuiKey_0 + i), false, false, false)) {
      kiosk.lock.digit(static_cast<char>('0' + i));
      stage.wake();
    }
  if (stage.key(ImGuiKey_Backspace)) kiosk.lock.erase();
  if (stage.key(ImGuiKey_Enter, false, false, false) && !stage.focus_visible()) enter_pin(desk);
  stage.mirror().close();
}

// The newest event first: it is what the technician came for.
void compose_log(Desk& desk, const TextStyle& line, float w) {
  KioskState& kiosk = *desk.kiosk;
  Sheet& sheet = kiosk.log_sheet;
  sheet.clear();
  sheet.name = "log.";
  kiosk.log_width = w;
  Setting set{sheet, desk.setter};
  std::string_view log = kiosk.log;
  float y = 0;
  for (size_t end = log.size(); end > 0;) {
    size_t begin = log.rfind('\n', end - 1) + 1;  // 0 where there is none
    y = set.put(log.substr(begin, end - begin), line, Tone::kInk, 0, y, w);
    end = begin > 0 ? begin - 1 : 0;
  }
  sheet.height = y;
}

void draw_service(Desk& desk) {
  KioskState& kiosk = *desk.kiosk;
  Stage& stage = desk.stage;
  const KioskWords& words = kiosk_words(desk.chinese);
  float u = desk.scale().screen, margin = (desk.scale().phone ? 16 : 48) * u;
  float w = stage.width() - 2 * margin;
  stage.mirror().open(Role::kDialog, "kiosk.service", words.service, {0, 0, stage.width(), stage.height()});
  TextStyle head = sans(desk, 30, true), line = sans(desk, 16);
  Sheet top;
  Setting set{top, desk.setter};
  float y = set.put(words.service, head, Tone::kInk, 0, 0, w, Role::kHeading, 1) + 6 * u;
  std::string edition = desk.edition.title + " " + desk.edition.date;
  if (!kiosk.good_date.empty()) edition += " · " + kiosk.good_date;
  y = set.put(fill(words.status, grouped(desk.order.size()), grouped(kiosk.machine.turns()), edition), line,
              Tone::kSoft, 0, y, w);
  draw_sheet(stage, top, margin, 28 * u);
  y += 28 * u + 20 * u;
  struct Choice {
    const char *id, *words;
  };
  const Choice choices[] = {{"service.loop", words.go_on},
                            {"service.save", words.save_log},
                            {"service.reload", words.reload},
                            {"service.leave", words.leave}};
  float gap = 12 * u, wide = std::min(260 * u, (w - 3 * gap) / 4), x = margin;
  int chosen = -1;
  for (int i = 0; i < 4; ++i, x += wide + gap)
    if (button(desk, choices[i].id, choices[i].words, {x, y, wide, 60 * u}, i == 0)) chosen = i;
  y += 60 * u + 20 * u;
  stage.rule(margin, y, w, stage.ink().hairline);
  Rect pane{margin, y + 8 * u, w, stage.height() - y - 24 * u};
  kiosk.log_scroll.pane = pane;
  if (kiosk.log_width != w) compose_log(desk, line, w);
  stage.clip(pane);
  draw_sheet(stage, kiosk.log_sheet, margin, pane.y - kiosk.log_scroll.offset);
  stage.unclip();
  kiosk.log_scroll.bound(kiosk.log_sheet.height, pane.h);
  desk.panes.push_back(&kiosk.log_scroll);
  scroll_by_keys(desk, kiosk.log_scroll, pane.h);
  stage.mirror().close();
  if (chosen == 0 || stage.key(ImGuiKey_Escape)) kiosk.machine.to_loop(desk.host.now());
  if (chosen == 1) kiosk.host.act(KioskAct::kSaveLog);
  if (chosen == 2) kiosk.host.act(KioskAct::kReload);
  if (chosen == 3) kiosk.host.act(KioskAct::kLeave);
}

}  // namespace

void kiosk_resume_lock(Desk& desk) {
  KioskState& kiosk = *desk.kiosk;
  std::string log = kiosk.host.log();
  size_t wrong = log.rfind(kWrong), opened = log.rfind(kOpened);
  if (wrong == std::string::npos || (opened != std::string::npos && opened > wrong)) return;
  int count = std::atoi(log.c_str() + wrong + kWrong.size());
  if (count > 0) kiosk.lock.begin_wrong(count, desk.host.now());
}

void draw_kiosk_lock(Desk& desk) {
  Stage& stage = desk.stage;
  stage.raise(true);
  stage.surface("kiosk.lock", {0, 0, stage.width(), stage.height()});
  stage.fill({0, 0, stage.width(), stage.height()}, stage.ink().paper);
  if (desk.kiosk->machine.mode() == KioskMode::kPin)
    draw_keypad(desk);
  else
    draw_service(desk);
  stage.lower();
}

}  // namespace broadsheet::view
