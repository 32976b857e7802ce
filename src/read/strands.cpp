#include "read/strands.h"

#include <algorithm>
#include <cmath>

#include "read/brackets.h"
#include "read/line_names.h"
#include "read/measure.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kBeam = 48;
constexpr size_t kWithinRow = 4 * kBeam;
constexpr size_t kMostStrands = 8;
constexpr size_t kMostWords = 10;  // of one row
constexpr int kSameByline = 8;     // cells by which two lines of names may begin apart
constexpr double kLargest = 3;     // times as large are a head's
constexpr double kBracket = 2;     // brackets that two lines open and close
constexpr double kLeave = .4;      // for words left out
constexpr int kLeftOut = -1;       // for a segment
// Where there are no cells:
constexpr double kGoesBare = .5;    // for a line that goes on with a strand
constexpr double kFreshBare = 2.5;  // against a strand more
constexpr double kWord = 1;         // runs of three characters across two lines that stand elsewhere, too

// May the two lines stand on one axis? A letter takes a cell whatever its size, so a line may be up to
// three times as wide on the paper as in cells.
bool may_be_centred(const StrandSegment& a, const StrandSegment& b) {
  const auto axis = [](const StrandSegment& s, double size) {
    return s.x + kCellsOfLetter * size * s.width / 2;
  };
  return (!b.sure || axis(a, 1) <= axis(b, kLargest)) && (!a.sure || axis(b, 1) <= axis(a, kLargest));
}

}  // namespace

bool is_byline_start(std::string_view s) {
  return is_marked(s) || s.starts_with("本报记者") || s.starts_with("记者") || s.starts_with("通讯员");
}

// How well `next`, the segment made last, goes on the text of segment `last`. Asked again for each way.
double Strands::joined(int last, const StrandSegment& next) {
  for (const auto& [segment, score] : pairs_) {
    if (segment == last) return score;
  }
  const std::string_view left = words(segments_[static_cast<size_t>(last)].span);
  const std::string_view right = words(next.span);
  const double pair = join_score_ ? std::clamp(join_score_(left, right), -3.0, 5.0) : 0;
  const BracketsAcross marks = brackets_across(left, right);
  pairs_.push_back({last, .8 * pair + kBracket * (marks.closed - marks.open - marks.alone) +
                              kWord * page_words_.known(left, right)});
  return pairs_.back().second;
}

// Joins the words of a row and gives them to strands, word by word, the best ways kept at each.
bool Strands::take_row(const std::vector<StrandWord>& row, int number) {
  if (row.size() > kMostWords) return false;
  std::vector<Moves> moves(row.size(),
                           Moves{{}, BestScores(kWithinRow)});  // by the words that are taken then
  moves.push_back({{}, BestScores(kBeam)});
  std::vector<std::vector<Way>> ways(row.size() + 1);
  for (const State& state : beam_) ways[0].push_back({state, 0});
  for (size_t k = 0; k < row.size(); ++k) {
    if (k > 0) ways[k] = carry_out(moves[k].all, kWithinRow);
    if (row[k].spare > 0) {
      for (const Way& way : ways[k])
        moves[k + row[k].spare].add({way.state.score - kLeave, &way, kLeftOut, 0, false});
    }
    StrandSegment segment = begin_segment(row[k], number);
    double cost = segment.width <= 2 && row.size() > 1 && row[k].gap <= 1 ? .5 : 0;
    const bool close = k > 0 && row[k].gap <= 1 && row[k].width <= 6;
    for (size_t end = k; end < row.size(); ++end) {
      if (end > k) {
        if (!row[end].next) break;
        const double beside = segment.byline || segment.cells == 0 ? 0 : .2;
        cost += row[end].gap <= 1 ? beside : 1.0 + .3 * std::min(row[end].gap, 8);
        segment.span.end = row[end].span.end;
        segment.cells = row[end].x + row[end].cells - segment.x;
        segment.width += row[end].width + .5;
      }
      segments_.push_back(segment);
      pairs_.clear();
      for (const Way& way : ways[k]) try_strands(way, cost, close, moves[end + 1]);
    }
  }
  std::vector<State> next;
  for (Way& way : carry_out(moves[row.size()].all, kBeam)) next.push_back(std::move(way.state));
  beam_ = std::move(next);
  return !beam_.empty();
}

StrandSegment Strands::begin_segment(const StrandWord& word, int row) const {
  StrandSegment segment;
  segment.span = word.span;
  segment.x = word.x;
  segment.cells = word.cells;
  segment.width = word.width;
  segment.row = row;
  segment.byline = is_byline_start(words(segment.span));
  segment.sure = word.gap >= 2;
  return segment;
}

