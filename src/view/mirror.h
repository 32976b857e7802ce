// The tree that stands in the DOM for what is on the screen: landmarks, headings, buttons, fields, text.
//
// Screens write it anew every frame, in reading order:
//     mirror.open(Role::kNavigation, "nav", "Sections", rect);
//     if (mirror.leaf(Role::kButton, "nav.contents", "Contents", rect, focused)) show_contents();
//     mirror.close();
// src/browser compares it with the frame before and touches only what changed. A click or focus that arrives
// through the DOM (screen reader, test) is queued with act()/focus() and answered by the next frame's leaf().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::view {

enum class Role {
  kMain,
  kBanner,
  kNavigation,
  kRegion,
  kArticle,
  kSearch,
  kDialog,
  kList,
  kItem,
  kHeading,
  kText,
  kLink,
  kButton,
  kField,
  kStatus,
  kAlert,
  kCheck,
  kSlider
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
};

struct MirrorNode {
  Role role = Role::kText;
  std::string id;     // stable from frame to frame and unique in the frame; reaches the DOM as data-id
  std::string name;   // accessible name, or the text itself for kText and kHeading
  std::string value;  // of a field
  Rect rect;
  int level = 0;  // of a heading, 1-6
  int depth = 0;  // of nesting; children follow their parent
  bool focused = false;
  bool pressed = false;  // toggle buttons, checks
  bool disabled = false;
  bool current = false;  // aria-current
};

class Mirror {
 public:
  void begin_frame();
  void open(Role role, std::string_view id, std::string_view name, Rect rect = {});
  void close();
  // Adds a node without children. True where somebody activated it through the DOM since the last frame.
  bool leaf(Role role, std::string_view id, std::string_view name, Rect rect = {}, bool focused = false);
  MirrorNode& last() { return nodes_.back(); }

  void act(std::string_view id) { pending_ = id; }
  void focus(std::string_view id) { wanted_focus_ = id; }
  // True once, for the node that the DOM gave the focus.
  bool takes_focus(std::string_view id);

  const std::vector<MirrorNode>& nodes() const { return nodes_; }

 private:
  std::vector<MirrorNode> nodes_;
  std::string pending_;
  std::string wanted_focus_;
  int depth_ = 0;
};

}  // namespace broadsheet::view
