// The kiosk's clockwork: which plate stands, who is there, when the loop goes on. Knows neither a screen nor
// an edition.
//
//     KioskMachine machine(settings);
//     machine.deal(weights, now);             // one weight a plate
//     if (machine.step(now)) ...              // a new plate stands, or the loop began again
//     wake_at(machine.due(now));              // nothing happens before
//     if (machine.touch(now)) open(machine.plate());   // somebody came: the loop is left at once
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "view/kiosk_settings.h"

namespace broadsheet::view {

enum class KioskMode {
  kLoop,     // nobody is there
  kVisit,    // somebody reads
  kAsk,      // nothing moved for a while: counting down to the loop
  kPin,      // five touches in the corner: the keypad
  kService,  // the right PIN: what a technician may see and do
};

class KioskMachine {
 public:
  static constexpr double kOut = 0.45,
                          kIn = 0.75;       // seconds of a turn: the old plate goes, the new one comes
  static constexpr double kCountdown = 10;  // of the idle time
  static constexpr double kPinIdle = 20, kServiceIdle = 300;

  explicit KioskMachine(const KioskSettings& settings) : settings_(settings) {}

  // New plates: the loop begins again with the first of them. `calm` turns without moving.
  void deal(const std::vector<double>& weights, double now, bool calm = false);
  // What is due. True where another plate stands than before, or the loop was entered from a visit.
  bool step(double now);
  // When step() has something to do next; `now` while a plate turns.
  double due(double now) const;

  // Somebody touched the screen or a key. True where that ended the loop.
  bool touch(double now);
  // Any other sign of life: a pointer that moves, a scroll, a word being composed. Ends no loop.
  void life(double now);
  void ask_pin(double now);
  void open_service(double now);
  void to_loop(double now);

  KioskMode mode() const { return mode_; }
  size_t plate() const { return deck_.empty() ? 0 : deck_[at_]; }
  size_t place() const { return at_; }  // of it in this round
  size_t count() const { return deck_.size(); }
  uint64_t turns() const { return turns_; }
  // How much of the plate is hidden, from 0 to 1; `coming` says which side of the turn this is.
  double veil(double now, bool& coming) const;
  int seconds_left(double now) const;  // of the countdown

 private:
  void shuffle();
  double patience() const;

  KioskSettings settings_;
  KioskMode mode_ = KioskMode::kLoop;
  std::vector<uint32_t> deck_;
  size_t at_ = 0;
  uint64_t turns_ = 0;
  uint32_t seed_ = 0x9e3779b9;
  double since_ = 0;  // the plate stands; less than that while it still comes
  double last_life_ = 0;
  bool calm_ = false, leaving_ = false;
};

}  // namespace broadsheet::view
