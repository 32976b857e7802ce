#include "read/by_turns.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "read/ablation.h"
#include "read/measure.h"
#include "read/seam.h"
#include "text/seam_net.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kBeam = 64;
constexpr size_t kMostColumns = 9;
constexpr size_t kMostLines = 3;    // of one block of a column
constexpr size_t kLeastBlocks = 8;  // of a stretch
// Of one that is searched in one go, far more than a page has: the way to each state is kept until the end.
constexpr size_t kMostBlocks = 4096;
constexpr size_t kBare = 30;  // lines for each blank one, from which on none parts blocks: each line is one
constexpr size_t kFarthest = 8;   // blocks on, where a line is looked for that goes on
constexpr size_t kAround = 8;     // blocks each side that say whether lines stand by turns
constexpr size_t kLeastOpen = 5;  // full and open lines among them
// Nats, fitted to pages set as tests/pages/press sets them:
constexpr double kGain = 0;         // from which a stretch is tried
constexpr double kGainFound = 1.6;  // by which it is to be, of the columns that were found
constexpr double kMostNgrams = 4;   // what the n-grams may say there
constexpr double kOfPair = 1.9;     // weight of the words across the seam
constexpr double kMostPair = 6;     // what they may say
constexpr double kOpen = 1;         // for a full line left open, which must go on
constexpr double kShortOpen = 1;    // against going on from a short one
constexpr double kEnded = .6;       // for going on below a paragraph's last line
constexpr double kSkipped = 2.5;    // against a column that comes before its turn, for each passed over
constexpr int kMostMissed = 3;      // turns from which a column has ended
constexpr double kFresh = 1.5;      // against a column that begins
constexpr double kFreshHead = 2;    // against a head, a byline or a caption of its own
constexpr double kTooWide = 1.3;    // for each em a line is wider than its column
constexpr double kTooNarrow = 1;    // against a line that is narrower and does not end a paragraph
constexpr double kSetInOpen = 1.5;  // against an indent in mid-sentence
constexpr double kSetInEnded = .5;  // for one behind a sentence's end
constexpr double kNoIndent = .5;    // against none there

struct Block {
  size_t from = 0;
  size_t to = 0;     // lines
  double first = 0;  // widths of its first and last line
  double last = 0;
  bool terminal = false;  // of its last line
  bool running = false;   // as wide as a column's text, rather than like a head or a byline
};

class ByTurns {
 public:
  ByTurns(std::string_view text, const std::vector<Span>& lines, const JoinScore& join_score)
      : text_(text), lines_(lines), join_score_(join_score), measure_(common_width(text, lines)) {}

  std::vector<Span> run() {
    if (!join_score_ || is_spaced(text_)) return {};
    find_blocks();
    bool found = false;
    for (size_t at = 0; at < blocks_.size();) {
      size_t end = at;
      while (end < blocks_.size() && blocks_[end].to - blocks_[end].from <= kMostLines) ++end;
      if (end - at >= kLeastBlocks && mark(at, end)) {
        for (size_t from = at; from < end;) {
          size_t to = from + 1;
          while (to < std::min(end, from + kMostBlocks) && by_turns_[to] == by_turns_[from]) ++to;
          if (by_turns_[from] && to - from >= kLeastBlocks) {
            found = search(from, to) || found;
          } else {
            for (size_t b = from; b < to; ++b) put(b, !bare_ || b + 1 == to);
          }
          from = to;
        }
      } else {
        for (size_t b = at; b < end; ++b) put(b, !bare_);
      }
      if (end < blocks_.size()) put(end++, true);
      at = end;
    }
    return found ? std::move(out_) : std::vector<Span>{};
  }

 private:
  struct Column {
    int id = 0;
    size_t block = 0;  // its last
    int missed = 0;
    double width = 0;  // of its full lines
  };
  struct State {
    double score = 0;
    std::array<Column, kMostColumns> queue{};  // the one that waited longest first
    size_t size = 0;
    int step = -1;  // in steps_
    int columns = 0;
    int last = 0;  // the column that took the last block
  };
  // How a state may go on with the next block.
  struct Way {
    double score;
    size_t state;   // in the beam
    size_t column;  // in its queue, which takes the block; behind them all: a new one
  };
  // One block put into one column; a chain of them is the way to a state.
  struct Put {
    size_t block;
    int column;
    int before;
  };

  std::string_view words(size_t line) const {
    return text_.substr(lines_[line].begin, lines_[line].end - lines_[line].begin);
  }

