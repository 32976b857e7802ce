#include "browser/renderer.h"

#include <cmath>
#include <string_view>

#include "browser/js.h"
#include "browser/shaders.h"
#include "imgui.h"

namespace broadsheet::browser {
namespace {

uint32_t next_texture = 1;

void update(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      texture.SetTexID(next_texture++);
      js_texture(static_cast<uint32_t>(texture.TexID), texture.Width, texture.Height, texture.Pixels);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantUpdates:
      for (const ImTextureRect& part : texture.Updates)
        js_texture_part(static_cast<uint32_t>(texture.TexID), texture.Width, texture.Pixels, part.x, part.y,
                        part.w, part.h);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames == 0) break;
      js_texture(static_cast<uint32_t>(texture.TexID), 0, 0, nullptr);
      texture.SetTexID(ImTextureID_Invalid);
      texture.SetStatus(ImTextureStatus_Destroyed);
      break;
    default:
      break;
  }
}

// Glyphs are the only quads that read anything but the white pixel. Their top left corner goes to a whole
// device pixel (across only where they are drawn one to one), their size stays: no row or column of ink is
// smeared over two.
void snap_glyphs(ImDrawList& list, const ImVec2& white, float density, float atlas_width) {
  for (int i = 0; i + 3 < list.VtxBuffer.Size;) {
    ImDrawVert* quad = &list.VtxBuffer[i];
    if (quad[0].uv.x == white.x && quad[0].uv.y == white.y) {
      ++i;
      continue;
    }
    const float texels = (quad[2].uv.x - quad[0].uv.x) * atlas_width;
    const float width = (quad[2].pos.x - quad[0].pos.x) * density;
    const bool upright = quad[0].pos.y == quad[1].pos.y && quad[0].pos.x == quad[3].pos.x;
    if (upright) {
      const float down = std::round(quad[0].pos.y * density) / density - quad[0].pos.y;
      const bool one_to_one = std::fabs(texels - width) < 0.5f;
      const float across = one_to_one ? std::round(quad[0].pos.x * density) / density - quad[0].pos.x : 0.0f;
      for (int k = 0; k < 4; ++k) {
        quad[k].pos.x += across;
        quad[k].pos.y += down;
      }
    }
    i += 4;
  }
}

}  // namespace

void start_renderer() {
  const std::string_view vertex = kInkVert;
  const std::string_view fragment = kInkFrag;
  js_shaders(vertex.data(), vertex.size(), fragment.data(), fragment.size());
}

void restart_renderer() {
  start_renderer();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_WantCreate);
    }
  }
}

void draw(ImDrawData& data) {
  if (data.Textures)
    for (ImTextureData* texture : *data.Textures)
      if (texture->Status != ImTextureStatus_OK) update(*texture);
  const float density = data.FramebufferScale.x;
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  js_draw_begin(data.DisplaySize.x, data.DisplaySize.y);
  for (ImDrawList* list : data.CmdLists) {
    snap_glyphs(*list, atlas.TexUvWhitePixel, density, static_cast<float>(atlas.TexData->Width));
    js_draw_list(list->VtxBuffer.Data, static_cast<size_t>(list->VtxBuffer.size_in_bytes()),
                 list->IdxBuffer.Data, static_cast<size_t>(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback) {
        if (command.UserCallback != ImDrawCallback_ResetRenderState) command.UserCallback(list, &command);
        continue;
      }
      const int left = static_cast<int>(std::floor(command.ClipRect.x * density + 0.5f));
      const int top = static_cast<int>(std::floor(command.ClipRect.y * density + 0.5f));
      const int right = static_cast<int>(std::floor(command.ClipRect.z * density + 0.5f));
      const int bottom = static_cast<int>(std::floor(command.ClipRect.w * density + 0.5f));
      if (right <= left || bottom <= top || command.ElemCount == 0) continue;
      js_draw(static_cast<uint32_t>(command.GetTexID()), left, top, right - left, bottom - top,
              command.VtxOffset, command.IdxOffset, command.ElemCount);
    }
  }
  js_draw_end();
}

}  // namespace broadsheet::browser
