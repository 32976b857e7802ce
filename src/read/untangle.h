// Columns that a tool read line by line into each other, taken apart again.
//
//     for (const Thread& thread : untangle(text, lines, join_score)) ...   // lines of one column, top to
//     bottom
//
// pdftotext without -layout writes a column at a time, but where it took two or more columns for one it
// prints "left part right part" on a line, or a line of this one and a line of that one by turns. Stretches
// of the dump where such lines are seen are read by a beam search: each line may be cut at its blanks, each
// part goes on with one thread or begins one, and what counts is how well the words go on (n-grams), how full
// the line before it was, and that the parts of one line belong to threads in the same order from left to
// right.
#pragma once

#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "read/go_on.h"

namespace broadsheet {

struct Thread {
  std::vector<Span> lines;
  int stretch = 0;       // threads that were taken out of one another share it
  bool tangled = false;  // it was taken out of others
};

// `lines` without blanks at either end; an empty span is a blank line. Every other line's words come out
// once, in one thread; where nothing is tangled, a thread is what stands between two blank lines.
std::vector<Thread> untangle(std::string_view text, const std::vector<Span>& lines,
                             const JoinScore& join_score);

}  // namespace broadsheet
