#include "view/mirror.h"

namespace broadsheet::view {

void Mirror::begin_frame() {
  nodes_.clear();
  depth_ = 0;
}

void Mirror::open(Role role, std::string_view id, std::string_view name, Rect rect) {
  leaf(role, id, name, rect);
  ++depth_;
}

void Mirror::close() {
  if (depth_ > 0) --depth_;
}

bool Mirror::leaf(Role role, std::string_view id, std::string_view name, Rect rect, bool focused) {
  MirrorNode node;
  node.role = role;
  node.id = id;
  node.name = name;
  node.rect = rect;
  node.depth = depth_;
  node.focused = focused;
  nodes_.push_back(std::move(node));
  if (pending_.empty() || pending_ != id) return false;
  pending_.clear();
  return true;
}

bool Mirror::takes_focus(std::string_view id) {
  if (wanted_focus_.empty() || wanted_focus_ != id) return false;
  wanted_focus_.clear();
  return true;
}

}  // namespace broadsheet::view
