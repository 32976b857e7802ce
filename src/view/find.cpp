#include "view/find.h"

#include <algorithm>
#include <cmath>

#include "view/find_words.h"
#include "view/lit.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {

constexpr double kSlice = 0.008;    // seconds of a frame for reading pages in
constexpr double kAskAgain = 0.15;  // seconds between answers while pages are being read in
constexpr double kRest = 0.25;      // seconds without a key after which typing rests
constexpr uint32_t kMoreHits = 40;
constexpr float kHeadRoom = 108;  // of the field and the air around it

SearchOptions options_of(const FindState& state) {
  SearchOptions options;
  options.order = state.order;
  options.most = FindState::kFirst;
  return options;
}

void keep_past(Desk& desk, FindState& state) {
  if (!desk.kiosk) desk.host.remember(desk.note_key("searches"), state.past.text());
}

void ask(Desk& desk, FindState& state, bool whole) {
  bool anew = state.asked != state.query || state.generation != desk.generation;
  state.generation = desk.generation;
  if (anew) state.scroll.to(0, true);
  state.asked = state.query;
  state.partial = !whole;
  state.ask_again = desk.host.now() + kAskAgain;
  SearchOptions options = options_of(state);
  if (!anew) options.most = std::max(options.most, static_cast<uint32_t>(state.results.hits.size()));
  state.results = state.index.find(desk.edition, state.asked, options);
  if (anew) {
    state.opened = SIZE_MAX;
    state.suggestions.clear();
    state.suggested = false;
    state.rest_until = desk.host.now() + kRest;
  }
  state.width = 0;
  if (desk.place.query != state.query) {
    desk.place.query = state.query;
    desk.host.set_address(address_of(desk.place), false);
  }
}

// The pieces that are lit and those that are wrong.
void draw_marks(Stage& stage, const FindState& state, float x, float y) {
  for (const FindState::Lit& lit : state.lit)
    wash_piece(stage, state.sheet.pieces[lit.piece], x, y, lit.bytes, stage.ink().highlight);
  for (const FindState::Lit& wrong : state.wrong)
    underline_piece(stage, state.sheet.pieces[wrong.piece], x, y, wrong.bytes, stage.ink().accent);
}

// What is at the right end of the field: a ribbon to keep the search by, a cross to clear it.
struct FieldTools {
  Desk& desk;
  FindState& state;
  const FindWords& own;
  float right, middle, u;

  Rect spot() {
    float size = (desk.kiosk ? 48 : 36) * u;  // there for fingers
    right -= size;
    return {right, middle - size / 2, size, size};
  }
  void draw() {
    if (state.query.empty()) return;
    Stage& stage = desk.stage;
    Rect at = spot();
    float x = at.x + at.w / 2, r = 5 * u;
    Ink ink = stage.hot("find.clear") ? stage.ink().ink : stage.ink().soft;
    stage.stroke(x - r, middle - r, x + r, middle + r, ink, 1.5f * u);
    stage.stroke(x - r, middle + r, x + r, middle - r, ink, 1.5f * u);
    if (stage.press("find.clear", own.clear, at)) {
      state.query.clear();
      desk.want_find_focus = true;
    }
    if (desk.kiosk) return;
    at = spot();
    x = at.x + at.w / 2;
    bool kept = state.past.keeps(state.query);
    ink = kept ? stage.ink().accent : stage.hot("find.keep") ? stage.ink().ink : stage.ink().soft;
    float l = x - 5 * u, t = middle - 7.5f * u, b = middle + 7 * u, thick = (kept ? 2.2f : 1.5f) * u;
    stage.stroke(l, t, x + 5 * u, t, ink, thick);
    stage.stroke(l, t, l, b, ink, thick);
    stage.stroke(x + 5 * u, t, x + 5 * u, b, ink, thick);
    stage.stroke(l, b, x, middle + 3 * u, ink, thick);
    stage.stroke(x, middle + 3 * u, x + 5 * u, b, ink, thick);
    if (stage.press("find.keep", kept ? own.unsave : own.save, at, Role::kButton, kept)) {
      state.past.turn(state.query);
      keep_past(desk, state);
    }
  }
};

