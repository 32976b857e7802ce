// What stands below the field: faults, suggestions, filters, the stories; before anything is asked, what was
// asked before and how to ask.
#include <algorithm>
#include <cmath>

#include "search/query.h"
#include "view/find.h"
#include "view/find_words.h"

namespace broadsheet::view {

namespace {

constexpr size_t kMostValues = 60;  // of one sort; the others are reached by typing

struct Chip {
  std::string label, name, query;
};

std::string kind_label(std::string_view kind, const FindWords& words) {
  for (const auto& [from, to] : words.kinds)
    if (kind == from) return to;
  return std::string(kind);
}

struct Composer {
  Desk& desk;
  FindState& state;
  const FindWords& own;
  Scale scale;
  float width;
  float finger = desk.finger();

  // What is pressed where words stand: they and some air.
  Rect around(float x, float y, float w, float h, float air) const {
    float wide = std::max(w + 2 * air, finger), tall = std::max(h + 2 * air, finger);
    return {x + (w - wide) / 2, y + (h - tall) / 2, wide, tall};
  }

  TextStyle strong(TextStyle style) const {
    style.face = Face::kSansBold;
    return style;
  }

  std::string number_of(std::string query) {
    state.queries.push_back(std::move(query));
    return std::to_string(state.queries.size() - 1);
  }

  // A row of words to press, `gap` apart; returns its foot.
  float chips(Setting& set, const std::vector<Chip>& list, Tone tone, float left, float y, float right) {
    TextStyle style = scale.meta();
    float x = left, row = std::max(style.line_height + 8, finger + 2),
          air = (row - style.line_height - 8) / 2;
    y += air;
    for (const Chip& chip : list) {
      float w = std::min(set.setter.width(chip.label, style) + 2, right - left);
      if (x > left && x + w > right) {
        x = left;
        y += row;
      }
      set.link("ask." + number_of(chip.query), chip.name.empty() ? chip.label : chip.name,
               around(x, y, w, style.line_height, 4), static_cast<int>(set.sheet.pieces.size()));
      set.sheet.targets.back().role = Role::kButton;
      style.max_lines = 1;
      set.put(chip.label, style, tone, x, y, w);
      x += std::max(w + 20, finger + 2);
    }
    return y + style.line_height + air;
  }

  float faults(Setting& set, float y) {
    const std::vector<QueryError>& errors = state.results.errors;
    std::vector<Span> places;
    for (const QueryError& error : errors)
      if (error.fault != QueryFault::kOnlyNegated && error.begin < error.end)
        places.push_back({error.begin, error.end});
    if (!places.empty()) {
      TextStyle style = scale.deck();
      style.face = Face::kSans;
      style.balance = false;
      state.wrong.push_back({set.sheet.pieces.size(), places});
      y = set.put(state.asked, style, Tone::kInk, 0, y, width) + 4;
      set.sheet.pieces.back().spoken = false;  // it is in the field
    }
    for (const QueryError& error : errors) {
      std::string line;
      if (error.fault != QueryFault::kOnlyNegated && error.begin < error.end)
        line = state.asked.substr(error.begin, error.end - error.begin) + " — ";
      y = set.put(line + message_of(error.fault, desk.chinese), scale.note(), Tone::kAccent, 0, y, width) + 4;
    }
    return errors.empty() ? y : y + 8;
  }

  float suggestions(Setting& set, float y) {
    if (state.suggestions.empty()) return y;
    std::vector<Chip> list;
    for (const Suggestion& at : state.suggestions)
      list.push_back({at.word + " " + grouped(at.count), {}, at.query});
    float w = set.setter.width(desk.words->suggest, scale.meta()) + 2;
    set.put(desk.words->suggest, scale.meta(), Tone::kSoft, 0, y, w);
    return chips(set, list, Tone::kInk, w + 16, y, width) + 14;
  }

