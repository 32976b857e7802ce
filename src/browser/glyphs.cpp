#include "browser/glyphs.h"

#include <cmath>
#include <vector>

#include "browser/js.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace broadsheet::browser {
namespace {

constexpr double kBudgetSeconds = 0.040;
// Before the first whole picture nothing moves that could stumble.
constexpr double kFirstBudgetSeconds = 0.400;
constexpr int kTextureLimit = 4096;  // 4096^2 bytes: 16 MB
// The em box of CJK fonts: one base line for all faces, whatever font the browser finds.
constexpr float kAscent = 0.88f;
constexpr float kDescent = 0.12f;

double budget = kFirstBudgetSeconds;
double budget_end = 0;
bool over_budget = false;
struct PutOff {
  ImGuiID baked;
  ImWchar code_point;
};
std::vector<PutOff> put_off;

int face_of(const ImFontConfig* source) {
  return static_cast<int>(source->FontNo);
}

// Latin at one device pixel a pixel sits between pixels when it is justified: drawn three times as wide and
// filtered, it can stand at thirds of a pixel. Hanzi are snapped to whole pixels and stay crisp.
int stretch_of(ImWchar code_point, float density) {
  return code_point < 0x2e80 && density < 2.0f ? 3 : 1;
}

void box_filter(std::vector<uint8_t>& bitmap, int width, int height, int stretch) {
  std::vector<uint8_t> row(static_cast<size_t>(width));
  for (int y = 0; y < height; ++y) {
    uint8_t* line = bitmap.data() + static_cast<ptrdiff_t>(y) * width;
    std::copy(line, line + width, row.begin());
    const int reach = stretch / 2;
    for (int x = 0; x < width; ++x) {
      int sum = 0;
      for (int k = -reach; k <= reach; ++k) {
        const int at = x + k;
        if (at >= 0 && at < width) sum += row[static_cast<size_t>(at)];
      }
      line[x] = static_cast<uint8_t>(sum / stretch);
    }
  }
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar) {
  return true;
}

bool bake(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = std::round(baked->Size * kAscent);
  baked->Descent = -std::round(baked->Size * kDescent);
  return true;
}

bool load(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
          ImFontGlyph* glyph, float* advance) {
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  const float pixels = baked->Size * density;
  const float width = js_advance(face_of(source), pixels, code_point) / density;
  if (advance) {
    *advance = width;
    return true;
  }
  glyph->Codepoint = code_point;
  glyph->AdvanceX = width;
  ImFont* font = baked->ContainerFont;
  const bool needed =
      code_point == font->FallbackChar || code_point == font->EllipsisChar || font->FallbackChar == 0;
  if (!needed && js_now() > budget_end) {
    over_budget = true;
    put_off.push_back({baked->BakedId, code_point});
    return true;
  }
  const int stretch = stretch_of(code_point, density);
  int box[4];
  if (!js_glyph(face_of(source), pixels, code_point, stretch, box)) return true;
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, box[2], box[3]);
  if (place == ImFontAtlasRectId_Invalid) {
    // The atlas is as large as it may be: blank now, and again once trim_atlas has made room.
    over_budget = true;
    put_off.push_back({baked->BakedId, code_point});
    return true;
  }
  std::vector<uint8_t> bitmap(static_cast<size_t>(box[2]) * static_cast<size_t>(box[3]));
  js_glyph_bitmap(bitmap.data());
  if (stretch > 1) box_filter(bitmap, box[2], box[3], stretch);
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
  const float left = static_cast<float>(box[0]) / (density * static_cast<float>(stretch));
  const float top = static_cast<float>(box[1]) / density + baked->Ascent;
  glyph->X0 = left;
  glyph->Y0 = top;
  glyph->X1 = left + static_cast<float>(box[2]) / (density * static_cast<float>(stretch));
  glyph->Y1 = top + static_cast<float>(box[3]) / density;
  glyph->Visible = true;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, bitmap.data(), ImTextureFormat_Alpha8,
                                     box[2]);
  return true;
}

const ImFontLoader* canvas_loader() {
  static ImFontLoader loader;
  loader.Name = "canvas";
  loader.FontSrcContainsGlyph = contains;
  loader.FontBakedInit = bake;
  loader.FontBakedLoadGlyph = load;
  return &loader;
}

}  // namespace

view::Fonts add_faces(ImFontAtlas& atlas) {
  atlas.TexDesiredFormat = ImTextureFormat_Alpha8;
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  atlas.TexMinWidth = 1024;
  atlas.TexMinHeight = 1024;
  atlas.TexMaxWidth = atlas.TexMaxHeight = ImMin(kTextureLimit, js_texture_limit());
  atlas.SetFontLoader(canvas_loader());
  view::Fonts fonts;
  for (int face = 0; face < view::kFaceCount; ++face) {
    ImFontConfig config;
    config.FontLoader = canvas_loader();
    config.FontNo = static_cast<ImU32>(face);
    config.SizePixels = 16;
    ImFormatString(config.Name, sizeof(config.Name), "face %d", face);
    fonts.face[face] = atlas.AddFont(&config);
  }
  return fonts;
}

void begin_glyph_budget() {
  budget_end = js_now() + budget;
  over_budget = false;
}

bool end_glyph_budget(ImFontAtlas& atlas) {
  if (!over_budget) {
    budget = kBudgetSeconds;
    return false;
  }
  for (const PutOff& glyph : put_off) {
    auto* baked = static_cast<ImFontBaked*>(atlas.Builder->BakedMap.GetVoidPtr(glyph.baked));
    if (!baked || !baked->IsGlyphLoaded(glyph.code_point)) continue;
    ImFontAtlasBakedDiscardFontGlyph(&atlas, baked->ContainerFont, baked, baked->FindGlyph(glyph.code_point));
    baked->IndexAdvanceX[static_cast<int>(glyph.code_point)] = -1.0f;
  }
  put_off.clear();
  return true;
}

void trim_atlas(ImFontAtlas& atlas) {
  const ImTextureData* texture = atlas.TexData;
  ImFontAtlasBuilder* builder = atlas.Builder;
  if (!texture || !builder) return;
  const float area = static_cast<float>(texture->Width) * static_cast<float>(texture->Height);
  const auto used = static_cast<float>(builder->RectsPackedSurface);
  if (texture->Width < atlas.TexMaxWidth || texture->Height < atlas.TexMaxHeight || used < area * 0.85f)
    return;
  ImFontAtlasBuildDiscardBakes(&atlas, 0);
  ImFontAtlasTextureRepack(&atlas, texture->Width, texture->Height);
}

}  // namespace broadsheet::browser
