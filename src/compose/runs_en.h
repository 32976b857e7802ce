// Runs: paragraphs of an English page that stand together in the dump with nothing between them.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compose/line_look_en.h"
#include "compose/sheet.h"

namespace broadsheet {

struct Run {
  std::vector<size_t> pieces;      // paragraphs and sub-heads
  std::vector<size_t> bylines;     // that stand right before it
  std::vector<size_t> signatures;  // that stand right behind it
  int heads = -1;          // index of the head group that stands right before it (bylines may stand between)
  int level = 0;           // of Markdown, of its head; 0: none
  int below = 0;           // the level of the story before, where this one's is deeper
  bool dateline = false;   // begins "LONDON (AP) —"
  bool from_jump = false;  // "From page 1" stands before it
  bool after_picture = false;  // words of a picture stand right before it
  bool to_jump = false;        // "See PAGE, page 3" stands behind it
  bool starts_lower = false;
  bool ends_open = false;
  bool ends_hyphen = false;
  int torn_from = -1;       // the earlier run that it is about the same as, unlike the run it was part of
  bool salutation = false;  // begins "Editor:", "Editor —", "Dear …"
  size_t length = 0;        // characters
  size_t first = 0;         // positions in the dump
  size_t last = 0;
  std::unordered_map<uint32_t, float> words;  // weights of the words of this run, of length 1
};

struct HeadGroup {
  std::vector<size_t> pieces;
  size_t first = 0;
  size_t last = 0;
};

struct Runs {
  std::vector<Run> runs;
  std::vector<HeadGroup> heads;
  std::vector<size_t> captions;  // captions and credits
  std::vector<std::vector<uint32_t>>
      stems;  // of the longer words of each piece; none where it is no paragraph
};

Runs runs_of(const Sheet& sheet, const std::vector<LineLook>& looks);

// Cosine of the words of two runs; words are weighted by how few runs of the page have them.
double kinship(const Run& left, const Run& right);

// How much better one story, given by its runs, tells of what each line of a head says than another does:
// log-odds.
std::vector<double> tells_better(const Sheet& sheet, const Runs& runs, const std::vector<size_t>& head,
                                 const std::vector<size_t>& story, const std::vector<size_t>& other);

// How much of what a head says a run says, too: the weights in the run of the head's longer words.
double kinship(const Sheet& sheet, const std::vector<size_t>& head, const Run& run);

}  // namespace broadsheet
