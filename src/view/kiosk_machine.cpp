#include "view/kiosk_machine.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "text/sort.h"

namespace broadsheet::view {

void KioskMachine::deal(const std::vector<double>& weights, double now, bool calm) {
  deck_.resize(weights.size());
  std::iota(deck_.begin(), deck_.end(), 0u);
  if (settings_.order == KioskOrder::kWeight)
    sort_stably(deck_, [&](uint32_t a, uint32_t b) { return weights[a] > weights[b]; });
  calm_ = calm;
  at_ = 0;
  if (settings_.order == KioskOrder::kShuffled) shuffle();
  since_ = now;
  leaving_ = false;
  last_life_ = now;
}

// A new order; the plate that stood last does not come first, so that it is never shown twice running.
void KioskMachine::shuffle() {
  if (deck_.size() < 2) return;
  uint32_t last = deck_.back();
  for (size_t i = deck_.size() - 1; i > 0; --i) {
    seed_ ^= seed_ << 13;
    seed_ ^= seed_ >> 17;
    seed_ ^= seed_ << 5;
    std::swap(deck_[i], deck_[seed_ % (i + 1)]);
  }
  if (deck_.front() == last) std::swap(deck_.front(), deck_[deck_.size() / 2]);
}

double KioskMachine::patience() const {
  if (mode_ == KioskMode::kPin) return kPinIdle;
  if (mode_ == KioskMode::kService) return kServiceIdle;
  return settings_.idle;
}

bool KioskMachine::step(double now) {
  if (mode_ != KioskMode::kLoop) {
    double still = now - last_life_;
    if (still >= patience()) {
      to_loop(now);
      return true;
    }
    if (mode_ == KioskMode::kVisit && still >= patience() - kCountdown) mode_ = KioskMode::kAsk;
    return false;
  }
  if (deck_.empty()) return false;
  double age = now - since_;
  if (age < settings_.dwell) return false;
  if (!calm_ && age < settings_.dwell + kOut) {
    leaving_ = true;
    return false;
  }
  leaving_ = false;
  ++turns_;
  if (++at_ == deck_.size()) {
    at_ = 0;
    if (settings_.order == KioskOrder::kShuffled) shuffle();
  }
  since_ = now;  // however late this comes: a machine that slept does not race through what it missed
  return true;
}

double KioskMachine::due(double now) const {
  if (mode_ == KioskMode::kAsk) return last_life_ + patience() - std::max(0, seconds_left(now) - 1);
  if (mode_ == KioskMode::kVisit) return last_life_ + patience() - kCountdown;
  if (mode_ != KioskMode::kLoop) return last_life_ + patience();
  if (deck_.empty()) return std::numeric_limits<double>::infinity();
  bool coming = false;
  if (veil(now, coming) > 0) return now;
  return since_ + settings_.dwell;
}

bool KioskMachine::touch(double now) {
  last_life_ = now;
  if (mode_ == KioskMode::kAsk) mode_ = KioskMode::kVisit;
  if (mode_ != KioskMode::kLoop) return false;
  mode_ = KioskMode::kVisit;
  leaving_ = false;
  return true;
}

void KioskMachine::life(double now) {
  last_life_ = now;
  if (mode_ == KioskMode::kAsk) mode_ = KioskMode::kVisit;
}

void KioskMachine::ask_pin(double now) {
  last_life_ = now;
  mode_ = KioskMode::kPin;
}

void KioskMachine::open_service(double now) {
  last_life_ = now;
  mode_ = KioskMode::kService;
}

void KioskMachine::to_loop(double now) {
  mode_ = KioskMode::kLoop;
  since_ = now;
  leaving_ = false;
}

double KioskMachine::veil(double now, bool& coming) const {
  coming = !leaving_;
  if (calm_ || mode_ != KioskMode::kLoop) return 0;
  double age = now - since_;
  if (age >= settings_.dwell) {
    coming = false;
    return std::clamp((age - settings_.dwell) / kOut, 0.001, 1.0);
  }
  return age < kIn ? std::max(0.001, 1 - age / kIn) : 0;
}

int KioskMachine::seconds_left(double now) const {
  return static_cast<int>(std::ceil(std::max(0.0, last_life_ + patience() - now)));
}

}  // namespace broadsheet::view
