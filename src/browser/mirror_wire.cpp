#include "browser/mirror_wire.h"

#include <cstring>
#include <string>

#include "browser/js.h"

namespace broadsheet::browser {
namespace {

std::string sent;

void put_u32(std::string& to, uint32_t value) {
  to.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

void put_text(std::string& to, std::string_view text) {
  put_u32(to, static_cast<uint32_t>(text.size()));
  to.append(text);
}

}  // namespace

// A node: role, level, depth, flags (one byte each), x, y, w, h (float), id, name, value (length and bytes).
// web/mirror.mjs reads it.
void send_mirror(const view::Mirror& mirror, bool everything) {
  std::string wire;
  wire.reserve(sent.size() + 64);
  for (const view::MirrorNode& node : mirror.nodes()) {
    wire.push_back(static_cast<char>(node.role));
    wire.push_back(static_cast<char>(node.level));
    wire.push_back(static_cast<char>(node.depth));
    wire.push_back(
        static_cast<char>(node.focused | node.pressed << 1 | node.disabled << 2 | node.current << 3));
    const float place[4] = {node.rect.x, node.rect.y, node.rect.w, node.rect.h};
    wire.append(reinterpret_cast<const char*>(place), sizeof(place));
    put_text(wire, node.id);
    put_text(wire, node.name);
    put_text(wire, node.value);
  }
  if (!everything && wire == sent) return;
  sent.swap(wire);
  js_mirror(reinterpret_cast<const uint8_t*>(sent.data()), sent.size());
}

}  // namespace broadsheet::browser
