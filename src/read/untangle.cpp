#include "read/untangle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "read/best_scores.h"
#include "read/line_names.h"
#include "read/measure.h"
#include "read/seam.h"
#include "text/every.h"
#include "text/sort.h"

namespace broadsheet {
namespace {

constexpr size_t kBeam = 32;
constexpr size_t kMostParts = 5;         // columns that may be read into one another
constexpr size_t kMostWays = 4;          // to put a part into a thread
constexpr size_t kMostCuts = 4;          // blanks of one line that are tried
constexpr uint32_t kLongestLine = 1200;  // bytes
// Nats, fitted to the pages of ../shared:
constexpr double kLooseAfterText = .5;  // against a line of a head below text that is left open
constexpr double kOpenerBelowHead = 1;  // for a report's first words below a head
constexpr double kOpenerInText = 1.5;   // against them below text that is left open
constexpr double kNamesBelowHead = 4;   // for a line of names below what may be a line of a head
constexpr double kGap = 2.5;            // for a wide blank that parts no columns
constexpr double kCutBehindHead = 1.7;  // against a line of a head to the left of another column
constexpr size_t kLongestRun = 400;     // lines of one stretch searched as one

struct Part {
  Span span;
  double width = 0;
  bool terminal = false;
  bool full = false;
  bool loose = false;   // short and left open, as lines of heads are
  int gaps = 0;         // wide blanks in it
  bool opener = false;  // words with which reports begin
  bool byline = false;  // names below a head
  bool set_in =
      false;  // two ems short of a full line and left open: the first line of a paragraph, most likely
};

class Untangler {
 public:
  Untangler(std::string_view text, const std::vector<Span>& lines, const JoinScore& join_score)
      : text_(text),
        lines_(lines),
        join_score_(join_score),
        measure_(common_width(text, lines)),
        spaced_(is_spaced(text)) {}

  std::vector<Thread> run() {
    size_t at = 0;
    while (at < lines_.size()) {
      if (is_blank(at)) {
        ++at;
        continue;
      }
      size_t end = block_end(at);
      bool tangled = is_tangled(at, end);
      while (tangled &&
             end - at < kLongestRun) {  // short scraps between tangled blocks belong to the stretch
        size_t next = skip_blank(end);
        if (next >= lines_.size() || next - end > 1) break;
        size_t next_end = block_end(next);
        if (is_tangled(next, next_end)) {
          end = next_end;
          continue;
        }
        size_t after = skip_blank(next_end);
        if (next_end - next > 2 || after >= lines_.size() || after - next_end > 1 ||
            !is_tangled(after, block_end(after)))
          break;
        end = block_end(after);
      }
      if (tangled) {
        for (size_t from = at; from < end; from += kLongestRun)
          search(from, std::min(end, from + kLongestRun));
      } else {
        Thread thread;
        thread.stretch = stretch_++;
        thread.lines.assign(lines_.begin() + static_cast<long>(at), lines_.begin() + static_cast<long>(end));
        out_.push_back(std::move(thread));
      }
      at = end;
    }
    return std::move(out_);
  }

 private:
  struct End {
    int id = 0;    // thread
    int part = 0;  // its last part
    int rows = 0;  // parts since it last shared a line with another
  };
  // Left to right; so few that they lie in the state itself, which is copied again and again.
  class Ends {
   public:
    size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    End& operator[](size_t n) { return all_[n]; }
    const End& operator[](size_t n) const { return all_[n]; }
    End* begin() { return all_.data(); }
    End* end() { return all_.data() + size_; }
    const End* begin() const { return all_.data(); }
    const End* end() const { return all_.data() + size_; }
    void insert(size_t place, End one) {
      for (size_t n = size_++; n > place; --n) all_[n] = all_[n - 1];
      all_[place] = one;
    }

   private:
    std::array<End, kMostParts> all_{};
    size_t size_ = 0;
  };
  struct State {
    double score = 0;
    Ends ends;
    int step = -1;  // in steps_
    int threads = 0;
    int last = -1;  // thread of the last part
  };
  // One part put into one thread; a chain of them is the way to a state.
  struct Step {
    int part;
    int thread;
    int right_of;  // for a thread that begins: the thread to its left, -1 for none; -2 where it goes on
    int before;
  };

  bool is_blank(size_t i) const { return lines_[i].begin >= lines_[i].end; }
  size_t block_end(size_t at) const {
    while (at < lines_.size() && !is_blank(at)) ++at;
    return at;
  }
  size_t skip_blank(size_t at) const {
    while (at < lines_.size() && is_blank(at)) ++at;
    return at;
  }
  std::string_view words(Span s) const { return text_.substr(s.begin, s.end - s.begin); }
  bool is_full(double width) const { return width >= measure_ - 2.1 && width <= measure_ + 1.1; }