  // The filters of the query, each to be taken out by pressing it.
  float filters(Setting& set, float y) {
    Query query = parse_query(state.asked);
    if (query.root < 0) return y;
    const QueryNode& root = query.nodes[static_cast<size_t>(query.root)];
    std::vector<Chip> list;
    auto take = [&](const QueryNode& node) {
      if (node.kind != QueryNode::Kind::kLeaf) return;
      const Leaf& leaf = query.leaves[static_cast<size_t>(node.leaf)];
      bool filter = leaf.kind == Leaf::Kind::kDate || leaf.kind == Leaf::Kind::kPage ||
                    leaf.kind == Leaf::Kind::kKind || leaf.kind == Leaf::Kind::kPlace ||
                    leaf.zone == Zone::kBylines;
      if (!filter) return;
      std::string value = state.asked.substr(leaf.begin, leaf.end - leaf.begin);
      size_t colon = value.find(':'), wide = value.find("：");
      value.erase(0, wide < colon ? wide + 3 : colon == std::string::npos ? 0 : colon + 1);
      value.erase(std::remove(value.begin(), value.end(), '"'), value.end());
      if (leaf.kind == Leaf::Kind::kPage) value = fill(desk.words->page_n, value);
      if (leaf.kind == Leaf::Kind::kKind)
        value = kind_label(name_of(static_cast<ArticleKind>(leaf.low)), own);
      if (leaf.kind == Leaf::Kind::kDate) value = date_line(value, desk.chinese, false);
      std::string rest = state.asked.substr(0, leaf.begin);
      while (!rest.empty() && rest.back() == ' ') rest.pop_back();
      rest += state.asked.substr(leaf.end);
      rest.erase(0, std::min(rest.find_first_not_of(' '), rest.size()));
      list.push_back({value + " ×", fill(own.remove, value), rest});
    };
    if (root.kind == QueryNode::Kind::kLeaf) take(root);
    if (root.kind == QueryNode::Kind::kAnd)
      for (int child : root.of) take(query.nodes[static_cast<size_t>(child)]);
    if (list.empty()) return y;
    return chips(set, list, Tone::kAccent, 0, y, width) + 12;
  }

  std::string facet_label(int sort, const std::string& value) const {
    if (sort == 0) {
      // A section's name where one page alone bears the number.
      int known_by = std::atoi(value.c_str()), found = -1, pages = 0;
      for (size_t p = 0; p < desk.edition.pages.size(); ++p)
        if (shown_number(desk.edition, p) == known_by) found = static_cast<int>(p), ++pages;
      std::string name = pages == 1 ? page_name(desk, found) : std::string();
      return name.empty() ? fill(desk.words->page_n, value) : name;
    }
    if (sort == 1) return date_line(value, desk.chinese, false);
    return sort == 4 ? kind_label(value, own) : value;
  }

  template <typename Take>
  void each_facet(Take take) {
    const Facets& all = state.results.facets;
    const std::vector<Facet>* sorts[] = {&all.pages, &all.dates, &all.bylines, &all.places, &all.kinds};
    // One value divides nothing.
    for (int sort = 0; sort < 5; ++sort)
      if (sorts[sort]->size() > 1) take(sort, *sorts[sort]);
  }

  std::string with(const Facet& facet) const { return narrowed(state.asked, facet.query); }

  // At the side: a short list of each sort, its counts at the right edge.
  void side(float side_width) {
    Setting set{state.side, desk.setter};
    TextStyle style = scale.meta();
    style.max_lines = 1;
    float row =
        std::max(desk.preferences.coarse_pointer ? 40.0f : std::round(style.line_height * 1.4f), finger);
    float y = 0;
    each_facet([&](int sort, const std::vector<Facet>& values) {
      y = set.put(own.facets[sort], strong(scale.meta()), Tone::kInk, 0, y, side_width, Role::kHeading, 2) +
          6;
      state.side.pieces.back().id = "facet." + std::to_string(sort);
      set.across(0, y, side_width, Tone::kHairline);
      y += 4;
      bool all = (state.unfolded >> sort & 1) != 0;
      size_t most = all ? std::min(values.size(), kMostValues) : values.size() > 7 ? 6 : values.size();
      for (size_t i = 0; i < most; ++i) {
        const Facet& facet = values[i];
        std::string label = facet_label(sort, facet.value), count = grouped(facet.count);
        float w = set.setter.width(count, style) + 2, text = y + (row - style.line_height) / 2;
        std::string name = label;
        name.append(" ").append(count);
        set.link("ask." + number_of(with(facet)), name, {-6, y, side_width + 12, row},
                 static_cast<int>(state.side.pieces.size()));
        state.side.targets.back().role = Role::kButton;
        set.put(label, style, Tone::kInk, 0, text, side_width - w - 12);
        state.side.pieces.back().spoken = false;
        set.put(count, style, Tone::kSoft, side_width - w, text, w);
        state.side.pieces.back().spoken = false;
        y += row;
      }
      if (values.size() > 7) {
        std::string more = all ? own.fewer : fill(own.more_values, grouped(values.size() - most));
        set.link("more." + std::to_string(sort), more, {-6, y, side_width + 12, row},
                 static_cast<int>(state.side.pieces.size()));
        state.side.targets.back().role = Role::kButton;
        set.put(more, style, Tone::kSoft, 0, y + (row - style.line_height) / 2, side_width);
        state.side.pieces.back().spoken = false;
        y += row;
      }
      y += 20;
    });
    state.side.height = y;
  }

