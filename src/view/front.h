// The front page: an edition composed as a printed page. front_page.cpp composes, front.cpp draws.
#pragma once

#include "view/desk.h"

namespace broadsheet::view {

struct FrontState {
  Sheet sheet;
  Scroller scroll;
  // What the sheet was composed for.
  int generation = -1;
  float width = 0, height = 0, text = 0;
  const Words* words = nullptr;
};

// Composes the whole edition into `sheet`, `width` wide, for a screen `height` high.
void compose_front(Desk& desk, Sheet& sheet, float width, float height);

// The width of the page on a screen, and its left edge.
float page_width(float screen);

}  // namespace broadsheet::view
