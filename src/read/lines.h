// The lines of a source: what every reader starts from.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

struct SourceLine {
  Span all;              // without the line break
  Span words;            // white space at both ends left out; empty for a blank line
  int indent = 0;        // cells of white space before the words (hanzi, kana, full-width forms: 2; tab: 4)
  bool follows = false;  // known to go on from the line above
  bool woven = false;    // of a head told from others that were printed among its lines
  int cells = 0;         // width of `words` in cells
  int upright = 0;       // number of the head set upright that it is a letter of: upright_lines.h
  bool blank() const { return words.begin == words.end; }
};

// LF, CRLF, CR, FF and U+2028/2029 end a line. A BOM counts as white space.
std::vector<SourceLine> lines_of(const Source& source);

// A line that is part of another: its words at `words` in `text`, their cells counted.
SourceLine line_at(std::string_view text, Span words);

// Cells that a character takes in a grid: 2 for East Asian wide ones, else 1; 0 for marks that combine.
int cells_of(char32_t c);

}  // namespace broadsheet
