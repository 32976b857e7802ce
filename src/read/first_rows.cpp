#include "read/first_rows.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "read/ablation.h"
#include "read/line_names.h"
#include "read/measure.h"
#include "read/seam.h"
#include "text/every.h"
#include "text/seam_net.h"

namespace broadsheet {
namespace {

constexpr size_t kLeastParts = 3;
constexpr size_t kMostParts = 8;
constexpr size_t kPartsLost = 3;  // one part in so many may have no column: lists stand below heads, too
constexpr uint32_t kLongestLine = 1200;  // bytes
constexpr size_t kFewRows = 4;           // where there are more than these
constexpr size_t kLinesARow = 48;        // and one in so many lines, they are a table's
constexpr size_t kAhead = 24;  // lines behind a row, at the end before it, that say how wide its columns are
constexpr double kNarrower = 3.2;  // ems by which a full line may miss its column: set in, a mark squeezed
constexpr double kWider = 1.6;
constexpr size_t kAround = 3;    // lines each way
constexpr size_t kMostRows = 3;  // other rows among them: heads side by side have a row or two each
constexpr size_t kColumns = 40;  // begins of blocks that are looked at each way
constexpr size_t kLines = 400;   // and lines
// Nats, by the pages of ../shared; none is sharp:
constexpr double kMostPair = 6;  // what the words across one seam may say
constexpr double kAbove = .5;   // weight of what the end of the block before says: it may be another column's
constexpr double kColumn = 1;   // for every part that has a column: it must be somewhere
constexpr double kSkipped = 1;  // against a block passed over between two columns
constexpr double kBetween = -3;  // the least that a part may say for the column between two others
constexpr double kSure = 6.5;    // of one part, so that the first may have no column
constexpr double kRow = 1.5;     // what is gained for each part of a row, at least

class FirstRows {
 public:
  FirstRows(std::string_view text, const std::vector<Span>& lines, const JoinScore& join_score)
      : text_(text), lines_(lines), join_score_(join_score) {}

  std::vector<Span> run() {
    if (!join_score_ || without(Step::kFirstRows) || is_spaced(text_)) return {};
    if (!find_rows()) return {};
    above_.resize(lines_.size());
    below_.resize(lines_.size());
    std::vector<bool> taken(lines_.size(), false);
    std::vector<std::vector<Span>*> tops;  // where the parts of the row below went
    size_t last = 0;                       // that row
    // From the bottom: of two rows below one another, a part of the upper goes above one of the lower.
    for (size_t r = rows_.size(); r-- > 0;) {
      const Row& row = rows_[r];
      if (tops.empty() || !stand_together(row.line, last) || !put_on(row, tops)) {
        if (!row.alone || !put_in(row, tops)) continue;
      }
      taken[row.line] = true;
      last = row.line;
    }
    if (tops.empty()) return {};
    std::vector<Span> out;
    for (size_t i = 0; i < lines_.size(); ++i) {
      out.insert(out.end(), above_[i].begin(), above_[i].end());
      if (!taken[i]) {
        out.push_back(lines_[i]);
        continue;
      }
      for (const std::vector<Span>& part : below_[i]) {
        out.insert(out.end(), part.begin(), part.end());
        if (!part.empty()) out.emplace_back();
      }
      if (out.back().begin < out.back().end) out.emplace_back();
    }
    return out;
  }

 private:
  using Scores = std::vector<std::vector<double>>;  // of each part in each place
  struct Row {
    size_t line = 0;
    double measure = 0;  // of the columns behind it
    std::vector<Span> parts;
    bool alone = false;  // it need not stand above another
  };

  bool is_blank(size_t i) const { return lines_[i].begin >= lines_[i].end; }
  std::string_view words(Span s) const { return text_.substr(s.begin, s.end - s.begin); }
  static bool fits(double width, double measure) {
    return width >= measure - kNarrower && width <= measure + kWider;
  }

  // False where there are none that stand alone, or too many.
  bool find_rows() {
    size_t rows = 0;
    for (size_t i = 1; i < lines_.size(); ++i) {
      if (is_blank(i) || is_blank(i - 1)) continue;
      Row row = row_at(i);
      if (row.parts.size() < 2) continue;
      row.alone = row.parts.size() >= kLeastParts && is_below_head(row);
      rows += row.alone;
      rows_.push_back(std::move(row));
    }
    return rows > 0 && rows <= kFewRows + lines_.size() / kLinesARow;
  }

  // Are both in one block, and near?
  bool stand_together(size_t upper, size_t lower) const {
    if (lower - upper > kAround) return false;
    for (size_t i = upper; i < lower; ++i) {
      if (is_blank(i)) return false;
    }
    return true;
  }

