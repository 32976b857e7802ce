#include <algorithm>
#include <cmath>

#include "view/source.h"

namespace broadsheet::view {

namespace {

const std::vector<Span>& spans_of(const Page& page, const ResultCell& cell) {
  static const std::vector<Span> kNone;
  const Article& article = page.articles[Desk::at(cell.article)];
  if (cell.block >= 0) return article.blocks[Desk::at(cell.block)].spans;
  return cell.block == -1 ? article.spans : article.byline.empty() ? kNone : article.byline[0].spans;
}

// How much of the spans lies before the byte, from 0 to 1; and the byte that so much lies before.
float share_of(const std::vector<Span>& spans, float byte) {
  float before = 0, all = 0;
  for (const Span& span : spans) {
    const auto begin = static_cast<float>(span.begin), size = static_cast<float>(span.end - span.begin);
    if (byte >= begin && byte <= begin + size) before = all + byte - begin;
    all += size;
  }
  return all > 0 ? before / all : 0;
}

float byte_at(const std::vector<Span>& spans, float share) {
  float all = 0;
  for (const Span& span : spans) all += static_cast<float>(span.end - span.begin);
  float left = share * all;
  for (const Span& span : spans) {
    const auto size = static_cast<float>(span.end - span.begin);
    if (left <= size) return static_cast<float>(span.begin) + left;
    left -= size;
  }
  return spans.empty() ? 0 : static_cast<float>(spans.back().end);
}

float share_at(const Flow& flow, size_t i, float y) {
  return std::clamp((y - flow.y(i)) / std::max(1.0f, flow.bottom(i) - flow.y(i)), 0.0f, 1.0f);
}

float place_in(Desk& desk, Flow& flow, size_t i, float share) {
  const float height = flow.layout(desk.setter, i).height();
  return flow.y(i) + share * height;
}

// Where the result has what the dump has at `y`; negative where it has nothing like it.
float in_result(Desk& desk, SourceState& state, const Page& page, float y) {
  if (state.passages.empty()) return -1;
  size_t i = std::min(state.dump.first_at(y), state.passages.size() - 1);
  while (i > 0 && state.passages[i].article < 0) --i;  // a folio, an advertisement: what stands before it
  const Passage& passage = state.passages[i];
  const float size = static_cast<float>(passage.span.end - passage.span.begin);
  const float byte = static_cast<float>(passage.span.begin) + share_at(state.dump, i, y) * size;
  for (size_t c = 0; c < state.cells.size(); ++c) {
    const ResultCell& cell = state.cells[c];
    if (passage.article == cell.article && passage.block == cell.block)
      return place_in(desk, state.result, c, share_of(spans_of(page, cell), byte));
  }
  return -1;
}

float in_dump(Desk& desk, SourceState& state, const Page& page, float y) {
  if (state.cells.empty() || state.passages.empty()) return -1;
  const size_t c = std::min(state.result.first_at(y), state.cells.size() - 1);
  const std::vector<Span>& spans = spans_of(page, state.cells[c]);
  if (spans.empty()) return -1;  // a byline that stands in the text
  const float byte = byte_at(spans, share_at(state.result, c, y));
  const int i = passage_at(state, static_cast<uint32_t>(byte));
  const Span& span = state.passages[Desk::at(i)].span;
  const float size = static_cast<float>(std::max(1u, span.end - span.begin));
  return place_in(desk, state.dump, Desk::at(i),
                  std::clamp((byte - static_cast<float>(span.begin)) / size, 0.0f, 1.0f));
}

}  // namespace

void follow_side(Desk& desk, SourceState& state, float view) {
  if (state.dump.width() <= 0 && state.result.width() <= 0) return;
  // On a narrow screen only one of the two is drawn.
  if (state.dump.width() <= 0) state.dump.fit(state.result.width());
  if (state.result.width() <= 0) state.result.fit(state.dump.width());
  const Page& page = desk.edition.pages[Desk::at(desk.place.page)];
  const float head = source_head(desk);
  const auto follow = [&](Scroller& moved, float& was, Scroller& other, float& other_was, auto find) {
    if (std::fabs(moved.offset - was) < 0.5f) return;
    was = moved.offset;
    if (moved.led) return;
    // The eye goes down the pane as the pane goes down the text: so the ends of both are reached.
    const float eye = moved.limit > 0 ? moved.offset / moved.limit * view : 0;
    const float y = find(desk, state, page, moved.offset + eye - head);
    if (y < 0) return;
    other.limit = std::max(other.limit, y + head);
    other.lead(y + head - eye, desk.calm());
    other_was = other.offset;
    desk.stage.wake();
  };
  follow(state.dump_scroll, state.dump_was, state.result_scroll, state.result_was, in_result);
  follow(state.result_scroll, state.result_was, state.dump_scroll, state.dump_was, in_dump);
}

}  // namespace broadsheet::view