  void find_blocks() {
    const auto blank =
        std::count_if(lines_.begin(), lines_.end(), [](const Span& s) { return s.begin >= s.end; });
    bare_ = static_cast<size_t>(blank) * kBare < lines_.size();
    for (size_t i = 0; i < lines_.size();) {
      if (lines_[i].begin >= lines_[i].end) {
        ++i;
        continue;
      }
      Block block;
      block.from = i;
      do ++i;
      while (!bare_ && i < lines_.size() && lines_[i].begin < lines_[i].end);
      block.to = i;
      block.first = width_of(words(block.from));
      block.last = width_of(words(i - 1));
      block.terminal = ends_sentence(words(i - 1));
      block.running = block.last >= measure_ - 2.6 && block.last <= measure_ + 2.6;
      blocks_.push_back(block);
    }
    by_turns_.assign(blocks_.size(), false);
  }

  double ngrams(size_t a, size_t b) const {
    return join_score_(words(blocks_[a].to - 1), words(blocks_[b].from));
  }

  // What the words say of block `b` of the stretch under way behind block `a`.
  double pair(size_t a, size_t b) const {
    double score = ngrams(a, b);
    if (!without(Step::kSeamNet))
      score += SeamNet::chinese().continuation(left_[a - first_], right_[b - first_]);
    return std::clamp(score, -kMostPair, kMostPair);
  }

  // The same for the block that is being put, asked for by many states.
  double known_pair(size_t a, size_t b) {
    for (const auto& [block, score] : known_) {
      if (block == a) return score;
    }
    known_.emplace_back(a, pair(a, b));
    return known_.back().second;
  }

  // Which blocks of a run stand among lines by turns: around them, lines go on a few further on.
  bool mark(size_t from, size_t to) {
    std::vector<double> gain(to - from, 0);
    std::vector<size_t> open(to - from, 0);
    for (size_t b = from; b + 2 < to; ++b) {
      if (blocks_[b].terminal || !blocks_[b].running) continue;
      double best = -kMostNgrams;
      double sum = 0;
      size_t count = 0;
      for (size_t k = 2; k <= kFarthest && b + k < to; ++k) {
        const double one = std::clamp(ngrams(b, b + k), -kMostNgrams, kMostNgrams);
        best = std::max(best, one);
        sum += one;
        ++count;
      }
      open[b - from] = 1;
      // The best of many is likelier than the next by chance; half way to their mean it is not.
      gain[b - from] = .5 * (best + sum / static_cast<double>(count)) -
                       std::clamp(ngrams(b, b + 1), -kMostNgrams, kMostNgrams);
    }
    double sum = 0;
    size_t count = 0;
    size_t left = 0;
    size_t right = 0;
    bool any = false;
    for (size_t b = 0; b < gain.size(); ++b) {
      for (; right < gain.size() && right <= b + kAround; ++right) {
        sum += gain[right];
        count += open[right];
      }
      for (; left + kAround < b; ++left) {
        sum -= gain[left];
        count -= open[left];
      }
      if (count >= kLeastOpen && sum > kGain * static_cast<double>(count)) by_turns_[from + b] = any = true;
    }
    return any;
  }

  double join(const Column& column, size_t b) {
    const Block& p = blocks_[column.block];
    const Block& q = blocks_[b];
    const double over = q.first - column.width;
    const bool full = p.last >= column.width - 2.1;
    const bool set_in = over <= -1.4 && over >= -2.6;
    double score = 0;
    if (p.terminal) {
      score = (full ? .2 : kEnded) + (set_in ? kSetInEnded : full ? 0 : -kNoIndent);
    } else if (full) {
      score = kOpen + kOfPair * known_pair(column.block, b) - (set_in ? kSetInOpen : 0);
    } else {
      score = .3 * known_pair(column.block, b) - kShortOpen;
    }
    if (over > 1.1) score -= kTooWide * std::min(over, 4.0);
    if (over < -2.1 && !q.terminal) score -= kTooNarrow + (p.terminal ? 0 : .5);
    return score;
  }

