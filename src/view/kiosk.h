// The kiosk on the desk: the loop in front of the edition, the visit, the way out. kiosk_machine.h has the
// clockwork.
//
//     app.start_kiosk(settings, host);          // from then on App::frame shows it
//     if (app.kiosk_touch(kind, x, y)) ...      // every input first: true where the screens must not see it
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "correct/log.h"
#include "view/desk.h"
#include "view/kiosk_lock.h"
#include "view/kiosk_machine.h"
#include "view/kiosk_plate.h"

namespace broadsheet::view {

enum class KioskInput { kMove = 0, kPointer = 1, kKey = 2, kDigit = 3 };
enum class KioskAct { kLeave = 0, kReload = 1, kSaveLog = 2 };

// What the kiosk needs of the machine beyond Host.
class KioskHost {
 public:
  virtual ~KioskHost() = default;
  virtual float hour() const = 0;                 // local time of day, 0 to 24
  virtual void note(std::string_view event) = 0;  // into the log of the last 500 events
  virtual std::string log() = 0;                  // a line an event, the newest last
  virtual void act(KioskAct act) = 0;
  virtual std::string address() = 0;  // of this page, for other machines; empty from disk
};

struct KioskState;

// Begins, and begins again after a visit: size, language, theme, search and place as they were told.
void reset_kiosk(Desk& desk);
// Goes on with the pause after wrong PINs where the log says that there were some before the page was loaded.
void kiosk_resume_lock(Desk& desk);
// Deals the plates of the edition on the desk.
void deal_kiosk(Desk& desk);
// True where the loop is on: nothing else is drawn.
bool draw_kiosk_loop(Desk& desk);
// Over the screens of a visit: the bar, the countdown, the keypad, the service page.
void draw_kiosk_visit(Desk& desk);
void draw_kiosk_lock(Desk& desk);
bool kiosk_input(Desk& desk, KioskInput kind, float x, float y);

struct KioskState {
  KioskState(KioskSettings told, KioskHost& machine_host)
      : settings(std::move(told)), machine(settings), lock(settings.pin), host(machine_host) {}
  KioskSettings settings;
  KioskMachine machine;
  KioskLock lock;
  KioskHost& host;
  // Called through these and so never inlined: the hosted page fetches what is behind them only where it is a
  // kiosk (web/split.mjs).
  bool (*draw_loop)(Desk&) = draw_kiosk_loop;
  void (*draw_visit)(Desk&) = draw_kiosk_visit;
  bool (*input)(Desk&, KioskInput, float, float) = kiosk_input;

  std::unique_ptr<Edition> waiting;  // checked, and shown from the next turn on
  std::vector<Log> waiting_logs;     // its corrections
  bool offline = false;
  std::string good_date;  // of the edition that is shown, where it was refreshed

  Plate plate;
  // What it was composed for.
  size_t plate_of = SIZE_MAX;
  int generation = -1;
  float width = 0, height = 0;
  const Words* words = nullptr;
  bool was_offline = false;

  bool wrong_pin = false;
  std::string log;  // as it stood when the service page was opened
  Sheet log_sheet;  // of it, so wide
  float log_width = 0;
  Scroller log_scroll;
  KioskMode shown = KioskMode::kLoop;
};

}  // namespace broadsheet::view
