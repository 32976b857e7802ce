#include "view/source.h"

#include <algorithm>
#include <cmath>

#include "view/proof.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {

struct Pane {
  Rect rect;
  bool shown;
};

void choose_repair(Desk& desk, SourceState& state, int index) {
  if (state.repairs.empty()) return;
  int n = static_cast<int>(state.repairs.size());
  state.chosen = (index % n + n) % n;
  const RepairRow& row = state.repairs[Desk::at(state.chosen)];
  uint32_t byte = row.repair->at.empty() ? 0 : row.repair->at.back();
  int passage = row.repair->at.empty() ? -1 : passage_at(state, byte);
  bool calm = desk.calm();
  state.lit_article = row.article;
  state.lit_block = -1;
  state.lit = passage;
  float view = desk.stage.height() - desk.bar_height();
  if (passage >= 0) {
    state.lit_block = state.passages[Desk::at(passage)].block;
    state.dump.layout(desk.setter, Desk::at(passage));
    state.dump_scroll.limit = std::max(state.dump_scroll.limit, state.dump.height());
    state.dump_scroll.lead(state.dump.y(Desk::at(passage)) - view * 0.3f, calm);
  }
  for (size_t i = 0; i < state.cells.size(); ++i) {
    if (state.cells[i].article != row.article ||
        (state.lit_block >= 0 && state.cells[i].block != state.lit_block))
      continue;
    state.result_scroll.limit = std::max(state.result_scroll.limit, state.result.height());
    state.result_scroll.lead(state.result.y(i) - view * 0.3f, calm);
    break;
  }
  if (Desk::at(state.chosen) < state.list_tops.size())
    state.list_scroll.to(state.list_tops[Desk::at(state.chosen)] - view * 0.3f, calm);
  desk.stage.wake();
}

void light(SourceState& state, int passage) {
  state.lit = passage;
  const Passage& at = state.passages[Desk::at(passage)];
  state.lit_article = at.article;
  state.lit_block = at.article >= 0 ? at.block : -3;
}