  // Blanks inside a line: byte offsets.
  std::vector<uint32_t> blanks(Span line) const {
    std::vector<uint32_t> out;
    for (uint32_t i = line.begin; i < line.end; ++i) {
      if (text_[i] == ' ' && (out.empty() || text_[i - 1] != ' ')) out.push_back(i);
    }
    return out;
  }

  uint32_t behind_blank(uint32_t at, uint32_t end) const {
    while (at < end && text_[at] == ' ') ++at;
    return at;
  }

  // Set apart letter by letter: its blanks part no columns.
  bool is_spread(size_t i) const {
    const Span line = lines_[i];
    if (line.end - line.begin > kLongestLine) return true;  // no printed line
    size_t words = 1;
    size_t letters = 0;
    for (size_t at = line.begin; at < line.end;) {
      const char32_t c = every_code_point(text_, at);
      if (c != ' ')
        ++letters;
      else if (text_[at] != ' ')
        ++words;
    }
    return words >= 4 && letters <= 2 * words;
  }

  // Longer than a column, and cut at one of its blanks a full line comes out: 1; two full lines: 2.
  int doubled(size_t i) const {
    const Span line = lines_[i];
    if (width_of(words(line)) < measure_ + 2 || is_spread(i)) return 0;
    int most = 0;
    for (uint32_t b : blanks(line)) {
      const bool left = is_full(width_of(words({line.begin, b})));
      const bool right = is_full(width_of(words({behind_blank(b, line.end), line.end})));
      most = std::max(most, left + right);
    }
    return most;
  }
  bool is_doubled(size_t i) const { return doubled(i) > 0; }
  bool is_tangled(size_t from, size_t to) const {
    if (!join_score_ || spaced_) return false;
    int sum = 0;
    for (size_t i = from; i < to; ++i) sum += doubled(i);
    return sum > 1 || is_alternating(from, to);  // a long byline or caption alone looks doubled too
  }

  // Lines of two columns by turns: each goes on with the next but one rather than with the next.
  bool is_alternating(size_t from, size_t to) const {
    double gain = 0;
    int open = 0;
    for (size_t i = from; i + 2 < to; ++i) {
      const std::string_view line = words(lines_[i]);
      if (!is_full(width_of(line)) || ends_sentence(line)) continue;
      ++open;
      gain += std::clamp(join_score_(line, words(lines_[i + 2])), -3.0, 4.0) -
              std::clamp(join_score_(line, words(lines_[i + 1])), -3.0, 4.0);
    }
    return open >= 5 && gain > .3 * open;
  }

  static uint64_t key(uint32_t a, uint32_t b) { return (uint64_t{a} << 32U) | b; }

  int part_of(Span span) {
    auto [it, fresh] = known_.try_emplace(key(span.begin, span.end), static_cast<int>(parts_.size()));
    if (fresh) {
      Part part;
      part.span = span;
      part.width = width_of(words(span));
      const std::string_view s = words(span);
      part.byline = names_reporters(s);
      part.terminal = ends_sentence(s);
      part.full = part.width >= measure_ - 2.6;
      part.set_in = !part.terminal && part.full && part.width <= measure_ - 1.4;
      part.loose = !part.terminal && !part.full && !has_clause(s);
      part.opener = begins_report(s);
      for (size_t at = s.find("  "); at < s.size(); at = s.find("  ", s.find_first_not_of(' ', at)))
        ++part.gaps;
      parts_.push_back(part);
    }
    return it->second;
  }

  double join(int left, int right) {
    auto [it, fresh] = joins_.try_emplace(key(static_cast<uint32_t>(left), static_cast<uint32_t>(right)), 0);
    if (fresh) {
      const Part& p = parts_[static_cast<size_t>(left)];
      const Part& q = parts_[static_cast<size_t>(right)];
      double pair = std::clamp(join_score_(words(p.span), words(q.span)), -3.0, 6.0);
      double score;
      if (p.terminal) {
        score = p.full                                               ? .3 + .2 * pair
                : q.set_in                                           ? 1.4
                : q.width > measure_ - 1 && q.width < measure_ + 1.1 ? -1
                                                                     : .3;
      } else if (p.full) {
        score = 1.6 + pair - (q.set_in ? 1 : 0);
      } else {
        score = .5 * pair;
      }
      if (!p.terminal && p.full && q.loose) score -= kLooseAfterText;
      if (q.opener) score += p.loose ? kOpenerBelowHead : p.terminal ? 0 : -kOpenerInText;
      bool wide_p = p.width > measure_ + 2;
      bool wide_q = q.width > measure_ + 2;
      if (wide_p != wide_q) score -= 2;
      it->second = score;
    }
    return it->second;
  }

