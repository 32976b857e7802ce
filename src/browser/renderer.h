// ImGui's draw data on WebGL2: one program, one-byte coverage textures, everything crisp at device pixels.
//
//     if (!start_renderer()) ...;       // compiles the shaders; again after a lost context came back
//     draw(*ImGui::GetDrawData());
#pragma once

struct ImDrawData;

namespace broadsheet::browser {

bool start_renderer();
// After a lost context: compiles again and has every texture made anew from the pixels that ImGui keeps.
bool restart_renderer();
void draw(ImDrawData& data);

}  // namespace broadsheet::browser
