#include "read/bands.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "read/measure.h"
#include "read/strand_fits.h"
#include "read/strands.h"
#include "text/page_words.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kMostRows = 24;  // more of them are no heads
constexpr std::string_view kComma = "，";
constexpr int kNear = 3;             // rows between two lines of a band, whatever stands between
constexpr int kFar = 14;             // where no text of its columns stands between
constexpr double kKeeps = 2.5;       // for a strand that stays in the column where the cut had it
constexpr double kKeepsTight = 1.0;  // where its cell comes of the words before it alone
constexpr double kKeepsPushed = .5;  // where another strand pushed it there
constexpr int kAround = 2;  // rows over and under a band in which lines of its heads may look like text

class Bands {
 public:
  Bands(Grid& grid, std::string_view text, const LineSeams& seams, const JoinScore& join_score)
      : grid_(grid),
        page_words_(text),
        text_(text),
        seams_(seams),
        join_score_(join_score),
        columns_(grid.bases.size()) {
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
  const GridPiece& piece(int i) const { return grid_.pieces[static_cast<size_t>(i)]; }
  std::string_view words(const Span& s) const { return text_.substr(s.begin, s.end - s.begin); }

  static bool overlap(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

  double pair(std::string_view left, std::string_view right) const {
    return join_score_ ? std::clamp(join_score_(left, right), -3.0, 5.0) : 0;
  }

  // Neither a line of running text nor the beginning of any.
  bool is_loose(const std::vector<int>& column, size_t k) const {
    const int i = column[k];
    const PieceLook& look = seams_.look(i);
    const std::string_view s = seams_.words(i);
    // Words set apart are no running text, whatever they go on from.
    const bool apart = std::count(s.begin(), s.end(), ' ') >= 2;
    if (look.opener || (look.running && !apart) || piece(i).upright >= 0 || piece(i).kept) return false;
    if (look.terminal && !look.byline && !s.ends_with("）") && !s.ends_with("？")) return false;
    // A short line of a head may break off at a comma.
    const bool comma = look.headish && !look.full && s.ends_with(kComma);
    if (has_clause(comma ? s.substr(0, s.size() - kComma.size()) : s)) return false;
    if (s.ends_with("摄")) return false;
    if (look.byline) return true;
    if (k + 1 < column.size() && piece(column[k + 1]).row - piece(i).row <= 2) {
      const PieceLook& next = seams_.look(column[k + 1]);
      if ((look.full || look.set_in) && !next.headish && !next.set_in && !next.opener &&
          pair(s, seams_.words(column[k + 1])) > 1)
        return false;
    }
    if (look.headish) return true;
    if (piece(i).width <= grid_.measure + 1.6) return false;
    // Below another such line it is a caption's second, unless that is a head's and this one has a gap.
    return k == 0 || !seams_.look(column[k - 1]).wide ||
           (loose_[static_cast<size_t>(column[k - 1])] && s.find(' ') != std::string_view::npos);
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

  // The band with the short lines around it and in it that look like text: a head may end in any word.
  std::vector<int> with_doubtful(const std::vector<int>& band) const {
    const auto row_less = [](const GridPiece& p, int row) { return p.row < row; };
    const auto at = [&](int row) {
      return static_cast<int>(std::lower_bound(grid_.pieces.begin(), grid_.pieces.end(), row, row_less) -
                              grid_.pieces.begin());
    };
    std::vector<int> out;
    const int end = at(piece(band.back()).row + kAround + 1);
    for (int i = at(piece(band.front()).row - kAround); i < end; ++i) {
      if (std::binary_search(band.begin(), band.end(), i) || is_doubtful(i)) out.push_back(i);
    }
    return out;
  }

  bool is_doubtful(int i) const {
    const PieceLook& look = seams_.look(i);
    const std::string_view s = seams_.words(i);
    return !loose_[static_cast<size_t>(i)] && piece(i).upright < 0 && !piece(i).kept && !look.full &&
           !look.wide && (!look.terminal || ends_in_brackets(s)) && !look.opener && !look.set_in &&
           s.find("。") == std::string_view::npos && !s.starts_with("，") && !is_margin(i);
  }

  // The name of a series may stand behind the last words of a head.
  static bool ends_in_brackets(std::string_view s) {
    const size_t open = s.find("（");
    return s.ends_with("）") && open > 0 && open != std::string_view::npos && !has_clause(s) &&
           s.find("、") == std::string_view::npos;
  }

  // A line of text, or as wide as one.
  bool looks_like_text(int i) const {
    return !loose_[static_cast<size_t>(i)] || std::abs(piece(i).width + 1 - grid_.measure) <= 1.1;
  }

  // The words of the band's pieces, row by row.
  std::vector<std::vector<StrandWord>> words_of(const std::vector<int>& band) const {
    std::vector<std::vector<StrandWord>> rows;
    int row = -1;
    for (int i : band) {
      const GridPiece& p = piece(i);
      if (p.row != row) rows.emplace_back();
      row = p.row;
      const size_t first = rows.back().size();
      const GridRow& all = grid_.words[static_cast<size_t>(row)];
      for (size_t t = 0; t < all.tokens.size(); ++t) {
        const GridToken& token = all.tokens[t];
        if (token.span.begin < p.span.begin || token.span.end > p.span.end) continue;
        // Text that is no part of the band parts its words.
        const bool next = t > 0 && !token.parted && !rows.back().empty() &&
                          rows.back().back().span == all.tokens[t - 1].span;
        rows.back().push_back({token.span, token.x, token.cells, token.width,
                               t > 0 ? gap_before(all, t) : kNoWordBefore, next});
      }
      if (first < rows.back().size() && looks_like_text(i))
        rows.back()[first].spare = rows.back().size() - first;
    }
    return rows;
  }

  void part(std::vector<int> band) {
    bool beside = false;
    for (size_t k = 1; k < band.size(); ++k)
      beside = beside || piece(band[k]).column != piece(band[0]).column;
    for (int i : band) beside = beside || words(piece(i).span).find(' ') != std::string_view::npos;
    if (!beside || band.size() < 2) return;
    std::vector<int> more = with_doubtful(band);
    std::vector<std::vector<StrandWord>> rows = words_of(more);
    if (rows.size() > kMostRows) {
      rows = words_of(band);
      if (rows.size() > kMostRows) return;
    } else {
      band = std::move(more);
    }
    Strands strands(text_, page_words_, join_score_);
    size_t at = 0;
    for (const std::vector<StrandWord>& row : rows) {
      if (row.empty()) return;
      while (!overlap(piece(band[at]).span, row.front().span)) ++at;  // rows may have changed places
      if (!strands.take_row(row, piece(band[at]).row)) return;
    }
    const std::vector<std::vector<int>> best = strands.best();
    if (best.size() < 2) return;
    segments_.clear();
    for (const StrandSegment& segment : strands.segments()) segments_.push_back({segment});
    for (const std::vector<int>& strand : best) {
      for (int index : strand) find_bounds(segments_[static_cast<size_t>(index)]);
    }
    // Of a piece all words are taken, or none.
    for (int i : band) {
      bool taken = false;
      for (const std::vector<int>& strand : best) {
        for (int index : strand)
          taken = taken || overlap(segments_[static_cast<size_t>(index)].span, piece(i).span);
      }
      loose_[static_cast<size_t>(i)] = taken;
    }
    std::erase_if(band, [&](int i) { return !loose_[static_cast<size_t>(i)]; });
    settle(best, band);
  }

  void find_bounds(BandSegment& segment) const {
    segment.most = static_cast<int>(columns_.size()) - 1;
    auto at = std::lower_bound(grid_.pieces.begin(), grid_.pieces.end(), segment.row,
                               [](const GridPiece& p, int row) { return p.row < row; });
    for (; at != grid_.pieces.end() && at->row == segment.row; ++at) {
      if (loose_[static_cast<size_t>(at - grid_.pieces.begin())]) continue;
      if (at->span.end <= segment.span.begin) segment.least = std::max(segment.least, at->column + 1);
      if (at->span.begin >= segment.span.end) segment.most = std::min(segment.most, at->column - 1);
    }
  }

  // Gives each strand a column.
  void settle(const std::vector<std::vector<int>>& strands, const std::vector<int>& band) {
    const size_t n = columns_.size();
    // Strands beside one another stand in columns of their order; one below another may share its column.
    std::vector<std::vector<double>> best(
        strands.size() + 1, std::vector<double>(n + 1, -std::numeric_limits<double>::infinity()));
    std::vector<std::vector<size_t>> from(strands.size() + 1, std::vector<size_t>(n + 1, 0));
    best[0][0] = 0;
    const StrandFits fit(grid_, seams_, columns_, loose_, segments_);
    const std::vector<int> spans = fit.spans_of(strands);
    std::vector<double> keeps(strands.size(), kKeeps);
    for (size_t s = 0; s < strands.size(); ++s) {
      if (s > 0 && fit.overlap(strands[s - 1], strands[s]) && fit.is_pushed(strands[s - 1], strands[s]))
        keeps[s] = kKeepsPushed;
      else if (fit.is_set_tight(strands[s]))
        keeps[s] = kKeepsTight;
    }
    for (size_t s = 0; s < strands.size(); ++s) {
      for (size_t k = 0; k <= n; ++k) {
        if (!std::isfinite(best[s][k])) continue;
        const bool same = s > 0 && k > 0 && !fit.overlap(strands[s - 1], strands[s]);
        for (size_t c = same ? k - 1 : k; c < n; ++c) {
          double score = best[s][k] + fit.fits(strands[s], static_cast<int>(c), keeps[s] < kKeeps) +
                         keeps[s] * fit.kept(strands[s], static_cast<int>(c), band);
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
      ++number_;
      if (fit.kept(strands[s - 1], column, band) > .99) continue;
      for (int index : strands[s - 1]) {
        const BandSegment& segment = segments_[static_cast<size_t>(index)];
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
        p.measure = grid_.measure;
        p.strand = number_;
        fresh_.push_back(p);
        for (int i : band) {
          if (overlap(piece(i).span, p.span)) gone_[static_cast<size_t>(i)] = true;
        }
      }
    }
  }

  Grid& grid_;
  PageWords page_words_;
  std::string_view text_;
  const LineSeams& seams_;
  const JoinScore& join_score_;
  std::vector<std::vector<int>> columns_;
  std::vector<bool> loose_;
  std::vector<BandSegment> segments_;
  std::vector<GridPiece> fresh_;
  int number_ = 0;          // of the strand settled last
  std::vector<bool> gone_;  // pieces that fresh ones stand for
};

}  // namespace

void part_bands(Grid& grid, std::string_view text, const LineSeams& seams, const JoinScore& join_score) {
  if (grid.bases.size() < 2 || is_spaced(text)) return;
  Bands(grid, text, seams, join_score).run();
}

}  // namespace broadsheet