void draw_dump(Desk& desk, SourceState& state, Rect rect, float head) {
  Stage& stage = desk.stage;
  const Palette& palette = stage.ink();
  const Page& page = desk.edition.pages[Desk::at(desk.place.page)];
  state.dump.fit(rect.w);
  float top = rect.y + head;
  const float grown =
      state.dump.ensure(desk.setter, state.dump_scroll.offset, state.dump_scroll.offset + rect.h);
  state.dump_scroll.shift(grown);
  state.dump_was += grown;
  // Under a panel the last passages can be brought above it.
  state.dump_scroll.bound(state.dump.height() + head + 64 + (proof_is_busy(desk) ? rect.h * 0.7f : 0),
                          rect.h);
  state.dump_scroll.pane = rect;
  desk.panes.push_back(&state.dump_scroll);
  stage.clip({rect.x - 24, rect.y, rect.w + 48, rect.h});
  float y0 = stage.snap(top - state.dump_scroll.shown());
  std::string label = desk.words->as_it_came;
  if (page.source) {
    label += " · ";
    label += page.source->name;
    label += " · ";
    label += fill(desk.words->bytes_n, grouped(page.source->bytes));
  }
  stage.label(label, desk.scale().meta(), rect.x, y0 - 18 * desk.scale().screen, palette.soft);
  stage.mirror().open(Role::kRegion, "source.dump", label, rect);
  if (state.passages.empty()) {
    Layout note = desk.setter.set(desk.words->no_source, desk.scale().note(), rect.w);
    stage.text(note, rect.x, y0, palette.soft);
    stage.mirror().leaf(Role::kText, "source.none", desk.words->no_source,
                        {rect.x, y0, rect.w, note.height()});
  }
  for (size_t i = state.dump.first_at(rect.y - y0 - 20); i < state.dump.size(); ++i) {
    float y = y0 + state.dump.y(i);
    if (y > rect.y + rect.h) break;
    const Layout* layout = state.dump.ready(i);
    if (!layout) continue;
    const Passage& passage = state.passages[i];
    float h = layout->height();
    Rect box{rect.x, y - 4, rect.w, h + 8};
    std::string id = "passage.";
    id += std::to_string(passage.span.begin);
    std::string name(state.dump.item(i).text.substr(0, 400));
    bool pressed = stage.press(id, name, box, Role::kButton, i < state.picked.size() && state.picked[i] != 0);
    pick_pointer(desk, state, static_cast<int>(i), id, box, *layout);
    if (pressed && desk.proof->draft.open) {
      aim_draft(desk, passage.span.begin, stage.mouse_inside({box.x, box.y, box.w, box.h / 2}));
    } else if (pressed) {
      const ImGuiIO& io = ImGui::GetIO();
      pick(state, static_cast<int>(i), io.KeyShift, io.KeyCtrl || io.KeySuper || state.many);
      light(state, static_cast<int>(i));
      for (size_t c = 0; c < state.cells.size(); ++c)
        if (state.cells[c].article == passage.article && state.cells[c].block == passage.block) {
          state.result_scroll.lead(state.result.y(c) - rect.h * 0.3f, desk.calm());
          stage.wake();
        }
    }
    if (stage.hot(id) && !stage.coarse()) light(state, static_cast<int>(i));
    bool own = passage.owner == Owner::kArticle;
    Ink colour = own ? article_ink(passage.article, palette) : palette.soft;
    bool lit = passage.article >= 0 && passage.article == state.lit_article &&
               (passage.block == state.lit_block || static_cast<int>(i) == state.lit);
    lit = lit || static_cast<int>(i) == state.lit;
    stage.fill(box, with_alpha(colour, lit ? 0.22f : own ? 0.085f : 0.05f));
    stage.fill({box.x, box.y, lit ? 5.0f : 3.0f, box.h}, with_alpha(colour, own ? 1.0f : 0.6f));
    draw_picks(desk, state, static_cast<int>(i), box, *layout, y);
    stage.text(*layout, rect.x + 14, y, own ? palette.ink : palette.soft);
    if (!own && !layout->lines.empty()) {
      const char* tag = passage.owner == Owner::kDuplicate   ? desk.words->duplicate_label
                        : passage.owner == Owner::kFurniture ? desk.words->furniture_label
                                                             : desk.words->unplaced_label;
      TextStyle style = desk.scale().meta();
      float w = stage.label_width(tag, style), high = style.line_height + 2, tag_y = box.y;
      // Where the words leave room for it: beside the first line or the last, else the colour says it.
      const auto clear = [&](const Line& line) { return 14 + line.width < box.w - w - 24; };
      if (!clear(layout->lines.front())) tag_y = box.y + box.h - high;
      if (clear(layout->lines.front()) || clear(layout->lines.back())) {
        stage.fill({box.x + box.w - w - 16, tag_y, w + 16, high}, blend(palette.paper, palette.soft, 0.12f));
        stage.label(tag, style, box.x + box.w - 8, tag_y + high / 2, palette.soft, Side::kRight);
      }
    }
  }
  stage.mirror().close();
  stage.unclip();
}

void aim_at_cell(Desk& desk, const Page& page, const ResultCell& cell) {
  const Article& article = page.articles[Desk::at(cell.article)];
  const std::vector<Span>& spans =
      cell.block >= 0 ? article.blocks[Desk::at(cell.block)].spans : article.spans;
  if (!spans.empty()) aim_draft(desk, spans.back().begin);
}

