#include "view/kiosk_lock.h"

#include <algorithm>

namespace broadsheet::view {

bool KioskLock::corner(double now) {
  if (now - last_touch_ > kTouchPause) touches_ = 0;
  last_touch_ = now;
  if (++touches_ < kTouches) return false;
  touches_ = 0;
  typed_.clear();
  return true;
}

void KioskLock::digit(char c) {
  if (c >= '0' && c <= '9' && typed_.size() < 12) typed_.push_back(c);
}

void KioskLock::erase() {
  if (!typed_.empty()) typed_.pop_back();
}

bool KioskLock::enter(double now) {
  std::string typed;
  typed.swap(typed_);
  if (wait(now) > 0) return false;
  if (typed == pin_) {
    wrong_ = 0;
    return true;
  }
  begin_wrong(wrong_ + 1, now);
  return false;
}

void KioskLock::begin_wrong(int wrong, double now) {
  wrong_ = wrong;
  double pause = kFirstPause;
  for (int i = 1; i < wrong && pause < kLongestPause; ++i) pause *= 2;
  open_at_ = now + std::min(pause, kLongestPause);
}

}  // namespace broadsheet::view
