#include "read/halved_heads.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "read/line_names.h"
#include "read/measure.h"
#include "read/seam.h"

namespace broadsheet {
namespace {

constexpr int kLeastGap = 3;  // cells between the halves: of less the cut itself makes one line
constexpr int kMostGap = 20;
constexpr double kLeast = 4;   // ems of each half
constexpr double kMost = 10;   // the same
constexpr double kUneven = 3;  // ems by which one may be longer
constexpr size_t kAround = 2;  // rows in which other lines of two heads side by side would stand
constexpr size_t kBelow = 4;   // and in which the story of a second head would begin

class Halves {
 public:
  Halves(std::vector<GridRow>& rows, std::string_view text, const std::vector<int>& bases)
      : rows_(rows), text_(text), bases_(bases) {}

  void run() {
    for (size_t r = 0; r < rows_.size(); ++r) {
      std::vector<GridToken>& row = rows_[r].tokens;
      if (row.size() != 2 || rows_[r].lost_block || row[1].parted || !are_halves(r)) continue;
      add_token(row[0], row[1]);
      row.pop_back();
    }
  }

 private:
  std::string_view words(const GridToken& token) const {
    return text_.substr(token.span.begin, token.span.end - token.span.begin);
  }

  bool begins_column(int x) const {
    return std::any_of(bases_.begin(), bases_.end(), [&](int base) { return std::abs(x - base) <= 1; });
  }

  bool are_halves(size_t r) const {
    const GridRow& row = rows_[r];
    const GridToken& left = row.tokens[0];
    const GridToken& right = row.tokens[1];
    const int gap = gap_before(row, 1);
    if (gap < kLeastGap || gap > kMostGap || begins_column(left.x) || begins_column(right.x)) return false;
    std::string_view first = words(left);
    std::string_view second = words(right);
    if (second.ends_with("）")) second = second.substr(0, second.find("（"));  // the name of a series
    for (std::string_view half : {first, second}) {
      const double width = width_of(half);
      if (width < kLeast || width > kMost || ends_sentence(half) || is_marked(half) ||
          half.starts_with("图片"))
        return false;
      for (std::string_view mark : {"，", "。", "；", "：", ":", "、", "—", "摄", "记者", "（", "）"}) {
        if (half.find(mark) != std::string_view::npos) return false;
      }
    }
    return std::abs(width_of(first) - width_of(second)) <= kUneven && !has_lines_around(r) &&
           !has_story_below(r);
  }

  // A row nearby has words at both cells, too.
  bool has_lines_around(size_t r) const {
    const std::vector<GridToken>& own = rows_[r].tokens;
    for (size_t k = r - std::min(r, kAround); k <= std::min(rows_.size() - 1, r + kAround); ++k) {
      if (k == r) continue;
      const std::vector<GridToken>& row = rows_[k].tokens;
      for (size_t i = 1; i < row.size(); ++i) {
        if (row[i - 1].x == own[0].x && row[i].x == own[1].x) return true;
      }
    }
    return false;
  }

  // A report, or the names of its writers, begins below the right half.
  bool has_story_below(size_t r) const {
    const GridToken& left = rows_[r].tokens[0];
    for (size_t k = r + 1; k < std::min(rows_.size(), r + 1 + kBelow); ++k) {
      for (const GridToken& token : rows_[k].tokens) {
        const std::string_view s = words(token);
        if (token.x > left.x + left.cells && (begins_report(s) || is_marked(s) || s.starts_with("记者")))
          return true;
      }
    }
    return false;
  }

  std::vector<GridRow>& rows_;
  std::string_view text_;
  const std::vector<int>& bases_;
};

}  // namespace

void join_halves(std::vector<GridRow>& rows, std::string_view text, const std::vector<int>& bases) {
  Halves(rows, text, bases).run();
}

}  // namespace broadsheet
