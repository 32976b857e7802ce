// The reader: one article, in one calm column or in newspaper columns.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "view/desk.h"
#include "view/draft.h"
#include "view/flow.h"

namespace broadsheet::view {

// A place in the text of an article: a byte of one of its blocks.
struct TextPoint {
  int block = -1;
  uint32_t byte = 0;
  friend auto operator<=>(const TextPoint&, const TextPoint&) = default;  // NOLINT(modernize-use-nullptr)
};

struct JoinMark {
  int block;
  uint32_t byte;
  const Repair* repair;
};

// Where a line of the body stands, from the body's top left.
struct LineSlot {
  uint32_t cell, line;
  float x, y;
};

struct ReaderState {
  std::string article;
  Extent extent;       // of it; counted when it is opened
  std::string length;  // in words
  size_t bytes = 0;
  int generation = -1;
  float width = 0, text = 0, height = 0;
  bool columns = false;
  const Words* words = nullptr;

  Sheet head, foot;
  std::deque<Table> tables;  // of the flow's items
  Flow flow;
  std::vector<JoinMark> marks;
  std::vector<LineSlot> slots;  // only in columns
  std::vector<float> band_rules;
  float body_height = 0, column_width = 0;
  Scroller scroll;
  float body_x = 0, body_y = 0;  // on the screen, of the frame that was drawn last

  // The passage that the address names, lit.
  TextPoint lit_begin, lit_end;
  bool go_to_lit = false;
  struct Range {
    int block;
    uint32_t begin, end;
  };
  std::string lit_query;          // what was looked for; empty: nothing
  std::vector<Range> lit_ranges;  // every occurrence; block -1: the head
  int lit_at = -1;                // the one that was stepped to
  struct LitHead {
    std::string text;
    std::vector<Span> bytes;
  };
  std::vector<LitHead> lit_heads;  // in kicker, headline, deck
  void put_out() {
    lit_query.clear();
    lit_ranges.clear();
    lit_heads.clear();
    lit_at = -1;
  }

  TextPoint anchor, caret;  // selection
  bool selecting = false;
  double last_click = 0;
  int clicks = 0;

  int open_mark = -1;  // evidence shown
  bool calm = false;   // distraction-free
};

// The visible lines of the body, top to bottom: their cell, line number and place on the screen.
template <typename Visit>
void each_visible_line(ReaderState& state, float top, float bottom, Visit visit) {
  if (!state.slots.empty()) {
    for (const LineSlot& slot : state.slots) {
      float y = state.body_y + slot.y;
      const Layout* layout = state.flow.ready(slot.cell);
      if (layout && y < bottom && y + layout->style.line_height > top)
        visit(static_cast<size_t>(slot.cell), *layout, static_cast<size_t>(slot.line), state.body_x + slot.x,
              y);
    }
    return;
  }
  for (size_t i = state.flow.first_at(top - state.body_y); i < state.flow.size(); ++i) {
    float y = state.body_y + state.flow.y(i);
    if (y > bottom) break;
    const Layout* layout = state.flow.ready(i);
    if (!layout) continue;
    float step = layout->style.line_height;
    float x = state.body_x + state.flow.item(i).inset;
    for (size_t line = 0; line < layout->lines.size(); ++line, y += step)
      if (y < bottom && y + step > top) visit(i, *layout, line, x, y);
  }
}

// reader_body.cpp: the flow of an article, its columns and marks.
// The repair that joined the block's run `i` to the one before it; null where none did.
const Repair* repair_at(const Article& article, const Block& block, size_t i);
void set_article(Desk& desk, ReaderState& state, const Article& article, float width, float height);
void draw_body(Desk& desk, ReaderState& state, const Article& article);
// reader_found.cpp: what was looked for, lit in the head; the plate and the keys that step from match to
// match.
void draw_lit_head(Stage& stage, const ReaderState& state, float x, float y);
void draw_found(Desk& desk, ReaderState& state);
// reader_proof.cpp: correcting what is read; `under` is the text below the pointer.
void reader_proof(Desk& desk, ReaderState& state, const Article& article, TextPoint under);
Subject reader_subject(const Desk& desk, const ReaderState& state, const Article& article, TextPoint at);
// reader_select.cpp: selection with pointer and keys, copying.
void handle_selection(Desk& desk, ReaderState& state, const Article& article);
std::string selected_text(const ReaderState& state, const Article& article);

}  // namespace broadsheet::view