  // Whether the lines of columns that were found go on better than the lines as they are printed.
  bool search(size_t from, size_t to) {
    steps_.clear();
    left_.clear();
    right_.clear();
    first_ = from;
    const SeamNet& net = SeamNet::chinese();
    std::vector<State> beam(1);
    for (size_t b = from; b < to; ++b) {
      known_.clear();
      right_.push_back(net.right_of(letters_of(words(blocks_[b].from))));
      std::vector<Way> ways;
      for (size_t n = 0; n < beam.size(); ++n) {
        const State& state = beam[n];
        double skipped = 0;
        for (size_t k = 0; k < state.size; ++k) {
          ways.push_back({state.score + (join(state.queue[k], b) - skipped), n, k});
          skipped += kSkipped;
        }
        ways.push_back({state.score - (blocks_[b].running ? kFresh : kFreshHead), n, state.size});
      }
      left_.push_back(net.left_of(letters_of(words(blocks_[b].to - 1))));
      beam = taken(beam, ways, b);
      for (State& state : beam) {
        steps_.push_back({b, state.last, state.step});
        state.step = static_cast<int>(steps_.size()) - 1;
      }
    }
    const State* best = &beam.front();
    for (const State& state : beam) {
      if (state.score > best->score) best = &state;
    }
    std::vector<std::vector<size_t>> columns(static_cast<size_t>(best->columns));
    for (int s = best->step; s >= 0; s = steps_[static_cast<size_t>(s)].before)
      columns[static_cast<size_t>(steps_[static_cast<size_t>(s)].column)].push_back(
          steps_[static_cast<size_t>(s)].block);
    double gain = 0;
    size_t open = 0;
    for (const std::vector<size_t>& column : columns) {  // bottom to top
      for (size_t n = 1; n < column.size(); ++n) {
        const size_t b = column[n];
        if (blocks_[b].terminal || !blocks_[b].running) continue;
        ++open;
        if (column[n - 1] == b + 1) continue;
        gain += pair(b, column[n - 1]) - pair(b, b + 1);
      }
    }
    const bool better = gain > kGainFound * static_cast<double>(open);
    if (!better) {
      for (size_t b = from; b < to; ++b) put(b, !bare_);
      return false;
    }
    for (const std::vector<size_t>& column : columns) {
      for (size_t n = column.size(); n-- > 0;) put(column[n], n == 0);
    }
    return true;
  }

  // Column `n` of the queue, or a new one, took a block: to the end of the queue with it. Those passed over
  // too often have ended.
  static void advance(State& state, size_t n, const Column& column) {
    size_t kept = 0;
    const bool fresh = n == state.size;
    for (size_t k = 0; k < state.size; ++k) {
      if (k == n) continue;
      Column one = state.queue[k];
      if (k < n && !fresh && ++one.missed >= kMostMissed) continue;
      state.queue[kept++] = one;
    }
    if (kept == kMostColumns) {
      for (size_t k = 0; k + 1 < kept; ++k) state.queue[k] = state.queue[k + 1];
      --kept;
    }
    state.queue[kept++] = column;
    state.size = kept;
    state.last = column.id;
  }

  // The best of `ways` on from `beam`, gone with block `b`.
  std::vector<State> taken(const std::vector<State>& beam, const std::vector<Way>& ways, size_t b) const {
    std::vector<State> kept;
    kept.reserve(kBeam);
    // What two states with the same columns may still find is the same: the better one is enough.
    std::unordered_set<uint64_t> seen;
    for (const uint32_t place : best_first(ways)) {
      const Way& way = ways[place];
      State one = beam[way.state];
      one.score = way.score;
      Column column{one.columns, b, 0, std::max(blocks_[b].first, blocks_[b].last)};
      if (way.column == one.size) {
        ++one.columns;
      } else {
        column = one.queue[way.column];
        column.block = b;
        if (blocks_[b].last > column.width - 1.2) column.width = std::max(blocks_[b].last, column.width);
        column.missed = 0;
      }
      advance(one, way.column, column);
      uint64_t hash = one.size;
      for (size_t k = 0; k < one.size; ++k)
        hash = (hash ^ (one.queue[k].block * 4 + static_cast<size_t>(one.queue[k].missed))) *
                   0x9E3779B97F4A7C15ULL +
               (hash >> 29);
      if (seen.insert(hash).second) kept.push_back(one);
      if (kept.size() == kBeam) break;
    }
    return kept;
  }

  void put(size_t b, bool last) {
    for (size_t i = blocks_[b].from; i < blocks_[b].to; ++i) out_.push_back(lines_[i]);
    if (last) out_.emplace_back();
  }

  std::string_view text_;
  const std::vector<Span>& lines_;
  const JoinScore& join_score_;
  double measure_;
  bool bare_ = false;
  std::vector<Block> blocks_;
  std::vector<bool> by_turns_;
  // Of the stretch under way:
  std::vector<Put> steps_;
  size_t first_ = 0;                 // its first block
  std::vector<SeamNet::Side> left_;  // what the net sees of its blocks so far
  std::vector<SeamNet::Side> right_;
  std::vector<std::pair<size_t, double>> known_;  // what pair() says of the block that is being put
  std::vector<Span> out_;
};

}  // namespace

std::vector<Span> taken_by_turns(std::string_view text, const std::vector<Span>& lines,
                                 const JoinScore& join_score) {
  return ByTurns(text, lines, join_score).run();
}

}  // namespace broadsheet
