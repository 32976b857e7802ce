#include "view/scroller.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

namespace {
constexpr float kFriction = 3.2f;    // 1/s: a fling of 1000 px/s runs some 300 px
constexpr float kGlideTime = 0.06f;  // s, time constant: 95 % of the way in 180 ms
}  // namespace

void Scroller::by(float dy) {
  gliding = false;
  velocity = 0;
  offset = std::clamp(offset + dy, 0.0f, limit);
}

void Scroller::fling(float speed) {
  gliding = false;
  velocity = std::clamp(speed, -8000.0f, 8000.0f);
}

void Scroller::to(float y, bool at_once) {
  velocity = 0;
  target = std::clamp(y, 0.0f, limit);
  gliding = !at_once && std::fabs(target - offset) > 0.5f;
  if (!gliding) offset = target;
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

bool Scroller::step(double now, bool calm) {
  float dt = static_cast<float>(std::clamp(now - last, 0.0, 0.05));
  last = now;
  if (calm) {
    if (gliding) offset = target;
    gliding = false;
    velocity = 0;
    return false;
  }
  if (gliding) {
    offset += (target - offset) * (1 - std::exp(-dt / kGlideTime));
    if (std::fabs(target - offset) < 0.5f) {
      offset = target;
      gliding = false;
    }
    return gliding;
  }
  if (std::fabs(velocity) < 12) {
    velocity = 0;
    return false;
  }
  offset += velocity * dt;
  velocity *= std::exp(-kFriction * dt);
  if (offset <= 0 || offset >= limit) velocity = 0;
  offset = std::clamp(offset, 0.0f, limit);
  return velocity != 0;
}

}  // namespace broadsheet::view
