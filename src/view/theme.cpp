#include "view/theme.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace broadsheet::view {

namespace {

constexpr Palette kDay{rgb(0xFBF9F4),      rgb(0xF3EFE6),     rgb(0x1B1A17), rgb(0x6B655B),
                       rgb(0xD9D3C7),      rgb(0xB3261E),     rgb(0xFBF9F4), rgb(0xB3261E, 46),
                       rgb(0xE9B949, 110), rgb(0xB3261E, 30), false};
constexpr Palette kNight{rgb(0x16171A),      rgb(0x1E1F23),     rgb(0xE4DFD6), rgb(0x9A948A),
                         rgb(0x2E2F34),      rgb(0xE8745C),     rgb(0x16171A), rgb(0xE8745C, 60),
                         rgb(0xC99A2E, 110), rgb(0xE8745C, 44), true};
constexpr Palette kContrast{rgb(0x000000),      rgb(0x101010),     rgb(0xFFFFFF), rgb(0xE6E6E6),
                            rgb(0x8C8C8C),      rgb(0xFFD60A),     rgb(0x000000), rgb(0x2F6BFF, 190),
                            rgb(0xB36B00, 255), rgb(0xFFD60A, 70), true};

constexpr uint32_t kArticleHues[] = {0x2A6FA8, 0xB3261E, 0x7A8A1E, 0x7B4BA3, 0x1F8A70, 0xC2701C,
                                     0x4D5BC4, 0xA8386F, 0x5E7F35, 0x8A5A2B, 0x2E8FA3, 0x97433A};
constexpr uint32_t kArticleHuesDark[] = {0x6FB1E6, 0xE8745C, 0xB9C65A, 0xB99AE0, 0x5FC7AB, 0xE8A868,
                                         0x97A2F5, 0xE58BB6, 0xA1C573, 0xCBA075, 0x70C9DB, 0xD9938B};

TextStyle style(Face face, float size, float line) {
  TextStyle out;
  out.face = face;
  out.size = size;
  out.line_height = std::round(line);
  return out;
}

TextStyle head(Face face, float size) {
  TextStyle out = style(face, size, size * 1.28f);
  out.balance = true;
  return out;
}

}  // namespace

Ink with_alpha(Ink ink, float alpha) {
  float was = static_cast<float>(ink >> 24);
  auto now = static_cast<uint32_t>(std::clamp(was * alpha, 0.0f, 255.0f));
  return (ink & 0x00ffffff) | (now << 24);
}

Ink blend(Ink from, Ink to, float share) {
  Ink out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    float a = static_cast<float>((from >> shift) & 0xff), b = static_cast<float>((to >> shift) & 0xff);
    out |= static_cast<Ink>(std::lround(a + (b - a) * share)) << shift;
  }
  return out;
}

const Palette& palette_of(Theme theme) {
  if (theme == Theme::kNight) return kNight;
  if (theme == Theme::kContrast) return kContrast;
  return kDay;
}

Ink article_ink(int index, const Palette& palette) {
  size_t at = static_cast<size_t>(std::max(0, index)) % std::size(kArticleHues);
  return rgb(palette.dark ? kArticleHuesDark[at] : kArticleHues[at]);
}

float Scale::px(float size) const {
  return std::max(8.0f, std::round(size * text));
}

TextStyle Scale::masthead() const {
  return style(Face::kSerifBold, px(phone ? 34 : 46), px(phone ? 44 : 60));
}
TextStyle Scale::lead_head() const {
  return head(Face::kSansBold, px(phone ? 28 : 40));
}
TextStyle Scale::reader_head() const {
  return head(Face::kSansBold, px(phone ? 28 : 38));
}
TextStyle Scale::story_head() const {
  return head(Face::kSansBold, px(24));
}
TextStyle Scale::brief_head() const {
  return head(Face::kSansBold, px(21));
}
TextStyle Scale::subhead() const {
  TextStyle out = head(Face::kSansBold, px(21));
  out.centre = true;
  return out;
}
TextStyle Scale::kicker() const {
  return style(Face::kSans, px(15), px(22));
}
TextStyle Scale::deck() const {
  TextStyle out = style(Face::kSerif, px(17), px(26));
  out.balance = true;
  return out;
}
TextStyle Scale::body() const {
  TextStyle out = style(Face::kSerif, px(18), px(32));
  out.justify = true;
  out.indent = 2 * out.size;
  return out;
}
TextStyle Scale::excerpt() const {
  TextStyle out = style(Face::kSerif, px(16), px(27));
  out.justify = true;
  out.indent = 2 * out.size;
  return out;
}
TextStyle Scale::quote() const {
  TextStyle out = style(Face::kSerif, px(22), px(36));
  out.balance = true;
  return out;
}
TextStyle Scale::meta() const {
  return style(Face::kSans, px(13), px(20));
}
TextStyle Scale::note() const {
  return style(Face::kSans, px(13), px(21));
}
TextStyle Scale::bar() const {
  return style(Face::kSans, std::round(14 * screen), std::round(20 * screen));
}
TextStyle Scale::dump() const {
  return style(Face::kSans, px(14), px(24));
}

}  // namespace broadsheet::view
