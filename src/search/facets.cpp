#include <algorithm>

#include "search/parts.h"

#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr size_t kMostValues = 50;

// A value as a word of the query: in quotation marks where it may have blanks, parentheses or marks in it,
// those of full width too (they begin with these three bytes).
std::string quoted(const std::string& value) {
  if (value.find_first_of(" \t()\"\xE2\xE3\xEF") == std::string::npos) return value;
  return value.find('"') == std::string::npos ? '"' + value + '"' : "「" + value + "」";
}

std::vector<Facet> values_of(const Roll& roll, const std::vector<uint32_t>& counts, const char* name) {
  std::vector<Facet> facets;
  for (size_t i = 1; i < counts.size(); ++i)
    if (counts[i] > 0) facets.push_back({roll.values[i], name + quoted(roll.values[i]), counts[i]});
  return facets;
}

void fullest_first(std::vector<Facet>& facets) {
  sort_stably(facets, [](const Facet& a, const Facet& b) { return a.count > b.count; });
  if (facets.size() > kMostValues) facets.resize(kMostValues);
}

}  // namespace

std::string narrowed(std::string_view text, std::string_view facet) {
  Query query = parse_query(text);
  bool either = query.root >= 0 && query.nodes[static_cast<size_t>(query.root)].kind == QueryNode::Kind::kOr;
  std::string whole(text), first(facet);
  // Behind a quotation mark or a parenthesis that is open it would be taken for a part of that.
  if (query.errors.empty()) return (either ? '(' + whole + ')' : whole) + ' ' + first;
  return first + (either ? " (" : " ") + whole;
}

Facets count_facets(const SearchParts& parts, const std::vector<uint8_t>& passes) {
  std::vector<uint32_t> dates(parts.dates.values.size()), places(parts.places.values.size()),
      names(parts.names.values.size()), pages, kinds(8);
  for (size_t s = 0; s < passes.size(); ++s) {
    if (passes[s] == 0) continue;
    const IndexedStory& story = parts.stories[s];
    if (story.number >= pages.size()) pages.resize(story.number + 1);
    ++pages[story.number];
    ++dates[story.date_name];
    ++places[story.place_name];
    ++kinds[static_cast<size_t>(story.kind)];
    for (uint32_t n = 0; n < story.name_count; ++n) {
      uint32_t name = parts.story_names[story.names + n];
      // A name that stands twice over one story counts once.
      bool again = false;
      for (uint32_t m = 0; m < n; ++m) again = again || parts.story_names[story.names + m] == name;
      names[name] += !again;
    }
  }
  Facets facets;
  for (size_t p = 0; p < pages.size(); ++p)
    if (pages[p] > 0) facets.pages.push_back({std::to_string(p), "page:" + std::to_string(p), pages[p]});
  facets.dates = values_of(parts.dates, dates, "date:");
  sort_stably(facets.dates, [](const Facet& a, const Facet& b) { return a.value < b.value; });
  facets.places = values_of(parts.places, places, "place:");
  facets.bylines = values_of(parts.names, names, "by:");
  fullest_first(facets.places);
  fullest_first(facets.bylines);
  for (size_t k = 0; k < kinds.size(); ++k)
    if (kinds[k] > 0) {
      std::string name = name_of(static_cast<ArticleKind>(k));
      facets.kinds.push_back({name, "kind:" + name, kinds[k]});
    }
  fullest_first(facets.kinds);
  return facets;
}

}  // namespace broadsheet