  // Ways to cut a line at its blanks.
  std::vector<std::vector<int>> cuts_of(size_t i) {
    Span line = lines_[i];
    if (is_spread(i) || names_reporters(words(line))) return {{part_of(line)}};
    std::vector<uint32_t> at = blanks(line);
    if (at.size() > kMostCuts) {  // too many: keep those that leave a full line before them
      std::vector<uint32_t> some;
      uint32_t from = line.begin;
      for (uint32_t b : at) {
        if (is_full(width_of(words({from, b})))) {
          some.push_back(b);
          from = behind_blank(b, line.end);
        }
      }
      at = some;
      if (at.size() > kMostCuts) at.resize(kMostCuts);
    }
    std::vector<std::vector<int>> out;
    for (uint32_t mask = 0; mask < 1U << at.size(); ++mask) {
      std::vector<int> parts;
      uint32_t from = line.begin;
      bool fits = true;
      for (size_t k = 0; k <= at.size(); ++k) {
        if (k < at.size() && !(mask >> k & 1U)) continue;
        uint32_t to = k < at.size() ? at[k] : line.end;
        int part = part_of({from, to});
        // Two parts each longer than a column are no two columns' lines.
        fits = fits && (mask == 0 || parts_[static_cast<size_t>(part)].width <= measure_ + 1.6);
        parts.push_back(part);
        from = behind_blank(to, line.end);
      }
      bool long_part = mask != 0 && !fits &&
                       parts_[static_cast<size_t>(parts.front())].width > measure_ + 1.6 && parts.size() == 2;
      if ((fits || long_part) && parts.size() <= kMostParts) out.push_back(std::move(parts));
    }
    return out;
  }

  // Keeps the best states. Of several of one score the first, so that every standard library keeps the same.
  static void prune(std::vector<State>& states) {
    if (states.size() <= kBeam) return;
    std::vector<uint32_t> order = best_first(states);
    order.resize(kBeam);
    sort_stably(order);
    std::vector<State> kept;
    kept.reserve(kBeam);
    for (size_t i : order) kept.push_back(states[i]);
    states = std::move(kept);
  }

  void search(size_t from, size_t to) {
    steps_.clear();
    parts_.clear();
    known_.clear();
    joins_.clear();
    alternating_ = is_alternating(from, to);
    std::vector<State> beam(1);
    for (size_t i = from; i < to; ++i) {
      if (is_blank(i)) continue;
      std::vector<State> next;
      best_ = BestScores(kBeam);
      for (const std::vector<int>& parts : cuts_of(i)) {
        double cost = 0;
        if (parts.size() == 1) {
          if (is_doubled(i)) cost = 2.5;
        } else {
          cost = .4 * static_cast<double>(parts.size() - 1);
          for (size_t k = 0; k + 1 < parts.size(); ++k) {
            const Part& part = parts_[static_cast<size_t>(parts[k])];
            if (part.full) continue;
            cost += part.terminal ? .8
                    : part.loose  ? kCutBehindHead
                                  : 2.5;  // a short line before another column
          }
        }
        for (int part : parts) cost += kGap * parts_[static_cast<size_t>(part)].gaps;
        for (const State& state : beam) {
          State start = state;
          start.score -= cost;
          place(start, parts, 0, 0, next);
          if (next.size() > 16 * kBeam) prune(next);
        }
      }
      prune(next);
      beam = std::move(next);
    }
    const State* best = nullptr;
    for (const State& state : beam) {
      if (!best || state.score > best->score) best = &state;
    }
    if (best) unroll(*best);
  }

  // Columns go down the page in step, the left before the right: the thread whose turn it is. One that has
  // fallen far behind has ended.
  static size_t expected(const State& state) {
    int most = 0;
    for (const End& end : state.ends) most = std::max(most, end.rows);
    size_t turn = 0;
    int least = 1 << 20;
    for (size_t n = 0; n < state.ends.size(); ++n) {
      if (state.ends[n].rows < most - 3 || state.ends[n].rows >= least) continue;
      least = state.ends[n].rows;
      turn = n;
    }
    return turn;
  }

