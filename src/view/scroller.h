// One scrolled pane: wheel, touch with inertia and a soft end, keys, and bringing something into view.
#pragma once

#include "view/mirror.h"

namespace broadsheet::view {

struct Scroller {
  float offset = 0;
  float velocity = 0;  // px/s of a fling
  float target = 0;    // of a key's glide
  float limit = 0;     // the largest offset
  bool gliding = false;
  Rect pane;  // where it stands, for finding the pane under the pointer
  double last = 0;

  void by(float dy);
  void fling(float speed);
  void to(float y, bool at_once);
  // The words above moved by this much: stay with the words.
  void shift(float dy);
  void bound(float content, float view);
  // One step of inertia or glide; true while it goes on. `calm` jumps.
  bool step(double now, bool calm);
};

}  // namespace broadsheet::view
