// Does a run of short lines head a story of its own, or a part of one?
//
//     HeadRun run;
//     run.lead_next = true;                 // 本报讯 stands right below
//     double odds = head_odds_zh(run);      // > 0: a headline; < 0: sub-heads
//
// A logistic regression on what stands around the run, fitted to 4,700 runs of the development pages, of our
// own, and of 80 pages that were set anew from the corpus in other ways; a few weights were then set with the
// whole parser in view. Of 2,184 runs on 60 pages kept out of all this it tells .870 right, where the weights
// before told .843.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

struct HeadRun {
  size_t above = 0;           // the piece above; 0 where it is the first
  bool printed = false;       // the dump keeps printed lines
  bool first = false;         // nothing stands above it
  bool signed_above = false;  // a name closes the story above
  bool named_above = false;   // a byline with no headline over it: ■ 一线 over a section's stories
  bool below_byline = false;  // a headline and its byline stand right above
  bool text_above = false;    // a paragraph does
  bool open_above = false;    // which ends in mid-sentence
  bool apart = false;         // empty lines on both sides, where they part blocks only
  bool same_region = false;   // the lie of the page has it with what stands above
  bool other_region = false;  // or not
  bool several = false;       // pieces
  bool three_lines = false;   // printed lines, or more
  bool wide = false;          // a line wider than the text's columns
  bool tagged = false;        // ends in brackets: （街谈）
  bool comma = false;         // has one in it
  bool parts_word = false;    // a blank in it stands in the middle of a word, in free text
  size_t blanks = 0;          // in it, where it is one piece of free text
  size_t longest = 0;         // characters of its longest piece
  bool byline_next = false;   // right below
  bool lead_next = false;     // right below
  bool lead_later = false;    // before the next head
  bool brief = false;         // few words below it
  bool dated = false;         // a month and a day in the first words below
  double said_before = 0;     // share of the word pairs below that stand above as well
  double named_below = 0;     // share of its own word pairs that stand below, less those that stand above
  // Of an OCR dump alone.
  bool blank_above = false;  // an empty line before it, and behind it
  bool blank_below = false;
  double goes_on_below =
      0;  // what the first line below says for a begin in mid-sentence: first_lines_zh.h; -1 to 1
  double joins_above = 0;  // nats, how well it goes on from the text above
};

double head_odds_zh(const HeadRun& run);

// The same of an OCR dump: blank lines stand around its heads, no words go on into them, and text that goes
// on in mid-sentence below a line says that it is no sub-head. Fitted, with the odds above as one of its
// variables, to 320 runs of the development pages and of 24 set anew; of 231 on 20 pages kept out of this
// such a fit tells .88 right, where the odds alone told .83.
double head_odds_ocr_zh(const HeadRun& run);

// The pairs of neighbouring hanzi of a text. An estimate: of pairs that it does not have, about one in thirty
// is taken for one that it has.
class WordPairs {
 public:
  WordPairs() = default;
  explicit WordPairs(std::u32string_view text) { add(text); }
  void add(std::u32string_view text);  // behind what it has
  // The share of its pairs that `other` has, too; 0 to 1, and 0 where it has none.
  double share_in(const WordPairs& other) const;

 private:
  static constexpr int kBits = 14;
  std::bitset<size_t{1} << kBits> pairs_;
  char32_t before_ = 0;           // the last character, where it is a hanzi
  std::vector<uint16_t> places_;  // of those in it: a text has few, and all of them are soon looked at
};

}  // namespace broadsheet
