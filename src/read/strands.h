// The lines of heads that stand side by side, told apart.
//
//     Strands strands(text, page_words, join_score);
//     for (…) if (!strands.take_row(words_of_row, number)) return;   // top to bottom
//     for (const std::vector<int>& strand : strands.best()) …        // left to right: the lines of one head
//
// The words of each row are joined to segments and given to strands from left to right, by beam search: a
// line goes on with a strand whose last words it continues, at whose cell it begins, whose breadth it has.
// Where the dump keeps no cells, all of them are 0 and say nothing.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "edition/edition.h"
#include "read/best_scores.h"
#include "read/go_on.h"
#include "text/page_words.h"

namespace broadsheet {

struct StrandWord {
  Span span;
  int x = 0;  // cell at which it begins
  int cells = 0;
  double width = 0;   // ems
  int gap = 0;        // cells to the word before it in its row; kNoWordBefore for the first
  bool next = false;  // that is the word before it here, too
  size_t spare = 0;   // so many words from here on may be left out, together: they look like text
};
inline constexpr int kNoWordBefore = 99;

// The words that one row has for one strand.
struct StrandSegment {
  Span span;
  int x = 0;
  int cells = 0;
  double width = 0;
  int row = 0;
  bool byline = false;
  bool sure = false;  // begins behind a wide gap: its cell was set by what is above and below
};

// Does a line of names begin with it?
bool is_byline_start(std::string_view line);

class Strands {
 public:
  Strands(std::string_view text, const PageWords& page_words, const JoinScore& join_score)
      : text_(text), page_words_(page_words), join_score_(join_score), beam_(1) {}

  // False where the row has more words than a row of heads may have.
  bool take_row(const std::vector<StrandWord>& row, int number);
  // Indices in segments(), for each strand from top to bottom.
  std::vector<std::vector<int>> best() const;
  const std::vector<StrandSegment>& segments() const { return segments_; }

 private:
  struct Strand {
    int last = -1;  // segment
    double widest = 0;
    int lines = 0;
    bool byline = false;
  };
  struct Step {
    int segment;
    int strand;  // place at which it stands in the order, as it was then
    bool fresh;
    int before;
  };
  struct State {
    double score = 0;
    std::vector<Strand> strands;
    int step = -1;
  };
  // A state in the middle of a row: its next word goes to strand `at` or to one behind.
  struct Way {
    State state;
    size_t at;
  };
  // A way to go on with a segment: in strand `strand` of `from`, or in a fresh one at that place.
  struct Move {
    double score;
    const Way* from;
    int segment;
    size_t strand;
    bool fresh;
  };
  // The ways to the same word of a row: those that may be among the best.
  struct Moves {
    std::vector<Move> all;
    BestScores best;
    void add(const Move& move) {
      if (best.take(move.score)) all.push_back(move);
    }
  };

  std::string_view words(const Span& s) const { return text_.substr(s.begin, s.end - s.begin); }
  double joined(int last, const StrandSegment& next);
  StrandSegment begin_segment(const StrandWord& word, int row) const;
  std::vector<Way> carry_out(std::vector<Move>& moves, size_t most);
  double goes(const Strand& strand, const StrandSegment& next);
  void try_strands(const Way& way, double cost, bool close, Moves& out);

  std::string_view text_;
  const PageWords& page_words_;
  const JoinScore& join_score_;
  std::vector<StrandSegment> segments_;
  std::vector<Step> steps_;
  std::vector<State> beam_;
  std::vector<std::pair<int, double>> pairs_;  // of the segment made last
};

}  // namespace broadsheet
