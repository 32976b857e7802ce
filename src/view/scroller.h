// One scrolled pane: wheel, touch with inertia and a soft end, keys, and bringing something into view.
#pragma once

#include "view/mirror.h"

namespace broadsheet::view {

struct Scroller {
  float offset = 0;
  float velocity = 0;  // px/s of a fling
  float target = 0;    // of a key's glide
  float limit = 0;     // the largest offset
  float over = 0;      // a finger pulled this far beyond an end; goes back by itself
  bool gliding = false;
  bool led = false;      // another pane moved it last, nobody's hand
  bool stepped = false;  // somebody runs its inertia, so that what was pulled goes back
  Rect pane;             // where it stands, for finding the pane under the pointer
  double last = 0;

  // `soft`: a finger that may pull beyond the ends, ever harder.
  void by(float dy, bool soft = false);
  void fling(float speed);
  void to(float y, bool at_once);
  // Where another pane goes; a hand that moves this one takes it back.
  void lead(float y, bool at_once);
  // The words above moved by this much: stay with the words.
  void shift(float dy);
  void bound(float content, float view);
  // One step of inertia or glide; true while it goes on. `calm` jumps; `held`: a finger is still down.
  bool step(double now, bool calm, bool held = false);
  // What is drawn: the offset, and what was pulled beyond it.
  float shown() const { return offset + over; }
};

}  // namespace broadsheet::view
