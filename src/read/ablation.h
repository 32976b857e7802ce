// Steps of the parser that a benchmark leaves out, to see what each is worth. The product never does: no room
// writes `left_out`, and the optimiser of the whole page sees that.
//
//     left_out = uint64_t{1} << static_cast<unsigned>(Step::kCopies);    // tests/bench/ablation.cpp
//     if (!without(Step::kCopies)) ...                           // where the step is taken
#pragma once

#include <cstdint>

namespace broadsheet {

enum class Step {
  kNone,         // nothing is left out
  kNgrams,       // character n-grams across joins
  kSeamNet,      // the neural model beside them: joins, and how paragraphs begin
  kBeginnings,   // n-grams that say how paragraphs begin
  kLineNgrams,   // n-grams between printed lines: grid, untangling, paragraphs
  kPageWords,    // words that a join makes and that stand elsewhere on the page
  kBalance,      // quotation marks and brackets across joins
  kTopics,       // what the words of a page say of its stories
  kNearness,     // order in the dump as evidence for joins
  kCopies,       // passages said twice
  kJoins,        // all joins
  kAssign,       // the hidden Markov chain over paragraphs
  kOrder,        // columns of a story that change places
  kCaptions,     // captions by their credits
  kSignatures,   // names that close a story
  kLeads,        // 本报讯 and its kin
  kFirstLines,   // telling a paragraph's first line from a head
  kShorts,       // the net that tells heads, lines by themselves and text
  kDivided,      // notes and bylines over two printed lines
  kFirstRows,    // the first lines of columns printed as one line
  kUntangle,     // columns read into each other
  kWovenHeads,   // heads printed among each other's lines and among text
  kKnots,        // heads read row by row into each other
  kMatched,      // heads in a row parted and matched with beginnings
  kFloating,     // lines of heads that stand in other stories
  kLoneHeads,    // lines of heads with no text that go to the head that they are a part of
  kPictures,     // what stories under 图片报道 take and give away
  kRuns,         // runs of paragraphs that go to another story as a whole
  kNamesAbove,   // a line of names begins a story
  kGrid,         // columns side by side
  kWideBlocks,   // text below pictures that are wider than a column
  kWordsInGrid,  // words that a grid prints apart or against each other: spread lines, halves of heads, glued
                 // words
  kRegions,      // the lie of the page, once cut, as evidence for stories
  kCount
};

inline uint64_t left_out = 0;

inline bool without(Step step) {
  return (left_out >> static_cast<unsigned>(step) & 1U) != 0;
}

}  // namespace broadsheet
