#include "read/run_on_lines.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "read/go_on.h"
#include "read/measure.h"
#include "read/seam.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr size_t kAround = 10;   // lines on each side that say how wide a line is
constexpr int kFewest = 3;       // of them as wide as each other
constexpr int kMostCells = 100;  // wider lines are paragraphs
constexpr int kOver = 3;         // cells by which a line is too wide
constexpr int kIndent = 4;       // cells by which a first line is set in
// What speaks for a cut:
constexpr double kStop = 3;         // a sentence ends there
constexpr double kFullLeft = 1.5;   // what is before it is a full line
constexpr double kFullRight = 1.5;  // what is behind it is one, or a first line
constexpr double kOpens = 2.5;      // what is behind it begins a story
constexpr double kWords = .5;       // for each nat by which the words do not go on
constexpr double kLeast = 3;
constexpr int kSure = 2;  // sure cuts from which the page is taken to have them

class Cutter {
 public:
  Cutter(const Source& source, const std::vector<SourceLine>& lines) : text_(source.text), lines_(lines) {}

  std::vector<SourceLine> run() {
    std::vector<SourceLine> out;
    out.reserve(lines_.size());
    int above = 0;  // cells of the line before
    for (size_t i = 0; i < lines_.size(); ++i) {
      SourceLine rest = lines_[i];
      if (!rest.blank() && rest.cells <= 2 * kMostCells) {
        // Among lines of their own widths it sticks out.
        const bool sticks_out = rest.cells > std::max(above, below(i)) + kOver;
        above = rest.cells;
        const int before = sticks_out ? measure(i, -1) : 0;
        const int behind = sticks_out ? measure(i, +1) : 0;
        while (!rest.blank()) {
          const bool wide = std::max(before, behind) > 0 && rest.cells > std::max(before, behind) + kOver;
          const uint32_t at = wide ? cut(rest, before, behind) : report_in(rest);
          if (at == 0) break;
          out.push_back(part(rest.words.begin, at));
          out.emplace_back();
          rest = part(at, rest.words.end);
        }
      }
      out.push_back(rest);
    }
    return sure_ >= kSure && sure_ * 2 >= cuts_ ? out : lines_;
  }

 private:
  SourceLine part(uint32_t begin, uint32_t end) const {
    const auto byte_at = [&](uint32_t i) { return text_[i]; };
    const auto blank = [&](uint32_t i) { return byte_at(i) == ' ' || byte_at(i) == '\t'; };
    constexpr std::string_view kWide = "\xE3\x80\x80";
    while (begin < end && (blank(begin) || text_.substr(begin, 3) == kWide)) begin += blank(begin) ? 1 : 3;
    while (end > begin && (blank(end - 1) || (end - begin >= 3 && text_.substr(end - 3, 3) == kWide)))
      end -= blank(end - 1) ? 1 : 3;
    return line_at(text_, {begin, end});
  }

  // Cells of the next line that is not blank.
  int below(size_t i) const {
    for (size_t k = i + 1; k < lines_.size() && k <= i + kAround; ++k) {
      if (!lines_[k].blank()) return lines_[k].cells;
    }
    return 0;
  }

  // The width that most of the lines on one side have; 0 where they have none.
  int measure(size_t i, int step) const {
    std::array<int, kMostCells + 3> widths{};
    int seen = 0;
    for (auto k = static_cast<std::ptrdiff_t>(i) + step;
         k >= 0 && k < static_cast<std::ptrdiff_t>(lines_.size()) && seen < static_cast<int>(kAround);
         k += step) {
      const SourceLine& line = lines_[static_cast<size_t>(k)];
      if (line.blank()) continue;
      ++seen;
      if (line.cells <= kMostCells) ++widths[static_cast<size_t>(line.cells)];
    }
    int best = 0;
    int most = 0;
    for (size_t w = 12; w <= kMostCells; ++w) {
      const int here = widths[w - 1] + widths[w] + widths[w + 1];
      if (here < kFewest || here < most) continue;
      most = here;
      best = static_cast<int>(w);
    }
    return best;
  }

  // Where a report begins right behind a sentence: nowhere else does one stand in the middle of a line.
  uint32_t report_in(const SourceLine& line) {
    static constexpr std::string_view kReport = "本报讯";
    const std::string_view words = text_.substr(0, line.words.end);
    const size_t at = words.find(kReport, line.words.begin + 1);
    if (at == std::string_view::npos || words[at - 1] == ' ' ||
        !ends_sentence(words.substr(line.words.begin, at - line.words.begin)))
      return 0;
    ++cuts_;
    sure_ += kSure;
    return static_cast<uint32_t>(at);
  }

  // Where the line's first part ends; 0 where nothing speaks for a cut.
  uint32_t cut(const SourceLine& line, int before, int behind) {
    const std::string_view words = text_.substr(0, line.words.end);
    double best = kLeast;
    uint32_t where = 0;
    int left = 0;
    char32_t last = 0;
    for (size_t i = line.words.begin; i < line.words.end;) {
      const size_t at = i;
      const char32_t c = next_code_point(words, i);
      if (at > line.words.begin && left <= before + 2) {
        const int right = line.cells - left;
        double score = 0;
        const std::string_view tail = words.substr(at);
        const std::string_view head = words.substr(line.words.begin, at - line.words.begin);
        const bool stop = (last == U'。' || last == U'！' || last == U'？' || last == U'”' || last == U'）' ||
                           last == ')') &&
                          ends_sentence(head);
        if (stop) score += kStop;
        if (std::abs(left - before) <= 2) score += kFullLeft;
        if (std::abs(right - behind) <= 2 || std::abs(right + kIndent - behind) <= 1) score += kFullRight;
        if (right <= behind + 2 && score > 0) {
          if (begins_report(tail)) score += kOpens;
          score -= kWords * goes_on(head, tail);
          if (score > best) {
            best = score;
            where = static_cast<uint32_t>(at);
          }
        }
      }
      left += cells_of(c);
      if (!is_space(c)) last = c;
    }
    if (where > 0) {
      ++cuts_;
      const std::string_view head = words.substr(line.words.begin, where - line.words.begin);
      const std::string_view tail = words.substr(where);
      sure_ += ends_sentence(head) && tail.front() != ' ' ? 1 + begins_report(tail) : 0;
    }
    return where;
  }

  std::string_view text_;
  const std::vector<SourceLine>& lines_;
  int cuts_ = 0;
  int sure_ = 0;  // of them behind a sentence's end, twice where a report begins, too
};

}  // namespace

std::vector<SourceLine> parted_lines(const Source& source, const std::vector<SourceLine>& lines) {
  if (is_spaced(source.text)) return lines;
  return Cutter(source, lines).run();
}

}  // namespace broadsheet