  // Between two lines that they share, each has as many of its own.
  double out_of_step(const State& state, size_t parts) const {
    if (parts < 2) return 0;
    int most = 0;
    int least = 1 << 20;
    for (const End& end : state.ends) {
      if (end.rows < 0) {
        most = std::max(most, -end.rows);
        least = std::min(least, -end.rows);
      }
    }
    return most > least && least < 1 << 20 ? .6 * std::min(most - least, 5) : 0;
  }

  // Puts parts[k..] into threads at or right of place `at` in every way that is allowed.
  void place(const State& state, const std::vector<int>& parts, size_t k, size_t at,
             std::vector<State>& out) {
    if (k == parts.size()) {
      const double score = state.score - out_of_step(state, parts.size());
      if (!best_.take(score)) return;
      State done = state;
      done.score = score;
      for (End& end : done.ends) end.rows = end.rows < 0 ? (parts.size() > 1 ? 0 : -end.rows) : end.rows;
      out.push_back(done);
      return;
    }
    // The best few places are enough: every other would be beaten at once.
    struct Way {
      double score;
      size_t place;
      bool fresh;
    };
    std::array<Way, 2 * kMostParts> ways;
    size_t count = 0;
    const auto add = [&](const Way& way) {  // the best first, of equals the first
      size_t n = count++;
      for (; n > 0 && ways[n - 1].score < way.score; --n) ways[n] = ways[n - 1];
      ways[n] = way;
    };
    const size_t turn = expected(state);
    for (size_t n = at; n < state.ends.size(); ++n) {
      double score = join(state.ends[n].part, parts[k]);
      if (parts.size() == 1) {
        if (n == turn) score += alternating_ ? 1.2 : .6;
        if (state.ends[n].id == state.last) {
          score += alternating_ ? 0 : .6;
          const Part& above = parts_[static_cast<size_t>(state.ends[n].part)];
          if (parts_[static_cast<size_t>(parts[k])].byline && above.loose) score += kNamesBelowHead;
        }
      }
      add({score, n, false});
    }
    if (state.ends.size() < kMostParts) {
      double cost = state.ends.empty() ? 0 : parts.size() > state.ends.size() ? -1 : -4;
      for (size_t n = at; n <= state.ends.size(); ++n) add({cost, n, true});
    }
    for (size_t w = 0; w < std::min(count, kMostWays); ++w) {
      const Way& way = ways[w];
      State next = state;
      next.score += way.score;
      Step step{parts[k], 0, -2, state.step};
      if (way.fresh) {
        step.thread = next.threads++;
        step.right_of = way.place > 0 ? next.ends[way.place - 1].id : -1;
        next.ends.insert(way.place, {step.thread, parts[k], -1});
      } else {
        step.thread = next.ends[way.place].id;
        next.ends[way.place].part = parts[k];
        next.ends[way.place].rows = -(next.ends[way.place].rows + 1);  // below 0: had a part of this line
      }
      next.last = step.thread;
      next.step = static_cast<int>(steps_.size());
      steps_.push_back(step);
      place(next, parts, k + 1, way.place + 1, out);
    }
  }

  void unroll(const State& state) {
    std::vector<std::vector<Span>> threads(static_cast<size_t>(state.threads));
    for (int s = state.step; s >= 0; s = steps_[static_cast<size_t>(s)].before) {
      const Step& step = steps_[static_cast<size_t>(s)];
      threads[static_cast<size_t>(step.thread)].push_back(parts_[static_cast<size_t>(step.part)].span);
    }
    for (const End& end : state.ends) {
      Thread thread;
      thread.stretch = stretch_;
      thread.tangled = state.ends.size() > 1;
      std::vector<Span>& own = threads[static_cast<size_t>(end.id)];
      thread.lines.assign(own.rbegin(), own.rend());
      out_.push_back(std::move(thread));
    }
    ++stretch_;
  }

  std::string_view text_;
  const std::vector<Span>& lines_;
  const JoinScore& join_score_;
  double measure_;
  bool spaced_;  // the n-grams know no script with blanks between words
  std::vector<Part> parts_;
  std::unordered_map<uint64_t, int> known_;     // parts of the stretch, by key(begin, end)
  std::unordered_map<uint64_t, double> joins_;  // of two of them
  std::vector<Step> steps_;
  BestScores best_{kBeam};  // of the states behind the line that is read
  std::vector<Thread> out_;
  bool alternating_ = false;  // the stretch under way: no line holds two columns' lines
  int stretch_ = 0;
};

}  // namespace

std::vector<Thread> untangle(std::string_view text, const std::vector<Span>& lines,
                             const JoinScore& join_score) {
  return Untangler(text, lines, join_score).run();
}

}  // namespace broadsheet
