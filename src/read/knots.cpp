#include "read/knots.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "read/ablation.h"
#include "read/line_names.h"
#include "read/measure.h"
#include "read/seam.h"
#include "read/strands.h"

namespace broadsheet {
namespace {

constexpr size_t kMostLines = 24;  // of a knot
constexpr size_t kMostWords = 5;   // of one line: heads that stand level
constexpr size_t kListRows = 6;
constexpr double kSlack = 1.1;  // ems by which lines of one head may differ
constexpr double kGoesOn = 1;   // nats from which a full line is text

class Knots {
 public:
  Knots(const Source& source, std::vector<SourceLine> lines)
      : text_(source.text), lines_(std::move(lines)), join_(goes_on) {
    std::vector<Span> words;
    words.reserve(lines_.size());
    for (const SourceLine& line : lines_) words.push_back(line.words);
    measure_ = common_width(text_, words);
  }

  std::vector<SourceLine> run() {
    std::vector<SourceLine> out;
    for (size_t i = 0; i < lines_.size();) {
      size_t end = i;  // behind the last line of the run
      size_t count = 0;
      for (size_t k = i; k < lines_.size() && count < kMostLines; ++k) {
        if (lines_[k].blank() || !is_loose(k)) break;
        ++count;
        end = k + 1;
        // A line and the names below it are a head by themselves.
        if (count == 2 && names_reporters(words(k)) && !is_byline_start(words(i))) break;
      }
      if (count >= 2 && part(i, end, out)) {
        i = end;
        continue;
      }
      if (count >= 1 && part_behind_tag(i, end, out)) {
        i = end;
        continue;
      }
      if (end == i) end = i + 1;
      out.insert(out.end(), lines_.begin() + static_cast<long>(i), lines_.begin() + static_cast<long>(end));
      i = end;
    }
    return out;
  }

 private:
  std::string_view words(const Span& s) const {
    return std::string_view(text_).substr(s.begin, s.end - s.begin);
  }
  std::string_view words(size_t line) const { return words(lines_[line].words); }
  bool is_full(std::string_view line) const {
    const double width = width_of(line);
    return width >= measure_ - 2.1 && width <= measure_ + 1.1;
  }

