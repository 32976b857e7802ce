// What lies over a screen while something is corrected: the menu of what can be done with a passage, and the
// panel that shows a correction's effect before it is taken. Drawn by draw_proof, after the screen.
#pragma once

#include <string>

#include "imgui.h"
#include "view/draft.h"
#include "view/sheet.h"

namespace broadsheet::view {

// The keys that go through passages and choices, and how far each goes.
struct StepKey {
  ImGuiKey key;
  int by;
};
inline constexpr StepKey kStepKeys[] = {{ImGuiKey_DownArrow, 1}, {ImGuiKey_UpArrow, -1},
                                        {ImGuiKey_PageDown, 10}, {ImGuiKey_PageUp, -10},
                                        {ImGuiKey_End, 1 << 20}, {ImGuiKey_Home, -(1 << 20)}};

struct ProofMenu {
  bool open = false, roles = false;
  Subject subject;
  float x = 0, y = 0;
};

// Opens the menu at a place of the screen.
void open_proof_menu(Desk& desk, const Subject& subject, float x, float y);
// What a letter or digit means for a subject: J joins, 1 makes a headline. False where it means nothing.
bool act_on(Desk& desk, const Subject& subject);

// The paper that a panel lies on, at the foot of the screen or in its middle. `modal` takes the pointer too.
Rect open_foot(Desk& desk, const char* id, std::string_view name, float height, bool modal);
void close_foot(Desk& desk);
float foot_width(const Desk& desk);
float foot_margin(const Desk& desk);
// Rows of an effect from `y` on; returns the bottom.
float put_effect(Desk& desk, Setting& set, const std::vector<EffectRow>& rows, float x, float y, float width,
                 size_t most);
// A word to press in a panel; `strong` is filled with ink.
bool panel_button(Desk& desk, std::string_view id, std::string_view words, float right, float y, bool strong,
                  float& width, bool able = true);

void draw_draft(Desk& desk, bool keys);
void draw_proof_menu(Desk& desk, bool keys);

// True while a menu or panel of the proof has the keys.
bool proof_is_busy(const Desk& desk);
// All of it; `was_busy` is proof_is_busy of the frame's begin.
void draw_proof(Desk& desk, bool was_busy);

}  // namespace broadsheet::view
