#include "view/flow.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

namespace {
constexpr size_t kMostKept = 900;  // layouts kept in memory; more are set again when they are looked at
}

void Flow::clear() {
  cells_.clear();
  places_.clear();
  width_ = height_ = 0;
  kept_ = 0;
}

void Flow::add(const FlowItem& item) {
  Cell cell;
  cell.item = item;
  cells_.push_back(std::move(cell));
  places_.push_back({0, 0, item.space_before, item.space_after});
  width_ = 0;
}

void Flow::fit(float width) {
  if (width == width_) return;
  width_ = width;
  kept_ = 0;
  for (size_t i = 0; i < cells_.size(); ++i) {
    cells_[i].set = false;
    cells_[i].layout = Layout{};
    guess(i);
  }
  stack(0);
}

void Flow::guess(size_t i) {
  // A hanzi is three bytes and one em; a Latin letter one byte and about half an em.
  const FlowItem& item = cells_[i].item;
  float room = std::max(item.style.size, width_ - 2 * item.inset);
  float ems = static_cast<float>(item.text.size()) / 2.8f * item.style.size + item.style.indent;
  float lines = std::max(1.0f, std::ceil(ems / room));
  if (item.style.max_lines > 0) lines = std::min(lines, static_cast<float>(item.style.max_lines));
  places_[i].height = lines * item.style.line_height;
}

void Flow::stack(size_t from) {
  float y = from > 0 ? bottom(from - 1) + places_[from - 1].after : 0;
  for (size_t i = from; i < places_.size(); ++i) {
    Place& place = places_[i];
    place.y = y + place.before;
    y = place.y + place.height + place.after;
  }
  height_ = y;
}

void Flow::set_cell(Typesetter& setter, size_t i) {
  Cell& cell = cells_[i];
  cell.layout =
      setter.set(cell.item.text, cell.item.style, width_ - 2 * cell.item.inset, cell.item.set_apart);
  if (cell.item.table) tabulate(setter, cell.layout, cell.item.text, *cell.item.table);
  places_[i].height = cell.layout.height();
  cell.set = true;
  ++kept_;
}

size_t Flow::first_at(float y) const {
  auto below = std::partition_point(places_.begin(), places_.end(),
                                    [&](const Place& place) { return place.y + place.height <= y; });
  return static_cast<size_t>(below - places_.begin());
}

float Flow::ensure(Typesetter& setter, float top, float bottom_edge) {
  float shift = 0;
  forget_far(top, bottom_edge);
  for (size_t i = first_at(top); i < cells_.size() && places_[i].y < bottom_edge; ++i) {
    if (cells_[i].set) continue;
    float was = places_[i].height;
    set_cell(setter, i);
    float grown = places_[i].height - was;
    if (grown == 0) continue;
    // An item that begins above the visible part grows upwards, so that its visible end stays where it is.
    if (places_[i].y < top - 1) {
      shift += grown;
      top += grown;
      bottom_edge += grown;
    }
    stack(i);
  }
  return shift;
}

const Layout& Flow::layout(Typesetter& setter, size_t i) {
  Cell& cell = cells_[i];
  if (!cell.set) {
    float was = places_[i].height;
    set_cell(setter, i);
    if (was != places_[i].height) stack(i);
  }
  return cell.layout;
}

void Flow::forget_far(float top, float bottom_edge) {
  if (kept_ < kMostKept) return;
  float reach = 4 * (bottom_edge - top);
  for (size_t i = 0; i < cells_.size(); ++i) {
    Cell& cell = cells_[i];
    const Place& place = places_[i];
    if (!cell.set || (place.y < bottom_edge + reach && place.y + place.height > top - reach)) continue;
    cell.layout = Layout{};
    cell.set = false;
    --kept_;
  }
}

}  // namespace broadsheet::view