  // Neither text nor the beginning of any, nor what stands at a page's edge.
  bool is_loose(size_t i) const {
    const std::string_view line = words(i);
    if (line.size() > 160 || lines_[i].upright > 0) return false;
    for (std::string_view mark : {"，", "。", "；", "：0", "星期", "责任编辑", "美编", "电话", "@"}) {
      if (line.find(mark) != std::string_view::npos) return false;
    }
    for (std::string_view start : {"本报讯", "新华社", "据新华社", "核心阅读"}) {
      if (line.starts_with(start)) return false;
    }
    if (line.starts_with("（") || line.starts_with("(") || line.ends_with("电）") || line.ends_with("摄") ||
        line.ends_with("版") || line.ends_with("、"))
      return false;
    if (std::all_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    if (is_byline_start(line)) return true;
    // A full line beside another that goes on with it is text.
    const bool set_in = std::abs(width_of(line) + 2 - measure_) <= 1.1;
    if (!is_full(line) && !set_in) return true;
    // So are the first words below a line of names.
    if (i > 0 && !lines_[i - 1].blank() && is_byline_start(words(i - 1))) return false;
    const bool before = !set_in && i > 0 && !lines_[i - 1].blank() && is_full(words(i - 1)) &&
                        join_(words(i - 1), line) > kGoesOn;
    const bool after = i + 1 < lines_.size() && !lines_[i + 1].blank() &&
                       (is_full(words(i + 1)) || ends_sentence(words(i + 1))) &&
                       join_(line, words(i + 1)) > kGoesOn;
    return !before && !after;
  }

  static bool is_figure(std::string_view word) {
    return word.find_first_not_of("0123456789.,%+-/:") == std::string_view::npos;
  }

  std::vector<StrandWord> row_of(size_t i) const {
    std::vector<StrandWord> row;
    const std::string_view line = words(i);
    for (size_t at = 0; at < line.size();) {
      const size_t blank = std::min(line.find(' ', at), line.size());
      if (blank > at) {
        StrandWord word;
        word.span = {lines_[i].words.begin + static_cast<uint32_t>(at),
                     lines_[i].words.begin + static_cast<uint32_t>(blank)};
        word.width = width_of(words(word.span));
        word.gap = row.empty() ? kNoWordBefore : 1;
        word.next = !row.empty();
        row.push_back(word);
      }
      at = blank + 1;
    }
    return row;
  }

  // Do lines of one head stand between lines of another, or beside them?
  static bool is_mixed(const Strands& strands, const std::vector<std::vector<int>>& best) {
    std::vector<int> strand_of;  // in the order of the dump
    std::vector<std::pair<uint32_t, size_t>> places;
    for (size_t s = 0; s < best.size(); ++s) {
      for (int index : best[s])
        places.push_back({strands.segments()[static_cast<size_t>(index)].span.begin, s});
    }
    std::sort(places.begin(), places.end());
    std::vector<bool> seen(best.size(), false);
    for (size_t k = 0; k < places.size(); ++k) {
      const size_t s = places[k].second;
      if (seen[s] && places[k - 1].second != s) return true;
      seen[s] = true;
    }
    return false;
  }

  // Where a head ends in the name of its series, in brackets, and words stand level with it, they are of the
  // head beside it: "…（纵横） …". Lines below that are no wider are its.
  bool part_behind_tag(size_t from, size_t to, std::vector<SourceLine>& out) const {
    bool tagged = false;
    for (size_t i = from; i < to; ++i) tagged = tagged || end_of_tag(words(i)) != std::string_view::npos;
    if (!tagged) return false;
    double room = 0;  // as wide as the head beside may be
    for (size_t i = from; i < to; ++i) {
      const std::string_view line = words(i);
      const size_t tag = end_of_tag(line);
      if (tag == std::string_view::npos) {
        out.push_back(lines_[i]);
        out.back().follows = out.back().follows || (room > 0 && width_of(line) <= room + kSlack);
        if (!out.back().follows) {
          if (room > 0) out.insert(out.end() - 1, 2, SourceLine{});
          room = 0;
        }
        continue;
      }
      const Span whole = lines_[i].words;
      const size_t next = line.find_first_not_of(' ', tag);
      out.push_back(line_at(text_, {whole.begin, whole.begin + static_cast<uint32_t>(tag)}));
      out.resize(out.size() + 2);
      out.push_back(line_at(text_, {whole.begin + static_cast<uint32_t>(next), whole.end}));
      room = width_of(line.substr(next));
    }
    return true;
  }

  // Behind the bracket that closes such a name in the midst of a line.
  static size_t end_of_tag(std::string_view line) {
    constexpr size_t kLongestTag = 40;  // bytes
    constexpr std::string_view kOpen = "（";
    constexpr std::string_view kClose = "） ";
    const size_t close = line.find(kClose);
    if (close == std::string_view::npos) return close;
    const size_t open = line.rfind(kOpen, close);
    if (open == std::string_view::npos || open == 0 || close - open > kLongestTag)
      return std::string_view::npos;
    const std::string_view tag = line.substr(open, close - open);
    if (tag.find("记者") != std::string_view::npos || tag.find(' ') != std::string_view::npos)
      return std::string_view::npos;
    const size_t behind = close + kClose.size() - 1;
    const std::string_view rest = line.substr(line.find_first_not_of(' ', behind));
    // "…摄（影像中国） （傅霞）" is a credit and who wrote.
    if (line.substr(0, open).ends_with("摄") || rest.starts_with("（") || rest.starts_with("("))
      return std::string_view::npos;
    return behind;
  }

  // The words of the page, counted when they are first asked for: few pages have knots.
  const PageWords& page_words() {
    if (!page_words_) page_words_.emplace(text_);
    return *page_words_;
  }

  bool part(size_t from, size_t to, std::vector<SourceLine>& out) {
    std::vector<std::vector<StrandWord>> rows;
    size_t figures = 0;
    std::array<size_t, kMostWords + 1> of_words{};  // rows, by how many words they have
    for (size_t i = from; i < to; ++i) {
      rows.push_back(row_of(i));
      const std::vector<StrandWord>& row = rows.back();
      if (row.size() > kMostWords) return false;
      ++of_words[row.size()];
      for (const StrandWord& word : row) figures += row.size() > 1 && is_figure(words(word.span));
    }
    if (figures > 1) return false;  // a table
    // A list of names: row by row as many words.
    if (to - from >= kListRows && *std::max_element(of_words.begin() + 2, of_words.end()) + 1 >= to - from)
      return false;
    Strands strands(text_, page_words(), join_);
    for (size_t i = 0; i < rows.size(); ++i) {
      if (!strands.take_row(rows[i], static_cast<int>(i))) return false;
    }
    const std::vector<std::vector<int>> best = strands.best();
    if (best.size() < 2 || !is_mixed(strands, best)) return false;
    for (const std::vector<int>& strand : best) {
      double widest = 0;
      for (int index : strand) {
        const StrandSegment& segment = strands.segments()[static_cast<size_t>(index)];
        SourceLine line = line_at(text_, segment.span);
        // What is wider than the lines above it is no more of the same head.
        const bool title = words(segment.span) == "图片报道";
        line.follows = widest > 0 && !segment.byline && !title && segment.width <= widest + kSlack;
        if (!line.follows) out.resize(out.size() + 2);  // blanks that no first line has below it
        widest = title ? 0 : std::max(line.follows ? widest : 0, segment.width);
        out.push_back(line);
      }
    }
    out.emplace_back();
    return true;
  }

  const std::string& text_;
  std::vector<SourceLine> lines_;
  std::optional<PageWords> page_words_;
  JoinScore join_;
  double measure_ = 0;
};

}  // namespace

std::vector<SourceLine> part_knots(const Source& source, std::vector<SourceLine> lines) {
  if (without(Step::kKnots) || is_spaced(source.text)) return lines;
  return Knots(source, std::move(lines)).run();
}

}  // namespace broadsheet
