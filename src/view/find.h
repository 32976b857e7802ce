// Find in the edition: a line to type in, the stories below it with every match lit.
#pragma once

#include <string>
#include <vector>

#include "search/search.h"
#include "view/desk.h"

namespace broadsheet::view {

struct FindState {
  std::string query;  // as typed
  std::string asked;  // what the results answer
  int generation = -1;
  SearchIndex index;
  int indexed = -1;        // the generation that the index holds, or is being made for
  uint32_t next_page = 0;  // the first page that the index does not hold yet
  SearchResults results;
  std::vector<Suggestion> suggestions;
  double rest_until = 0;  // suggestions are looked for when typing rests
  bool suggested = false;
  Sheet sheet;
  std::vector<std::pair<size_t, size_t>> lit;  // piece, hit
  std::vector<std::string> queries;            // of the facets and suggestions, by number
  Scroller scroll;
  float width = 0, text = 0;
  const Words* words = nullptr;
};

// Adds pages to the index for some milliseconds; true when it holds them all. `whole` adds all at once.
bool feed_index(Desk& desk, FindState& state, bool whole);
// Lights in the open article what was looked for.
void light_matches(Desk& desk, const std::string& query);

}  // namespace broadsheet::view
