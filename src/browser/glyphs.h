// Glyphs by the browser's own fonts: an ImFontLoader over Canvas2D, so that every script that the machine can
// write is there without a download.
//
//     view::Fonts fonts = add_faces(*ImGui::GetIO().Fonts);
//     ... each frame: begin_glyph_budget(); draw; if (end_glyph_budget()) ask for another frame;
//
// Rasterising costs about 0.1 ms a hanzi. What goes over the frame's budget is left blank for this frame and
// asked for again in the next.
#pragma once

#include "view/app.h"

struct ImFontAtlas;

namespace broadsheet::browser {

view::Fonts add_faces(ImFontAtlas& atlas);

void begin_glyph_budget();
// True where glyphs were put off: the picture is not complete yet.
bool end_glyph_budget(ImFontAtlas& atlas);

// Throws out what has not been drawn lately once the atlas has reached its limit (16 MB of texture, so that
// old and new one together stay below 32 MB). Call between frames.
void trim_atlas(ImFontAtlas& atlas);

}  // namespace broadsheet::browser
