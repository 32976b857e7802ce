#include "view/stage.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"
#include "view/linebreak.h"

namespace broadsheet::view {

namespace {

bool inside(const Rect& rect, float x, float y) {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

Rect meet(const Rect& a, const Rect& b) {
  float x0 = std::max(a.x, b.x), y0 = std::max(a.y, b.y);
  float x1 = std::min(a.x + a.w, b.x + b.w), y1 = std::min(a.y + a.h, b.y + b.h);
  return {x0, y0, std::max(0.0f, x1 - x0), std::max(0.0f, y1 - y0)};
}

}  // namespace

void Stage::begin(const Palette& palette, const Scale& scale, bool coarse) {
  ImGuiIO& io = ImGui::GetIO();
  palette_ = &palette;
  scale_ = scale;
  coarse_ = coarse;
  width_ = io.DisplaySize.x;
  height_ = io.DisplaySize.y;
  density_ = io.DisplayFramebufferScale.x > 0 ? io.DisplayFramebufferScale.x : 1;
  mouse_ = io.MousePos;
  list_ = ImGui::GetBackgroundDrawList();
  clips_.assign(1, Rect{0, 0, width_, height_});
  spots_.clear();
  focusable_.clear();
  mirror_.begin_frame();
  if (labels_.size() > 3000) labels_.clear();
  typing_ = io.WantTextInput;
  hushed_ = false;
  tabbed_ = false;
  keyed_.clear();
  if (!focus_.empty() && focus_visible_ &&
      (key(ImGuiKey_Enter, false, false, false) || key(ImGuiKey_KeypadEnter, false, false, false) ||
       key(ImGuiKey_Space, false, false, false)))
    keyed_ = focus_;
}

void Stage::end() {
  ImGuiIO& io = ImGui::GetIO();
  // The topmost spot under the pointer, now that all are known.
  std::string over;
  hot_text_ = hot_press_ = false;
  for (size_t i = spots_.size(); i-- > 0;) {
    if (!inside(spots_[i].rect, mouse_.x, mouse_.y)) continue;
    over = spots_[i].id;
    hot_text_ = spots_[i].text;
    hot_press_ = spots_[i].press;
    break;
  }
  bool changed = over != hot_;
  hot_ = over;
  bool had_click = !clicked_.empty() || !down_.empty();
  had_click = had_click || !menu_.empty();
  clicked_.clear();
  down_.clear();
  menu_.clear();
  if (io.MouseClicked[1]) {
    menu_ = hot_;
    changed = true;
  }
  if (io.MouseClicked[0]) {
    held_ = hot_;
    down_ = hot_;
    focus_visible_ = false;
    if (hot_press_) focus_ = hot_;
    changed = true;
  }
  if (io.MouseReleased[0]) {
    if (!held_.empty() && held_ == hot_ && hot_press_) clicked_ = hot_;
    held_.clear();
    changed = true;
  }
  if (io.KeyCtrl || io.KeyAlt) {
  } else if (ImGui::IsKeyPressed(ImGuiKey_Tab) && !focusable_.empty()) {
    auto at =
        std::find_if(focusable_.begin(), focusable_.end(), [&](const Spot& s) { return s.id == focus_; });
    size_t n = focusable_.size();
    size_t i =
        at == focusable_.end() ? (io.KeyShift ? 0 : n - 1) : static_cast<size_t>(at - focusable_.begin());
    i = io.KeyShift ? (i + n - 1) % n : (i + 1) % n;
    focus_ = focusable_[i].id;
    focus_visible_ = true;
    tabbed_ = true;
    blur_ = true;
    changed = true;
  }
  if (hot_press_)
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  else if (hot_text_)
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  else if (!typing_)
    ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
  if (changed || had_click) wake();
  focus_before_ = focus_;
}

void Stage::raise(bool modal) {
  list_ = ImGui::GetForegroundDrawList();
  if (!modal) return;
  spots_.clear();
  focusable_.clear();
}

void Stage::lower() {
  list_ = ImGui::GetBackgroundDrawList();
}

float Stage::snap(float value) const {
  return std::round(value * density_) / density_;
}

void Stage::fill(Rect rect, Ink ink) {
  list_->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + rect.h}, ink);
}

