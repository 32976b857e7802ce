// A long column of paragraphs that is set only where somebody looks.
//
//     Flow flow;
//     flow.add({block_text, style, 0, 12});
//     flow.fit(684);                                   // the width; cheap where it did not change
//     float moved = flow.ensure(setter, top, bottom);  // sets what is visible, returns how far the top moved
//     for (size_t i = flow.first_at(top); ...; ++i) draw(flow.layout(i), flow.y(i));
//
// Heights of what was never set are guessed from its length. When a guess above the visible part proves wrong
// the returned shift keeps the same words under the reader's eyes.
#pragma once

#include <string_view>
#include <vector>

#include "view/table.h"
#include "view/typeset.h"

namespace broadsheet::view {

struct FlowItem {
  std::string_view text;
  TextStyle style;
  float space_before = 0;
  float space_after = 0;
  float inset = 0;  // from both edges
  int tag = 0;      // the caller's own
  std::vector<Emphasis> set_apart;
  const Table* table = nullptr;  // the caller's: the text is a row of it
  bool first_row = false, last_row = false;
};

class Flow {
 public:
  void clear();
  void add(const FlowItem& item);
  void fit(float width);
  float ensure(Typesetter& setter, float top, float bottom);
  // Sets one item wherever it is.
  const Layout& layout(Typesetter& setter, size_t i);
  const Layout* ready(size_t i) const { return cells_[i].set ? &cells_[i].layout : nullptr; }

  size_t size() const { return cells_.size(); }
  const FlowItem& item(size_t i) const { return cells_[i].item; }
  float y(size_t i) const { return places_[i].y; }  // of its first line
  float bottom(size_t i) const { return places_[i].y + places_[i].height; }
  float height() const { return height_; }
  float width() const { return width_; }
  size_t first_at(float y) const;  // the item that covers y, or the next

 private:
  struct Cell {
    FlowItem item;
    Layout layout;
    bool set = false;
  };
  // Apart from the cells: all below one that grew move, and a huge story has thousands.
  struct Place {
    float y = 0, height = 0;
    float before = 0, after = 0;  // the item's space
  };
  void set_cell(Typesetter& setter, size_t i);
  void guess(size_t i);
  void stack(size_t from);
  void forget_far(float top, float bottom);

  std::vector<Cell> cells_;
  std::vector<Place> places_;
  float width_ = 0, height_ = 0;
  size_t kept_ = 0;
};

}  // namespace broadsheet::view
