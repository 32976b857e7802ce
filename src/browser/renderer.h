// ImGui's draw data on WebGL2: one program, one-byte coverage textures, everything crisp at device pixels.
//
//     start_renderer();              // has the shaders compiled; the first frame finds out whether they do
//     draw(*ImGui::GetDrawData());
#pragma once

struct ImDrawData;

namespace broadsheet::browser {

void start_renderer();
// After a lost context: compiles again and has every texture made anew from the pixels that ImGui keeps.
void restart_renderer();
void draw(ImDrawData& data);

}  // namespace broadsheet::browser
