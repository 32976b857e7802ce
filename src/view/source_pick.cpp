// Picking passages of the source: by arrows, click, Shift and Ctrl; dragging them; asking for their menu.
#include <algorithm>
#include <cmath>

#include "view/linebreak.h"
#include "view/proof.h"
#include "view/proof_words.h"
#include "view/source.h"

namespace broadsheet::view {

namespace {

constexpr float kDragReach = 6;  // px that a press may wander and still be a click
constexpr float kEdge = 56;      // px from a pane's edge where a drag scrolls it

bool is_picked(const SourceState& state, int passage) {
  return passage >= 0 && Desk::at(passage) < state.picked.size() && state.picked[Desk::at(passage)] != 0;
}

// The byte of the source under the pointer.
uint32_t byte_under(const Stage& stage, const Passage& passage, Rect box, const Layout& layout) {
  const uint32_t byte = passage.span.begin + layout.byte_at(stage.mouse_x() - box.x - 14,
                                                            std::max(0.0f, stage.mouse_y() - box.y - 4));
  return std::min(byte, passage.span.end);
}

// Scrolls to a passage, or to the line of it that holds the byte `at` of the source.
void show(Desk& desk, SourceState& state, int passage, float view, uint32_t at_byte = 0) {
  const size_t i = Desk::at(passage);
  const Layout& layout = state.dump.layout(desk.setter, i);
  size_t line = 0;
  if (const uint32_t begin = state.passages[i].span.begin; at_byte > begin) {
    float x = 0;
    layout.locate(at_byte - begin, line, x);
  }
  const float y = state.dump.y(i) + static_cast<float>(line) * layout.style.line_height,
              now = state.dump_scroll.gliding ? state.dump_scroll.target : state.dump_scroll.offset;
  state.dump_scroll.limit = std::max(state.dump_scroll.limit, state.dump.height());
  if (y < now + view * 0.1f) state.dump_scroll.to(y - view * 0.25f, desk.calm());
  if (y + std::min(layout.height(), view * 0.4f) > now + view * 0.6f)
    state.dump_scroll.to(y - view * 0.3f, desk.calm());
  state.lit = passage;
  const Passage& at = state.passages[i];
  state.lit_article = at.article;
  state.lit_block = at.article >= 0 ? at.block : -3;
  desk.stage.wake();
}

// What a panel at the foot leaves of the view.
float room(const Desk& desk, float view) {
  return desk.scale().phone && proof_is_busy(desk) ? view * 0.3f : view;
}

// A drag near the upper or lower edge of a pane takes the pane along, the faster the nearer.
void scroll_at_edge(Stage& stage, Scroller& scroll) {
  const Rect pane = scroll.pane;
  if (stage.mouse_x() < pane.x || stage.mouse_x() > pane.x + pane.w) return;
  const float over = pane.y + kEdge - stage.mouse_y(), under = stage.mouse_y() - (pane.y + pane.h - kEdge);
  const float deep = over > 0 ? -std::min(over, kEdge) : under > 0 ? std::min(under, kEdge) : 0;
  const float to = std::clamp(scroll.offset + deep * 12 * ImGui::GetIO().DeltaTime, 0.0f, scroll.limit);
  if (to == scroll.offset) return;
  scroll.offset = to;
  stage.wake();
}

// What is being dragged, as a slip of paper beside the pointer.
void draw_dragged(Desk& desk, const SourceState& state) {
  Stage& stage = desk.stage;
  std::string words;
  size_t count = 0;
  for (size_t i = 0; i < state.picked.size(); ++i) {
    if (state.picked[i] == 0) continue;
    if (count++ > 0) continue;
    const std::string_view text = state.dump.item(i).text;
    size_t end = 0;
    for (int letters = 0; letters < 14 && end < text.size(); ++letters) decode(text, end);
    words = text.substr(0, end);
    if (end < text.size()) words += "…";
  }
  if (count > 1) words += " · " + fill(proof_words(desk.chinese).picked_n, std::to_string(count));
  const TextStyle style = desk.scale().meta();
  const float width = stage.label_width(words, style) + 24;
  const Rect slip{stage.snap(std::min(stage.mouse_x() + 14, stage.width() - width - 8)),
                  stage.snap(std::min(stage.mouse_y() + 14, stage.height() - 40)), width, 32};
  stage.raise(false);
  stage.fill(slip, stage.ink().paper);
  stage.frame(slip, stage.ink().ink, stage.pixel());
  stage.label(words, style, slip.x + 12, slip.y + 16, stage.ink().ink);
  stage.lower();
}

}  // namespace

bool let_go(Desk& desk) {
  SourceState& state = *desk.source;
  if (desk.place.screen != Screen::kSource) return false;
  if (!state.dragging && std::count(state.picked.begin(), state.picked.end(), 1) == 0) return false;
  if (state.dragging)
    state.dragging = false;
  else
    std::fill(state.picked.begin(), state.picked.end(), 0);
  state.dragged = -1;
  state.many = false;
  desk.stage.wake();
  return true;
}

void keep_picks(SourceState& state, uint32_t byte) {
  state.picked.assign(state.passages.size(), 0);
  state.cursor = state.anchor = -1;
  state.dragged = -1;
  state.dragging = false;
  if (byte == UINT32_MAX || state.passages.empty()) return;
  state.cursor = state.anchor = passage_at(state, byte);
  state.picked[Desk::at(state.cursor)] = 1;
}

void pick(SourceState& state, int passage, bool range, bool more) {
  if (passage < 0 || Desk::at(passage) >= state.picked.size()) return;
  if (more) {
    state.picked[Desk::at(passage)] = state.picked[Desk::at(passage)] ? 0 : 1;
    state.anchor = passage;
  } else {
    std::fill(state.picked.begin(), state.picked.end(), 0);
    if (!range || state.anchor < 0) state.anchor = passage;
    for (int i = std::min(state.anchor, passage); i <= std::max(state.anchor, passage); ++i)
      state.picked[Desk::at(i)] = 1;
  }
  state.cursor = passage;
}

Subject subject_of(const Desk& desk, const SourceState& state) {
  Subject out;
  out.page = desk.place.page;
  for (size_t i = 0; i < state.picked.size(); ++i)
    if (state.picked[i]) out.spans.push_back(state.passages[i].span);
  return out;
}

void pick_keys(Desk& desk, SourceState& state, float view) {
  Stage& stage = desk.stage;
  if (desk.help || desk.menu_open() || state.passages.empty()) return;
  const int last = static_cast<int>(state.passages.size()) - 1;
  if (state.wanted != UINT32_MAX) {
    pick(state, passage_at(state, state.wanted), false, false);
    show(desk, state, state.cursor, room(desk, view));
    state.wanted = UINT32_MAX;
  }
  for (const bool range : {false, true})
    for (const auto& [key, by] : kStepKeys) {
      // Where nothing is picked the arrows pick, and the others turn pages.
      if (!stage.key(key, false, range) || (state.cursor < 0 && by != 1 && by != -1)) continue;
      const int from = state.cursor >= 0 ? state.cursor
                       : state.lit >= 0  ? state.lit - by
                       : by > 0          ? -1
                                         : last + 1;
      pick(state, std::clamp(from + by, 0, last), range, false);
      show(desk, state, state.cursor, view);
    }
  if (stage.key(ImGuiKey_A, true) && state.cursor >= 0) {  // every run of the paragraph; then the article
    const Passage at = state.passages[Desk::at(state.cursor)];
    const std::vector<char> before = state.picked;
    for (const bool article : {false, true}) {
      if (article && state.picked != before) break;
      for (size_t i = 0; i < state.passages.size(); ++i) {
        const Passage& one = state.passages[i];
        state.picked[i] =
            one.article == at.article && one.owner == at.owner && (article || one.block == at.block);
      }
    }
    stage.wake();
  }
  const bool asked = stage.key(ImGuiKey_E, false, false, false) ||
                     stage.key(ImGuiKey_Menu, false, false, false) ||
                     stage.key(ImGuiKey_F10, false, true, false);
  if (stage.key(ImGuiKey_R, false, false, false)) {
    begin_review(desk);
    return;
  }
  if (stage.key(ImGuiKey_K, false, false, false)) {
    open_log(desk);
    return;
  }
  const Subject subject = subject_of(desk, state);
  if (asked) {
    float y = stage.height() * 0.3f;
    if (state.cursor >= 0)
      y = desk.bar_height() + source_head(desk) + state.dump.y(Desk::at(state.cursor)) -
          state.dump_scroll.offset + 30;
    open_proof_menu(desk, subject, stage.width() * 0.12f, y);
    return;
  }
  if (stage.key(ImGuiKey_U, false, false, false) && state.chosen >= 0) {
    begin_undo_repair(desk, desk.place.page, *state.repairs[Desk::at(state.chosen)].repair);
    return;
  }
  act_on(desk, subject);
}

void follow_draft(Desk& desk, SourceState& state, float view) {
  const Draft& draft = desk.proof->draft;
  const Subject& subject = draft.open ? draft.subject : desk.proof->menu.subject;
  uint32_t at = UINT32_MAX;
  if ((draft.open || desk.proof->menu.open) && subject.page == desk.place.page)
    at = draft.choice < 0 ? subject.spans.back().begin : draft.choices[Desk::at(draft.choice)].begin;
  if (at == state.followed) return;
  state.followed = at;
  if (at == UINT32_MAX) return;
  if (const int passage = passage_at(state, at); passage >= 0)
    show(desk, state, passage, room(desk, view), at);
}

void pick_pointer(Desk& desk, SourceState& state, int passage, const std::string& id, Rect box,
                  const Layout& layout) {
  Stage& stage = desk.stage;
  const Passage& at = state.passages[Desk::at(passage)];
  if (stage.menu_asked(id) && !proof_is_busy(desk)) {
    if (!is_picked(state, passage)) pick(state, passage, false, false);
    Subject subject = subject_of(desk, state);
    subject.at = byte_under(stage, at, box, layout);
    open_proof_menu(desk, subject, stage.mouse_x(), stage.mouse_y());
  }
  if (stage.pressed_now(id) && !stage.coarse() && !desk.proof->draft.open) {
    state.dragged = passage;
    state.drag_x = stage.mouse_x();
    state.drag_y = stage.mouse_y();
  }
  if (state.dragged == passage && !state.dragging && ImGui::GetIO().MouseDown[0] &&
      std::hypot(stage.mouse_x() - state.drag_x, stage.mouse_y() - state.drag_y) > kDragReach) {
    if (!is_picked(state, passage)) pick(state, passage, false, false);
    state.dragging = true;
  }
  if (state.dragging && stage.mouse_inside(box)) drop_on(desk, state, at, box);
}

void drop_on(Desk& desk, SourceState& state, const Passage& passage, Rect box) {
  Stage& stage = desk.stage;
  state.drop_front = stage.mouse_y() < box.y + box.h / 2;
  state.drop = state.drop_front ? passage.span.begin : passage.span.end - 1;
  const float y = state.drop_front ? box.y - 2 : box.y + box.h;
  stage.fill({box.x, stage.snap(y), box.w, 2}, stage.ink().accent);
}

void draw_pick_strip(Desk& desk, SourceState& state, Rect dump) {
  const auto count = std::count(state.picked.begin(), state.picked.end(), 1);
  if (count == 0 || state.dragging || proof_is_busy(desk)) return;
  Stage& stage = desk.stage;
  const ProofWords& words = proof_words(desk.chinese);
  const Rect rect{dump.x - 24, dump.y + dump.h - 52, dump.w + 48, 52};
  stage.raise(false);
  stage.surface("picked", rect);
  stage.fill(rect, stage.ink().wash);
  stage.rule(rect.x, rect.y, rect.w, stage.ink().hairline);
  const float middle = rect.y + rect.h / 2;
  const std::string label = fill(words.picked_n, std::to_string(count));
  stage.label(label, desk.scale().bar(), dump.x, middle, stage.ink().ink);
  stage.mirror().leaf(Role::kStatus, "picked.count", label, {dump.x, rect.y, dump.w / 2, rect.h});
  float right = dump.x + dump.w, w = 0;
  const bool act = panel_button(desk, "picked.correct", words.correct, right, rect.y + 8, true, w);
  right -= w + 4;
  const bool none = panel_button(desk, "picked.none", words.pick_none, right, rect.y + 8, false, w);
  right -= w;
  bool more = false;
  if (stage.coarse()) {
    more = panel_button(desk, "picked.more", words.pick_more, right, rect.y + 8, false, w);
    stage.mirror().last().pressed = state.many;
    if (state.many) stage.fill({right - w + 10, rect.y + 38, w - 20, 2}, stage.ink().accent);
  }
  stage.lower();
  if (act) open_proof_menu(desk, subject_of(desk, state), rect.x + 24, rect.y);
  if (more) state.many = !state.many;
  if (none) {
    keep_picks(state, UINT32_MAX);
    state.many = false;
  }
}

void finish_drag(Desk& desk, SourceState& state) {
  if (!state.dragging) {
    if (!ImGui::GetIO().MouseDown[0]) state.dragged = -1;
    return;
  }
  if (ImGui::GetIO().MouseDown[0]) {
    for (Scroller* scroll : {&state.dump_scroll, &state.result_scroll}) scroll_at_edge(desk.stage, *scroll);
    draw_dragged(desk, state);
    return;
  }
  desk.stage.wake();
  const uint32_t drop = state.drop;
  state.dragging = false;
  state.dragged = -1;
  state.drop = UINT32_MAX;
  if (drop == UINT32_MAX) return;
  const Subject subject = subject_of(desk, state);
  for (const Span& span : subject.spans)
    if (span.begin <= drop && drop < span.end) return;  // dropped on itself
  begin_draft(desk, CorrectionKind::kMove, subject);
  aim_draft(desk, drop, state.drop_front);
}

void draw_picks(Desk& desk, const SourceState& state, int passage, Rect box, const Layout& layout, float y) {
  Stage& stage = desk.stage;
  const Palette& palette = stage.ink();
  if (is_picked(state, passage)) {
    stage.fill(box, palette.paper);
    stage.fill(box, palette.selection);
    stage.fill({box.x, box.y, 5, box.h}, palette.ink);
    if (passage == state.cursor) stage.frame(box, palette.ink, 1.5f);
  }
  const Draft& draft = desk.proof->draft;
  if (!draft.open || draft.choice < 0 || draft.subject.page != desk.place.page) return;
  const Span& span = state.passages[Desk::at(passage)].span;
  const uint32_t at = draft.choices[Desk::at(draft.choice)].begin;
  if (at < span.begin || at >= span.end) return;
  switch (draft.kind) {
    case CorrectionKind::kSplit:
    case CorrectionKind::kSplitArticle: {
      size_t line = 0;
      float x = 0;
      layout.locate(at - span.begin, line, x);
      const float step = layout.style.line_height;
      stage.fill({stage.snap(box.x + 14 + x - 1), y + static_cast<float>(line) * step + 2, 2, step - 4},
                 palette.accent);
      break;
    }
    case CorrectionKind::kMove:
      stage.fill({box.x, stage.snap(draft.before ? box.y - 3 : box.y + box.h), box.w, 3}, palette.accent);
      break;
    case CorrectionKind::kJoin:
    case CorrectionKind::kMerge:
      stage.frame(box, palette.accent, 1.5f);
      break;
    default:
      break;
  }
}

}  // namespace broadsheet::view
