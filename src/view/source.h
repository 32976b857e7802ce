// The source beside the result: the dump as it came, coloured by article, and what became of it.
#pragma once

#include <string>
#include <vector>

#include "view/desk.h"
#include "view/draft.h"
#include "view/flow.h"

namespace broadsheet::view {

// Whose a passage is.
enum class Owner { kArticle, kFurniture, kDuplicate, kUnplaced };

struct Passage {
  Span span;
  Owner owner = Owner::kUnplaced;
  int article = -1;  // index in the page
  int block = -1;    // -1: head, -2: byline
  int part = 0;      // which line of a head, which piece of furniture: each is a passage of its own
};

struct ResultCell {
  int article = -1;
  int block = -1;  // -1 head, -2 byline
  std::string text;
};

struct RepairRow {
  int article = 0;
  const Repair* repair = nullptr;
  std::string title;
};

struct SourceState {
  int generation = -1, opened = -1, page = -1;
  float left_width = 0, middle_width = 0, text = 0;
  const Words* words = nullptr;
  std::vector<Passage> passages;   // in the order of the source; tag of the dump's items
  std::vector<ResultCell> cells;   // tag of the result's items
  std::vector<RepairRow> repairs;  // least certain first
  Flow dump, result;
  Sheet list;
  std::vector<float> list_tops;
  float list_width = 0;  // that the list was composed for, with
  int listed = -1;       // this repair chosen
  Scroller dump_scroll, result_scroll, list_scroll;
  float dump_was = 0, result_was = 0;
  int chosen = -1;  // repair
  int lit = -1;     // passage under the pointer or chosen
  int lit_article = -1, lit_block = -1;
  // What is picked to be corrected: the passage that the keys are on, where a range began, all that are
  // picked.
  int cursor = -1, anchor = -1;
  std::vector<char> picked;
  bool many = false;               // a tap picks another passage as well
  uint32_t followed = UINT32_MAX;  // the choice of the draft that was scrolled to
  // A passage that is being dragged, and the byte that it would be dropped at.
  int dragged = -1;
  float drag_x = 0, drag_y = 0;
  bool dragging = false, drop_front = false;
  uint32_t drop = UINT32_MAX;
  uint32_t wanted = UINT32_MAX;  // a byte that is to be shown
  int tab = 0;                   // on a narrow screen: 0 source, 1 result, 2 repairs
};

// What stands above the first passage, in px: the label of a side.
float source_head(const Desk& desk);

// source_model.cpp
std::vector<Passage> passages_of(const Page& page);
std::vector<RepairRow> repairs_of(const Page& page, const Words& words);
void set_source(Desk& desk, SourceState& state);
// The passage that covers the byte, or the next; -1 where there is none.
int passage_at(const SourceState& state, uint32_t byte);

// source_follow.cpp: where one side is scrolled, the other shows the same passage at the same height.
void follow_side(Desk& desk, SourceState& state, float view);

// source_pick.cpp: passages are picked, dragged, and handed to the proof.
void pick(SourceState& state, int passage, bool range, bool more);
Subject subject_of(const Desk& desk, const SourceState& state);
void pick_keys(Desk& desk, SourceState& state, float view);
// Scrolls to the place that is being chosen, above the panel that asks.
void follow_draft(Desk& desk, SourceState& state, float view);
// What the pointer does on a passage that was drawn in `box`.
void pick_pointer(Desk& desk, SourceState& state, int passage, const std::string& id, Rect box,
                  const Layout& layout);
void drop_on(Desk& desk, SourceState& state, const Passage& passage, Rect box);
void draw_picks(Desk& desk, const SourceState& state, int passage, Rect box, const Layout& layout, float y);
// What is picked, at the foot of the dump, and what can be done with it: for hands that know no key.
void draw_pick_strip(Desk& desk, SourceState& state, Rect dump);
void finish_drag(Desk& desk, SourceState& state);
// Lets go of what is dragged or picked on this screen; false where nothing is.
bool let_go(Desk& desk);
// After a correction: the same bytes are picked.
void keep_picks(SourceState& state, uint32_t byte);

}  // namespace broadsheet::view