  // Puts the parts of a row above those of the row below it; `tops`: where those went, and then where these
  // did.
  bool put_on(const Row& row, std::vector<std::vector<Span>*>& tops) {
    Scores score(row.parts.size(), std::vector<double>(tops.size(), 0));
    for (size_t k = 0; k < score.size(); ++k) {
      for (size_t j = 0; j < tops.size(); ++j) score[k][j] = kColumn + seam(row.parts[k], tops[j]->front());
    }
    return put(
        row, matched(row, score), [&](int j) { return tops[static_cast<size_t>(j)]; }, tops);
  }

  // Puts them above their columns.
  bool put_in(const Row& row, std::vector<std::vector<Span>*>& tops) {
    const std::vector<size_t> starts = starts_around(row);
    Scores score(row.parts.size(), std::vector<double>(starts.size(), 0));
    for (size_t k = 0; k < score.size(); ++k) {
      for (size_t j = 0; j < starts.size(); ++j) score[k][j] = kColumn + gain(row, row.parts[k], starts[j]);
    }
    std::vector<int> at = matched(row, score);
    size_t apart = static_cast<size_t>(std::count(at.begin(), at.end(), -1));
    // The first part's column may begin right behind the row, in lines too short to be known as a column's:
    // beside a picture, or another head.
    bool is_sure = false;
    for (size_t k = 1; k < at.size(); ++k)
      is_sure = is_sure || (at[k] >= 0 && score[k][static_cast<size_t>(at[k])] >= kSure);
    if (at[0] < 0 && is_sure) --apart;
    if (kPartsLost * apart > at.size()) return false;
    // The first part stays below the head where its column does not follow.
    if (at[0] >= 0 && starts[static_cast<size_t>(at[0])] < row.line) at[0] = -1;
    return put(
        row, at, [&](int j) { return &above_[starts[static_cast<size_t>(j)]]; }, tops);
  }

  template <typename Place>
  bool put(const Row& row, const std::vector<int>& at, const Place& place,
           std::vector<std::vector<Span>*>& tops) {
    if (std::count(at.begin(), at.end(), -1) == static_cast<std::ptrdiff_t>(at.size())) return false;
    std::vector<std::vector<Span>>& below = below_[row.line];
    below.resize(at.size());
    std::vector<std::vector<Span>*> now;
    for (size_t k = 0; k < at.size(); ++k) {
      std::vector<Span>* where = at[k] < 0 ? &below[k] : place(at[k]);
      where->insert(where->begin(), row.parts[k]);
      now.push_back(where);
    }
    tops = std::move(now);
    return true;
  }

  // The line cut at its blanks into parts as wide as the columns behind it, the last of which may be shorter;
  // no parts where that cannot be.
  Row row_at(size_t i) const {
    const Span line = lines_[i];
    if (line.end - line.begin > kLongestLine || words(line).find(' ') == std::string_view::npos ||
        names_reporters(words(line)))
      return {};
    const size_t near = lines_.size() - i > kAhead / 2 ? i + 1 : i - std::min(i, kAhead);
    const std::vector<Span> behind(
        lines_.begin() + static_cast<std::ptrdiff_t>(near),
        lines_.begin() + static_cast<std::ptrdiff_t>(std::min(lines_.size(), near + kAhead)));
    Row row{i, common_width(text_, behind), {}, false};
    for (uint32_t from = line.begin; from < line.end;) {
      const uint32_t cut = cut_of(from, line.end, row.measure);
      if (cut == from || row.parts.size() == kMostParts) return {};
      row.parts.push_back({from, cut});
      from = cut;
      while (from < line.end && text_[from] == ' ') ++from;
    }
    return row;
  }

  // Where the widest part ends that a column holds; `from` where there is none.
  uint32_t cut_of(uint32_t from, uint32_t end, double measure) const {
    uint32_t cut = from;
    double width = 0;
    for (size_t at = from; at < end && width <= measure + kWider;) {
      const auto before = static_cast<uint32_t>(at);
      const char32_t c = every_code_point(text_, at);
      if (c == ' ' && fits(width, measure)) cut = before;
      width += em_of(c);
      if (at >= end && width <= measure + kWider) cut = end;
    }
    return cut;
  }

  // What stands in running text, or with many others like it, is untangle.h's.
  bool is_below_head(const Row& row) const {
    const auto is_running = [&](size_t k) { return fits(width_of(words(lines_[k])), row.measure); };
    const auto is_row = [&](size_t k) {
      return words(lines_[k]).find(' ') != std::string_view::npos &&
             width_of(words(lines_[k])) > row.measure + 2;
    };
    const size_t i = row.line;
    size_t rows = 0;
    for (size_t k = i; k-- > 0 && i - k <= kAround && !is_blank(k);) rows += is_row(k);
    for (size_t k = i + 1; k < lines_.size() && k - i <= kAround && !is_blank(k); ++k) rows += is_row(k);
    if (rows > (row.parts.size() > kLeastParts ? kMostRows : 0)) return false;
    return i < 2 || is_blank(i - 2) || !is_running(i - 1) || !is_running(i - 2);
  }

