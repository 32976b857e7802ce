// Colours and sizes of the paper. The only place where either is written down.
#pragma once

#include <cstdint>

#include "view/typeset.h"

namespace broadsheet::view {

using Ink = uint32_t;  // as ImU32: 0xAABBGGRR

constexpr Ink rgb(uint32_t hex, uint32_t alpha = 255) {
  return (alpha << 24) | ((hex & 0xff) << 16) | (hex & 0xff00) | (hex >> 16);
}
Ink with_alpha(Ink ink, float alpha);
Ink blend(Ink from, Ink to, float share);

enum class Theme { kSystem, kDay, kNight, kContrast };

struct Palette {
  Ink paper, wash, ink, soft, hairline, accent, on_accent, selection, highlight, join_wash;
  bool dark;
};
const Palette& palette_of(Theme theme);  // kSystem is resolved by the caller

// One colour an article in the source view; ends of the list are far apart in hue and alike in weight.
Ink article_ink(int index, const Palette& palette);

// Sizes in logical pixels at text size 100 %, times `scale`, rounded to whole pixels as ImGui needs them.
struct Scale {
  float text = 1;    // the reader's choice and the screen's size
  float screen = 1;  // of the bar and the panels: larger only on a wall
  bool phone = false;
  float px(float size) const;
  TextStyle masthead() const;
  TextStyle lead_head() const;
  TextStyle reader_head() const;
  TextStyle story_head() const;
  TextStyle brief_head() const;
  TextStyle subhead() const;
  TextStyle kicker() const;
  TextStyle deck() const;
  TextStyle body() const;     // indented, justified
  TextStyle excerpt() const;  // a size smaller, for the front page
  TextStyle quote() const;
  TextStyle meta() const;
  TextStyle note() const;  // captions
  TextStyle bar() const;
  TextStyle dump() const;  // source text as it came
};

}  // namespace broadsheet::view
