// What one printed line says of its neighbours: is it left open, does it begin a paragraph, may the other go
// on from it.
//
//     LineSeams seams(grid, text, join_score);
//     double odds = seams.down(upper, lower);   // the next line of the same column
//     double odds = seams.over(last, first);    // foot of one column, head of the next
//
// Scores are rough log odds: 0 says nothing, 2 is fairly sure, -3 speaks strongly against.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/grid.h"

namespace broadsheet {

struct PieceLook {
  bool terminal = false;   // ends a sentence
  bool full = false;       // fills its column
  bool set_in = false;     // begins a paragraph by its indent
  bool flush = false;      // begins at the column's edge
  bool opener = false;     // words with which reports begin
  bool byline = false;     // a mark or words that name the writers
  bool headish = false;    // neither running text nor a paragraph's last line
  bool wide = false;       // wider than its column
  bool more_head = false;  // the second line or a later one of a head
  bool title = false;      // words that head a story of their own: 图片报道
  bool running = false;    // goes on in mid-sentence from the line above
};

class LineSeams {
 public:
  // `parted`: heads that stand side by side are told apart already (bands.h).
  LineSeams(const Grid& grid, std::string_view text, const JoinScore& join_score, bool parted = true);

  const PieceLook& look(int piece) const { return looks_[static_cast<size_t>(piece)]; }
  std::string_view words(int piece) const;

  double down(int upper, int lower) const;
  double over(int last, int first) const;

 private:
  void look_spaced();
  bool is_below_middle(int upper, int lower) const;
  void find_unindented();
  void find_level_heads();
  void find_first_lines();
  bool is_level_with_text(size_t piece) const;
  void find_long_heads();
  void find_text_lines(bool parted);
  bool is_level_with_lines(size_t piece) const;
  double head_line_odds(int piece, int above, int below) const;
  void find_more_heads();
  double words_score(int left, int right, double trust) const;
  double measure_of(const GridPiece& piece) const;  // ems of a full line there
  double pair_score(int left, int right) const;

  const Grid& grid_;
  std::string_view text_;
  JoinScore join_score_;  // a copy: callers pass functions, whose wrapper ends with the call
  std::vector<PieceLook> looks_;
  std::vector<bool> blank_rows_;
  mutable std::unordered_map<uint64_t, double> known_;
};

// How well a line goes on in the next in a script that sets blanks between words, as JoinScore.
double goes_on_spaced(std::string_view left, std::string_view right);

// Does it begin with words with which reports begin: 本报讯, 新华社…?
bool begins_report(std::string_view text);

// Does a mark stand in it that ends a clause, as in text and seldom in a head: ，。；?
bool has_clause(std::string_view text);

// Does the text end a sentence, closing marks and a name in brackets after it aside?
bool ends_sentence(std::string_view text);

}  // namespace broadsheet