void focus_hit(Desk& desk, FindState& state, size_t hit) {
  std::string id = "hit." + std::to_string(hit);
  desk.stage.set_focus(id, true);
  for (const Target& target : state.sheet.targets) {
    if (target.id != id) continue;
    float room = desk.stage.height() - kHeadRoom * desk.scale().screen - desk.bar_height();
    float above = target.rect.y - 16, below = target.rect.y + target.rect.h + 16 - room;
    if (state.scroll.offset > above) state.scroll.to(hit == 0 ? 0 : above, desk.calm());
    if (state.scroll.offset < below) state.scroll.to(below, desk.calm());
  }
  desk.stage.wake();
}

// From the field to the stories and from one to the next by the arrows; true where they moved.
bool walk(Desk& desk, FindState& state) {
  Stage& stage = desk.stage;
  size_t hits = state.results.hits.size();
  bool on_hit = stage.focus_visible() && stage.focus().rfind("hit.", 0) == 0;
  if (stage.typing() && stage.focus() == "find.field") {
    if (!ImGui::IsKeyPressed(ImGuiKey_DownArrow) || hits == 0) return false;
    stage.blur_field();
    focus_hit(desk, state, 0);
    return true;
  }
  if (!on_hit) return false;
  int by = stage.key(ImGuiKey_DownArrow) ? 1 : stage.key(ImGuiKey_UpArrow) ? -1 : 0;
  if (by == 0) return false;
  long to = std::atol(stage.focus().c_str() + 4) + by;
  if (to < 0)
    desk.want_find_focus = true;
  else if (to < static_cast<long>(hits))
    focus_hit(desk, state, static_cast<size_t>(to));
  stage.wake();
  return true;
}

void act(Desk& desk, FindState& state, const std::string& pressed) {
  auto number = [&](std::string_view prefix) {
    return pressed.rfind(prefix, 0) == 0 ? static_cast<size_t>(std::atol(pressed.c_str() + prefix.size()))
                                         : SIZE_MAX;
  };
  if (pressed.empty()) return;
  if (size_t at = number("ask."); at < state.queries.size()) state.query = state.queries[at];
  if (size_t at = number("order."); at < 3 && static_cast<size_t>(state.order) != at) {
    state.order = static_cast<SearchOrder>(at);
    state.scroll.to(0, true);
    ask(desk, state, !state.partial);
  }
  if (size_t at = number("more."); at < 5) state.unfolded ^= 1u << at;
  if (pressed == "filters") state.filters = !state.filters;
  if (pressed == "forget") {
    state.past.recent.clear();
    keep_past(desk, state);
  }
  state.width = 0;
  if (size_t at = number("hit."); at < state.results.hits.size()) open_hit(desk, at, false);
  desk.stage.wake();
}

}  // namespace

bool feed_index(Desk& desk, FindState& state) {
  if (state.indexed != desk.generation) {
    state.index.clear();
    state.indexed = desk.generation;
    state.next_page = 0;
  }
  double until = desk.host.now() + kSlice;
  while (state.next_page < desk.edition.pages.size()) {
    state.index.add_page(desk.edition, state.next_page++);
    if (desk.host.now() > until) break;
  }
  return state.next_page >= desk.edition.pages.size();
}

void light_matches(Desk& desk, const std::string& query) {
  ReaderState& reader = *desk.reader;
  reader.put_out();
  auto at = desk.by_id.find(desk.place.article);
  if (query.empty() || at == desk.by_id.end()) return;
  const Article& article = desk.article(at->second);
  reader.lit_query = query;
  for (const FieldMatches& field : SearchIndex::matches_in(article, query)) {
    bool body = field.field == SearchField::kBlock;
    for (const Span& range : field.ranges)
      if (body) reader.lit_ranges.push_back({static_cast<int>(field.part), range.begin, range.end});
    if (body) continue;
    // The head is one place to step to.
    if (reader.lit_heads.empty()) reader.lit_ranges.insert(reader.lit_ranges.begin(), {-1, 0, 0});
    std::string_view text = field.field == SearchField::kHeadline ? article.headline
                            : field.field == SearchField::kKicker ? article.kicker
                            : field.field == SearchField::kDeck   ? article.deck
                                                                  : std::string_view();
    reader.lit_heads.push_back({std::string(text), field.ranges});
  }
}