void Stage::sweep(float edge, float end, bool from_right) {
  Ink paper = palette_->paper, none = paper & 0x00ffffff;
  Ink left = from_right ? none : paper, right = from_right ? paper : none;
  list_->AddRectFilledMultiColor({edge, 0}, {end, height_}, left, right, right, left);
  if (from_right)
    fill({end, 0, std::max(0.0f, width_ - end), height_}, paper);
  else
    fill({0, 0, std::max(0.0f, edge), height_}, paper);
}

void Stage::frame(Rect rect, Ink ink, float thick) {
  rule(rect.x, rect.y, rect.w, ink, thick);
  rule(rect.x, rect.y + rect.h - thick, rect.w, ink, thick);
  fill({rect.x, rect.y, thick, rect.h}, ink);
  fill({rect.x + rect.w - thick, rect.y, thick, rect.h}, ink);
}

void Stage::rule(float x, float y, float w, Ink ink) {
  rule(x, y, w, ink, pixel());
}
void Stage::rule(float x, float y, float w, Ink ink, float thick) {
  fill({snap(x), snap(y), w, thick}, ink);
}
void Stage::upright(float x, float y, float h, Ink ink) {
  fill({snap(x), snap(y), pixel(), h}, ink);
}

void Stage::dot(float x, float y, float r, Ink ink) {
  list_->AddCircleFilled({x, y}, r, ink, 12);
}

void Stage::stroke(float x0, float y0, float x1, float y1, Ink ink, float thick) {
  list_->AddLine({x0, y0}, {x1, y1}, ink, thick);
}

void Stage::circle(float x, float y, float r, Ink ink, float thick) {
  list_->AddCircle({x, y}, r, ink, 24, thick);
}

void Stage::pill(Rect rect, Ink ink, float thick) {
  if (thick <= 0) thick = pixel();
  float half = thick / 2;
  list_->AddRect({snap(rect.x) + half, snap(rect.y) + half},
                 {snap(rect.x + rect.w) - half, snap(rect.y + rect.h) - half}, ink, rect.h / 2, 0, thick);
}

void Stage::dots(float x, float y, float w, Ink ink) {
  float dot = std::max(pixel(), snap(1.25f)), step = snap(3);
  for (float at = 0; at + dot <= w; at += step) fill({snap(x + at), snap(y), dot, dot}, ink);
}

void Stage::line(const Layout& layout, size_t index, float x, float y, Ink ink) {
  const Line& row = layout.lines[index];
  ImFont* font = fonts_.face[static_cast<int>(layout.style.face)];
  if (!font) return;
  const Rect& clip = clips_.back();
  if (y > clip.y + clip.h || y + layout.style.line_height < clip.y) return;
  ImFontBaked* baked = font->GetFontBaked(layout.style.size, density_);
  float top = snap(y + (layout.style.line_height - layout.style.size) / 2), thirds = 3 * density_;
  for (uint32_t g = row.first; g < row.first + row.count; ++g) {
    const Glyph& glyph = layout.glyphs[g];
    if (glyph.code <= ' ') continue;
    ImFontBaked* type = baked;
    float up = 0;
    if (glyph.note || glyph.strong || glyph.lean) {
      const float size = layout.style.size;
      const bool dotted = glyph.lean && is_hanzi(glyph.code);
      ImFont* other =
          fonts_.face[static_cast<int>(face_of(layout.style.face, glyph.strong, glyph.lean && !dotted))];
      type = (other ? other : font)->GetFontBaked(glyph.note ? note_size(size) : size, density_);
      if (glyph.note) up = snap(note_rise(size) - (baked->Ascent - type->Ascent));
      if (dotted) dot(x + glyph.x + size / 2, top + size * 1.16f, size * 0.075f, ink);
    }
    const ImFontGlyph* drawn = type->FindGlyph(static_cast<ImWchar>(glyph.code));
    if (!drawn || !drawn->Visible) continue;
    // Thirds of a device pixel: what was drawn for whole ones is snapped by the renderer.
    float left = std::round((x + glyph.x + glyph.shift) * thirds) / thirds;
    Ink colour = drawn->Colored ? ink | IM_COL32_A_MASK : ink;
    list_->PrimReserve(6, 4);
    list_->PrimRectUV({left + drawn->X0, top - up + drawn->Y0}, {left + drawn->X1, top - up + drawn->Y1},
                      {drawn->U0, drawn->V0}, {drawn->U1, drawn->V1}, colour);
  }
}

