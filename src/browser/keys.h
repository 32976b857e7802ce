// From the browser's names of keys to ImGui's.
#pragma once

#include <string_view>

#include "imgui.h"

namespace broadsheet::browser {

// `key` is KeyboardEvent.key ("a", "ArrowLeft", "/"), `code` KeyboardEvent.code, used where the key writes a
// letter of another script. ImGuiKey_None where ImGui knows no such key.
ImGuiKey key_from(std::string_view key, std::string_view code);

}  // namespace broadsheet::browser