void more_hits(const Desk& desk, FindState& state) {
  SearchOptions options = options_of(state);
  options.from = static_cast<uint32_t>(state.results.hits.size());
  options.most = kMoreHits;
  options.facets = false;
  SearchResults more = state.index.find(desk.edition, state.asked, options);
  for (SearchHit& hit : more.hits) state.results.hits.push_back(std::move(hit));
  state.width = 0;
}

void open_hit(Desk& desk, size_t at, bool at_last) {
  FindState& state = *desk.find;
  const SearchHit& hit = state.results.hits[at];
  state.opened = at;
  state.past.note(state.asked);
  keep_past(desk, state);
  Place to;
  to.screen = Screen::kReader;
  to.article = desk.edition.pages[hit.page].articles[hit.article].id;
  const FieldMatches* found = nullptr;
  for (const FieldMatches& field : hit.fields)
    if (field.field == SearchField::kBlock && !field.ranges.empty() && (found == nullptr || at_last))
      found = &field;
  if (found != nullptr) {
    const Span& range = at_last ? found->ranges.back() : found->ranges.front();
    to.block = static_cast<int>(found->part);
    to.begin = range.begin;
    to.end = range.end;
  }
  desk.stage.blur_field();
  std::string query = state.asked;
  desk.go(to);
  light_matches(desk, query);
  ReaderState& reader = *desk.reader;
  for (size_t i = 0; i < reader.lit_ranges.size(); ++i)
    if (reader.lit_ranges[i].block == to.block && reader.lit_ranges[i].begin == to.begin)
      reader.lit_at = static_cast<int>(i);
}