  // Where there is no side: a row of words for each sort, behind one that opens them.
  float rows(Setting& set, float y) {
    int sorts = 0;
    each_facet([&](int, const std::vector<Facet>&) { ++sorts; });
    if (sorts == 0 || state.results.articles < 3) return y;
    TextStyle style = scale.meta();
    std::string label = std::string(own.filter) + (state.filters ? " −" : " +");
    set.link("filters", own.filter, around(0, y, set.setter.width(label, style) + 2, style.line_height, 6),
             static_cast<int>(set.sheet.pieces.size()));
    set.sheet.targets.back().role = Role::kButton;
    set.sheet.targets.back().pressed = state.filters;
    y = set.put(label, strong(style), Tone::kInk, 0, y, width) + 10;
    set.sheet.pieces.back().spoken = false;
    if (!state.filters) return y;
    each_facet([&](int sort, const std::vector<Facet>& values) {
      std::vector<Chip> list;
      for (size_t i = 0; i < std::min<size_t>(values.size(), 8); ++i)
        list.push_back(
            {facet_label(sort, values[i].value) + " " + grouped(values[i].count), {}, with(values[i])});
      float w = set.setter.width(own.facets[sort], style) + 2;
      set.put(own.facets[sort], style, Tone::kSoft, 0, y, w);
      y = chips(set, list, Tone::kInk, w + 16, y, width) + 14;
    });
    return y;
  }

  // How much was found at the left, the order at the right.
  float summary(Setting& set, float y) {
    const SearchResults& results = state.results;
    TextStyle style = scale.meta();
    std::string count = fill(desk.words->matches, grouped(results.matches), grouped(results.articles));
    if (results.matches == 0) count = fill(own.stories, grouped(results.articles));
    set.put(count, style, Tone::kSoft, 0, y, width);
    set.sheet.pieces.back().spoken = false;  // the status says it
    if (results.articles > 1) {
      const char* labels[] = {own.by_date, own.by_page, own.best};
      float right = width;
      for (int i = 0; i < 3; ++i) {
        bool chosen = static_cast<int>(state.order) == 2 - i;
        TextStyle each = chosen ? strong(style) : style;
        float w = set.setter.width(labels[i], each) + 2;
        set.link("order." + std::to_string(2 - i), std::string(own.order) + " " + labels[i],
                 around(right - w, y, w, style.line_height, 6), static_cast<int>(set.sheet.pieces.size()));
        set.sheet.targets.back().role = Role::kButton;
        set.sheet.targets.back().pressed = chosen;
        set.put(labels[i], each, chosen ? Tone::kInk : Tone::kSoft, right - w, y, w);
        set.sheet.pieces.back().spoken = false;
        right -= std::max(w + 20, finger + 2);
      }
    }
    return y + style.line_height + 12;
  }

  std::string date_of(const SearchHit& hit) const {
    const Article& article = desk.edition.pages[hit.page].articles[hit.article];
    const std::string& date = article.dateline.date.empty() ? desk.edition.date : article.dateline.date;
    return date_line(date, desk.chinese, false);
  }

