#include "read/bands.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "read/measure.h"
#include "read/strand_fits.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kBeam = 48;
constexpr size_t kWithinRow = 4 * kBeam;
constexpr int kApart = 99;
constexpr size_t kMostStrands = 8;
constexpr size_t kMostWords = 10;  // of one row of a band
constexpr size_t kMostRows = 24;   // more of them are no heads
constexpr int kNear = 3;           // rows between two lines of a band, whatever stands between
constexpr int kSameByline = 8;     // cells by which two lines of names may begin apart
constexpr double kEm = 1.15;       // cells of a letter of running text
constexpr double kLargest = 3;     // times as large are a head's
constexpr double kBracket = 2;     // brackets that two lines open and close
constexpr int kFar = 14;           // where no text of its columns stands between

class Bands {
 public:
  Bands(Grid& grid, std::string_view text, const LineSeams& seams, const JoinScore& join_score)
      : grid_(grid), text_(text), seams_(seams), join_score_(join_score), columns_(grid.bases.size()) {
    loose_.resize(grid.pieces.size());
    gone_.resize(grid.pieces.size());
    for (size_t i = 0; i < grid.pieces.size(); ++i)
      columns_[static_cast<size_t>(grid.pieces[i].column)].push_back(static_cast<int>(i));
    for (const std::vector<int>& column : columns_) {
      for (size_t k = 0; k < column.size(); ++k) loose_[static_cast<size_t>(column[k])] = is_loose(column, k);
    }
  }

