#include "view/sheet.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

float Piece::bottom() const {
  size_t lines = std::min(to, layout.lines.size()) - std::min(from, layout.lines.size());
  return y + static_cast<float>(lines) * layout.style.line_height;
}

void Sheet::clear() {
  pieces.clear();
  stripes.clear();
  targets.clear();
  height = 0;
}

float Setting::put(std::string_view words, const TextStyle& style, Tone tone, float x, float y, float width,
                   Role role, int level) {
  if (words.empty()) return y;
  Piece piece;
  piece.layout = setter.set(words, style, width);
  piece.x = x;
  piece.y = y;
  piece.tone = tone;
  piece.role = role;
  piece.level = level;
  piece.words = words;
  sheet.pieces.push_back(std::move(piece));
  float bottom = sheet.pieces.back().bottom();
  sheet.height = std::max(sheet.height, bottom);
  return bottom;
}

float Setting::height(std::string_view words, const TextStyle& style, float width) {
  return words.empty() ? 0 : setter.set(words, style, width).height();
}

void Setting::across(float x, float y, float w, Tone tone, float thick) {
  sheet.stripes.push_back({{x, y, w, thick}, tone});
  sheet.height = std::max(sheet.height, y + thick);
}

void Setting::upright(float x, float y, float h, Tone tone) {
  sheet.stripes.push_back({{x, y, 0, h}, tone});
}

void Setting::link(std::string_view id, std::string_view name, Rect rect, int underline, size_t before) {
  Target target;
  target.id = id;
  target.name = name;
  target.rect = rect;
  target.underline = underline;
  target.before = std::min(before, sheet.pieces.size());
  sheet.targets.push_back(std::move(target));
}

Ink ink_of(Tone tone, const Palette& palette) {
  switch (tone) {
    case Tone::kInk:
      return palette.ink;
    case Tone::kSoft:
      return palette.soft;
    case Tone::kAccent:
      return palette.accent;
    case Tone::kHairline:
      return palette.hairline;
  }
  return palette.ink;
}

std::string draw_sheet(Stage& stage, const Sheet& sheet, float x, float y) {
  const Palette& palette = stage.ink();
  x = stage.snap(x);
  y = stage.snap(y);
  std::string pressed;
  for (const Stripe& stripe : sheet.stripes) {
    float top = y + stripe.rect.y;
    if (top > stage.height() || top + stripe.rect.h < 0) continue;
    Rect rect = stripe.rect;
    rect.w = std::max(rect.w, stage.pixel());
    rect.h = std::max(rect.h, stage.pixel());
    stage.fill({stage.snap(x + rect.x), stage.snap(top), rect.w, rect.h}, ink_of(stripe.tone, palette));
  }
  size_t target = 0;
  auto links = [&](size_t piece) {
    for (; target < sheet.targets.size() && sheet.targets[target].before <= piece; ++target) {
      const Target& link = sheet.targets[target];
      Rect rect{x + link.rect.x, y + link.rect.y, link.rect.w, link.rect.h};
      if (stage.press(link.id, link.name, rect, link.role, link.pressed, link.current)) pressed = link.id;
      bool lit = stage.hot(link.id) && !stage.coarse();
      if (!lit || link.underline < 0) continue;
      const Piece& head = sheet.pieces[static_cast<size_t>(link.underline)];
      const Layout& layout = head.layout;
      for (size_t i = head.from; i < std::min(head.to, layout.lines.size()); ++i) {
        const Line& row = layout.lines[i];
        if (row.count == 0) continue;
        float step = layout.style.line_height;
        float base = y + head.y + static_cast<float>(i - head.from) * step + (step + layout.style.size) / 2;
        float left = layout.glyphs[row.first].x;
        stage.rule(x + head.x + left, base + 1, row.width - left, palette.ink, std::max(1.0f, stage.snap(1)));
      }
    }
  };
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    links(i);
    const Piece& piece = sheet.pieces[i];
    float top = y + piece.y;
    float bottom = y + piece.bottom();
    if (piece.spoken) {
      std::string id = piece.id.empty() ? sheet.name + "text." + std::to_string(i) : piece.id;
      stage.mirror().leaf(piece.role, id, piece.words,
                          {x + piece.x, top, piece.layout.measure, bottom - top});
      stage.mirror().last().level = piece.level;
    }
    if (bottom < 0 || top > stage.height()) continue;
    stage.text(piece.layout, x + piece.x, top, ink_of(piece.tone, palette), piece.from, piece.to);
  }
  links(SIZE_MAX);
  return pressed;
}

}  // namespace broadsheet::view