  // The head of a group: its page or its day, and how many stories were found there.
  float group(Setting& set, float y, const SearchHit& hit) {
    bool by_page = state.order == SearchOrder::kPage;
    std::string name = by_page ? page_name(desk, static_cast<int>(hit.page)) : date_of(hit);
    if (name.empty()) name = by_page ? desk.edition.title : own.undated;
    const Article& article = desk.edition.pages[hit.page].articles[hit.article];
    std::string value = by_page                         ? std::to_string(shown_number(desk.edition, hit.page))
                        : article.dateline.date.empty() ? desk.edition.date
                                                        : article.dateline.date;
    const Facets& all = state.results.facets;
    uint32_t count = 0;
    for (const Facet& facet : by_page ? all.pages : all.dates)
      if (facet.value == value) count = facet.count;
    if (by_page)
      if (std::string day = date_of(hit); !day.empty()) name += " · " + day;
    if (y > 0) y += 16;
    if (count > 0) {
      std::string stories = fill(own.stories, grouped(count));
      float w = set.setter.width(stories, scale.meta()) + 2;
      set.put(stories, scale.meta(), Tone::kSoft, width - w, y + 1, w);
    }
    return set.put(name, scale.kicker(), Tone::kAccent, 0, y, width - 100, Role::kHeading, 2) + 8;
  }

  float hit(Setting& set, float y, size_t i, bool first) {
    const SearchHit& hit = state.results.hits[i];
    const Article& article = desk.edition.pages[hit.page].articles[hit.article];
    set.across(0, y, width, first ? Tone::kInk : Tone::kHairline);
    y += 14;
    size_t target = set.sheet.targets.size();
    std::string title = headline_of(article, *desk.words);
    set.link("hit." + std::to_string(i), title, {});
    float top = y;
    set.sheet.targets[target].underline = static_cast<int>(set.sheet.pieces.size());
    std::vector<std::pair<uint32_t, Span>> names;
    for (const FieldMatches& field : hit.fields) {
      if (field.field == SearchField::kHeadline) state.lit.push_back({set.sheet.pieces.size(), field.ranges});
      if (field.field == SearchField::kByline)
        for (const Span& range : field.ranges) names.emplace_back(field.part, range);
    }
    y = set.put(title, scale.brief_head(), Tone::kInk, 0, y, width, Role::kHeading, 3) + 4;
    if (!hit.snippet.text.empty()) {
      TextStyle text = scale.excerpt();
      text.indent = 0;
      text.justify = false;
      text.max_lines = 3;
      state.lit.push_back({set.sheet.pieces.size(), hit.snippet.marks});
      y = set.put(hit.snippet.text, text, Tone::kInk, 0, y, width);
    }
    std::string meta = page_name(desk, static_cast<int>(hit.page));
    std::vector<Span> lit;
    auto part = [&](const std::string& what) {
      if (what.empty()) return;
      if (!meta.empty()) meta += " · ";
      meta += what;
    };
    if (std::string by = byline_of(article, false); !by.empty()) {
      part(by);
      size_t from = meta.size() - by.size();
      for (const auto& [index, range] : names) {
        // Names stand in their order, a blank between them.
        uint32_t at = static_cast<uint32_t>(from);
        for (uint32_t k = 0; k < index; ++k) at += static_cast<uint32_t>(article.byline[k].name.size()) + 1;
        lit.push_back({at + range.begin, at + range.end});
      }
    }
    part(article.dateline.place);
    part(date_of(hit));
    if (!lit.empty()) state.lit.push_back({set.sheet.pieces.size(), lit});
    y = set.put(meta, scale.meta(), Tone::kSoft, 0, y + 4, width) + 14;
    set.sheet.targets[target].rect = {0, top - 6, width, y - top};
    return y;
  }

  float hits(Setting& set, float y) {
    long group_of = -1;
    for (size_t i = 0; i < state.results.hits.size(); ++i) {
      const SearchHit& at = state.results.hits[i];
      bool first = i == 0;
      if (state.order != SearchOrder::kBest) {
        long here = static_cast<long>(at.page);
        if (state.order == SearchOrder::kDate) {
          here =
              i == 0 || date_of(at) != date_of(state.results.hits[i - 1]) ? static_cast<long>(i) : group_of;
        }
        first = here != group_of;
        if (first) y = group(set, y, at);
        group_of = here;
      }
      y = hit(set, y, i, first);
    }
    return y;
  }

