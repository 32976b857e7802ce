#include <algorithm>
#include <cmath>

#include "view/linebreak.h"
#include "view/lit.h"
#include "view/reader.h"

namespace broadsheet::view {

const Repair* repair_at(const Article& article, const Block& block, size_t i) {
  if (i == 0 || i >= block.spans.size()) return nullptr;
  const uint32_t here = block.spans[i].begin, before = block.spans[i - 1].end;
  for (const Repair& repair : article.repairs)
    for (uint32_t at : repair.at)
      if (at == here || at == before) return &repair;
  return nullptr;
}

namespace {

constexpr size_t kMirrorWhole = 300000;  // bytes; of longer articles only what is near stands in the mirror

TextStyle style_for(const Block& block, const Scale& scale) {
  switch (block.kind) {
    case BlockKind::kSubhead:
      return scale.subhead();
    case BlockKind::kCaption:
      return scale.note();
    case BlockKind::kCredit:
      return scale.meta();
    case BlockKind::kQuote:
      return scale.quote();
    case BlockKind::kList: {
      TextStyle out = scale.body();
      out.indent = out.hang = std::round(1.2f * out.size);
      return out;
    }
    case BlockKind::kParagraph:
      break;
  }
  return scale.body();
}

TextStyle table_style(const Scale& scale, bool narrow) {
  TextStyle out = narrow ? scale.meta() : scale.excerpt();
  out.indent = 0;
  out.justify = false;
  return out;
}

// Bytes of the mark that a list's line begins with, its blank included: "• ", "1. ", "（1）".
size_t bullet_of(std::string_view text) {
  size_t at = 0, digits = 0;
  uint32_t code = 0, first = 0;
  while (at < text.size() && digits < 4) {
    code = decode(text, at);
    if (first == 0) first = code;
    if (code < '0' || code > '9') {
      if (digits > 0 || (code != '(' && code != 0xff08)) break;
    } else {
      ++digits;
    }
  }
  static constexpr std::u32string_view kDots = U"•·●○■□◆◇▪▲△–—-*+";
  bool dot = kDots.find(static_cast<char32_t>(first)) != std::u32string_view::npos;
  bool number =
      digits > 0 && (code == '.' || code == 0x3001 || code == ')' || code == 0xff09 || code == 0xff0e);
  if (number && code == '.' && at < text.size() && text[at] >= '0' && text[at] <= '9') return 0;  // 1.5
  bool dash = first == '-' || first == '*' || first == '+' || first == 0x2013 || first == 0x2014;
  if (dash && (at >= text.size() || text[at] != ' ')) return 0;  // -11 %, *note
  if (!dot && !number) return 0;
  while (at < text.size() && text[at] == ' ') ++at;
  return at < text.size() ? at : 0;
}

float column_gap(const Scale& scale) {
  return std::round(2.2f * scale.body().size);
}
int columns_of(const Scale& scale, float width) {
  const float gap = column_gap(scale);
  return std::max(2, static_cast<int>((width + gap) / (19 * scale.body().size + gap)));
}
float column_width_of(const Scale& scale, float width) {
  const int columns = columns_of(scale, width);
  const float room = width - column_gap(scale) * static_cast<float>(columns - 1);
  return std::floor(room / static_cast<float>(columns));
}

// Where the pouring of lines into columns stands.
struct Pouring {
  size_t cell = 0, line = 0;
  float depth = 0;  // of the band, to its lowest line
};

bool leads(const FlowItem& item) {
  return item.style.centre || item.first_row;
}

// The room that an item wants at a column's foot: its first lines, and below a sub-head those of what
// follows.
float least_of(const ReaderState& state, size_t cell, float step) {
  float need = 0;
  for (; cell < state.flow.size(); ++cell) {
    const FlowItem& item = state.flow.item(cell);
    const Layout& layout = *state.flow.ready(cell);
    if (need > 0) need += item.space_before;
    if (leads(item) && need < 4 * layout.style.line_height) {
      need += layout.height() + item.space_after + 0.7f * step;  // at most, to the next line of the grid
      continue;
    }
    const size_t n = layout.lines.size();
    return need + static_cast<float>(n < 4 ? n : 2) * layout.style.line_height;
  }
  return need;
}

// Fills one band of columns; false where lines are left for the next. No paragraph leaves its first line
// alone at a column's foot or its last alone at a column's head, no sub-head stands last in a column, and
// body lines stand side by side over all columns.
bool pour_band(ReaderState& state, Pouring& at, int columns, float gap, float top, float band, float step) {
  float x = 0, y = 0;
  for (at.depth = 0; at.cell < state.flow.size(); ++at.cell, at.line = 0) {
    const FlowItem& item = state.flow.item(at.cell);
    const Layout& layout = *state.flow.ready(at.cell);
    const float high = layout.style.line_height;
    const size_t n = layout.lines.size();
    if (y > 0 && at.line == 0) y += item.space_before;
    if (high == step) y = std::ceil(y / step - 0.3f) * step;
    for (; at.line < n; ++at.line) {
      const float need = at.line == 0 ? least_of(state, at.cell, step) : at.line + 2 == n ? 2 * high : high;
      if (y > 0 && y + need > band + 0.5f) {
        y = 0;
        x += state.column_width + gap;
        if (--columns == 0) return false;
      }
      state.slots.push_back(
          {static_cast<uint32_t>(at.cell), static_cast<uint32_t>(at.line), x + item.inset, top + y});
      y += high;
      at.depth = std::max(at.depth, y);
    }
    y += item.space_after;
  }
  return true;
}

// The lines of the flow in columns, band under band; a band is as high as the screen shows, the last one only
// so high that its columns end together.
void pour_columns(Desk& desk, ReaderState& state, float width, float height) {
  Scale scale = desk.scale();
  float step = scale.body().line_height;
  const float gap = column_gap(scale);
  const int columns = columns_of(scale, width);
  state.column_width = column_width_of(scale, width);
  state.flow.fit(state.column_width);
  for (size_t i = 0; i < state.flow.size(); ++i) state.flow.layout(desk.setter, i);
  // The first band ends where the screen does, below the head.
  float room = height - desk.bar_height();
  float band = room - 44 - state.head.height - 12;
  float top = 0;
  state.slots.clear();
  state.band_rules.clear();
  Pouring at;
  for (;; band = room - 2 * step) {
    band = std::max(8.0f, std::floor(band / step)) * step;
    const Pouring from = at;
    const size_t kept = state.slots.size();
    const auto fits = [&](float high) {
      at = from;
      state.slots.resize(kept);
      return pour_band(state, at, columns, gap, top, high, step);
    };
    if (fits(band)) {
      float less = 4 * step;
      while (less < band && !fits(less)) less += step;
      if (less >= band) fits(band);
      break;
    }
    top += band + step;
    state.band_rules.push_back(top - step / 2);
  }
  state.body_height = top + at.depth;
}

void find_marks(ReaderState& state, const Article& article) {
  state.marks.clear();
  for (size_t b = 0; b < article.blocks.size(); ++b) {
    const Block& block = article.blocks[b];
    for (size_t i = 1; i < block.cuts.size(); ++i)
      if (const Repair* repair = repair_at(article, block, i))
        state.marks.push_back({static_cast<int>(b), block.cuts[i], repair});
  }
}

void draw_evidence(Desk& desk, ReaderState& state, float x, float y, const Repair& repair) {
  Stage& stage = desk.stage;
  Scale scale = desk.scale();
  float width = std::min(340.0f, stage.width() - 40);
  Sheet sheet;
  sheet.name = "evidence.";
  Setting set{sheet, desk.setter};
  std::string sure = std::to_string(static_cast<int>(std::lround(repair.confidence * 100)));
  std::string title = name_of(repair.kind, *desk.words);
  title += " · ";
  title += fill(desk.words->sure, sure);
  TextStyle note = scale.note();
  float bottom = set.put(title, scale.kicker(), Tone::kAccent, 16, 12, width - 32) + 2;
  bottom = set.put(why_of(repair, *desk.words), note, Tone::kInk, 16, bottom, width - 32) + 4;
  set.link("evidence.source", desk.words->see_source, {16, bottom, 120, 26},
           static_cast<int>(sheet.pieces.size()));
  bottom = set.put(desk.words->see_source, note, Tone::kSoft, 16, bottom + 3, width - 32) + 10;
  float left = std::clamp(x - 24, 20.0f, stage.width() - width - 20);
  float top = y + bottom + 16 > stage.height() ? y - bottom - scale.body().line_height - 8 : y + 8;
  Rect rect{stage.snap(left), stage.snap(top), width, stage.snap(bottom)};
  stage.raise(false);
  stage.surface("evidence", rect);
  stage.fill(rect, stage.ink().wash);
  stage.frame(rect, stage.ink().hairline, stage.pixel());
  stage.fill({rect.x, rect.y, 2, rect.h}, stage.ink().accent);
  stage.mirror().open(Role::kRegion, "evidence", desk.words->why, rect);
  std::string pressed = draw_sheet(stage, sheet, rect.x, rect.y);
  stage.mirror().close();
  stage.lower();
  if (pressed == "evidence.source") {
    Place to;
    to.screen = Screen::kSource;
    to.page = desk.order[desk.by_id[state.article]].page;
    to.article = state.article;
    desk.go(to);
  }
}

void draw_marks(Desk& desk, ReaderState& state) {
  if (!desk.settings.marks || state.marks.empty()) return;
  Stage& stage = desk.stage;
  int over = -1;
  float at_x = 0, at_y = 0;
  std::vector<char> drawn(state.marks.size(), 0);
  each_visible_line(state, -200, stage.height() + 200,
                    [&](size_t cell, const Layout& layout, size_t line, float x, float y) {
                      int block = state.flow.item(cell).tag;
                      for (size_t m = 0; m < state.marks.size(); ++m) {
                        const JoinMark& mark = state.marks[m];
                        if (mark.block != block || drawn[m]) continue;
                        const Line& row = layout.lines[line];
                        if (mark.byte < row.begin || mark.byte >= row.end) continue;
                        for (uint32_t g = row.first; g < row.first + row.count; ++g) {
                          const Glyph& glyph = layout.glyphs[g];
                          if (glyph.offset < mark.byte) continue;
                          drawn[m] = 1;
                          float size = layout.style.size, step = layout.style.line_height;
                          float base = y + (step + size) / 2 + 1;
                          float w = std::min(std::max(glyph.advance, size * 0.5f), size);
                          stage.dots(x + glyph.x, base, w, stage.ink().accent);
                          std::string id = "mark." + std::to_string(m);
                          Rect rect{x + glyph.x, y + (step - size) / 2, w, size + 4};
                          std::string name = name_of(mark.repair->kind, *desk.words);
                          name += ": " + why_of(*mark.repair, *desk.words);
                          if (stage.press(id, name, rect))
                            state.open_mark =
                                state.open_mark == static_cast<int>(m) ? -1 : static_cast<int>(m);
                          bool shown = stage.focused(id) || state.open_mark == static_cast<int>(m) ||
                                       (!stage.coarse() && stage.hot(id));
                          if (shown) {
                            over = static_cast<int>(m);
                            at_x = rect.x;
                            at_y = rect.y + rect.h;
                          }
                          break;
                        }
                      }
                    });
  if (over >= 0) draw_evidence(desk, state, at_x, at_y, *state.marks[static_cast<size_t>(over)].repair);
}

}  // namespace

void set_article(Desk& desk, ReaderState& state, const Article& article, float width, float height) {
  Scale scale = desk.scale();
  state.flow.clear();
  state.tables.clear();
  state.slots.clear();
  const Source* source = desk.page_of(desk.by_id[article.id]).source.get();
  float step = scale.body().line_height;
  size_t table_end = 0;
  bool small = false;
  const float measure = state.columns ? column_width_of(scale, width) : width;
  for (size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    FlowItem item;
    item.text = block.text;
    item.style = style_for(block, scale);
    item.tag = static_cast<int>(i);
    if (source && block.kind != BlockKind::kSubhead) item.set_apart = emphasis_of(block, *source);
    const bool narrow = state.columns || scale.phone;
    const float inset = narrow ? 0 : 2 * scale.body().size;
    if (i >= table_end) {
      size_t rows = table_rows(article.blocks, i);
      Table table;
      // In the size of the text where it fits, else in a smaller one.
      for (const bool less : {false, true}) {
        if (rows == 0 || !table.columns.empty()) break;
        small = less;
        table = measure_table(desk.setter, article.blocks, i, rows, table_style(scale, small),
                              measure - 2 * inset);
      }
      if (!table.columns.empty()) {
        state.tables.push_back(std::move(table));
        table_end = i + rows;
        item.first_row = true;
      }
    }
    if (i < table_end) {
      item.inset = inset;
      item.style = table_style(scale, small);
      item.table = &state.tables.back();
      item.last_row = i + 1 == table_end;
      if (item.first_row) item.space_before = std::round(step * 0.5f);
      if (item.last_row) item.space_after = std::round(step * 0.5f);
      if (item.first_row && item.table->headed)
        item.set_apart.assign(1, {0, static_cast<uint32_t>(block.text.size()), true, false});
    } else if (block.kind == BlockKind::kSubhead) {
      item.space_before = std::round(step * 0.75f);
      item.space_after = std::round(step * 0.25f);
    } else if (block.kind == BlockKind::kCaption || block.kind == BlockKind::kCredit) {
      bool follows = i > 0 && (article.blocks[i - 1].kind == BlockKind::kCaption);
      item.space_before = follows ? 0 : std::round(step * 0.5f);
      bool goes_on = i + 1 < article.blocks.size() && article.blocks[i + 1].kind == BlockKind::kCredit;
      item.space_after = goes_on ? 0 : std::round(step * 0.5f);
      item.inset = inset;
    } else if (block.kind == BlockKind::kQuote) {
      const auto quoted = [&](size_t at) {
        return at < article.blocks.size() && article.blocks[at].kind == BlockKind::kQuote;
      };
      item.space_before = quoted(i - 1) ? 0 : std::round(step * 0.6f);
      item.space_after = quoted(i + 1) ? 0 : std::round(step * 0.6f);
      item.inset = narrow ? 20 : 2 * scale.body().size;
    } else if (block.kind == BlockKind::kList) {
      item.inset = inset;
      if (size_t bullet = bullet_of(block.text)) {
        size_t after = bullet;
        decode(item.text, after);
        item.style.indent = 0;
        item.style.hang = desk.setter.width(item.text.substr(0, after), item.style) -
                          desk.setter.width(item.text.substr(bullet, after - bullet), item.style);
      }
    }
    state.flow.add(item);
  }
  find_marks(state, article);
  if (state.columns) {
    pour_columns(desk, state, width, height);
  } else {
    state.column_width = width;
    state.flow.fit(width);
    state.body_height = state.flow.height();
  }
}

void draw_body(Desk& desk, ReaderState& state, const Article& article) {
  Stage& stage = desk.stage;
  const Palette& palette = stage.ink();
  float height = stage.height();
  stage.surface("reader.text", {state.body_x - 24, state.body_y, state.width + 48, state.body_height}, true);

  bool whole = state.bytes < kMirrorWhole;
  for (size_t i = whole ? 0 : state.flow.first_at(-height - state.body_y); i < state.flow.size(); ++i) {
    float y = state.body_y + state.flow.y(i);
    if (!whole && y > 2 * height) break;
    const Block& block = article.blocks[Desk::at(state.flow.item(i).tag)];
    bool head = block.kind == BlockKind::kSubhead && !state.flow.item(i).table;
    stage.mirror().leaf(head ? Role::kHeading : Role::kText,
                        "block." + std::to_string(state.flow.item(i).tag), block.text,
                        {state.body_x, y, state.width, state.flow.bottom(i) - state.flow.y(i)});
    if (head) stage.mirror().last().level = 2;
  }

  TextPoint from = std::min(state.anchor, state.caret), to = std::max(state.anchor, state.caret);
  bool selected = from.block >= 0 && from != to;
  each_visible_line(state, 0, height, [&](size_t cell, const Layout& layout, size_t line, float x, float y) {
    int tag = state.flow.item(cell).tag;
    const Block& block = article.blocks[Desk::at(tag)];
    auto range = [&](TextPoint a, TextPoint b, Ink ink) {
      if (tag < a.block || tag > b.block) return;
      uint32_t begin = tag == a.block ? a.byte : 0;
      uint32_t end = tag == b.block ? b.byte : static_cast<uint32_t>(block.text.size());
      wash(stage, layout, line, x, y, begin, end, ink);
    };
    if (state.lit_begin.block >= 0) range(state.lit_begin, state.lit_end, palette.join_wash | 0);
    for (const ReaderState::Range& lit : state.lit_ranges)
      if (lit.block == tag) wash(stage, layout, line, x, y, lit.begin, lit.end, palette.highlight);
    if (selected) range(from, to, palette.selection);
    bool soft = block.kind == BlockKind::kCaption || block.kind == BlockKind::kCredit;
    if (block.kind == BlockKind::kQuote) stage.fill({x - 20, y, 2, layout.style.line_height}, palette.accent);
    if (line == 0 && block.kind == BlockKind::kList && layout.style.indent > 0)
      stage.dot(x + layout.style.size * 0.55f, y + layout.style.line_height / 2, layout.style.size * 0.13f,
                palette.ink);
    if (const FlowItem& item = state.flow.item(cell); item.table) {
      float wide = item.table->width, below = y + layout.style.line_height;
      if (item.first_row) stage.rule(x, y - 2, wide, palette.ink);
      if (item.first_row && item.table->headed) stage.rule(x, below, wide, palette.hairline);
      if (item.last_row) stage.rule(x, below + 2, wide, palette.ink);
    }
    if (line == 0 && block.kind == BlockKind::kCaption)
      stage.rule(x, y - 6, std::min(96.0f, layout.measure), palette.ink);
    stage.line(layout, line, x, y, soft ? palette.soft : palette.ink);
  });
  if (!state.slots.empty())
    for (float rule : state.band_rules)
      stage.rule(state.body_x, state.body_y + rule, state.width, palette.hairline);
  if (!desk.kiosk) handle_selection(desk, state, article);
  draw_marks(desk, state);
}

}  // namespace broadsheet::view
