#include "view/find.h"

#include <algorithm>
#include <cmath>

#include "view/linebreak.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {

std::string lowered(const std::string& text) {
  std::string out = text;
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

size_t back_up(const std::string& text, size_t at, int characters) {
  while (at > 0 && characters > 0) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
    --characters;
  }
  return at;
}

size_t go_on(const std::string& text, size_t at, int characters) {
  while (at < text.size() && characters-- > 0) decode(text, at);
  return at;
}

// The sentence around a match, not longer than two lines.
void cut_snippet(const std::string& text, size_t at, size_t end, const std::string& needle, FindHit& hit) {
  size_t from = back_up(text, at, 24), to = go_on(text, end, 60);
  for (size_t i = at; i > from;) {
    size_t back = back_up(text, i, 1);
    size_t peek = back;
    uint32_t code = decode(text, peek);
    if (code == 0x3002 || code == 0xff01 || code == 0xff1f || code == '\n') {
      from = peek;
      break;
    }
    i = back;
  }
  while (from > 0 && from < at && static_cast<unsigned char>(text[from]) < 0x80 && text[from] != ' ' &&
         text[from - 1] != ' ' && static_cast<unsigned char>(text[from - 1]) < 0x80)
    --from;
  std::string head = from > 0 ? "……" : "";
  hit.snippet = head + text.substr(from, to - from) + (to < text.size() ? "……" : "");
  std::string low = lowered(hit.snippet);
  for (size_t m = low.find(needle); m != std::string::npos; m = low.find(needle, m + needle.size()))
    hit.marks.emplace_back(static_cast<uint32_t>(m), static_cast<uint32_t>(m + needle.size()));
}

}  // namespace

std::vector<FindHit> find_hits(const Desk& desk, const std::string& query, size_t& matches) {
  std::vector<FindHit> hits;
  matches = 0;
  std::string needle = lowered(query);
  if (needle.empty()) return hits;
  std::vector<std::pair<double, FindHit>> ranked;
  for (size_t i = 0; i < desk.order.size(); ++i) {
    const Article& article = desk.article(i);
    FindHit hit;
    hit.article = i;
    auto count = [&](const std::string& text) {
      std::string low = lowered(text);
      size_t n = 0;
      for (size_t at = low.find(needle); at != std::string::npos; at = low.find(needle, at + needle.size()))
        ++n;
      return n;
    };
    size_t heads = count(article.headline) + count(article.kicker) + count(article.deck);
    for (const Byline& by : article.byline) heads += count(by.name);
    hit.count = heads;
    for (size_t b = 0; b < article.blocks.size(); ++b) {
      const std::string& text = article.blocks[b].text;
      size_t n = count(text);
      if (n == 0) continue;
      hit.count += n;
      if (hit.block >= 0) continue;
      size_t at = lowered(text).find(needle);
      hit.block = static_cast<int>(b);
      hit.begin = static_cast<uint32_t>(at);
      hit.end = static_cast<uint32_t>(at + needle.size());
      cut_snippet(text, at, at + needle.size(), needle, hit);
    }
    if (hit.count == 0) continue;
    if (hit.block < 0 && !article.blocks.empty()) {
      const std::string& text = article.blocks[0].text;
      hit.snippet = text.substr(0, go_on(text, 0, 60));
    }
    matches += hit.count;
    double score = static_cast<double>(hit.count) + 12.0 * static_cast<double>(heads);
    ranked.emplace_back(score, std::move(hit));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [score, hit] : ranked) hits.push_back(std::move(hit));
  return hits;
}

namespace {

void compose(Desk& desk, FindState& state, float width) {
  Scale scale = desk.scale();
  const Words& words = *desk.words;
  state.sheet.clear();
  state.lit.clear();
  Setting set{state.sheet, desk.setter};
  float y = 0;
  if (state.asked.empty()) {
    state.sheet.height = 0;
    return;
  }
  if (state.hits.empty()) {
    y = set.put(fill(words.no_match, state.asked), scale.deck(), Tone::kSoft, 0, 12, width);
    state.sheet.height = y;
    return;
  }
  y = set.put(fill(words.matches, grouped(state.matches), grouped(state.hits.size())), scale.meta(),
              Tone::kSoft, 0, 0, width) +
      12;
  size_t most = std::min<size_t>(state.hits.size(), 200);
  for (size_t i = 0; i < most; ++i) {
    const FindHit& hit = state.hits[i];
    const Article& article = desk.article(hit.article);
    set.across(0, y, width, i == 0 ? Tone::kInk : Tone::kHairline);
    y += 14;
    size_t target = state.sheet.targets.size();
    std::string title = headline_of(article, words);
    std::string id = "hit.";
    id += std::to_string(i);
    set.link(id, title, {});
    float top = y;
    state.sheet.targets[target].underline = static_cast<int>(state.sheet.pieces.size());
    y = set.put(title, scale.brief_head(), Tone::kInk, 0, y, width, Role::kHeading, 2) + 2;
    if (!hit.snippet.empty()) {
      TextStyle text = scale.excerpt();
      text.indent = 0;
      text.justify = false;
      text.max_lines = 2;
      state.lit.emplace_back(state.sheet.pieces.size(), i);
      y = set.put(hit.snippet, text, Tone::kInk, 0, y, width);
    }
    std::string meta = page_name(desk, desk.order[hit.article].page);
    std::string by = byline_of(article, false);
    if (!by.empty() && !meta.empty()) meta += " · ";
    meta += by;
    y = set.put(meta, scale.meta(), Tone::kSoft, 0, y + 2, width) + 14;
    state.sheet.targets[target].rect = {0, top - 6, width, y - top};
  }
  state.sheet.height = y + 64;
}

void draw_lit(Stage& stage, const FindState& state, float x, float y) {
  for (auto [piece_index, hit_index] : state.lit) {
    const Piece& piece = state.sheet.pieces[piece_index];
    float top = y + piece.y;
    if (top > stage.height() || piece.bottom() + y < 0) continue;
    const Layout& layout = piece.layout;
    for (auto [from, to] : state.hits[hit_index].marks)
      for (size_t line = 0; line < layout.lines.size(); ++line) {
        const Line& row = layout.lines[line];
        for (uint32_t g = row.first; g < row.first + row.count; ++g) {
          const Glyph& glyph = layout.glyphs[g];
          if (glyph.offset < from || glyph.offset >= to || glyph.offset >= row.end) continue;
          float step = layout.style.line_height, size = layout.style.size;
          stage.fill({x + piece.x + glyph.x, top + static_cast<float>(line) * step + (step - size) / 2 - 3,
                      glyph.advance, size + 6},
                     stage.ink().highlight);
        }
      }
  }
}

}  // namespace

