// Find in the edition: a line to type in, the stories below it with every match lit, what divides them at
// their side; and stepping through the matches in the reader.
#pragma once

#include <string>
#include <vector>

#include "search/search.h"
#include "view/desk.h"
#include "view/find_past.h"

namespace broadsheet::view {

struct FindState {
  static constexpr uint32_t kFirst = 20;  // hits of a keystroke; more come as they are scrolled to

  std::string query;  // as typed
  std::string asked;  // what the results answer
  int generation = -1;
  SearchIndex index;
  int indexed = -1;        // the generation that the index holds, or is being made for
  uint32_t next_page = 0;  // the first page that the index does not hold yet
  bool partial = false;    // the results are of an index that was not whole
  double ask_again = 0;
  SearchResults results;
  SearchOrder order = SearchOrder::kBest;
  std::vector<Suggestion> suggestions;
  double rest_until = 0;  // suggestions are looked for when typing rests
  bool suggested = false;
  size_t opened = SIZE_MAX;  // the hit that the reader shows
  PastSearches past;
  std::string past_of;  // the edition that these are of

  bool filters = false;   // shown on a narrow screen
  unsigned unfolded = 0;  // sorts of facet of which all values are shown, by bit
  Sheet sheet, side;
  struct Lit {
    size_t piece;
    std::vector<Span> bytes;
  };
  std::vector<Lit> lit, wrong;       // matches; what is wrong in the query
  std::vector<std::string> queries;  // to ask instead, by number
  Scroller scroll;
  float width = 0, side_width = 0, text = 0;
  const Words* words = nullptr;
};

// Adds pages to the index for some milliseconds; true when it holds them all.
bool feed_index(Desk& desk, FindState& state);
// Lights in the open article what was looked for.
void light_matches(Desk& desk, const std::string& query);
// Opens a hit of the results at its first match, or at its last.
void open_hit(Desk& desk, size_t hit, bool at_last);
// The hits behind those that are there.
void more_hits(const Desk& desk, FindState& state);

// find_sheet.cpp: sets what the screen shows below its field, `side_width` 0 where there is no room at the
// side.
void compose_find(Desk& desk, FindState& state, float width, float side_width);

}  // namespace broadsheet::view