void Stage::text(const Layout& layout, float x, float y, Ink ink, size_t from, size_t to) {
  const Rect& clip = clips_.back();
  float step = layout.style.line_height;
  to = std::min(to, layout.lines.size());
  if (y < clip.y) {
    auto above = static_cast<size_t>((clip.y - y) / step);
    y += static_cast<float>(above) * step;
    from += above;
  }
  for (size_t i = from; i < to && y < clip.y + clip.h; ++i, y += step) line(layout, i, x, y, ink);
}

float Stage::label(std::string_view words, TextStyle style, float x, float y, Ink ink, Side side) {
  std::string key(words);
  key.push_back('\0');
  key.push_back(static_cast<char>(style.face));
  key += std::to_string(static_cast<int>(style.size));
  auto found = labels_.find(key);
  if (found == labels_.end()) {
    style.max_lines = 1;
    style.justify = style.balance = style.centre = false;
    style.indent = 0;
    found = labels_.emplace(std::move(key), setter_.set(words, style, 100000)).first;
  }
  const Layout& layout = found->second;
  if (layout.lines.empty()) return 0;
  float w = layout.lines[0].width;
  if (side == Side::kRight) x -= w;
  if (side == Side::kCentre) x -= w / 2;
  if (ink) line(layout, 0, x, y - layout.style.line_height / 2, ink);
  return w;
}

float Stage::label_width(std::string_view words, TextStyle style) {
  return label(words, style, 0, -10000, 0);
}

void Stage::clip(Rect rect) {
  clips_.push_back(meet(clips_.back(), rect));
  const Rect& now = clips_.back();
  list_->PushClipRect({now.x, now.y}, {now.x + now.w, now.y + now.h});
}

void Stage::unclip() {
  clips_.pop_back();
  list_->PopClipRect();
}

void Stage::ring(Rect rect) {
  const float air = 2, thick = 2;
  frame({snap(rect.x - air - thick), snap(rect.y - air - thick), snap(rect.w + 2 * (air + thick)),
         snap(rect.h + 2 * (air + thick))},
        palette_->accent, thick);
}

bool Stage::press(std::string_view id, std::string_view name, Rect rect, Role role, bool pressed,
                  bool current) {
  Rect target = rect;
  if (coarse_) {  // room for a finger, without moving anything
    float more_x = std::max(0.0f, 44 - rect.w) / 2, more_y = std::max(0.0f, 44 - rect.h) / 2;
    target = {rect.x - more_x, rect.y - more_y, rect.w + 2 * more_x, rect.h + 2 * more_y};
  }
  bool acted = mirror_.leaf(role, id, name, rect, focus_ == id);
  mirror_.last().pressed = pressed;
  mirror_.last().current = current;
  if (mirror_.takes_focus(id)) {
    if (focus_ != id) tabbed_ = true;
    focus_ = id;
    focus_visible_ = true;
  }
  Rect seen = meet(target, clips_.back());
  if (seen.w > 0 && seen.h > 0) spots_.push_back({std::string(id), seen, true, false});
  focusable_.push_back({std::string(id), rect, true, false});
  if (focus_visible_ && focus_ == id) ring(rect);
  bool done = acted || clicked_ == id || (!keyed_.empty() && keyed_ == id);
  if (done) wake();  // what it changes is drawn in the next frame
  return done;
}

void Stage::surface(std::string_view id, Rect rect, bool text) {
  Rect seen = meet(rect, clips_.back());
  if (seen.w > 0 && seen.h > 0) spots_.push_back({std::string(id), seen, false, text});
}

void Stage::set_focus(std::string_view id, bool visible) {
  focus_ = id;
  focus_visible_ = visible;
}

bool Stage::focus_moved(Rect& rect) const {
  if (!tabbed_) return false;
  for (const Spot& spot : focusable_) {
    if (spot.id != focus_) continue;
    rect = spot.rect;
    return true;
  }
  return false;
}

bool Stage::mouse_inside(Rect rect) const {
  return inside(rect, mouse_.x, mouse_.y);
}

