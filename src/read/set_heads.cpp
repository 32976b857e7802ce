#include "read/set_heads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "read/go_on.h"
#include "read/measure.h"
#include "read/seam.h"

namespace broadsheet {
namespace {

constexpr size_t kMostLines = 4;  // of a head
constexpr double kGoesOn = 1.5;   // nats from which words go on plainly
constexpr double kWide = 2;       // ems by which a line must pass its measure to be no line of a column

class Blocks {
 public:
  Blocks(const Source& source, const std::vector<SourceLine>& lines) : text_(source.text), lines_(lines) {
    std::vector<Span> words;
    std::array<int, 4> gaps{};
    int gap = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
      words.push_back(lines[i].words);
      if (lines[i].blank()) {
        ++gap;
        continue;
      }
      printed_.push_back({i, gap});
      ++gaps[static_cast<size_t>(std::min(gap, 3))];
      gap = 0;
    }
    measure_ = common_width(text_, words);
    usual_ = static_cast<int>(std::max_element(gaps.begin(), gaps.end()) - gaps.begin());
    for (size_t i = 0; i < printed_.size(); ++i) {
      if (i == 0 || printed_[i].gap > usual_) blocks_.push_back({i, i});
      blocks_.back().end = i + 1;
    }
  }

  // The order of the lines, heads set back; empty where none is out of place.
  std::vector<size_t> order() {
    if (usual_ > 0) return {};  // a tool that sets every line apart sorts no blocks
    part_heads();
    bool moved = false;
    std::vector<size_t> places(blocks_.size());
    for (size_t b = 0; b < places.size(); ++b) places[b] = b;
    for (size_t b = 1; b + 1 < blocks_.size(); ++b) {
      if (!is_between(b)) continue;
      size_t top = b - 1;
      while (top > 0 && goes_over(top - 1, top)) --top;
      if (begins_in_sentence(top)) continue;
      const auto from = std::find(places.begin(), places.end(), top);
      const auto to = std::find(places.begin(), places.end(), b);
      if (from >= to) continue;
      std::rotate(from, to, to + 1);
      moved = true;
    }
    std::vector<size_t> out;
    if (!moved) return out;
    for (size_t b : places) {
      for (size_t i = blocks_[b].begin; i < blocks_[b].end; ++i) {
        for (int k = 0; k < printed_[i].gap; ++k) out.push_back(lines_.size());
        if (i == blocks_[b].begin && b > 0 && printed_[i].gap == 0) out.push_back(lines_.size());
        out.push_back(printed_[i].line);
      }
    }
    return out;
  }

 private:
  struct Line {
    size_t line;
    int gap;  // blank lines before it
  };
  struct Block {
    size_t begin;  // in printed_
    size_t end;
  };

  std::string_view words(size_t printed) const {
    const Span& s = lines_[printed_[printed].line].words;
    return std::string_view(text_).substr(s.begin, s.end - s.begin);
  }
  std::string_view first(size_t block) const { return words(blocks_[block].begin); }
  std::string_view last(size_t block) const { return words(blocks_[block].end - 1); }

  bool is_open(std::string_view line) const {
    return std::abs(width_of(line) - measure_) <= 3.1 && !ends_sentence(line);
  }
  bool goes_over(size_t left, size_t right) const {
    return is_open(last(left)) && goes_on(last(left), first(right)) > kGoesOn;
  }

  // A column whose beginning is somewhere else: no head is to be set over it.
  bool begins_in_sentence(size_t block) const {
    const std::string_view line = first(block);
    if (line.starts_with("本报") || line.find("记者") != std::string_view::npos) return false;
    return blocks_[block].end - blocks_[block].begin > kMostLines &&
           std::abs(width_of(line) - measure_) <= 1.1;
  }

  // May the lines [from, to) be a head, and do the words before them go on behind them?
  bool parts(size_t from, size_t to) const {
    double width = 0;
    bool wide = false;
    bool lined = false;  // as wide as a line of a column
    bool comma = false;
    for (size_t i = from; i < to; ++i) {
      const std::string_view line = words(i);
      if (ends_sentence(line) && !line.ends_with("）")) return false;
      if (line.ends_with("，") || line.ends_with("、") || line.find("。") != std::string_view::npos)
        return false;
      if (line.find("记者") != std::string_view::npos) return false;
      const double own = width_of(line);
      lined = lined || (own <= measure_ + kWide && own >= measure_ - 3.1);
      comma = comma || (own <= measure_ + 2 * kWide && line.find("，") != std::string_view::npos);
      wide = wide || own > measure_ + kWide;
      width += own;
    }
    const std::string_view before = words(from - 1);
    const std::string_view after = words(to);
    if (comma || (lined && !wide)) return false;
    if (width < 6 || words(to - 1).ends_with("摄") || !is_open(before)) return false;
    if (std::abs(width_of(after) - measure_) > 2.1 && !ends_sentence(after)) return false;
    const double over = goes_on(before, after);
    const double stays = std::max(goes_on(before, words(from)), goes_on(words(to - 1), after));
    return wide ? over >= 0 && over >= stays : over > kGoesOn && over > stays + 1;
  }

  bool is_between(size_t b) const {
    const Block& block = blocks_[b];
    return block.end - block.begin <= kMostLines && parts(block.begin, block.end);
  }

  // A head may stand at once over the column in which the words go on.
  void part_heads() {
    std::vector<Block> out;
    for (const Block& block : blocks_) {
      out.push_back(block);
      for (size_t k = 1; k < kMostLines && block.begin > 0 && block.begin + k < block.end; ++k) {
        if (!parts(block.begin, block.begin + k)) continue;
        out.back().end = block.begin + k;
        out.push_back({block.begin + k, block.end});
        break;
      }
    }
    blocks_ = std::move(out);
  }

  const std::string& text_;
  const std::vector<SourceLine>& lines_;
  std::vector<Line> printed_;
  std::vector<Block> blocks_;
  double measure_ = 0;
  int usual_ = 0;  // blank lines between the lines of a column
};

}  // namespace

std::vector<SourceLine> heads_above(const Source& source, std::vector<SourceLine> lines) {
  if (is_spaced(source.text)) return lines;
  const std::vector<size_t> order = Blocks(source, lines).order();
  if (order.empty()) return lines;
  std::vector<SourceLine> out;
  out.reserve(order.size());
  for (size_t i : order) out.push_back(i < lines.size() ? lines[i] : SourceLine{});
  return out;
}

}  // namespace broadsheet
