#include "view/lit.h"

#include <algorithm>

#include "view/linebreak.h"

namespace broadsheet::view {

bool stretch_on(const Layout& layout, size_t line, uint32_t from, uint32_t to, float& x0, float& x1) {
  const Line& row = layout.lines[line];
  if (to <= row.begin || from >= row.end) return false;
  bool any = false;
  for (uint32_t g = row.first; g < row.first + row.count; ++g) {
    const Glyph& glyph = layout.glyphs[g];
    if (glyph.offset < from || glyph.offset >= to) continue;
    if (!any) x0 = glyph.x;
    any = true;
    x1 = glyph.x + (is_hanzi(glyph.code) ? std::min(glyph.advance, layout.style.size) : glyph.advance);
  }
  return any;
}

void wash(Stage& stage, const Layout& layout, size_t line, float x, float y, uint32_t from, uint32_t to,
          Ink ink) {
  float x0 = 0, x1 = 0;
  if (!stretch_on(layout, line, from, to, x0, x1)) return;
  float size = layout.style.size, step = layout.style.line_height;
  float pad = std::min(0.28f * size, (step - size) / 2);
  stage.fill({x + x0, y + (step - size) / 2 - pad, x1 - x0, size + 2 * pad}, ink);
}

namespace {

template <typename Visit>
void each_line(Stage& stage, const Piece& piece, float y, const std::vector<Span>& bytes, Visit visit) {
  float step = piece.layout.style.line_height;
  for (size_t line = piece.from; line < std::min(piece.to, piece.layout.lines.size()); ++line) {
    float top = y + piece.y + static_cast<float>(line - piece.from) * step;
    if (top > stage.height() || top + step < 0) continue;
    for (const Span& span : bytes) visit(line, top, span);
  }
}

}  // namespace

void wash_piece(Stage& stage, const Piece& piece, float x, float y, const std::vector<Span>& bytes, Ink ink) {
  each_line(stage, piece, y, bytes, [&](size_t line, float top, const Span& span) {
    wash(stage, piece.layout, line, x + piece.x, top, span.begin, span.end, ink);
  });
}

void underline_piece(Stage& stage, const Piece& piece, float x, float y, const std::vector<Span>& bytes,
                     Ink ink) {
  const TextStyle& style = piece.layout.style;
  each_line(stage, piece, y, bytes, [&](size_t line, float top, const Span& span) {
    float x0 = 0, x1 = 0;
    if (stretch_on(piece.layout, line, span.begin, span.end, x0, x1))
      stage.fill({x + piece.x + x0, stage.snap(top + (style.line_height + style.size) / 2 + 2), x1 - x0, 2},
                 ink);
  });
}

}  // namespace broadsheet::view
