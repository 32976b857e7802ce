#include "read/gap_captions.h"
#include "read/line_names.h"

#include <algorithm>

namespace broadsheet {
namespace {

constexpr int kPictureRows = 6;   // without a line of the column
constexpr int kTextRows = 3;      // at most between lines of text
constexpr size_t kMostLines = 8;  // of a caption with its credit
constexpr size_t kMostUnset = 5;
constexpr double kGoesOn = 2;    // nats from which words go on plainly
constexpr double kBetter = 1.5;  // and by which they must do so rather than in the caption

// Where paragraphs are set in, lines that begin at the edge after the end of one, below a picture, are its
// words, up to the next that is set in; `k` where they are none.
size_t unset_end(const std::vector<int>& pieces, size_t k, const Grid& grid, const LineSeams& seams) {
  const PieceLook& first = seams.look(pieces[k]);
  if (!first.flush || first.headish || first.opener || first.wide) return k;
  size_t end = k + 1;
  for (; end < pieces.size() && end <= k + kMostUnset; ++end) {
    const PieceLook& look = seams.look(pieces[end]);
    if (grid.pieces[static_cast<size_t>(pieces[end])].upright >= 0) break;
    const std::string_view words = seams.words(pieces[end]);
    if (begins_credit(words) || words.ends_with("摄")) return end + 1;
    const int gap = grid.pieces[static_cast<size_t>(pieces[end])].row -
                    grid.pieces[static_cast<size_t>(pieces[end - 1])].row;
    if (look.set_in || look.headish || look.opener || gap > kTextRows) break;
  }
  const PieceLook& last = seams.look(pieces[end - 1]);
  return end <= k + kMostUnset && (!last.full || last.terminal) ? end : k;
}

// Lines below a picture with its credit right under them are its words, whatever the text does; `k` where
// there is none.
size_t credited_end(const std::vector<int>& pieces, size_t k, const Grid& grid, const LineSeams& seams) {
  for (size_t end = k + 1; end < pieces.size() && end <= k + kMostUnset; ++end) {
    const PieceLook& look = seams.look(pieces[end]);
    const GridPiece& piece = grid.pieces[static_cast<size_t>(pieces[end])];
    if (piece.upright >= 0 || piece.row - grid.pieces[static_cast<size_t>(pieces[end - 1])].row > kTextRows)
      break;
    const std::string_view words = seams.words(pieces[end]);
    if (words.starts_with("图片来源") || names_photographer(words)) return end + 1;
    if (look.set_in || look.headish || look.opener) break;
  }
  return k;
}

}  // namespace

bool begins_credit(std::string_view words) {
  return words.starts_with("图片") || words.starts_with("（") || words.starts_with("(");
}

std::vector<GapCaption> gap_captions(const std::vector<int>& pieces, const Grid& grid, const LineSeams& seams,
                                     const JoinScore& join_score) {
  std::vector<GapCaption> out;
  if (!join_score) return out;
  const auto row = [&](size_t k) { return grid.pieces[static_cast<size_t>(pieces[k])].row; };
  const auto pair = [&](size_t left, size_t right) {
    return join_score(seams.words(pieces[left]), seams.words(pieces[right]));
  };
  const auto is_head = [&](size_t k) {
    return grid.pieces[static_cast<size_t>(pieces[k])].upright >= 0 || seams.look(pieces[k]).headish;
  };
  size_t text = 0;  // the last line of text above
  for (size_t k = 1; k + 1 < pieces.size(); ++k) {
    // The words of one picture may stand right over the next.
    if (out.empty() || out.back().end != k) text = k - 1;
    const PieceLook& above = seams.look(pieces[text]);
    if (row(k) - row(k - 1) < kPictureRows || above.headish) continue;
    if (above.terminal) {
      const size_t end = unset_end(pieces, k, grid, seams);
      if (end > k) out.push_back({k, end});
      if (end > k) k = end - 1;
      continue;
    }
    const double stays = pair(text, k);
    const size_t credited = stays < kGoesOn && !is_head(k) ? credited_end(pieces, k, grid, seams) : k;
    if (credited > k) {
      out.push_back({k, credited});
      k = credited - 1;
      continue;
    }
    size_t best = 0;
    double most = std::max(kGoesOn, stays + kBetter);
    for (size_t j = k + 1; j < std::min(pieces.size(), k + kMostLines + 1); ++j) {
      const PieceLook& below = seams.look(pieces[j]);
      if (is_head(j - 1)) break;
      if (row(j) - row(j - 1) > kTextRows + kPictureRows) break;
      if (below.headish || below.set_in || below.opener || below.wide) continue;
      // Its last line ends, or is short of its measure; a paragraph that is set in is text.
      const PieceLook& last = seams.look(pieces[j - 1]);
      if (j > k + 1 && last.set_in) break;
      if (last.full && !last.terminal && !last.wide) continue;
      const double over = pair(text, j);
      // What goes on from a line of the caption is the caption's.
      if (over <= most || (!last.terminal && pair(j - 1, j) > over)) continue;
      most = over;
      best = j;
    }
    if (best == 0) continue;
    out.push_back({k, best});
    k = best;
  }
  return out;
}

}  // namespace broadsheet
