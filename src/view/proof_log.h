// The log on the screen: every correction with who made it, what no longer fits, a second log merged into it.
#pragma once

#include "view/desk.h"
#include "view/scroller.h"

namespace broadsheet::view {

struct LogPanel {
  bool open = false;
  Scroller scroll;
};

void open_log(Desk& desk);
void draw_log(Desk& desk, bool keys);
// Two corrections of one place side by side, until all are decided.
void draw_conflict(Desk& desk, bool keys);

}  // namespace broadsheet::view