void draw_find(Desk& desk) {
  FindState& state = *desk.find;
  Stage& stage = desk.stage;
  Scale scale = desk.scale();
  const Words& words = *desk.words;
  float width = std::floor(std::min(stage.width() - (scale.phone ? 40.0f : 64.0f), 42 * scale.body().size));
  float left = std::floor((stage.width() - width) / 2);
  if (desk.place.query != state.query && desk.place.query != state.asked) state.query = desk.place.query;
  if (state.asked != state.query || state.generation != desk.generation) {
    state.asked = state.query;
    state.hits = find_hits(desk, state.asked, state.matches);
    state.width = 0;
    state.scroll.to(0, true);
    if (desk.place.query != state.query) {
      desk.place.query = state.query;
      desk.host.set_address(address_of(desk.place), false);
    }
  }
  if (state.width != width || state.text != scale.text || state.generation != desk.generation ||
      state.words != desk.words) {
    state.width = width;
    state.text = scale.text;
    state.generation = desk.generation;
    state.words = desk.words;
    compose(desk, state, width);
  }
  desk.bar_wanted = true;
  float head = 108, top = desk.bar_height() + head;
  state.scroll.pane = {0, 0, stage.width(), stage.height()};
  state.scroll.bound(state.sheet.height + top, stage.height());
  desk.panes.push_back(&state.scroll);
  scroll_by_keys(desk, state.scroll, stage.height() - top);

  stage.mirror().open(Role::kMain, "main", words.find);
  // The line to type in stays; the results pass below it.
  stage.mirror().open(Role::kSearch, "find", words.find);
  TextStyle style = scale.deck();
  style.face = Face::kSans;
  style.size = scale.px(20);
  Rect rule{left, desk.bar_height() + 32, width, 48};
  float icon = 24 * scale.screen;
  Rect field{left + 2 * icon, rule.y, width - 3 * icon, rule.h};
  bool submitted = false;
  bool take = desk.want_find_focus;
  desk.want_find_focus = false;
  bool changed = stage.field("find.field", words.find, field, style, state.query, take, submitted);
  stage.mirror().close();
  float y = top - state.scroll.offset;
  stage.clip({0, desk.bar_height() + head - 12, stage.width(), stage.height()});
  draw_lit(stage, state, left, y);
  std::string pressed = draw_sheet(stage, state.sheet, left, y);
  stage.unclip();
  float cx = left + icon, cy = rule.y + rule.h / 2;
  stage.circle(cx - 1, cy - 1, 7, stage.ink().soft, 1.8f);
  stage.stroke(cx + 4, cy + 4, cx + 10, cy + 10, stage.ink().soft, 1.8f);
  if (state.query.empty())
    stage.label(fill(words.find_hint, grouped(desk.order.size())), style, field.x + 6, cy, stage.ink().soft);
  bool focused = stage.focused("find.field") || stage.typing();
  stage.pill(rule, focused ? stage.ink().accent : stage.ink().hairline, focused ? 2.0f : 0.0f);
  if (!state.asked.empty())
    stage.mirror().leaf(Role::kStatus, "find.count",
                        state.hits.empty()
                            ? fill(words.no_match, state.asked)
                            : fill(words.matches, grouped(state.matches), grouped(state.hits.size())));
  stage.mirror().close();
  follow_focus(desk, state.scroll);
  if (changed) stage.wake();
  size_t open = SIZE_MAX;
  if (pressed.rfind("hit.", 0) == 0) open = static_cast<size_t>(std::atoi(pressed.c_str() + 4));
  if (submitted && !state.hits.empty() && state.asked == state.query) open = 0;
  if (open < state.hits.size()) {
    const FindHit& hit = state.hits[open];
    Place to;
    to.screen = Screen::kReader;
    to.article = desk.article(hit.article).id;
    to.block = hit.block;
    to.begin = hit.begin;
    to.end = hit.end;
    stage.blur_field();
    desk.go(to);
    desk.reader->lit_words = state.asked;
  }
}

}  // namespace broadsheet::view
