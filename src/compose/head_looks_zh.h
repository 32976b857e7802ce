// Runs of short pieces of a Chinese page, and what stands around them.
//
//     const HeadLooks looks(runs);
//     if (looks.candidate(i)) HeadRun run = looks.run_of(i, looks.end_of_run(i));
//
// Counted here; weighed in head_odds_zh.h and, piece by piece, in short_net_zh.h.
#pragma once

#include <cstddef>
#include <vector>

#include "compose/facts_zh.h"
#include "compose/first_lines_zh.h"
#include "compose/head_odds_zh.h"
#include "compose/sheet.h"

namespace broadsheet {

inline constexpr float kSameMeasure = 3;  // cells that lines of one measure may differ

struct HeadRuns {
  Sheet& sheet;
  std::vector<Facts>& facts;
  const FirstLines& first_lines;
  bool blocks_apart = false;  // blank lines stand between blocks of the page, not between paragraphs
  float measure = 0;          // cells of a line of text; 0 where the dump keeps no lines
};

class HeadLooks {
 public:
  explicit HeadLooks(const HeadRuns& runs)
      : sheet_(runs.sheet),
        pieces_(runs.sheet.pieces),
        facts_(runs.facts),
        first_lines_(runs.first_lines),
        blocks_apart_(runs.blocks_apart),
        measure_(runs.measure) {}

  // May piece `i` be a line of a head?
  bool candidate(size_t i) const;
  // Behind the last piece of the run that begins with candidate `begin`.
  size_t end_of_run(size_t begin) const;
  HeadRun run_of(size_t begin, size_t end) const;
  // The same but for the words above and below.
  HeadRun around(size_t begin, size_t end) const;
  // The nearest piece from `end` on, or before `begin`, that is no part of what stands aside: as many as
  // there are, or -1, where there is none.
  size_t below(size_t end) const;
  int above(size_t begin) const;

 private:
  const Fragment& fragment(size_t i) const { return sheet_.reading.fragments[pieces_[i].fragment]; }
  bool is_column_foot(size_t i) const;
  bool lead_before_next_head(size_t after) const;
  void words_around(size_t begin, size_t after, HeadRun& run) const;
  void look_closer(size_t begin, size_t end, size_t after, size_t above, HeadRun& run) const;

  const Sheet& sheet_;
  const std::vector<Piece>& pieces_;
  const std::vector<Facts>& facts_;
  const FirstLines& first_lines_;
  bool blocks_apart_;
  float measure_;
};

// A byline or a lead right below piece i: even a long line is a head then.
bool stands_before_story_zh(const std::vector<Piece>& pieces, size_t i);

// Cells of the widest printed line of piece i.
float widest_line_zh(const Sheet& sheet, size_t i);

}  // namespace broadsheet
