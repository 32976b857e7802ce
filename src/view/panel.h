// A panel below the bar's right end, with a row for each thing to choose; it closes when something outside is
// pressed, and scrolls where the screen is lower than it.
//
//     Panel panel = open_panel(desk, 320, 16 + 3 * row_height_of(desk), "panel.text", "Text");
//     if (panel.line("text.print", "Print")) ...;
//     if (close_panel(desk)) desk.text_menu = false;
#pragma once

#include <string_view>

#include "view/desk.h"

namespace broadsheet::view {

float row_height_of(const Desk& desk);

struct Panel {
  Desk& desk;
  Stage& stage;
  Rect rect;
  float y;  // of the next row

  // One of several things in a row; the caller moves on to the next row.
  bool choice(std::string_view id, std::string_view words, float x, float w, bool chosen,
              Role role = Role::kButton);
  bool line(std::string_view id, std::string_view words, bool warning = false);
  bool toggle(std::string_view id, std::string_view words, bool on);
  // A quiet line that is no button.
  void note(std::string_view id, std::string_view words);
};

// `width` in pixels of the bar, `height` as it is; `id` is that of the dialog in the mirror.
Panel open_panel(Desk& desk, float width, float height, const char* id, std::string_view name);
// True where something outside was pressed.
bool close_panel(Desk& desk);

}  // namespace broadsheet::view
