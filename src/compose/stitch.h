// Which piece goes on where: scores every open end against every open start, then chooses globally.
#pragma once

#include <string_view>

#include "compose/sheet.h"
#include "text/ngram.h"

namespace broadsheet {

// Marks copies; fills open_start, open_end, previous, next and link of paragraphs, and sheet.chains.
void stitch(Sheet& sheet);

// What one language knows about ends. One file a language.
class Seams {
 public:
  virtual ~Seams() = default;
  // Does the text stop in mid-sentence?
  virtual bool open_end(const Piece& piece) const = 0;
  // Log-odds that the text begins in mid-sentence and not a paragraph, by itself.
  virtual double open_start(const Piece& piece) const = 0;
  // Log-odds that `right` goes on from `left` in mid-sentence, by their texts alone.
  double continuation(const Piece& left, const Piece& right) const {
    return continuation(end_of(left), begin_of(right));
  }
  // The same for many pairs: what the end of a piece and the begin of one have, looked at once.
  struct Edge {
    char32_t mark = 0;   // its character there; 0: an empty piece
    bool parts = false;  // a mark that parts clauses
    NgramModel::Left left;
    NgramModel::Right right;
  };
  virtual Edge end_of(const Piece& piece) const = 0;
  virtual Edge begin_of(const Piece& piece) const = 0;
  virtual double continuation(const Edge& left, const Edge& right) const = 0;
  // Only a story's first paragraph begins like this.
  virtual bool is_lead(const Piece& piece) const = 0;
};
const Seams& seams_zh();

}  // namespace broadsheet
