// How a line of an English page looks by itself: its letters, its marks, and the patterns that newspapers
// write bylines, datelines, jump lines, credits and folios by.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "compose/sheet.h"

namespace broadsheet {

struct LineLook {
  size_t length = 0;   // characters
  size_t words = 0;    // runs of characters without blanks
  size_t letters = 0;  // letters of Latin script
  size_t digits = 0;
  size_t marks = 0;        // neither letter, digit nor blank
  size_t capitals = 0;     // words that begin with a capital
  size_t shouted = 0;      // words of two letters or more, all capitals
  size_t small_words = 0;  // the, of, and, …: the commonest words
  double likeness = 0;     // english_likeness
  bool starts_lower = false;
  bool starts_capital = false;
  bool ends_sentence = false;  // . ! ? with or without closing quotation marks
  bool ends_hyphen = false;
  bool by_name = false;    // "By Jane Doe", with little behind it
  bool post = false;       // "Staff Writer", "Special to the Tribune", "Contributing Editor"
  bool dateline = false;   // "LONDON (AP) —"
  bool jump_to = false;    // nothing but "See PAGE, page 3", "Continued on page 4"
  bool jump_from = false;  // "From page 1", "Continued from A4"
  bool credit = false;     // "JANE DOE/Daily Post", "Photo by Jane Doe"
  bool telephone = false;
  bool price = false;
  bool offer = false;        // words of advertisements: sale, free, coupon, call …
  bool folio = false;        // page number, date line, volume and number
  bool said = false;         // said, told, according to
  bool prose = false;        // long and English
  bool noise = false;        // hardly a word
  bool section = false;      // "Letters to the editor", "Sports": the name of a part of the paper
  bool hangs = false;        // ends with a word that asks for another: "to", "of", "the"
  bool jump_inside = false;  // ends "… See FERRY, page 3" behind its own words
  bool salutation = false;   // begins "Editor:", "Editor —", "Dear …"
  bool starts_quote = false;
  bool ends_lower = false;
  bool sentences = false;  // one ends in it, and another begins
  bool caseless = false;   // begins with a letter of a script that has no capitals
  bool name = false;       // may be a person's name: two to five words, all with capitals, nothing else
};

LineLook look_at(std::u32string_view text);
bool is_sentence_end(char32_t c);                  // a mark that ends one, in any script
LineLook look_at_other(std::u32string_view text);  // of a language without tables: line_look_other.cpp
// Of every piece.
std::shared_ptr<const std::vector<LineLook>> looks_of(const Sheet& sheet);

}  // namespace broadsheet
