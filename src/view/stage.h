// What a screen draws on and hears from: glyphs, rules and washes on ImGui's draw lists, hit-testing, focus,
// the mirror.
//
//     stage.begin(palette, scale, coarse);
//     stage.text(layout, x, y, palette.ink);
//     if (stage.press("nav.contents", "Contents", rect)) ...   // by mouse, touch, Enter, Space or through
//     the DOM stage.end();
//
// What is drawn later lies above. A press is decided at the end of a frame, by the topmost rectangle under
// the pointer, and told in the next.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imgui.h"
#include "view/app.h"
#include "view/theme.h"

namespace broadsheet::view {

enum class Side { kLeft, kCentre, kRight };

class Stage {
 public:
  Stage(Host& host, Fonts fonts, Typesetter& setter) : host_(host), fonts_(fonts), setter_(setter) {}

  void begin(const Palette& palette, const Scale& scale, bool coarse);
  void end();

  // From here on everything lies above what came before; with `modal` only this can be focused and hit.
  void raise(bool modal);
  void lower();

  void fill(Rect rect, Ink ink);
  // Paper over the screen up to `edge`, none from `end` on, thinning between; or the other way round.
  void sweep(float edge, float end, bool from_right);
  void frame(Rect rect, Ink ink, float thick);
  void rule(float x, float y, float w, Ink ink);  // one device pixel
  void rule(float x, float y, float w, Ink ink, float thick);
  void upright(float x, float y, float h, Ink ink);
  void stroke(float x0, float y0, float x1, float y1, Ink ink, float thick);
  void dot(float x, float y, float r, Ink ink);
  void circle(float x, float y, float r, Ink ink, float thick);
  void pill(Rect rect, Ink ink, float thick = 0);
  void dots(float x, float y, float w, Ink ink);  // the underline of a repaired join
  void line(const Layout& layout, size_t index, float x, float y, Ink ink);
  void text(const Layout& layout, float x, float y, Ink ink, size_t from = 0, size_t to = SIZE_MAX);
  // One line of interface text, its middle at `y`. Returns its width.
  float label(std::string_view words, TextStyle style, float x, float y, Ink ink, Side side = Side::kLeft);
  float label_width(std::string_view words, TextStyle style);
  void clip(Rect rect);
  void unclip();

  // A thing to press. `role` is kButton or kLink; a check is drawn by the caller and told through `pressed`.
  bool press(std::string_view id, std::string_view name, Rect rect, Role role = Role::kButton,
             bool pressed = false, bool current = false);
  // A surface that takes the pointer and is no button: text to select, a panel over others.
  void surface(std::string_view id, Rect rect, bool text = false);
  bool hot(std::string_view id) const { return hot_ == id; }
  bool held(std::string_view id) const { return held_ == id && !held_.empty(); }
  // True in the frame after the pointer went down on it.
  bool pressed_now(std::string_view id) const { return !down_.empty() && down_ == id; }
  bool focused(std::string_view id) const { return focus_visible_ && focus_ == id; }
  void set_focus(std::string_view id, bool visible);
  const std::string& focus() const { return focus_; }
  bool focus_visible() const { return focus_visible_; }
  // Keys, silent while a field is being typed in.
  bool key(ImGuiKey key, bool ctrl = false, bool shift = false, bool repeat = true) const;
  bool typing() const { return typing_; }
  // While something above the screen has the keys: key() is silent.
  void hush(bool silent) { hushed_ = silent; }
  // True in the frame after the right button, a long press or the menu key asked for a menu on it.
  bool menu_asked(std::string_view id) const { return !menu_.empty() && menu_ == id; }
  // A line of text to type in; true where it changed. `at_end` begins behind its words, else they are
  // selected.
  bool field(std::string_view id, std::string_view name, Rect rect, TextStyle style, std::string& value,
             bool take_focus, bool& submitted, bool at_end = false);
  void blur_field() { blur_ = true; }
  // Where the focused thing stands when the focus was moved by a key in this frame.
  bool focus_moved(Rect& rect) const;

  void wake() { host_.wake(0); }
  void wake_in(double seconds) { host_.wake(host_.now() + seconds); }

  Typesetter& setter() { return setter_; }
  Host& host() { return host_; }
  Mirror& mirror() { return mirror_; }
  const Palette& ink() const { return *palette_; }
  const Scale& scale() const { return scale_; }
  float width() const { return width_; }
  float height() const { return height_; }
  float pixel() const { return 1 / density_; }
  bool coarse() const { return coarse_; }
  // What moved last was a finger; it is still on the screen.
  bool touched() const { return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen; }
  bool finger_down() const { return touched() && ImGui::IsMousePosValid(); }
  float mouse_x() const { return mouse_.x; }
  float mouse_y() const { return mouse_.y; }
  bool mouse_inside(Rect rect) const;
  float snap(float value) const;  // to a device pixel

 private:
  struct Spot {
    std::string id;
    Rect rect;
    bool press;
    bool text;
  };
  void ring(Rect rect);

  Host& host_;
  Fonts fonts_;
  Typesetter& setter_;
  Mirror mirror_;
  const Palette* palette_ = nullptr;
  Scale scale_;
  ImDrawList* list_ = nullptr;
  std::vector<Rect> clips_;
  std::vector<Spot> spots_;
  std::vector<Spot> focusable_;
  std::unordered_map<std::string, Layout> labels_;
  std::string hot_, held_, down_, clicked_, keyed_, menu_, focus_, focus_before_;
  float width_ = 0, height_ = 0, density_ = 1;
  ImVec2 mouse_{-1, -1};
  bool coarse_ = false, focus_visible_ = false, typing_ = false, blur_ = false, tabbed_ = false,
       hot_text_ = false, hot_press_ = false, hushed_ = false;
};

}  // namespace broadsheet::view