bool Stage::key(ImGuiKey key, bool ctrl, bool shift, bool repeat) const {
  if (typing_ || hushed_) return false;
  const ImGuiIO& io = ImGui::GetIO();
  if ((io.KeyCtrl || io.KeySuper) != ctrl || io.KeyShift != shift || io.KeyAlt) return false;
  return ImGui::IsKeyPressed(key, repeat);
}

namespace {

int resize(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    auto* value = static_cast<std::string*>(data->UserData);
    value->resize(static_cast<size_t>(data->BufTextLen));
    data->Buf = value->data();
  }
  return 0;
}

}  // namespace

namespace {

// What this window has drawn, once more in the list above all windows: else a field lies under the panel that
// it stands in.
void repeat_above(ImDrawList& above) {
  const ImDrawList& drawn = *ImGui::GetWindowDrawList();
  for (const ImDrawCmd& command : drawn.CmdBuffer) {
    const auto count = static_cast<int>(command.ElemCount);
    if (count == 0 || command.UserCallback) continue;
    above.PushClipRect({command.ClipRect.x, command.ClipRect.y}, {command.ClipRect.z, command.ClipRect.w});
    above.PushTexture(command.TexRef);
    above.PrimReserve(count, count);
    for (int i = 0; i < count; ++i) {
      const int index = drawn.IdxBuffer[static_cast<int>(command.IdxOffset) + i];
      const ImDrawVert& corner = drawn.VtxBuffer[static_cast<int>(command.VtxOffset) + index];
      above.PrimVtx(corner.pos, corner.uv, corner.col);
    }
    above.PopTexture();
    above.PopClipRect();
  }
}

}  // namespace

bool Stage::field(std::string_view id, std::string_view name, Rect rect, TextStyle style, std::string& value,
                  bool take_focus, bool& submitted, bool at_end) {
  std::string key(id);
  ImFont* font = fonts_.face[static_cast<int>(style.face)];
  bool acted = mirror_.leaf(Role::kField, id, name, rect, focus_ == id);
  mirror_.last().value = value;
  if (mirror_.takes_focus(id) || acted || (tabbed_ && focus_ == id)) take_focus = true;
  focusable_.push_back({key, rect, true, true});
  if (focus_ == id && focus_before_ != focus_) take_focus = true;
  if (take_focus) blur_ = false;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, std::max(0.0f, (rect.h - style.size) / 2)));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0u);
  ImGui::PushStyleColor(ImGuiCol_Text, palette_->ink);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, palette_->selection);
  ImGui::PushStyleColor(ImGuiCol_InputTextCursor, palette_->accent);
  ImGui::PushStyleColor(ImGuiCol_NavCursor, 0u);
  ImGui::SetNextWindowPos({rect.x, rect.y});
  ImGui::SetNextWindowSize({rect.w, rect.h});
  bool changed = false, active = false;
  if (ImGui::Begin(key.c_str(), nullptr,
                   ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                       ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                       ImGuiWindowFlags_NoFocusOnAppearing)) {
    if (font) ImGui::PushFont(font, style.size);
    ImGui::SetNextItemWidth(rect.w);
    if (take_focus) ImGui::SetKeyboardFocusHere();
    value.reserve(value.size() + 1);
    changed = ImGui::InputText("##field", value.data(), value.capacity() + 1,
                               ImGuiInputTextFlags_CallbackResize, resize, &value);
    active = ImGui::IsItemActive();
    if (at_end && ImGui::IsItemActivated())
      if (ImGuiInputTextState* state = ImGui::GetInputTextState(ImGui::GetItemID()))
        state->ReloadUserBufAndMoveToEnd();
    if (active || ImGui::IsItemDeactivated()) {  // Enter itself ends the typing
      if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false))
        submitted = true;
    }
    if (active && !(blur_ && focus_ != id)) {
      focus_ = id;
      focus_visible_ = true;
    }
    if (font) ImGui::PopFont();
    if (list_ != ImGui::GetBackgroundDrawList()) repeat_above(*list_);
  }
  if (blur_ && focus_ != id) {
    ImGui::SetWindowFocus(nullptr);
    blur_ = false;
  }
  ImGui::End();
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar(5);
  if (take_focus || (active && !typing_)) wake();  // until the keyboard is ours
  return changed;
}

}  // namespace broadsheet::view
