#include "view/kiosk.h"

#include <algorithm>
#include <cmath>

#include "view/contents.h"
#include "view/find.h"
#include "view/front.h"
#include "view/kiosk_words.h"
#include "view/proof.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {

// Static parts wander a few pixels from plate to plate: nothing stands on the same pixels for months.
constexpr float kShiftX[] = {0, 5, 8, 5, 0, -5, -8, -5};
constexpr float kShiftY[] = {-6, -4, 0, 4, 6, 4, 0, -4};

std::string phone_link(const KioskState& kiosk, const Article& article) {
  std::string base = kiosk.settings.link.empty() ? kiosk.host.address() : kiosk.settings.link;
  if (base.empty()) return base;
  Place to;
  to.screen = Screen::kReader;
  to.article = article.id;
  return base.substr(0, base.find('#')) + "#" + address_of(to);
}

void theme_by_hour(Desk& desk) {
  desk.settings.theme =
      desk.kiosk->settings.night.holds(desk.kiosk->host.hour()) ? Theme::kNight : Theme::kDay;
}

// At the end of a story: what was fetched meanwhile takes the place of the old edition.
void take_waiting(Desk& desk) {
  KioskState& kiosk = *desk.kiosk;
  if (!kiosk.waiting) return;
  desk.take(std::move(*kiosk.waiting));
  kiosk.waiting.reset();
  begin_proof(desk, kiosk.waiting_logs);
  deal_kiosk(desk);
  kiosk.host.note("new edition shown: " + desk.edition.title + " " + desk.edition.date + ", " +
                  std::to_string(desk.order.size()) + " stories");
}

}  // namespace

void reset_kiosk(Desk& desk) {
  const KioskSettings& told = desk.kiosk->settings;
  desk.settings = Settings{};
  desk.settings.marks = false;
  desk.settings.language = told.language;
  desk.settings.step = static_cast<int>(std::lround((told.scale - 1) * 10));
  theme_by_hour(desk);
  desk.apply_preferences();
  desk.help = desk.text_menu = desk.more_menu = desk.keep_menu = false;
  desk.complaints.clear();
  desk.toast.clear();
  desk.front = std::make_unique<FrontState>();
  desk.reader = std::make_unique<ReaderState>();
  desk.contents = std::make_unique<ContentsState>();
  FindState find;  // the index is the edition's, the search was the visitor's
  find.index = std::move(desk.find->index);
  find.indexed = desk.find->indexed;
  find.next_page = desk.find->next_page;
  *desk.find = std::move(find);
  desk.want_find_focus = false;
  desk.bar_shift = 0;
  desk.stage.set_focus("", false);
  desk.stage.blur_field();
  desk.kiosk->lock.clear();
  desk.kiosk->wrong_pin = false;
  desk.go(Place{}, false);
}

void deal_kiosk(Desk& desk) {
  std::vector<double> weights;
  for (size_t i = 0; i < desk.order.size(); ++i) {
    const Article& article = desk.article(i);
    double weight = std::sqrt(static_cast<double>(text_bytes(article)) + 1);
    if (!article.kicker.empty() || !article.deck.empty()) weight *= 1.25;
    if (article.headline.empty()) weight *= 0.5;
    weights.push_back(weight);
  }
  desk.kiosk->machine.deal(weights, desk.host.now(), desk.calm());
  desk.kiosk->plate_of = SIZE_MAX;
}

