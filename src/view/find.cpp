#include "view/find.h"

#include <algorithm>
#include <cmath>

#include "view/linebreak.h"
#include "view/reader.h"

namespace broadsheet::view {

bool feed_index(Desk& desk, FindState& state, bool whole) {
  if (state.indexed != desk.generation) {
    state.index.clear();
    state.indexed = desk.generation;
    state.next_page = 0;
  }
  double until = desk.host.now() + 0.008;
  while (state.next_page < desk.edition.pages.size()) {
    state.index.add_page(desk.edition, state.next_page++);
    if (!whole && desk.host.now() > until) break;
  }
  return state.next_page >= desk.edition.pages.size();
}

void light_matches(Desk& desk, const std::string& query) {
  ReaderState& reader = *desk.reader;
  reader.lit_ranges.clear();
  auto at = desk.by_id.find(desk.place.article);
  if (query.empty() || at == desk.by_id.end()) return;
  FindState& state = *desk.find;
  feed_index(desk, state, true);
  const ArticleRef& ref = desk.order[at->second];
  auto page = static_cast<uint32_t>(ref.page), index = static_cast<uint32_t>(ref.index);
  for (const FieldMatches& field : state.index.matches_in(desk.edition, page, index, query)) {
    if (field.field != SearchField::kBlock) continue;
    for (const Span& range : field.ranges)
      reader.lit_ranges.push_back({static_cast<int>(field.part), range.begin, range.end});
  }
}

namespace {

size_t order_of(const Desk& desk, const SearchHit& hit) {
  const Article& article = desk.edition.pages[hit.page].articles[hit.article];
  auto at = desk.by_id.find(article.id);
  return at == desk.by_id.end() ? 0 : at->second;
}

// A row of words to press; returns its foot.
float chips(Setting& set, FindState& state, const Scale& scale, const char* id,
            const std::vector<std::pair<std::string, std::string>>& list, float x, float y, float width) {
  TextStyle style = scale.meta();
  float left = x;
  for (const auto& [label, query] : list) {
    float w = set.setter.width(label, style) + 2;
    if (x > left && x + w > left + width) {
      x = left;
      y += style.line_height + 8;
    }
    std::string name = id;
    name += std::to_string(state.queries.size());
    set.link(name, label, {x - 4, y - 4, w + 8, style.line_height + 8},
             static_cast<int>(state.sheet.pieces.size()));
    state.sheet.targets.back().role = Role::kButton;
    state.queries.push_back(query);
    set.put(label, style, Tone::kInk, x, y, w);
    x += w + 20;
  }
  return y + style.line_height;
}

// Facets that divide what was found: pages, people, kinds; none where there is only one of a sort.
float facets(Desk& desk, FindState& state, Setting& set, const Scale& scale, float y, float width) {
  std::vector<std::pair<std::string, std::string>> list;
  auto sort_of = [&](const std::vector<Facet>& all, size_t most, auto label) {
    // What stands at one story each divides nothing.
    bool divides = std::any_of(all.begin(), all.end(), [](const Facet& facet) { return facet.count > 1; });
    if (all.size() < 2 || !divides) return;
    for (size_t i = 0; i < all.size() && i < most; ++i) {
      std::string query = state.asked;
      query += " ";
      query += all[i].query;
      std::string text = label(all[i].value);
      text += " ";
      text += std::to_string(all[i].count);
      list.emplace_back(std::move(text), std::move(query));
    }
  };
  const Facets& all = state.results.facets;
  sort_of(all.pages, 6, [&](const std::string& value) {
    // A section's name where one page alone bears the number.
    int known_by = std::atoi(value.c_str()), found = -1, pages = 0;
    for (size_t p = 0; p < desk.edition.pages.size(); ++p)
      if (shown_number(desk.edition, p) == known_by) found = static_cast<int>(p), ++pages;
    std::string name = pages == 1 ? page_name(desk, found) : std::string();
    return name.empty() ? fill(desk.words->page_n, value) : name;
  });
  sort_of(all.bylines, 5, [](const std::string& value) { return value; });
  if (list.empty() || state.results.articles < 3) return y;
  return chips(set, state, scale, "facet.", list, 0, y, width) + 14;
}

void compose(Desk& desk, FindState& state, float width) {
  Scale scale = desk.scale();
  const Words& words = *desk.words;
  state.sheet.clear();
  state.lit.clear();
  state.queries.clear();
  Setting set{state.sheet, desk.setter};
  float y = 0;
  if (state.asked.empty()) return;
  const SearchResults& results = state.results;
  for (const QueryError& error : results.errors)
    y = set.put(message_of(error.fault, desk.chinese), scale.note(), Tone::kAccent, 0, y, width) + 8;
  if (!state.suggestions.empty()) {
    std::vector<std::pair<std::string, std::string>> list;
    for (const Suggestion& at : state.suggestions) list.emplace_back(at.word, at.query);
    float w = set.setter.width(words.suggest, scale.meta()) + 2;
    set.put(words.suggest, scale.meta(), Tone::kSoft, 0, y, w);
    y = chips(set, state, scale, "suggest.", list, w + 16, y, width - w - 16) + 12;
  }
  if (results.hits.empty()) {
    y = set.put(fill(words.no_match, state.asked), scale.deck(), Tone::kSoft, 0, y + 12, width);
    state.sheet.height = y;
    return;
  }
  std::string count = fill(words.matches, grouped(results.matches), grouped(results.articles));
  y = set.put(count, scale.meta(), Tone::kSoft, 0, y, width) + 12;
  y = facets(desk, state, set, scale, y, width);
  for (size_t i = 0; i < results.hits.size(); ++i) {
    const SearchHit& hit = results.hits[i];
    const Article& article = desk.edition.pages[hit.page].articles[hit.article];
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
    if (!hit.snippet.text.empty() && hit.snippet.field != SearchField::kHeadline) {
      TextStyle text = scale.excerpt();
      text.indent = 0;
      text.justify = false;
      text.max_lines = 3;
      state.lit.emplace_back(state.sheet.pieces.size(), i);
      y = set.put(hit.snippet.text, text, Tone::kInk, 0, y, width);
    }
    std::string meta = page_name(desk, static_cast<int>(hit.page));
    auto part = [&](const std::string& what) {
      if (what.empty()) return;
      if (!meta.empty()) meta += " · ";
      meta += what;
    };
    part(byline_of(article, false));
    part(date_line(article.dateline.date, desk.chinese, false));
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
    for (auto [from, to] : state.results.hits[hit_index].snippet.marks)
      for (size_t line = 0; line < layout.lines.size(); ++line) {
        const Line& row = layout.lines[line];
        for (uint32_t g = row.first; g < row.first + row.count; ++g) {
          const Glyph& glyph = layout.glyphs[g];
          if (glyph.offset < from || glyph.offset >= to || glyph.offset >= row.end) continue;
          float step = layout.style.line_height, size = layout.style.size;
          float w = is_hanzi(glyph.code) ? std::min(glyph.advance, layout.style.size) : glyph.advance;
          stage.fill({x + piece.x + glyph.x, top + static_cast<float>(line) * step + (step - size) / 2 - 3, w,
                      size + 6},
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
  bool whole = feed_index(desk, state, false);
  if (!whole) stage.wake();
  bool asks = state.asked != state.query || state.generation != desk.generation || !whole;
  if (asks) {
    state.generation = desk.generation;
    if (state.asked != state.query) state.scroll.to(0, true);
    state.asked = state.query;
    SearchOptions options;
    options.most = 100;
    state.results = state.index.find(desk.edition, state.asked, options);
    state.suggestions.clear();
    state.suggested = false;
    state.rest_until = desk.host.now() + 0.25;
    desk.host.wake(state.rest_until);
    state.width = 0;
    if (desk.place.query != state.query) {
      desk.place.query = state.query;
      desk.host.set_address(address_of(desk.place), false);
    }
  }
  if (!state.suggested && whole && desk.host.now() >= state.rest_until && !state.asked.empty()) {
    state.suggested = true;
    state.suggestions = state.index.suggest(desk.edition, state.asked);
    if (!state.suggestions.empty()) state.width = 0;
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
                        state.results.hits.empty() ? fill(words.no_match, state.asked)
                                                   : fill(words.matches, grouped(state.results.matches),
                                                          grouped(state.results.articles)));
  stage.mirror().close();
  follow_focus(desk, state.scroll);
  if (changed) stage.wake();
  size_t open = SIZE_MAX;
  if (pressed.rfind("hit.", 0) == 0) open = static_cast<size_t>(std::atoi(pressed.c_str() + 4));
  if (submitted && !state.results.hits.empty() && state.asked == state.query) open = 0;
  for (const char* prefix : {"facet.", "suggest."}) {
    if (pressed.rfind(prefix, 0) != 0) continue;
    size_t at = static_cast<size_t>(std::atoi(pressed.c_str() + std::string_view(prefix).size()));
    if (at < state.queries.size()) state.query = state.queries[at];
    stage.wake();
  }
  if (open < state.results.hits.size()) {
    const SearchHit& hit = state.results.hits[open];
    Place to;
    to.screen = Screen::kReader;
    to.article = desk.article(order_of(desk, hit)).id;
    for (const FieldMatches& found : hit.fields) {
      if (found.field != SearchField::kBlock || found.ranges.empty()) continue;
      to.block = static_cast<int>(found.part);
      to.begin = found.ranges[0].begin;
      to.end = found.ranges[0].end;
      break;
    }
    stage.blur_field();
    std::string query = state.asked;
    desk.go(to);
    light_matches(desk, query);
  }
}

}  // namespace broadsheet::view