  // Searches to ask again, one a line: the words at the left, what they are for behind.
  float list(Setting& set, float y, const char* head,
             const std::vector<std::pair<std::string, std::string>>& rows) {
    if (rows.empty()) return y;
    TextStyle style = scale.bar(), note = scale.meta();
    style.size = scale.px(15);
    style.line_height = scale.px(22);
    style.max_lines = note.max_lines = 1;
    float row =
        std::max(desk.preferences.coarse_pointer ? 44.0f : std::round(style.line_height * 1.5f), finger);
    y = set.put(head, strong(scale.meta()), Tone::kSoft, 0, y, width, Role::kHeading, 2) + 6;
    set.across(0, y, width, Tone::kHairline);
    y += 4;
    float column = 0;
    for (const auto& [query, what] : rows)
      if (!what.empty()) column = std::max(column, set.setter.width(query, style) + 34);
    column = std::min(column, width * 0.55f);
    for (const auto& [query, what] : rows) {
      std::string name = query;
      if (!what.empty()) name.append(": ").append(what);
      set.link("ask." + number_of(query), name, {-6, y, width + 12, row},
               static_cast<int>(set.sheet.pieces.size()));
      set.sheet.targets.back().role = Role::kButton;
      set.put(query, style, Tone::kInk, 0, y + (row - style.line_height) / 2,
              what.empty() ? width : column - 8);
      set.sheet.pieces.back().spoken = false;
      set.put(what, note, Tone::kSoft, column, y + (row - note.line_height) / 2, width - column);
      if (!what.empty()) set.sheet.pieces.back().spoken = false;
      y += row;
    }
    return y + 24;
  }

  float before_asking(Setting& set) {
    std::vector<std::pair<std::string, std::string>> kept, recent, examples;
    for (const std::string& query : state.past.kept) kept.emplace_back(query, "");
    for (size_t i = 0; i < std::min<size_t>(state.past.recent.size(), 6); ++i)
      recent.emplace_back(state.past.recent[i], "");
    for (const auto& [query, what] : own.examples) examples.emplace_back(query, what);
    float y = list(set, 0, own.saved, kept);
    y = list(set, y, own.recent, recent);
    if (!recent.empty()) {
      y -= 20;
      TextStyle style = scale.meta();
      set.link("forget", own.forget,
               {-4, y - 4, set.setter.width(own.forget, style) + 10, style.line_height + 8},
               static_cast<int>(set.sheet.pieces.size()));
      set.sheet.targets.back().role = Role::kButton;
      y = set.put(own.forget, style, Tone::kSoft, 0, y, width) + 28;
      set.sheet.pieces.back().spoken = false;
    }
    return list(set, y, own.how, examples);
  }
};

}  // namespace

void compose_find(Desk& desk, FindState& state, float width, float side_width) {
  state.sheet.clear();
  state.side.clear();
  state.side.name = "side.";
  state.lit.clear();
  state.wrong.clear();
  state.queries.clear();
  Composer composer{desk, state, find_words(desk.chinese), desk.scale(), width};
  Setting set{state.sheet, desk.setter};
  if (state.asked.find_first_not_of(' ') == std::string::npos) {
    state.sheet.height = composer.before_asking(set) + 40;
    return;
  }
  float y = composer.faults(set, 0);
  y = composer.suggestions(set, y);
  y = composer.filters(set, y);
  if (state.results.hits.empty()) {
    if (!state.partial)
      y = set.put(fill(desk.words->no_match, state.asked), composer.scale.deck(), Tone::kSoft, 0, y + 12,
                  width);
    state.sheet.height = y;
    return;
  }
  y = composer.summary(set, y);
  if (side_width > 0)
    composer.side(side_width);
  else
    y = composer.rows(set, y);
  state.sheet.height = composer.hits(set, y) + 64;
}

}  // namespace broadsheet::view
