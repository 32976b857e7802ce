#include "read/glued_words.h"

#include <algorithm>

#include "read/measure.h"
#include "text/every.h"

namespace broadsheet {
namespace {

constexpr double kLonger = 1.6;   // ems by which such a word is longer than a line
constexpr double kShorter = 1.6;  // ems by which the line in it may be short
constexpr double kMost = 6;       // ems of what stands before the edge
constexpr size_t kAround = 8;     // rows each way in which the column's next line is looked for
constexpr double kAbove = 1;      // nats by which it goes on from the line above
constexpr double kBetter = 3;     // and by which both neighbours speak for the cut

class Glued {
 public:
  Glued(std::vector<GridRow>& rows, std::string_view text, double measure, const JoinScore& join_score)
      : rows_(rows), text_(text), measure_(measure), join_score_(join_score) {}

  // The first byte of the line that begins at cell `edge` within the word; 0 where there is none.
  uint32_t cut(size_t r, const GridToken& word, int edge) const {
    uint32_t at = word.span.begin;
    double width = 0;
    for (int cell = word.x; cell < edge && at < word.span.end; ++cell) {
      size_t next = at;
      width += em_of(every_code_point(text_, next));
      at = static_cast<uint32_t>(next);
    }
    const double line = word.width - width;
    if (at >= word.span.end || width > kMost || line < measure_ - kShorter || line > measure_ + 1) return 0;
    const std::string_view left = text_.substr(word.span.begin, at - word.span.begin);
    const std::string_view right = text_.substr(at, word.span.end - at);
    const double above = neighbour(r, edge, true, right);
    if (above < kAbove) return 0;
    const double both = above + neighbour(r, edge, false, right);
    return both - join_score_(left, right) >= kBetter ? at : 0;
  }

 private:
  // How well the next line at the cell, above row r or below it, and `line` go together.
  double neighbour(size_t r, int edge, bool above, std::string_view line) const {
    for (size_t k = 1; k <= kAround; ++k) {
      if (above ? k > r : r + k >= rows_.size()) return 0;
      for (const GridToken& token : rows_[above ? r - k : r + k].tokens) {
        if (token.x != edge) continue;
        const std::string_view words = text_.substr(token.span.begin, token.span.end - token.span.begin);
        return above ? join_score_(words, line) : join_score_(line, words);
      }
    }
    return 0;
  }

  std::vector<GridRow>& rows_;
  std::string_view text_;
  double measure_;
  const JoinScore& join_score_;
};

}  // namespace

void part_glued(std::vector<GridRow>& rows, std::string_view text, const std::vector<int>& bases,
                double measure, const JoinScore& join_score) {
  if (!join_score) return;
  const Glued glued(rows, text, measure, join_score);
  for (size_t r = 0; r < rows.size(); ++r) {
    for (size_t i = 0; i < rows[r].tokens.size(); ++i) {
      const GridToken word = rows[r].tokens[i];
      if (word.width < measure + kLonger) continue;
      const auto edge = std::upper_bound(bases.begin(), bases.end(), word.x);
      if (edge == bases.end() || *edge >= word.x + word.cells) continue;
      const uint32_t at = glued.cut(r, word, *edge);
      if (at == 0) continue;
      GridToken line = word;
      line.span.begin = at;
      line.x = *edge;
      line.cells = word.x + word.cells - *edge;
      line.width = width_of(text.substr(at, word.span.end - at));
      GridToken& before = rows[r].tokens[i];
      before.span.end = at;
      before.cells = *edge - word.x;
      before.width = word.width - line.width;
      before.glued = true;
      line.parted = true;
      rows[r].tokens.insert(rows[r].tokens.begin() + static_cast<long>(i) + 1, line);
      ++i;
    }
  }
}

}  // namespace broadsheet
