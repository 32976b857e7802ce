// Text into the items that a line is made of: cells, words and the gaps between them.
//
// The paragraph builder adds these up and chooses breaks; nothing here knows a line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "view/linebreak.h"
#include "view/typeset.h"

namespace broadsheet::view {

struct Item {
  uint32_t begin = 0, end = 0;    // bytes
  uint32_t first = 0, count = 0;  // of Shaped::glyphs, x from the item's left edge
  float width = 0;                // inside a line
  float lead = 0;                 // of it, what goes where the item begins a line
  float tail = 0;                 // of it, what goes where the item ends a line
  float gap = 0;                  // after the item; vanishes at the end of a line
  float stretch = 0;              // of that gap, to be weighed against others
  float shrink = 0;               // of that gap and of the blank halves beside it, the most
  Break after = Break::kNone;
};

struct Shaped {
  std::vector<Item> items;
  std::vector<Glyph> glyphs;
  bool chinese = false;  // mostly hanzi: gaps between them take the stretch
};

// `longest` is the width from which a word is cut into pieces.
Shaped shape(Typesetter& setter, std::string_view text, const TextStyle& style, float longest,
             const std::vector<Emphasis>& set_apart = {});

}  // namespace broadsheet::view
