// What speaks for a join of two pieces, in nats, where stitch.cpp has no other weights for the kind of dump:
// each is a softmax over all beginnings of the page and "none".
#pragma once

namespace broadsheet {

// Weights of joins where columns were read into each other, against "none": a softmax fitted to the open ends
// of tangled dumps.
struct TangledWeights {
  double joins = .47;
  double start = .27;
  double marks = .54;
  double known = 1.9;
  double other_width = -.8;
  double next = 1.75;
  double next_block = -.5;
  double next_after_head = -1.6;
  double topic_next = 1.1;
  double forward = -2.2;
  double away = .55;
  double back = -3.7;
  double away_back = .15;
  double block = 1.6;
  double after_head = .85;
  double topic = .35;
};
inline constexpr TangledWeights kTangled;

// The same of printed lines in strips, fitted to 1,480 open ends of 64 such pages; `far` (what is not next is
// the likelier as all must be taken up in turn), `start`, `away` and `topic` were then searched with the
// whole parser in view.
struct StripWeights {
  double none = -1.9;
  double joins = .67;
  double start = .19;
  double marks = .69;
  double known = 1.7;
  double other_measure = -.9;
  double next = 3.4;
  double next_after_head = -1;
  double topic_next = 1.03;
  double far = 2.5;
  double away = .62;
  double after_head = .7;
  double topic = .78;
};
inline constexpr StripWeights kStrip;

}  // namespace broadsheet
