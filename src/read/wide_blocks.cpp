#include "read/wide_blocks.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "read/seam.h"

namespace broadsheet {
namespace {

constexpr double kWider = 4;  // ems by which a line is wider than a column's
constexpr size_t kMostLines = 12;
constexpr size_t kMostRows = 7;  // from one line to the next
constexpr int kSlip = 3;         // cells by which lines may begin apart
constexpr double kShort = 2.1;   // ems by which a line but the last may be short
constexpr double kLonger = 2.1;  // or long
constexpr double kGoesOn = 0;    // nats from which a line may go on another
constexpr double kSameWidth = 1.1;
constexpr double kPlainly = 1.5;   // from which it does so plainly
constexpr double kLastGoesOn = 1;  // and from which a short one does

// Tokens [begin, end) of a row as one line.
struct Line {
  size_t row = 0;
  size_t begin = 0;
  size_t end = 0;
  GridToken all;
};

class Search {
 public:
  Search(std::vector<GridRow>& rows, std::string_view text, double measure, const JoinScore& join_score)
      : rows_(rows), text_(text), measure_(measure), join_score_(join_score) {}

  std::vector<WideBlock> run() {
    std::vector<WideBlock> blocks;
    for (size_t r = 0; r < rows_.size(); ++r) {
      for (size_t i = 0; i < rows_[r].tokens.size(); ++i) {
        if (rows_[r].tokens[i].width < measure_ + kWider) continue;
        const std::vector<Line> lines = block_from(r, i);
        if (lines.size() < 2 || !shows_picture(lines)) continue;
        WideBlock block;
        block.x = lines.front().all.x;
        block.top = static_cast<int>(lines.front().row);
        block.bottom = static_cast<int>(lines.back().row);
        for (const Line& line : lines) {
          block.lines.push_back(line.all.span);
          block.width = std::max(block.width, line.all.width);
          rows_[line.row].lost_block = true;
          std::vector<GridToken>& tokens = rows_[line.row].tokens;
          if (line.end < tokens.size()) tokens[line.end].parted = true;
          tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(line.begin),
                       tokens.begin() + static_cast<std::ptrdiff_t>(line.end));
        }
        blocks.push_back(std::move(block));
        --i;  // its place was taken by the next
      }
    }
    return blocks;
  }

 private:
  std::string_view words(const Span& s) const { return text_.substr(s.begin, s.end - s.begin); }

  // The words from token i on that one line `width` ems wide may hold: a single blank parts them, or the
  // photographer's name stands at the line's end.
  Line line_at(size_t r, size_t i, double width) const {
    const GridRow& row = rows_[r];
    Line line{r, i, i + 1, row.tokens[i]};
    while (line.end < row.tokens.size() && !row.tokens[line.end].parted) {
      GridToken more = line.all;
      add_token(more, row.tokens[line.end]);
      const bool credit = words(row.tokens[line.end].span).ends_with("摄");
      if (more.width > width + kLonger || (gap_before(row, line.end) > 1 && !credit)) break;
      line.all = more;
      ++line.end;
    }
    return line;
  }

  std::vector<Line> block_from(size_t r, size_t i) const {
    std::vector<Line> lines{{r, i, i + 1, rows_[r].tokens[i]}};
    while (lines.size() < kMostLines) {
      const std::optional<Line> next = line_below(lines.front(), lines.back());
      if (!next) break;
      // A head may stand above the text, but it hardly is as wide to a letter.
      if (lines.size() == 1 && !has_clause(words(lines[0].all.span)) &&
          std::abs(next->all.width - lines[0].all.width) > kSameWidth &&
          join_score_(words(lines[0].all.span), words(next->all.span)) < kPlainly)
        break;
      lines.push_back(*next);
      if (next->all.width < lines[0].all.width - kShort) break;
    }
    return lines;
  }

  // The next row in which something stands below the line must begin there, too, and go on from it.
  std::optional<Line> line_below(const Line& first, const Line& last) const {
    for (size_t r = last.row + 1; r < std::min(rows_.size(), last.row + 1 + kMostRows); ++r) {
      const std::vector<GridToken>& tokens = rows_[r].tokens;
      const auto below = std::find_if(tokens.begin(), tokens.end(), [&](const GridToken& token) {
        return token.x + kSlip >= first.all.x && token.x < first.all.x + first.all.cells;
      });
      if (below == tokens.end()) continue;
      if (std::abs(below->x - first.all.x) > kSlip) return std::nullopt;
      const Line line = line_at(r, static_cast<size_t>(below - tokens.begin()), first.all.width);
      const bool whole = line.all.width >= first.all.width - kShort;
      const double over = join_score_(words(last.all.span), words(line.all.span));
      if (over < (whole ? kGoesOn : kLastGoesOn) && !ends_picture(words(line.all.span))) return std::nullopt;
      return line;
    }
    return std::nullopt;
  }

  static bool ends_picture(std::string_view s) {
    if (s.ends_with("拍摄")) return false;  // no name stands before it
    return s.ends_with("摄") || s.ends_with("摄）") || s.ends_with("摄)");
  }

  bool shows_picture(const std::vector<Line>& lines) const {
    if (ends_picture(words(lines.back().all.span))) return true;
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
      const std::string_view s = words(line.all.span);
      return s.find("图为") != std::string_view::npos || s.find("图①") != std::string_view::npos;
    });
  }

  std::vector<GridRow>& rows_;
  std::string_view text_;
  double measure_;
  const JoinScore& join_score_;
};

}  // namespace

std::vector<WideBlock> take_wide_blocks(std::vector<GridRow>& rows, std::string_view text, double measure,
                                        const JoinScore& join_score) {
  if (!join_score) return {};
  return Search(rows, text, measure, join_score).run();
}

}  // namespace broadsheet
