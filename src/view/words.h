// Every word of the interface, in Chinese and in English. A screen never writes one itself.
#pragma once

#include <string>
#include <string_view>

#include "edition/edition.h"

namespace broadsheet::view {

struct Words {
  const char *tag, *product, *nav, *front, *contents, *source, *find, *find_hint, *text, *share, *more, *help,
      *open, *back, *close, *cite, *copy, *copy_link, *copied, *link_copied, *cited, *print;
  const char *article_count, *photo_count, *minutes, *characters, *words_count, *page_n, *untitled_photo,
      *brief, *untitled, *read_on, *colophon, *bytes_n, *jump_to;
  const char *previous, *next, *columns, *marks, *calm, *size, *smaller, *larger, *theme, *system, *day,
      *night, *contrast, *progress;
  const char *join, *move, *split, *duplicate, *caption, *furniture, *hyphen, *letter, *why, *see_source,
      *sure;
  const char *source_title, *result, *repairs, *least_first, *no_repairs, *no_source, *as_it_came,
      *furniture_label, *duplicate_label, *unplaced_label;
  const char *no_match, *matches, *suggest, *all_kinds, *stories, *photos, *briefs;
  const char *open_title, *open_lead, *open_button, *open_hint, *nothing_lost;
  const char *no_such_address, *empty_file, *still_open, *nothing_found_in;
  const char *help_title, *keys_read, *keys_go, *keys_find, *keys_source;
};

const Words& words_of(bool chinese);

// With {} for each value in turn, and [one|many] by whether the value before it is 1.
std::string fill(const char* pattern, std::string_view a, std::string_view b = {}, std::string_view c = {});
// 14,120
std::string grouped(uint64_t number);
// 2031-01-07 -> 2031年1月7日 星期二 / Tuesday, 7 January 2031; anything else comes back as it is.
std::string date_line(std::string_view iso, bool chinese, bool weekday = true);
const char* name_of(RepairKind kind, const Words& words);
// The evidence of a repair in the interface's language; a foreign edition's own words where it names none.
std::string why_of(const Repair& repair, const Words& words);

}  // namespace broadsheet::view
