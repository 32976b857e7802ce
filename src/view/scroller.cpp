#include "view/scroller.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

namespace {
constexpr float kFriction = 3.2f;  // 1/s: a fling of 1000 px/s runs some 300 px
// A glide takes 200 ms: the rest grows shorter by this time constant (s), but no slower than that (px/s), and
// what lies further away (px) is jumped over.
constexpr float kGlideTime = 0.05f, kGlideLeast = 1000, kGlideMost = 1000;
constexpr float kMostOver = 140;    // px
constexpr float kBackTime = 0.07f;  // s, time constant of the way back
constexpr float kBounce = 0.03f;    // s of a fling's speed that go beyond the end
}  // namespace

void Scroller::by(float dy, bool soft) {
  gliding = led = false;
  velocity = 0;
  if (over != 0 && over * dy < 0) {  // back first
    float back = std::fabs(dy) < std::fabs(over) ? dy : -over;
    over += back;
    dy -= back;
  }
  float want = offset + dy;
  offset = std::clamp(want, 0.0f, limit);
  if (soft && stepped) over += (want - offset) * 0.5f * std::max(0.0f, 1 - std::fabs(over) / kMostOver);
}

void Scroller::fling(float speed) {
  gliding = led = false;
  velocity = std::clamp(speed, -8000.0f, 8000.0f);
}

void Scroller::to(float y, bool at_once) {
  velocity = 0;
  led = false;
  target = std::clamp(y, 0.0f, limit);
  gliding = !at_once && std::fabs(target - offset) > 0.5f;
  offset = gliding ? std::clamp(offset, target - kGlideMost, target + kGlideMost) : target;
}

void Scroller::lead(float y, bool at_once) {
  to(y, at_once);
  led = true;
}

void Scroller::shift(float dy) {
  offset = std::max(0.0f, offset + dy);
  target = std::max(0.0f, target + dy);
}

void Scroller::bound(float content, float view) {
  limit = std::max(0.0f, content - view);
  offset = std::clamp(offset, 0.0f, limit);
  target = std::clamp(target, 0.0f, limit);
}

bool Scroller::step(double now, bool calm, bool held) {
  float dt = static_cast<float>(std::clamp(now - last, 0.0, 0.05));
  last = now;
  stepped = true;
  if (calm) {
    if (gliding) offset = target;
    gliding = false;
    velocity = over = 0;
    return false;
  }
  bool returning = over != 0 && !held;
  if (returning) {
    over *= std::exp(-dt / kBackTime);
    if (std::fabs(over) < 0.4f) over = 0;
    returning = over != 0;
  }
  if (gliding) {
    const float left = std::fabs(target - offset);
    const float by = std::max(left * (1 - std::exp(-dt / kGlideTime)), kGlideLeast * dt);
    gliding = by < left;
    offset = gliding ? offset + std::copysign(by, target - offset) : target;
    return gliding || returning;
  }
  if (std::fabs(velocity) < 12) {
    velocity = 0;
    return returning;
  }
  offset += velocity * dt;
  velocity *= std::exp(-kFriction * dt);
  if ((offset <= 0 && velocity < 0) || (offset >= limit && velocity > 0)) {
    over += std::clamp(velocity * kBounce, -kMostOver, kMostOver);
    velocity = 0;
  }
  offset = std::clamp(offset, 0.0f, limit);
  return velocity != 0 || over != 0;
}

}  // namespace broadsheet::view