bool kiosk_input(Desk& desk, KioskInput kind, float x, float y) {
  KioskState& kiosk = *desk.kiosk;
  KioskMachine& machine = kiosk.machine;
  double now = desk.host.now();
  if (kind == KioskInput::kMove) {
    machine.life(now);
    return machine.mode() == KioskMode::kLoop;
  }
  // The top right corner, large enough for a thumb.
  float reach = 96 * std::max(1.0f, desk.scale().screen);
  bool corner = kind == KioskInput::kPointer && x > desk.stage.width() - reach && y < reach;
  bool taken = false;
  if (corner && (machine.mode() == KioskMode::kLoop || machine.mode() == KioskMode::kVisit)) {
    taken = true;  // nothing of the edition stands there
    if (kiosk.lock.corner(now)) {
      machine.ask_pin(now);
      desk.stage.set_focus("", false);  // a visitor's field would take the digits
      desk.stage.blur_field();
      kiosk.host.note("corner touched five times");
    }
  } else {
    kiosk.lock.elsewhere();
  }
  size_t plate = machine.plate();
  if (machine.touch(now)) {
    taken = true;
    reset_kiosk(desk);
    if (kind == KioskInput::kPointer && !corner && plate < desk.order.size())
      desk.open_article(desk.article(plate).id);
  }
  desk.stage.wake();
  return taken;
}

bool draw_kiosk_loop(Desk& desk) {
  KioskState& kiosk = *desk.kiosk;
  KioskMachine& machine = kiosk.machine;
  Stage& stage = desk.stage;
  double now = desk.host.now();
  bool ended = machine.step(now);
  if (machine.mode() != kiosk.shown) {
    if (machine.mode() == KioskMode::kLoop) {
      reset_kiosk(desk);
      take_waiting(desk);
      kiosk.plate_of = SIZE_MAX;
    }
    if (machine.mode() == KioskMode::kService) {
      kiosk.log = kiosk.host.log();
      kiosk.log_width = 0;
    }
    kiosk.shown = machine.mode();
    stage.wake();
  }
  desk.host.wake(machine.due(now));
  if (machine.mode() != KioskMode::kLoop || machine.count() == 0) return false;
  if (ended) {
    take_waiting(desk);
    theme_by_hour(desk);
    stage.wake();  // in the theme that the hour now asks for
  }
  if (kiosk.plate_of != machine.plate() || kiosk.generation != desk.generation ||
      kiosk.width != stage.width() || kiosk.height != stage.height() || kiosk.words != desk.words ||
      kiosk.was_offline != kiosk.offline) {
    const Article& article = desk.article(machine.plate());
    kiosk.plate_of = machine.plate();
    kiosk.generation = desk.generation;
    kiosk.width = stage.width();
    kiosk.height = stage.height();
    kiosk.words = desk.words;
    kiosk.was_offline = kiosk.offline;
    compose_plate(desk, article, phone_link(kiosk, article), kiosk.plate);
  }
  stage.mirror().open(Role::kMain, "kiosk", kiosk_words(desk.chinese).touch,
                      {0, 0, stage.width(), stage.height()});
  float u = plate_unit(stage);
  stage.fill({0, 0, stage.width(), stage.height()}, stage.ink().paper);
  draw_plate(desk, kiosk.plate, stage.snap(kShiftX[machine.turns() % 8] * u),
             stage.snap(kShiftY[machine.turns() % 8] * u));
  Rect whole{0, 0, stage.width(), stage.height()};
  if (stage.press("kiosk.touch", kiosk_words(desk.chinese).touch, whole))
    kiosk_input(desk, KioskInput::kKey, 0, 0);
  bool coming = false;
  auto veil = static_cast<float>(machine.veil(now, coming));
  if (veil > 0) {
    // Paper with a soft edge sweeps over the old plate and off the new one, the way the eye reads.
    float w = stage.width(), soft = 0.4f * w;
    float share = coming ? 1 - veil : veil;
    float ease = share * share * (3 - 2 * share);
    float edge = -soft + (w + soft) * ease;
    stage.sweep(edge, edge + soft, coming);
    stage.wake();
  }
  if (kiosk.settings.dim.holds(kiosk.host.hour()))
    stage.fill({0, 0, stage.width(), stage.height()}, rgb(0x000000, 110));
  stage.mirror().close();
  ImGui::SetMouseCursor(ImGuiMouseCursor_None);
  return true;
}

}  // namespace broadsheet::view