void draw_find(Desk& desk) {
  FindState& state = *desk.find;
  Stage& stage = desk.stage;
  Scale scale = desk.scale();
  const Words& words = *desk.words;
  const FindWords& own = find_words(desk.chinese);
  if (state.past_of != desk.edition_id && !desk.kiosk) {
    state.past_of = desk.edition_id;
    state.past = read_past(desk.host.recall(desk.note_key("searches")));
  }
  // Stories of 38 hanzi, and beside them what divides them where there is room.
  float margin = scale.phone ? 20.0f : 32.0f, gap = 48 * scale.text, beside = 210 * scale.text;
  float room = stage.width() - 2 * margin, measure = 38 * scale.body().size;
  float side_width = room >= measure * 0.8f + gap + beside ? std::floor(beside) : 0;
  float all = std::floor(std::min(room, measure + (side_width > 0 ? gap + side_width : 0)));
  float width = side_width > 0 ? all - std::floor(gap) - side_width : all;
  float left = std::floor((stage.width() - all) / 2);

  // A key or the bar leads back to what was asked last; an address says what to ask.
  if (desk.want_find_focus && desk.place.query.empty() && !state.query.empty())
    desk.place.query = state.query;
  if (desk.place.query != state.query && desk.place.query != state.asked) state.query = desk.place.query;
  auto pages = static_cast<uint32_t>(desk.edition.pages.size());
  bool whole = feed_index(desk, state);
  if (!whole) stage.wake();
  if (state.asked != state.query || state.generation != desk.generation ||
      (state.partial && (whole || desk.host.now() >= state.ask_again)))
    ask(desk, state, whole);
  if (!state.suggested && whole && !state.asked.empty()) {
    state.suggested = desk.host.now() >= state.rest_until;
    if (state.suggested)
      state.suggestions = state.index.suggest(desk.edition, state.asked);
    else
      desk.host.wake(state.rest_until);
    if (!state.suggestions.empty()) state.width = 0;
  }
  if (state.width != width || state.side_width != side_width || state.text != scale.text ||
      state.words != desk.words) {
    state.width = width;
    state.side_width = side_width;
    state.text = scale.text;
    state.words = desk.words;
    compose_find(desk, state, width, side_width);
  }

  desk.bar_wanted = true;
  float head = std::round(kHeadRoom * scale.screen), top = desk.bar_height() + head;
  state.scroll.pane = {0, 0, stage.width(), stage.height()};
  state.scroll.bound(state.sheet.height + top, stage.height());
  desk.panes.push_back(&state.scroll);
  if (walk(desk, state))
    state.scroll.step(desk.host.now(), desk.calm());
  else
    scroll_by_keys(desk, state.scroll, stage.height() - top);
  desk.bar_wanted = true;
  if (state.results.hits.size() < state.results.articles && !state.partial &&
      state.scroll.offset + 1.5f * stage.height() > state.scroll.limit + stage.height()) {
    more_hits(desk, state);
    stage.wake();
  }

  stage.mirror().open(Role::kMain, "main", words.find);
  // The line to type in stays; the results pass below it.
  stage.mirror().open(Role::kSearch, "find", words.find);
  TextStyle style = scale.deck();
  style.face = Face::kSans;
  style.size = scale.px(20);
  float u = scale.screen;
  Rect rule{left, desk.bar_height() + std::round(32 * u), all, std::round(48 * u)};
  float icon = 24 * u;
  Rect field{left + 2 * icon, rule.y, all - 2 * icon - 88 * u, rule.h};
  bool submitted = false;
  bool take = desk.want_find_focus;
  desk.want_find_focus = false;
  std::string typed = state.query;
  bool changed = stage.field("find.field", words.find, field, style, state.query, take, submitted);
  if (changed && ImGui::IsKeyPressed(ImGuiKey_Escape))
    state.query = typed;  // it leaves the field, not the words
  FieldTools{desk, state, own, rule.x + rule.w - 10 * u, rule.y + rule.h / 2, u}.draw();
  stage.mirror().close();
  float y = top - state.scroll.offset;
  stage.clip({0, top - std::round(12 * u), stage.width(), stage.height()});
  draw_marks(stage, state, left, y);
  std::string pressed = draw_sheet(stage, state.sheet, left, y);
  if (side_width > 0 && !state.side.pieces.empty()) {
    // It passes as the stories do until its foot is in sight.
    float spare = std::max(0.0f, state.side.height - (stage.height() - top));
    std::string at_side =
        draw_sheet(stage, state.side, left + all - side_width, top - std::min(state.scroll.offset, spare));
    if (!at_side.empty()) pressed = at_side;
  }
  stage.unclip();
  float cx = left + icon, cy = rule.y + rule.h / 2;
  stage.circle(cx - 1, cy - 1, 7 * u, stage.ink().soft, 1.8f * u);
  stage.stroke(cx + 4 * u, cy + 4 * u, cx + 10 * u, cy + 10 * u, stage.ink().soft, 1.8f * u);
  if (state.query.empty())
    stage.label(fill(words.find_hint, grouped(desk.order.size())), style, field.x + 6, cy, stage.ink().soft);
  bool focused = stage.focused("find.field") || stage.typing();
  stage.pill(rule, focused ? stage.ink().accent : stage.ink().hairline, focused ? 2.0f : 0.0f);
  std::string status;
  if (!whole) {
    // A line below the field fills as pages are read in.
    float share = static_cast<float>(state.next_page) / static_cast<float>(std::max(1u, pages));
    float from = rule.x + rule.h / 2, w = rule.w - rule.h;
    stage.fill({from, rule.y + rule.h + 6 * u, w, 2}, stage.ink().hairline);
    stage.fill({from, rule.y + rule.h + 6 * u, stage.snap(w * share), 2}, stage.ink().accent);
    status = fill(own.reading, grouped(state.next_page), grouped(pages));
    if (state.asked.empty() || state.results.hits.empty())
      stage.label(status, scale.meta(), from, rule.y + rule.h + 17 * u, stage.ink().soft);
  } else if (!state.asked.empty()) {
    status = state.results.hits.empty()
                 ? fill(words.no_match, state.asked)
                 : fill(words.matches, grouped(state.results.matches), grouped(state.results.articles));
  }
  if (!status.empty()) stage.mirror().leaf(Role::kStatus, "find.count", status);
  stage.mirror().close();
  follow_focus(desk, state.scroll);
  if (changed) stage.wake();
  if (submitted && state.asked == state.query) {
    if (!state.results.hits.empty()) pressed = "hit.0";
  }
  act(desk, state, pressed);
}

}  // namespace broadsheet::view
