// Widths of printed lines in ems of the page's letter: a full-width character is 1, any other 1/2.
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "text/every.h"

namespace broadsheet {

// Cells of a grid that a letter of running text takes.
inline constexpr double kCellsOfLetter = 1.15;

double em_of(char32_t c);
double width_of(std::string_view text);
// That of a line as it was printed, without its blanks; `em` says how wide a letter is, as em_of does.
template <class Em>
double printed_width(std::string_view line, Em em) {
  double width = 0;
  for (size_t at = 0; at < line.size();) {
    const char32_t c = every_code_point(line, at);
    if (!every_is_space(c)) width += em(c);
  }
  return width;
}

// The width that most lines have, or what stands between their blanks: that of a full line in a column of a
// script without blanks. 20 where there are no lines to speak of.
double common_width(std::string_view text, const std::vector<Span>& lines);

// Does the text put blanks between its words: is more than half of it ASCII letters, or most letters of
// another spaced script?
bool is_spaced(std::string_view text);

}  // namespace broadsheet
