#include <algorithm>
#include <cmath>

#include "view/find.h"
#include "view/find_words.h"
#include "view/lit.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {

// To a match of the open story; past its ends, to the story found before or after it.
void step_to(Desk& desk, ReaderState& state, int by) {
  FindState& find = *desk.find;
  int count = static_cast<int>(state.lit_ranges.size());
  int to = state.lit_at + by;
  bool listed = find.opened < find.results.hits.size() && find.asked == state.lit_query &&
                find.generation == desk.generation;
  if (listed && (to >= count || (to < 0 && state.lit_at >= 0))) {
    if (to >= count && find.opened + 1 == find.results.hits.size() && find.opened + 1 < find.results.articles)
      more_hits(desk, find);
    size_t hit = find.opened + (to < 0 ? SIZE_MAX : 1);
    if (hit < find.results.hits.size()) return open_hit(desk, hit, to < 0);
  }
  if (count == 0) return;
  state.lit_at = (std::max(to, -1) % count + count) % count;
  const ReaderState::Range& range = state.lit_ranges[Desk::at(state.lit_at)];
  state.lit_begin = {range.block, range.begin};
  state.lit_end = {range.block, range.end};
  state.go_to_lit = range.block >= 0;
  if (range.block < 0) state.scroll.to(0, true);
  desk.stage.wake();
}

// A quiet plate at the foot: which match this is, to the one before, to the next, and away with it.
struct Plate {
  Desk& desk;
  Stage& stage;
  const FindWords& own;
  float x, middle, u;
  float side = std::max(36 * u, desk.finger());

  bool arrow(const char* id, const char* name, float way) {
    Rect at{x, middle - side / 2, side, side};
    x += side;
    float cx = at.x + at.w / 2, r = 4.5f * u;
    Ink ink = stage.hot(id) ? stage.ink().ink : stage.ink().soft;
    stage.stroke(cx - r, middle - way * r / 2, cx, middle + way * r / 2, ink, 1.5f * u);
    stage.stroke(cx, middle + way * r / 2, cx + r, middle - way * r / 2, ink, 1.5f * u);
    return stage.press(id, name, at);
  }
  bool cross(const char* id, const char* name) {
    Rect at{x, middle - side / 2, side, side};
    x += side;
    float cx = at.x + at.w / 2, r = 4.5f * u;
    Ink ink = stage.hot(id) ? stage.ink().ink : stage.ink().soft;
    stage.stroke(cx - r, middle - r, cx + r, middle + r, ink, 1.5f * u);
    stage.stroke(cx - r, middle + r, cx + r, middle - r, ink, 1.5f * u);
    return stage.press(id, name, at);
  }
};

}  // namespace

void draw_lit_head(Stage& stage, const ReaderState& state, float x, float y) {
  for (const ReaderState::LitHead& head : state.lit_heads)
    for (const Piece& piece : state.head.pieces)
      if (piece.words == head.text) wash_piece(stage, piece, x, y, head.bytes, stage.ink().highlight);
}

void draw_found(Desk& desk, ReaderState& state) {
  if (state.lit_query.empty()) return;
  Stage& stage = desk.stage;
  const FindWords& own = find_words(desk.chinese);
  const FindState& find = *desk.find;
  int step = stage.key(ImGuiKey_N) ? 1 : stage.key(ImGuiKey_P) ? -1 : 0;
  std::string count = fill(own.match_at, std::to_string(std::max(state.lit_at, 0) + 1),
                           std::to_string(state.lit_ranges.size()));
  if (state.lit_ranges.empty()) count.clear();
  if (find.opened < find.results.hits.size() && find.asked == state.lit_query) {
    if (!count.empty()) count += " · ";
    count += fill(own.story_at, grouped(find.opened + 1), grouped(find.results.articles));
  }
  float u = desk.scale().screen;
  TextStyle style = desk.scale().bar(), bold = style;
  bold.face = Face::kSansBold;
  style.size = std::round(13 * u);
  float tools = 3 * std::max(36 * u, desk.finger()) + 12 * u, words_width = stage.label_width(count, style);
  std::string query = state.lit_query;
  float most = stage.width() - 40 - tools - words_width - 44 * u;
  float query_width = stage.label_width(query, bold);
  if (query_width > most) query.clear(), query_width = 0;
  float width = 20 * u + query_width + (query.empty() ? 0 : 14 * u) + words_width + 10 * u + tools;
  float height = 44 * u;
  Rect rect{stage.snap((stage.width() - width) / 2), stage.snap(stage.height() - height - 20 * u), width,
            height};
  stage.raise(false);
  stage.surface("found", rect);
  stage.mirror().open(Role::kSearch, "found", desk.words->find, rect);
  stage.fill(rect, stage.ink().paper);
  stage.frame(rect, stage.ink().hairline, stage.pixel());
  float x = rect.x + 20 * u, middle = rect.y + height / 2;
  if (!query.empty()) x += stage.label(query, bold, x, middle, stage.ink().ink) + 14 * u;
  x += stage.label(count, style, x, middle, stage.ink().soft) + 10 * u;
  stage.mirror().leaf(Role::kStatus, "found.count", count);
  Plate plate{desk, stage, own, x, middle, u};
  if (plate.arrow("found.previous", own.previous_match, -1)) step = -1;
  if (plate.arrow("found.next", own.next_match, 1)) step = 1;
  bool out = plate.cross("found.out", own.put_out);
  stage.mirror().close();
  stage.lower();
  if (step != 0) step_to(desk, state, step);
  if (out) {
    state.put_out();
    state.lit_begin = state.lit_end = TextPoint{};
    stage.wake();
  }
}

}  // namespace broadsheet::view