void draw_result(Desk& desk, SourceState& state, Rect rect, float head) {
  Stage& stage = desk.stage;
  const Palette& palette = stage.ink();
  const Page& page = desk.edition.pages[Desk::at(desk.place.page)];
  state.result.fit(rect.w);
  const float grown =
      state.result.ensure(desk.setter, state.result_scroll.offset, state.result_scroll.offset + rect.h);
  state.result_scroll.shift(grown);
  state.result_was += grown;
  state.result_scroll.bound(state.result.height() + head + 40, rect.h);
  state.result_scroll.pane = rect;
  desk.panes.push_back(&state.result_scroll);
  stage.clip({rect.x - 24, rect.y, rect.w + 48, rect.h});
  float y0 = stage.snap(rect.y + head - state.result_scroll.shown());
  std::string label = desk.words->result;
  label += " · ";
  label += fill(desk.words->article_count, grouped(page.articles.size()));
  stage.label(label, desk.scale().meta(), rect.x, y0 - 18 * desk.scale().screen, palette.soft);
  stage.mirror().open(Role::kRegion, "source.result", label, rect);
  for (size_t i = state.result.first_at(rect.y - y0 - 20); i < state.result.size(); ++i) {
    float y = y0 + state.result.y(i);
    if (y > rect.y + rect.h) break;
    const Layout* layout = state.result.ready(i);
    if (!layout) continue;
    const ResultCell& cell = state.cells[i];
    Ink colour = article_ink(cell.article, palette);
    float h = layout->height();
    Rect box{rect.x, y, rect.w, h};
    std::string id = "result.";
    id += std::to_string(i);
    if (state.dragging && stage.mouse_inside(box)) {
      const Article& article = page.articles[Desk::at(cell.article)];
      const std::vector<Span>& spans =
          cell.block >= 0 ? article.blocks[Desk::at(cell.block)].spans : article.spans;
      if (!spans.empty()) drop_on(desk, state, {{spans.front().begin, spans.back().end}}, box);
    }
    if (stage.press(id, cell.text, box)) {
      if (desk.proof->draft.open)
        aim_at_cell(desk, page, cell);
      else
        desk.open_article(page.articles[Desk::at(cell.article)].id);
    }
    if (stage.hot(id) && !stage.coarse()) {
      state.lit_article = cell.article;
      state.lit_block = cell.block;
      state.lit = -1;
    }
    bool lit = cell.article == state.lit_article && cell.block == state.lit_block;
    if (lit) stage.fill(box, with_alpha(colour, 0.14f));
    stage.fill({box.x, box.y, lit ? 5.0f : 3.0f, box.h}, with_alpha(colour, lit ? 1.0f : 0.55f));
    if (cell.block >= 0) {
      const Article& article = page.articles[Desk::at(cell.article)];
      const Block& block = article.blocks[Desk::at(cell.block)];
      for (size_t c = 1; c < block.cuts.size(); ++c) {
        if (!repair_at(article, block, c)) continue;
        size_t line = 0;
        float x = 0;
        layout->locate(block.cuts[c], line, x);
        float ly = y + static_cast<float>(line) * layout->style.line_height;
        float size = layout->style.size, step = layout->style.line_height;
        stage.fill({rect.x + 14 + x, ly + (step - size) / 2 - 2, size, size + 4}, with_alpha(colour, 0.2f));
        stage.fill({rect.x + 14 + x, ly + (step + size) / 2 + 2, size, 2}, colour);
      }
    }
    bool soft = cell.block == -2;
    stage.text(*layout, rect.x + 14, y, soft ? palette.soft : palette.ink);
  }
  stage.mirror().close();
  stage.unclip();
}

