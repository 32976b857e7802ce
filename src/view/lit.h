// Washes behind words: what was found, what is selected, and where it stands on a line.
#pragma once

#include <vector>

#include "view/sheet.h"

namespace broadsheet::view {

// [from, to) of the text's bytes on one line, as x from the line's left; false where nothing of it is there.
bool stretch_on(const Layout& layout, size_t line, uint32_t from, uint32_t to, float& x0, float& x1);

// A wash behind that stretch; x, y: the line's left and top on the screen.
void wash(Stage& stage, const Layout& layout, size_t line, float x, float y, uint32_t from, uint32_t to,
          Ink ink);

// Behind all of these bytes of a piece of a sheet that is drawn at x, y.
void wash_piece(Stage& stage, const Piece& piece, float x, float y, const std::vector<Span>& bytes, Ink ink);

// A line below them.
void underline_piece(Stage& stage, const Piece& piece, float x, float y, const std::vector<Span>& bytes,
                     Ink ink);

}  // namespace broadsheet::view
