// Review: one repair of the edition after the other, the least certain first, accepted or rejected by one
// key.
#pragma once

#include <vector>

#include "view/desk.h"
#include "view/effect.h"

namespace broadsheet::view {

enum class Verdict { kNone, kKept, kUndone };

struct ReviewItem {
  int page = 0;
  Repair repair;
};

struct Review {
  bool open = false;
  std::vector<ReviewItem> items;
  int at = -1;
  int generation = -1, composed = -1;  // the effect is of this state
  std::vector<EffectRow> effect;       // of rejecting it
};

void begin_review(Desk& desk);
Verdict verdict_of(const Desk& desk, const ReviewItem& item);
// How many of the items were accepted or rejected.
int reviewed(const Desk& desk);
void draw_review(Desk& desk, bool keys);

}  // namespace broadsheet::view