void compose_list(Desk& desk, SourceState& state, float width) {
  if (state.list_width == width && state.listed == state.chosen) return;
  state.list_width = width;
  state.listed = state.chosen;
  Scale scale = desk.scale();
  state.list.clear();
  state.list_tops.clear();
  Setting set{state.list, desk.setter};
  std::string label = desk.words->repairs;
  label += " · ";
  label += desk.words->least_first;
  float y =
      set.put(label, scale.meta(), Tone::kSoft, 0, std::round(24 * scale.screen), width, Role::kHeading, 2) +
      10;
  if (state.repairs.empty()) y = set.put(desk.words->no_repairs, scale.note(), Tone::kSoft, 0, y, width);
  TextStyle percent = scale.bar(), title = scale.bar(), why = scale.meta();
  percent.face = Face::kSansBold;
  const float u = scale.screen, left = 56 * u;
  title.line_height = std::round(22 * u);
  title.max_lines = 2;
  for (size_t i = 0; i < state.repairs.size(); ++i) {
    const RepairRow& row = state.repairs[i];
    state.list_tops.push_back(y);
    std::string id = "repair.";
    id += std::to_string(i);
    std::string sure = std::to_string(static_cast<int>(std::lround(row.repair->confidence * 100)));
    sure += " %";
    size_t target = state.list.targets.size();
    std::string name = sure;
    name += " ";
    name += row.title;
    set.link(id, name, {});
    state.list.targets[target].role = Role::kButton;
    state.list.targets[target].current = static_cast<int>(i) == state.chosen;
    float top = y;
    set.put(sure, percent, Tone::kAccent, 0, y + 10 * u, left - 4);
    y = set.put(row.title, title, Tone::kInk, left, y + 9 * u, width - left);
    y = set.put(why_of(*row.repair, *desk.words), why, Tone::kSoft, left, y + 2 * u, width - left) + 12 * u;
    if (static_cast<int>(i) == state.chosen) set.across(-16, top, 3, Tone::kAccent, y - top);
    state.list.targets[target].rect = {-8, top, width + 8, y - top};
    set.across(0, y, width, Tone::kHairline);
  }
  state.list.height = y + 40;
}

void draw_list(Desk& desk, SourceState& state, Rect rect) {
  Stage& stage = desk.stage;
  compose_list(desk, state, rect.w);
  state.list_scroll.bound(state.list.height, rect.h);
  state.list_scroll.pane = rect;
  desk.panes.push_back(&state.list_scroll);
  stage.clip({rect.x - 20, rect.y, rect.w + 40, rect.h});
  stage.mirror().open(Role::kRegion, "source.repairs", desk.words->repairs, rect);
  std::string pressed = draw_sheet(stage, state.list, rect.x, rect.y - state.list_scroll.shown());
  stage.mirror().close();
  stage.unclip();
  if (pressed.rfind("repair.", 0) == 0) choose_repair(desk, state, std::atoi(pressed.c_str() + 7));
}

}  // namespace

float source_head(const Desk& desk) {
  return std::round(52 * desk.scale().screen);
}

