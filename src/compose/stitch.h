// Which piece goes on where: scores every open end against every open start, then chooses globally.
#pragma once

#include <optional>
#include <string_view>

#include "compose/sheet.h"
#include "text/ngram.h"
#include "text/seam_net.h"

namespace broadsheet {

// Marks copies; fills open_start, open_end, previous, next and link of paragraphs, and sheet.chains.
void stitch(Sheet& sheet);

// What one language knows about ends. One file a language.
class Seams {
 public:
  virtual ~Seams() = default;
  // Does the text stop in mid-sentence?
  virtual bool open_end(const Piece& piece) const = 0;
  // Log-odds that `right` goes on from `left` in mid-sentence, by the characters at the cut alone.
  double continuation(const Piece& left, const Piece& right) const {
    return continuation(end_of(left), begin_of(right));
  }
  // The same for many pairs: what the end of a piece and the begin of one have, looked at once.
  struct Edge {
    char32_t mark = 0;   // its character there; 0: an empty piece
    bool parts = false;  // a mark that parts clauses
    NgramModel::Left left;
    NgramModel::Right right;
    std::u32string_view text;                  // of the piece, which must outlive this
    mutable std::optional<SeamNet::Side> net;  // filled when asked for
  };
  virtual Edge end_of(const Piece& piece) const = 0;
  virtual Edge begin_of(const Piece& piece) const = 0;
  // Log-odds that the text begins in mid-sentence and not a paragraph, by itself.
  double open_start(const Piece& piece) const { return open_start(begin_of(piece)); }
  virtual double open_start(const Edge& begin) const = 0;
  virtual double continuation(const Edge& left, const Edge& right) const = 0;
  // That and what the net sees beyond it, at most kMostOfNet more: for what must find the one right partner
  // among many. A head goes on well with its text, so this is no measure of whether a line is one.
  static constexpr double kMostOfNet = 4;
  virtual double with_net(double continuation, const Edge& left, const Edge& right) const = 0;
  double joined(const Edge& left, const Edge& right) const {
    return with_net(continuation(left, right), left, right);
  }
  // Only a story's first paragraph begins like this.
  virtual bool is_lead(const Piece& piece) const = 0;
};
const Seams& seams_zh();

// Log-odds that a Chinese piece begins in mid-sentence: what stitch found, or found now.
inline double known_start(const Piece& piece) {
  return piece.starts ? static_cast<double>(*piece.starts) : seams_zh().open_start(piece);
}

}  // namespace broadsheet
