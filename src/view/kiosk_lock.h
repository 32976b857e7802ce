// The way out of a kiosk: five touches of a corner, then the PIN, with a pause that grows after every wrong
// one.
//
//     KioskLock lock("2468");
//     if (lock.corner(now)) show_keypad();
//     lock.digit('2'); ... if (lock.enter(now)) open();
#pragma once

#include <string>

namespace broadsheet::view {

class KioskLock {
 public:
  static constexpr int kTouches = 5;
  static constexpr double kTouchPause = 1.5;                     // between two of them, at most
  static constexpr double kFirstPause = 2, kLongestPause = 600;  // after a wrong PIN: 2 s, 4 s, 8 s, ...

  explicit KioskLock(std::string pin) : pin_(std::move(pin)) {}

  bool corner(double now);  // true at the fifth touch
  int touches() const { return touches_; }
  void elsewhere() { touches_ = 0; }

  void digit(char c);
  void erase();
  void clear() { typed_.clear(); }
  size_t typed() const { return typed_.size(); }
  // False where the PIN is wrong, or right within the pause: then it is not even looked at.
  bool enter(double now);
  double wait(double now) const { return now < open_at_ ? open_at_ - now : 0; }
  int wrong() const { return wrong_; }
  // As right after that many wrong ones in a row: a page that loads anew forgives nothing.
  void begin_wrong(int wrong, double now);
  bool has_pin() const { return !pin_.empty(); }

 private:
  std::string pin_, typed_;
  int touches_ = 0, wrong_ = 0;
  double last_touch_ = 0, open_at_ = 0;
};

}  // namespace broadsheet::view
