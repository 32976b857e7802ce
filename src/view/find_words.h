// The words of the find screen and of stepping through what was found, in Chinese and in English.
#pragma once

namespace broadsheet::view {

struct FindWords {
  const char *clear, *save, *unsave, *saved, *recent, *forget, *order, *best, *by_page, *by_date, *filter,
      *remove, *more_values, *fewer, *reading, *match_at, *story_at, *next_match, *previous_match, *put_out,
      *undated, *stories, *how;
  const char* facets[5];       // page, date, byline, place, kind
  const char* kinds[5][2];     // as the edition has it; in the interface's language
  const char* examples[8][2];  // a query; what it asks for
};

const FindWords& find_words(bool chinese);

}  // namespace broadsheet::view
