// Is a short line no head but the first of a paragraph that the dump has apart?
//
//     const ShortLines lines{sheet, facts, blocks_apart, indents_apart};
//     double odds = goes_on_zh(lines, i);   // log-odds that piece i goes on in the next
//
// A logistic regression, fitted to the short lines of the development pages that stand before a paragraph;
// what it says of OCR dumps alone was set by hand.
#pragma once

#include <vector>

#include "compose/facts_zh.h"
#include "compose/sheet.h"

namespace broadsheet {

struct ShortLines {
  const Sheet& sheet;
  const std::vector<Facts>& facts;
  bool blocks_apart = false;   // blank lines stand between blocks of the page, not between paragraphs
  bool indents_apart = false;  // the dump has many first lines apart
};

double goes_on_zh(const ShortLines& lines, size_t i);

// One printed line, shorter than its measure by an indent of two hanzi.
bool is_set_in_zh(const Sheet& sheet, size_t i);

// Does a blank stand in the middle of a word, as where the lines of a head were written one behind the other
// (加快建设城市书 屋服务)?
bool parts_word_zh(std::u32string_view text);

// The blanks that part clauses of hanzi; 0 where these are shorter than clauses are, as in the row of a
// table.
size_t blanks_zh(std::u32string_view text);

}  // namespace broadsheet
