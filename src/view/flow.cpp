#include "view/flow.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

namespace {
constexpr size_t kMostKept = 900;  // layouts kept in memory; more are set again when they are looked at
}

void Flow::clear() {
  cells_.clear();
  width_ = height_ = 0;
  kept_ = 0;
}

void Flow::add(const FlowItem& item) {
  Cell cell;
  cell.item = item;
  cells_.push_back(std::move(cell));
  width_ = 0;
}

void Flow::fit(float width) {
  if (width == width_) return;
  width_ = width;
  kept_ = 0;
  for (Cell& cell : cells_) {
    cell.set = cell.known = false;
    cell.layout = Layout{};
    guess(cell);
  }
  stack(0);
}

void Flow::guess(Cell& cell) const {
  // A hanzi is three bytes and one em; a Latin letter one byte and about half an em.
  const FlowItem& item = cell.item;
  float room = std::max(item.style.size, width_ - 2 * item.inset);
  float ems = static_cast<float>(item.text.size()) / 2.8f * item.style.size + item.style.indent;
  float lines = std::max(1.0f, std::ceil(ems / room));
  if (item.style.max_lines > 0) lines = std::min(lines, static_cast<float>(item.style.max_lines));
  cell.height = lines * item.style.line_height;
}

void Flow::stack(size_t from) {
  float y = from > 0 ? bottom(from - 1) + cells_[from - 1].item.space_after : 0;
  for (size_t i = from; i < cells_.size(); ++i) {
    cells_[i].y = y + cells_[i].item.space_before;
    y = bottom(i) + cells_[i].item.space_after;
  }
  height_ = y;
}

void Flow::set_cell(Typesetter& setter, Cell& cell) {
  cell.layout = setter.set(cell.item.text, cell.item.style, width_ - 2 * cell.item.inset, cell.item.strong);
  cell.height = cell.layout.height();
  cell.set = cell.known = true;
  ++kept_;
}

size_t Flow::first_at(float y) const {
  auto below = std::partition_point(cells_.begin(), cells_.end(),
                                    [&](const Cell& cell) { return cell.y + cell.height <= y; });
  return static_cast<size_t>(below - cells_.begin());
}

float Flow::ensure(Typesetter& setter, float top, float bottom_edge) {
  float shift = 0;
  forget_far(top, bottom_edge);
  for (size_t i = first_at(top); i < cells_.size() && cells_[i].y < bottom_edge; ++i) {
    Cell& cell = cells_[i];
    if (cell.set) continue;
    float was = cell.height;
    set_cell(setter, cell);
    if (cell.height == was) continue;
    // An item that begins above the visible part grows upwards, so that its visible end stays where it is.
    if (cell.y < top - 1) {
      shift += cell.height - was;
      top += cell.height - was;
      bottom_edge += cell.height - was;
    }
    stack(i);
  }
  return shift;
}

const Layout& Flow::layout(Typesetter& setter, size_t i) {
  Cell& cell = cells_[i];
  if (!cell.set) {
    float was = cell.height;
    set_cell(setter, cell);
    if (was != cell.height) stack(i);
  }
  return cell.layout;
}

void Flow::forget_far(float top, float bottom_edge) {
  if (kept_ < kMostKept) return;
  float reach = 4 * (bottom_edge - top);
  for (Cell& cell : cells_) {
    if (!cell.set || (cell.y < bottom_edge + reach && cell.y + cell.height > top - reach)) continue;
    cell.layout = Layout{};
    cell.set = false;
    --kept_;
  }
}

}  // namespace broadsheet::view