  // The lines around that begin a block of a column, and the one right behind the row.
  std::vector<size_t> starts_around(const Row& row) const {
    const size_t i = row.line;
    std::vector<size_t> starts;
    const auto begins = [&](size_t k) {
      if (is_blank(k) || (k > 0 && !is_blank(k - 1) && k != i + 1)) return false;
      const double width = width_of(words(lines_[k]));
      return fits(width, row.measure) || (width < row.measure && ends_sentence(words(lines_[k])));
    };
    for (size_t k = i; k-- > 0 && i - k < kLines && starts.size() < kColumns;) {
      if (begins(k)) starts.push_back(k);
    }
    std::reverse(starts.begin(), starts.end());
    const size_t before = starts.size();
    for (size_t k = i + 1; k < lines_.size() && k - i < kLines && starts.size() - before < kColumns; ++k) {
      if (begins(k)) starts.push_back(k);
    }
    return starts;
  }

  // For each part the place that it goes to, in the order of both; -1 where there is none, and for all where
  // the row is one line after all.
  std::vector<int> matched(const Row& row, const Scores& score) const {
    const size_t n = score.size();
    const size_t m = score[0].size();
    std::vector<int> at(n, -1);
    // best[k][j]: of the first k parts over the first j places.
    Scores best(n + 1, std::vector<double>(m + 1, 0));
    for (size_t k = 0; k < n; ++k) {
      for (size_t j = 1; j <= m; ++j)
        best[k + 1][j] =
            std::max({best[k][j], best[k + 1][j - 1] - kSkipped, best[k][j - 1] + score[k][j - 1]});
    }
    auto j = static_cast<size_t>(std::max_element(best[n].begin(), best[n].end()) - best[n].begin());
    double as_printed = 0;
    for (size_t k = 0; k + 1 < n; ++k) as_printed += std::max(0.0, seam(row.parts[k], row.parts[k + 1]));
    const double won = best[n][j] - as_printed;
    for (size_t k = n; k > 0;) {
      if (best[k][j] == best[k - 1][j]) {
        --k;
      } else if (best[k][j] == best[k][j - 1] - kSkipped) {
        --j;
      } else {
        at[--k] = static_cast<int>(--j);
      }
    }
    if (won < kRow * static_cast<double>(std::count_if(
                         at.begin(), at.end(), [](int a) { return a >= 0; })))
      return std::vector<int>(n, -1);
    // Between two that were found stands that of the part between.
    auto next = static_cast<int>(m);
    std::vector<int> limit(n);
    for (size_t k = n; k-- > 0; next = at[k] >= 0 ? at[k] : next) limit[k] = next;
    for (size_t k = 1; k < n; ++k) {
      const int below = at[k - 1] + 1;
      if (at[k] < 0 && below > 0 && below < limit[k] && score[k][static_cast<size_t>(below)] > kBetween)
        at[k] = below;
    }
    return at;
  }

  // The line with which the block at `start` begins by now.
  Span top_of(size_t start) const { return above_[start].empty() ? lines_[start] : above_[start].front(); }

  // How much better a block, and the one before it, go on with the part between them.
  double gain(const Row& row, Span part, size_t start) const {
    double out = seam(part, top_of(start));
    size_t end = start;
    while (end > 0 && is_blank(end - 1)) --end;
    if (end > 0 && end < start && end - 1 != row.line)
      out += kAbove * (seam(lines_[end - 1], part) - seam(lines_[end - 1], top_of(start)));
    return out;
  }

  // What the words say of one line behind another, in nats; nothing behind the end of a sentence.
  double seam(Span left, Span right) const {
    const SeamNet& net = SeamNet::chinese();
    auto [a, fresh_a] = lefts_.try_emplace(key_of(left));
    if (fresh_a && !ends_sentence(words(left))) a->second = net.left_of(letters_of(words(left)));
    if (!a->second) return 0;
    double score = join_score_(words(left), words(right));
    if (!without(Step::kSeamNet)) {
      auto [b, fresh_b] = rights_.try_emplace(key_of(right));
      if (fresh_b) b->second = net.right_of(letters_of(words(right)));
      score += net.continuation(*a->second, b->second);
    }
    return std::clamp(score, -kMostPair, kMostPair);
  }

  static uint64_t key_of(Span span) { return uint64_t{span.begin} << 32 | span.end; }

  std::string_view text_;
  const std::vector<Span>& lines_;
  const JoinScore& join_score_;
  std::vector<Row> rows_;
  // What the net sees of a line or a part, by its span; no left side behind a sentence's end.
  mutable std::unordered_map<uint64_t, std::optional<SeamNet::Side>> lefts_;
  mutable std::unordered_map<uint64_t, SeamNet::Side> rights_;
  std::vector<std::vector<Span>> above_;               // parts that go above a line
  std::vector<std::vector<std::vector<Span>>> below_;  // those that stay where a row stands, part by part
};

}  // namespace

std::vector<Span> taken_off_rows(std::string_view text, const std::vector<Span>& lines,
                                 const JoinScore& join_score) {
  return FirstRows(text, lines, join_score).run();
}

}  // namespace broadsheet