void draw_source(Desk& desk) {
  SourceState& state = *desk.source;
  Stage& stage = desk.stage;
  Scale scale = desk.scale();
  int pages = static_cast<int>(desk.edition.pages.size());
  desk.place.page = std::clamp(desk.place.page, 0, pages - 1);
  bool fresh = state.opened != desk.opened || state.page != desk.place.page;
  if (fresh || state.generation != desk.generation || state.text != scale.text || state.words != desk.words) {
    uint32_t byte = state.cursor < 0 || Desk::at(state.cursor) >= state.passages.size()
                        ? UINT32_MAX
                        : state.passages[Desk::at(state.cursor)].span.begin;
    state.generation = desk.generation;
    state.opened = desk.opened;
    state.page = desk.place.page;
    state.text = scale.text;
    state.words = desk.words;
    set_source(desk, state);
    state.list_width = 0;
    keep_picks(state, fresh ? UINT32_MAX : byte);
    state.lit = state.lit_article = -1;
    if (state.chosen >= static_cast<int>(state.repairs.size())) state.chosen = -1;
    if (fresh) {
      state.chosen = state.lit = state.lit_article = -1;
      state.dump_scroll = state.result_scroll = state.list_scroll = Scroller{};
      state.dump_was = state.result_was = 0;
    }
  }
  desk.bar_wanted = true;
  float top = desk.bar_height(), height = stage.height() - top, width = stage.width();
  bool one = width < 700, two = !one && width < 1080;
  float side = one ? 0 : two ? std::floor(width / 2) : std::floor(width * 0.375f);
  float list_width = one || two ? 0 : std::floor(width * 0.25f);
  float pad = one ? 20.0f : 24.0f, head = source_head(desk);
  stage.mirror().open(Role::kMain, "main", desk.words->source_title);
  Rect body{0, top, width, height}, dump{};
  if (!one && !two) {
    dump = {pad, top, side - 2 * pad, height};
    draw_dump(desk, state, dump, head);
    draw_result(desk, state, {side + pad, top, width - side - list_width - 2 * pad, height}, head);
    draw_list(desk, state, {width - list_width + pad, top, list_width - 2 * pad, height});
    stage.upright(side, top, height, stage.ink().hairline);
    stage.upright(width - list_width, top, height, stage.ink().hairline);
  } else {
    const char* names[] = {desk.words->source, desk.words->result, desk.words->repairs};
    static const char* kIds[] = {"tab.source", "tab.result", "tab.repairs"};
    float tab_h = 44;
    float w = width / 3;
    for (int i = 0; i < 3; ++i) {
      TextStyle style = scale.bar();
      bool on = state.tab == i;
      if (on) style.face = Face::kSansBold;
      Rect cell{w * static_cast<float>(i), top, w, tab_h};
      float label = stage.label(names[i], style, cell.x + w / 2, top + tab_h / 2,
                                on ? stage.ink().ink : stage.ink().soft, Side::kCentre);
      if (on)
        stage.fill({stage.snap(cell.x + w / 2 - label / 2), top + tab_h - 2, label, 2}, stage.ink().accent);
      if (stage.press(kIds[i], names[i], cell, Role::kButton, on)) {
        state.tab = i;
        stage.wake();
      }
    }
    stage.rule(0, top + tab_h, width, stage.ink().hairline);
    body = {0, top + tab_h + 1, width, height - tab_h - 1};
    if (two && state.tab < 2) {
      dump = {pad, body.y, side - 2 * pad, body.h};
      draw_dump(desk, state, dump, head);
      draw_result(desk, state, {side + pad, body.y, width - side - 2 * pad, body.h}, head);
      stage.upright(side, body.y, body.h, stage.ink().hairline);
    } else {
      Rect rect{pad, body.y, width - 2 * pad, body.h};
      if (state.tab == 0) draw_dump(desk, state, dump = rect, head);
      if (state.tab == 1) draw_result(desk, state, rect, head);
      if (state.tab == 2) draw_list(desk, state, rect);
    }
  }
  if (dump.w > 0) draw_pick_strip(desk, state, dump);
  stage.mirror().close();
  const bool held = stage.finger_down();
  if (state.result_scroll.step(desk.host.now(), desk.calm(), held)) stage.wake();
  if (state.list_scroll.step(desk.host.now(), desk.calm(), held)) stage.wake();
  finish_drag(desk, state);
  follow_draft(desk, state, height);
  pick_keys(desk, state, height);
  scroll_by_keys(desk, state.tab == 2 && (one || two) ? state.list_scroll : state.dump_scroll, height);
  follow_side(desk, state, height);
  desk.bar_wanted = true;
  if (stage.key(ImGuiKey_N)) choose_repair(desk, state, state.chosen + 1);
  if (stage.key(ImGuiKey_P)) choose_repair(desk, state, state.chosen < 0 ? -1 : state.chosen - 1);
  Place to = desk.place;
  if (stage.key(ImGuiKey_RightBracket) && to.page + 1 < pages) {
    ++to.page;
    desk.go(to);
  }
  if (stage.key(ImGuiKey_LeftBracket) && to.page > 0) {
    --to.page;
    desk.go(to);
  }
  if (stage.key(ImGuiKey_Enter) && !stage.focus_visible() && state.lit_article >= 0)
    desk.open_article(desk.edition.pages[Desk::at(desk.place.page)].articles[Desk::at(state.lit_article)].id);
}

}  // namespace broadsheet::view
