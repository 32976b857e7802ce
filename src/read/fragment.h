// What every reader gives: runs of source text with the blank space around them and, where the format knows
// it, their place on the page. `compose` works on Fragments and never asks which tool wrote the dump.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

// Where a fragment stands on the page, in grid cells (a hanzi is two cells wide, one line is 1 high) or px.
struct Place {
  int column = -1;  // printed column from the left, 0 first; -1 unknown
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  int region = -1;  // fragments that the lie of the page puts into one story share it; -1 unknown
};

// Where the lines of a fragment go over from the foot of a column to the head of the next: a join that the
// reader made.
struct Turn {
  size_t line = 0;  // index in Fragment::lines of the first line of the next column
  float odds = 0;   // log odds that it is right
};

// What a format sets apart from running text.
enum class Apart { kNo, kQuote, kItem, kRow };

// One paragraph, head line, caption line, … as far as the format alone can tell: compose may join and split.
struct Fragment {
  // The printed lines in reading order, white space around them left out. What stands between two lines is a
  // line break: nothing in Chinese, a blank (or a mended hyphen) in English.
  std::vector<Span> lines;
  std::vector<Span> marks;  // bytes that belong to it and carry no words: "## ", "**", "![](…)" brackets
  int blank_before = 0;     // empty lines before and after
  int blank_after = 0;
  Apart apart = Apart::kNo;
  int heading = 0;       // Markdown level 1 to 6; 0 where the format says nothing
  bool bold = false;     // all of it is emphasised
  bool image = false;    // an image link; its lines are the alternative text
  bool caption = false;  // stands below a picture, as the lie of the page tells
  bool in_head = false;  // a line over the columns of its story, as the lie of the page tells
  bool whole = false;    // a text by itself, as the lie of the page tells: it goes on nowhere
  bool rule = false;     // a ruled line (---, ***): only marks
  // How wide the printed column is in cells, where lines are printed lines; 0 where the format does not say.
  float measure = 0;
  bool indented = false;  // the format shows a first-line indent: a paragraph begins here
  bool starts_full =
      false;  // printed lines: no sign that a paragraph begins here (first line not indented …)
  bool ends_full = false;  // printed lines: the last line fills its measure, so the paragraph may go on
  bool woven = false;      // a head told from others that were printed among its lines
  bool margin = false;     // stands over or under the page: date, folio, section, editors
  std::optional<Place> place;
  std::vector<Turn> turns;  // to be told as repairs
};

// A dump as Fragments, in the order in which the reader thinks they are best read.
struct Reading {
  std::string format;  // paragraphs, markdown, printed, layout, …
  std::vector<Fragment> fragments;
  bool printed = false;  // fragments keep the printed lines, so their lengths mean something
  bool tangled = false;  // columns were read line by line into each other
};

}  // namespace broadsheet