// The best `most` of the moves, made.
std::vector<Strands::Way> Strands::carry_out(std::vector<Move>& moves, size_t most) {
  if (moves.size() > most) {
    sort_stably(moves, [](const Move& a, const Move& b) { return a.score > b.score; });
    moves.resize(most);
  }
  std::vector<Way> out;
  for (const Move& move : moves) {
    Way way = *move.from;
    way.state.score = move.score;
    if (move.segment == kLeftOut) {
      out.push_back(std::move(way));
      continue;
    }
    way.at = move.strand + 1;
    std::vector<Strand>& strands = way.state.strands;
    if (move.fresh) strands.insert(strands.begin() + static_cast<long>(move.strand), Strand());
    const StrandSegment& segment = segments_[static_cast<size_t>(move.segment)];
    Strand& strand = strands[move.strand];
    strand.last = move.segment;
    strand.widest = std::max(strand.widest, segment.width);
    ++strand.lines;
    strand.byline = segment.byline;
    steps_.push_back({move.segment, static_cast<int>(move.strand), move.fresh, way.state.step});
    way.state.step = static_cast<int>(steps_.size()) - 1;
    out.push_back(std::move(way));
  }
  return out;
}

double Strands::goes(const Strand& strand, const StrandSegment& next) {
  const StrandSegment& last = segments_[static_cast<size_t>(strand.last)];
  double score = 0;
  if (strand.byline) return next.byline ? (std::abs(last.x - next.x) <= kSameByline ? -.5 : -3) : -4;
  if (next.byline) {
    score += .3;
  } else {
    score += joined(strand.last, next);
    if (strand.lines > 1 && last.width < strand.widest - 1.1) score -= 1.2;  // had ended
    if (strand.lines > 1 && next.width > strand.widest + 1.1) score -= .8;
  }
  const double centre = std::abs((2 * last.x + last.cells) - (2 * next.x + next.cells)) / 2.0;
  if (last.x == next.x)
    score += last.cells == 0 ? kGoesBare : 1.6;
  else if (centre <= 1.5)
    score += 1.2;
  else if (may_be_centred(last, next))
    score += last.sure && next.sure ? .6 : -.7;
  else if (last.sure && next.sure)
    score -= 1 + std::min(2.0, .15 * std::min<double>(centre, std::abs(last.x - next.x)));
  else
    score -= 1.5;
  if (words(last.span).ends_with("）")) score -= 1;
  score -= .12 * std::min(next.row - last.row - 1, 10);
  return score;
}

// Every strand that the last segment may go to.
void Strands::try_strands(const Way& way, double cost, bool close, Moves& out) {
  const int made = static_cast<int>(segments_.size()) - 1;
  const StrandSegment& segment = segments_.back();
  const std::vector<Strand>& strands = way.state.strands;
  const auto segment_of = [&](size_t n) -> const StrandSegment& {
    return segments_[static_cast<size_t>(strands[n].last)];
  };
  double before = way.state.score - cost;
  if (close && way.at > 0 && segment_of(way.at - 1).byline) before -= 3;  // parts a line of names
  for (size_t n = way.at; n < strands.size(); ++n) {
    const double score = goes(strands[n], segment);
    if (score >= -3.5) out.add({before + score, &way, made, n, false});
  }
  if (strands.size() >= kMostStrands) return;
  for (size_t n = way.at; n <= strands.size(); ++n) {
    // Left of what stands to the right of it, by the cells that can be trusted.
    double score = before - (segment.cells == 0 ? kFreshBare : 1.2);
    if (n < strands.size() && segment_of(n).x < segment.x)
      score -= segment_of(n).sure && segment.sure ? 2 : 1;
    if (n > 0 && segment_of(n - 1).x > segment.x) score -= segment_of(n - 1).sure && segment.sure ? 2 : 1;
    out.add({score, &way, made, n, true});
  }
}

std::vector<std::vector<int>> Strands::best() const {
  const State* most = &beam_[0];
  for (const State& state : beam_) {
    if (state.score > most->score) most = &state;
  }
  std::vector<int> way;
  for (int s = most->step; s >= 0; s = steps_[static_cast<size_t>(s)].before) way.push_back(s);
  std::reverse(way.begin(), way.end());
  std::vector<std::vector<int>> strands;
  for (int s : way) {
    const Step& step = steps_[static_cast<size_t>(s)];
    if (step.fresh) strands.insert(strands.begin() + step.strand, std::vector<int>{});
    strands[static_cast<size_t>(step.strand)].push_back(step.segment);
  }
  return strands;
}

}  // namespace broadsheet
