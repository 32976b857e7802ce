// A composed sheet: set text, rules and links at their places. Composed once for a width, drawn many times.
//
//     Sheet sheet;
//     Setting set{sheet, setter};
//     float y = set.put(headline, scale.lead_head(), Tone::kInk, x, y, width, Role::kHeading, 2);
//     ...
//     std::string id = draw_sheet(stage, sheet, left, top - scroll);   // the link that was pressed, or empty
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/stage.h"

namespace broadsheet::view {

enum class Tone { kInk, kSoft, kAccent, kHairline };

struct Piece {
  Layout layout;
  float x = 0, y = 0;
  size_t from = 0, to = SIZE_MAX;  // lines of the layout; y is the top of line `from`
  Tone tone = Tone::kInk;
  Role role = Role::kText;
  int level = 0;
  bool spoken = true;  // has a node in the mirror
  std::string id, words;
  float bottom() const;
};

struct Stripe {
  Rect rect;  // a height or width of 0 is one device pixel
  Tone tone = Tone::kInk;
};

struct Target {
  std::string id, name;
  Rect rect;
  Role role = Role::kLink;
  bool pressed = false, current = false;
  size_t before = 0;   // stands before this piece in reading order
  int underline = -1;  // the piece that is underlined while the pointer is here
};

struct Sheet {
  std::string name;  // before the ids of its texts: two sheets may stand on one screen
  std::vector<Piece> pieces;
  std::vector<Stripe> stripes;
  std::vector<Target> targets;
  float height = 0;
  void clear();
};

// Fills a sheet.
struct Setting {
  Sheet& sheet;
  Typesetter& setter;
  // Returns the bottom. Without words nothing is put and `y` comes back.
  float put(std::string_view words, const TextStyle& style, Tone tone, float x, float y, float width,
            Role role = Role::kText, int level = 0);
  float height(std::string_view words, const TextStyle& style, float width);
  void across(float x, float y, float w, Tone tone, float thick = 0);
  void upright(float x, float y, float h, Tone tone = Tone::kHairline);
  // A link over [y, bottom) whose heading is the piece put last but `back`.
  void link(std::string_view id, std::string_view name, Rect rect, int underline = -1,
            size_t before = SIZE_MAX);
};

Ink ink_of(Tone tone, const Palette& palette);
std::string draw_sheet(Stage& stage, const Sheet& sheet, float x, float y);

}  // namespace broadsheet::view