  void run() {
    std::vector<std::vector<int>> bands;
    std::vector<int> open;
    for (size_t i = 0; i < grid_.pieces.size(); ++i) {
      if (!loose_[i] || is_margin(static_cast<int>(i))) continue;
      if (!open.empty() && !joins(open, static_cast<int>(i))) {
        bands.push_back(std::move(open));
        open.clear();
      }
      open.push_back(static_cast<int>(i));
    }
    if (!open.empty()) bands.push_back(std::move(open));
    for (const std::vector<int>& band : bands) part(band);
    if (fresh_.empty()) return;
    std::vector<GridPiece> pieces;
    for (size_t i = 0; i < grid_.pieces.size(); ++i) {
      if (!gone_[i]) pieces.push_back(grid_.pieces[i]);
    }
    pieces.insert(pieces.end(), fresh_.begin(), fresh_.end());
    sort_stably(pieces, [](const GridPiece& a, const GridPiece& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    grid_.pieces = std::move(pieces);
  }

 private:
  struct Word {
    GridToken token;
    int gap = kApart;   // cells to the word before it in its row
    bool next = false;  // that is the word before it in the band, too
  };
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

  const GridPiece& piece(int i) const { return grid_.pieces[static_cast<size_t>(i)]; }
  std::string_view words(const Span& s) const { return text_.substr(s.begin, s.end - s.begin); }

  double pair(std::string_view left, std::string_view right) const {
    return join_score_ ? std::clamp(join_score_(left, right), -3.0, 5.0) : 0;
  }

  // How well `next`, the segment made last, goes on the text of segment `last`. Asked again for each way.
  double joined(int last, const StrandSegment& next) {
    for (const auto& [segment, score] : pairs_) {
      if (segment == last) return score;
    }
    const std::string_view left = words(segments_[static_cast<size_t>(last)].span);
    const std::string_view right = words(next.span);
    pairs_.push_back({last, .8 * pair(left, right) + kBracket * closes(left, right)});
    return pairs_.back().second;
  }

  // Neither a line of running text nor the beginning of any.
  bool is_loose(const std::vector<int>& column, size_t k) const {
    const int i = column[k];
    const PieceLook& look = seams_.look(i);
    const std::string_view s = seams_.words(i);
    if (look.opener || look.running) return false;
    if (look.terminal && !look.byline && !s.ends_with("）") && !s.ends_with("？")) return false;
    for (std::string_view mark : {"，", "。", "；"}) {
      if (s.find(mark) != std::string_view::npos) return false;
    }
    if (s.ends_with("摄")) return false;
    if (look.byline) return true;
    if (k + 1 < column.size() && piece(column[k + 1]).row - piece(i).row <= 2) {
      const PieceLook& next = seams_.look(column[k + 1]);
      if ((look.full || look.set_in) && !next.headish && !next.set_in && !next.opener &&
          pair(s, seams_.words(column[k + 1])) > 1)
        return false;
    }
    if (look.headish) return true;
    return piece(i).width > grid_.measure + 1.6 && !(k > 0 && seams_.look(column[k - 1]).wide);
  }

  // The first row may hold date and page, the last the editors with their telephone.
  bool is_margin(int i) const {
    const int row = piece(i).row;
    if (row != grid_.pieces.front().row && row != grid_.pieces.back().row) return false;
    return std::any_of(grid_.pieces.begin(), grid_.pieces.end(), [&](const GridPiece& p) {
      const std::string_view s = words(p.span);
      return p.row == row && std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    });
  }

  // Does piece i stand in the band?
  bool joins(const std::vector<int>& band, int i) const {
    const int gap = piece(i).row - piece(band.back()).row;
    if (gap <= kNear) return true;
    if (gap > kFar) return false;
    // Another line of a head that stands in it: it begins at the same cell, or no text of its column stands
    // between the two.
    for (size_t k = band.size(); k-- > 0 && piece(i).row - piece(band[k]).row <= kFar;) {
      if (begins_at(piece(band[k]), piece(i).x)) return true;
      if (piece(band[k]).column != piece(i).column) continue;
      const std::vector<int>& column = columns_[static_cast<size_t>(piece(i).column)];
      const auto at = std::lower_bound(column.begin(), column.end(), i);
      return at == column.begin() || *(at - 1) <= band[k] || loose_[static_cast<size_t>(*(at - 1))];
    }
    return false;
  }

  // Does a word of the piece begin at the cell?
  bool begins_at(const GridPiece& p, int x) const {
    for (const GridToken& token : grid_.words[static_cast<size_t>(p.row)].tokens) {
      if (token.x == x && token.span.begin >= p.span.begin && token.span.end <= p.span.end) return true;
    }
    return false;
  }

  // The words of the band's pieces, row by row.
  std::vector<std::vector<Word>> words_of(const std::vector<int>& band) const {
    std::vector<std::vector<Word>> rows;
    int row = -1;
    for (int i : band) {
      const GridPiece& p = piece(i);
      if (p.row != row) rows.emplace_back();
      row = p.row;
      const GridRow& all = grid_.words[static_cast<size_t>(row)];
      for (size_t t = 0; t < all.tokens.size(); ++t) {
        const GridToken& token = all.tokens[t];
        if (token.span.begin < p.span.begin || token.span.end > p.span.end) continue;
        // Text that is no part of the band parts its words.
        const bool next =
            t > 0 && !rows.back().empty() && rows.back().back().token.span == all.tokens[t - 1].span;
        rows.back().push_back({token, t > 0 ? gap_before(all, t) : kApart, next});
      }
    }
    return rows;
  }

  void part(const std::vector<int>& band) {
    bool beside = false;
    for (size_t k = 1; k < band.size(); ++k)
      beside = beside || piece(band[k]).column != piece(band[0]).column;
    for (int i : band) beside = beside || words(piece(i).span).find(' ') != std::string_view::npos;
    if (!beside || band.size() < 2) return;
    std::vector<std::vector<Word>> rows = words_of(band);
    if (rows.size() > kMostRows) return;
    segments_.clear();
    steps_.clear();
    std::vector<State> beam(1);
    size_t at = 0;
    for (const std::vector<Word>& row : rows) {
      if (row.empty() || row.size() > kMostWords) return;
      while (piece(band[at]).span.end < row.front().token.span.end) ++at;
      beam = take_row(beam, row, piece(band[at]).row);
      if (beam.empty()) return;
    }
    const State* best = &beam[0];
    for (const State& state : beam) {
      if (state.score > best->score) best = &state;
    }
    if (best->strands.size() < 2) return;
    settle(*best, band);
  }

  // A way to go on with a segment: in strand `strand` of `from`, or in a fresh one at that place.
  struct Move {
    double score;
    const Way* from;
    int segment;
    size_t strand;
    bool fresh;
  };

  // Joins the words of a row and gives them to strands, word by word, the best ways kept at each.
  std::vector<State> take_row(const std::vector<State>& beam, const std::vector<Word>& row, int number) {
    std::vector<std::vector<Move>> moves(row.size() + 1);  // by the words that are taken then
    std::vector<std::vector<Way>> ways(row.size() + 1);
    for (const State& state : beam) ways[0].push_back({state, 0});
    for (size_t k = 0; k < row.size(); ++k) {
      if (k > 0) ways[k] = carry_out(moves[k], kWithinRow);
      StrandSegment segment = begin_segment(row[k], number);
      double cost = segment.width <= 2 && row.size() > 1 && row[k].gap <= 1 ? .5 : 0;
      const bool close = k > 0 && row[k].gap <= 1 && row[k].token.width <= 6;
      for (size_t end = k; end < row.size(); ++end) {
        if (end > k) {
          if (!row[end].next) break;
          cost += row[end].gap <= 1 ? (segment.byline ? 0 : .2) : 1.0 + .3 * std::min(row[end].gap, 8);
          segment.span.end = row[end].token.span.end;
          segment.cells = row[end].token.x + row[end].token.cells - segment.x;
          segment.width += row[end].token.width + .5;
        }
        segments_.push_back(segment);
        pairs_.clear();
        for (const Way& way : ways[k]) try_strands(way, cost, close, moves[end + 1]);
      }
    }
    std::vector<State> next;
    for (Way& way : carry_out(moves[row.size()], kBeam)) next.push_back(std::move(way.state));
    return next;
  }

  StrandSegment begin_segment(const Word& word, int row) const {
    StrandSegment segment;
    segment.span = word.token.span;
    segment.x = word.token.x;
    segment.cells = word.token.cells;
    segment.width = word.token.width;
    segment.row = row;
    segment.byline = is_byline_start(words(segment.span));
    segment.sure = word.gap >= 2;
    find_bounds(segment);
    return segment;
  }

  void find_bounds(StrandSegment& segment) const {
    segment.most = static_cast<int>(columns_.size()) - 1;
    auto at = std::lower_bound(grid_.pieces.begin(), grid_.pieces.end(), segment.row,
                               [](const GridPiece& p, int row) { return p.row < row; });
    for (; at != grid_.pieces.end() && at->row == segment.row; ++at) {
      if (loose_[static_cast<size_t>(at - grid_.pieces.begin())]) continue;
      if (at->span.end <= segment.span.begin) segment.least = std::max(segment.least, at->column + 1);
      if (at->span.begin >= segment.span.end) segment.most = std::min(segment.most, at->column - 1);
    }
  }

  static bool is_byline_start(std::string_view s) {
    return is_marked(s) || s.starts_with("本报记者") || s.starts_with("记者") || s.starts_with("通讯员");
  }

  // The best `most` of the moves, made.
  std::vector<Way> carry_out(std::vector<Move>& moves, size_t most) {
    if (moves.size() > most) {
      sort_stably(moves, [](const Move& a, const Move& b) { return a.score > b.score; });
      moves.resize(most);
    }
    std::vector<Way> out;
    for (const Move& move : moves) {
      Way way = *move.from;
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
      way.state.score = move.score;
      out.push_back(std::move(way));
    }
    return out;
  }

  double goes(const Strand& strand, const StrandSegment& next) {
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
      score += 1.6;
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

  // Do brackets and quotation marks that the first line leaves open close in the next? 1 if so, -1 where one
  // is left open, or closed that was not.
  static int closes(std::string_view last, std::string_view next) {
    int sum = 0;
    for (auto [open, close] : {std::pair{"（", "）"}, {"“", "”"}, {"《", "》"}}) {
      const size_t end = last.rfind(open);
      const bool left = end != std::string_view::npos && last.find(close, end) == std::string_view::npos;
      const size_t begin = next.find(close);
      const bool right =
          begin != std::string_view::npos && next.substr(0, begin).find(open) == std::string_view::npos;
      sum += left && right ? 1 : left || right ? -1 : 0;
    }
    return sum;
  }

  // May the two lines stand on one axis? A letter takes a cell whatever its size, so a line may be up to
  // three times as wide on the paper as in cells.
  static bool may_be_centred(const StrandSegment& a, const StrandSegment& b) {
    const auto axis = [](const StrandSegment& s, double size) { return s.x + kEm * size * s.width / 2; };
    return (!b.sure || axis(a, 1) <= axis(b, kLargest)) && (!a.sure || axis(b, 1) <= axis(a, kLargest));
  }

  // Every strand that the last segment may go to.
  void try_strands(const Way& way, double cost, bool close, std::vector<Move>& out) {
    const int made = static_cast<int>(segments_.size()) - 1;
    const StrandSegment& segment = segments_.back();
    const std::vector<Strand>& strands = way.state.strands;
    const auto segment_of = [&](size_t n) -> const StrandSegment& {
      return segments_[static_cast<size_t>(strands[n].last)];
    };
    double before = way.state.score - cost;
    if (close && segment_of(way.at - 1).byline) before -= 3;  // parts a line of names
    for (size_t n = way.at; n < strands.size(); ++n) {
      const double score = goes(strands[n], segment);
      if (score >= -3.5) out.push_back({before + score, &way, made, n, false});
    }
    if (strands.size() >= kMostStrands) return;
    for (size_t n = way.at; n <= strands.size(); ++n) {
      // Left of what stands to the right of it, by the cells that can be trusted.
      double score = before - 1.2;
      if (n < strands.size() && segment_of(n).x < segment.x)
        score -= segment_of(n).sure && segment.sure ? 2 : 1;
      if (n > 0 && segment_of(n - 1).x > segment.x) score -= segment_of(n - 1).sure && segment.sure ? 2 : 1;
      out.push_back({score, &way, made, n, true});
    }
  }

  // Replays the steps, then gives each strand a column.
  void settle(const State& state, const std::vector<int>& band) {
    std::vector<int> way;
    for (int s = state.step; s >= 0; s = steps_[static_cast<size_t>(s)].before) way.push_back(s);
    std::reverse(way.begin(), way.end());
    std::vector<std::vector<int>> strands;
    for (int s : way) {
      const Step& step = steps_[static_cast<size_t>(s)];
      if (step.fresh) strands.insert(strands.begin() + step.strand, std::vector<int>{});
      strands[static_cast<size_t>(step.strand)].push_back(step.segment);
    }
    const size_t n = columns_.size();
    // Strands beside one another stand in columns of their order; one below another may share its column.
    std::vector<std::vector<double>> best(
        strands.size() + 1, std::vector<double>(n + 1, -std::numeric_limits<double>::infinity()));
    std::vector<std::vector<size_t>> from(strands.size() + 1, std::vector<size_t>(n + 1, 0));
    best[0][0] = 0;
    const StrandFits fit(grid_, seams_, columns_, loose_, segments_);
    const std::vector<int> spans = fit.spans_of(strands);
    std::vector<bool> pushed(strands.size(), false);
    for (size_t s = 1; s < strands.size(); ++s)
      pushed[s] = fit.overlap(strands[s - 1], strands[s]) && fit.is_pushed(strands[s - 1], strands[s]);
    for (size_t s = 0; s < strands.size(); ++s) {
      for (size_t k = 0; k <= n; ++k) {
        if (!std::isfinite(best[s][k])) continue;
        const bool same = s > 0 && k > 0 && !fit.overlap(strands[s - 1], strands[s]);
        for (size_t c = same ? k - 1 : k; c < n; ++c) {
          double score = best[s][k] + fit.fits(strands[s], static_cast<int>(c), pushed[s]) +
                         (pushed[s] ? .5 : 2.5) * fit.kept(strands[s], static_cast<int>(c), band);
          if (!same && s > 0)
            score -= std::max(0, static_cast<int>(k) + spans[s - 1] - 1 - static_cast<int>(c));
          if (score > best[s + 1][c + 1]) {
            best[s + 1][c + 1] = score;
            from[s + 1][c + 1] = k;
          }
        }
      }
    }
    size_t end = 0;
    for (size_t k = 1; k <= n; ++k) {
      if (best[strands.size()][k] > best[strands.size()][end]) end = k;
    }
    if (end == 0) return;  // more strands than columns
    size_t right = n;      // the column of the strand to the right
    for (size_t s = strands.size(); s > 0; --s) {
      const int column = static_cast<int>(end) - 1;
      const size_t next = right;
      right = end - 1;
      end = from[s][end];
      if (fit.kept(strands[s - 1], column, band) > .99) continue;
      for (int index : strands[s - 1]) {
        const StrandSegment& segment = segments_[static_cast<size_t>(index)];
        GridPiece p;
        p.span = segment.span;
        p.row = segment.row;
        p.x = segment.x;
        p.width = segment.width;
        p.column = column;
        p.last_column = column;
        if (p.width > grid_.measure + 1.6) {
          const int most = std::min(segment.most, next <= n ? static_cast<int>(next) - 1 : segment.most);
          while (p.last_column < most && grid_.bases[static_cast<size_t>(p.last_column) + 1] <
                                             p.x + segment.cells - grid_.measure / 2)
            ++p.last_column;
        }
        p.tight = true;
        p.head = true;
        fresh_.push_back(p);
        for (int i : band) {
          if (piece(i).span.begin < p.span.end && p.span.begin < piece(i).span.end)
            gone_[static_cast<size_t>(i)] = true;
        }
      }
    }
  }

  Grid& grid_;
  std::string_view text_;
  const LineSeams& seams_;
  const JoinScore& join_score_;
  std::vector<std::vector<int>> columns_;
  std::vector<bool> loose_;
  std::vector<StrandSegment> segments_;
  std::vector<Step> steps_;
  std::vector<std::pair<int, double>> pairs_;  // of the segment made last
  std::vector<GridPiece> fresh_;
  std::vector<bool> gone_;  // pieces that fresh ones stand for
};

}  // namespace

void part_bands(Grid& grid, std::string_view text, const LineSeams& seams, const JoinScore& join_score) {
  if (grid.bases.size() < 2 || is_spaced(text)) return;
  Bands(grid, text, seams, join_score).run();
}

}  // namespace broadsheet
