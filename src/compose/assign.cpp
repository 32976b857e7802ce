#include "compose/assign.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "compose/stitch.h"
#include "read/ablation.h"

namespace broadsheet {

namespace {

constexpr double kTopic = 0.6;       // weight of a paragraph's words
constexpr double kBreak = 4.5;       // to go over to another story where no head stands
constexpr double kBreakAtBlock = 2;  // the same between blocks of columns that were read into each other
constexpr double kOver = 1.25;       // to stay in the old story when a new head stands there
constexpr double kJump = 2.4;        // to go to a story that is neither that of the last head nor of the next
constexpr double kOrderedTopic = 0.3;  // of a paragraph's words where columns follow one another
// The same where columns are read as strips: every few lines another story goes on, any of those begun.
constexpr double kStripTopic = 1.0;
constexpr double kStripBreak = 4.0;
constexpr double kStripJump = 0;
constexpr double kHome = 0.4;    // to come back to the story of the last head
constexpr double kSigned = 4.0;  // to go on in a story that a name has closed
constexpr double kLead = 5.5;    // a lead stands below its own head
constexpr double kAlone = 60;    // to go to a story that stands alone
constexpr double kOpen =
    0.8;  // of the log-odds that a paragraph begins in mid-sentence, where nothing joins it
constexpr double kLink = 4.2;  // the most that a join may speak for one story of both ends
constexpr int kReach = 10;     // heads each way among which a paragraph's story is looked for
constexpr int kRounds = 6;
// Of a run that may go to another story as a whole.
constexpr double kRunTopic = 2.0;         // its words count so much more than a paragraph's
constexpr double kRunTopicTangled = 1.0;  // the same where columns were read into each other or as strips
constexpr double kRunGain = 2;            // the least that it gains
constexpr int kMoveRounds = 3;
constexpr size_t kLongPage = 400;   // paragraphs; a page of a paper has half as many at most
constexpr double kSurer = 8;        // nats by which a second way to settle a page must be better
constexpr size_t kLongestRun = 60;  // paragraphs

class Chain {
 public:
  Chain(const Sheet& sheet, const Topics& topics, std::vector<Topics::Group>& heads, Assignment& page)
      : sheet_(sheet), topics_(topics), page_(page), groups_(heads), count_(static_cast<int>(heads.size())) {
    if (sheet.ordered) topic_ = kOrderedTopic;
    tangled_ = is_tangled(sheet);
    if (sheet.strips) {
      topic_ = kStripTopic;
      break_ = kStripBreak;
      jump_ = kStripJump;
    }
    at_.assign(sheet.pieces.size(), -1);
    versions_.assign(heads.size(), 1);
    known_.resize(page.pieces.size() * (2 * kReach + 1));
    weighed_.reserve(page.pieces.size());
    for (const size_t index : page.pieces) weighed_.push_back(topics.weighed(topics.of(index)));
    for (size_t t = 0; t < page.pieces.size(); ++t) {
      at_[page.pieces[t]] = static_cast<int>(t);
      if (page.story[t] < 0) continue;
      groups_[static_cast<size_t>(page.story[t])].add(topics.of(page.pieces[t]));
    }
  }

  // Nats of the way that was found last.
  double score() const { return score_; }

  void run() {
    settle(kRounds);
    if (without(Step::kRuns)) return;
    // Of several papers in one file, where something always moves, each round weighs all.
    const bool is_long = page_.pieces.size() > kLongPage;
    for (int round = 0; round < (is_long ? 1 : kMoveRounds); ++round) {
      if (!move_runs()) break;
      settle(is_long ? 1 : kRounds);
    }
  }

 private:
  void settle(int most) {
    for (int round = 0; round < most; ++round) {
      if (!step()) break;
    }
  }

  const Piece& piece(size_t t) const { return sheet_.pieces[page_.pieces[t]]; }

  // What of a piece is the same for all stories: the pieces that it is joined with, but for those beside it,
  // and what each join says for one story of both.
  struct Joined {
    std::array<size_t, 2> partner{};
    std::array<double, 2> worth{};
    size_t count = 0;
  };
  Joined joined_with(size_t t) const {
    Joined out;
    const Piece& it = piece(t);
    for (const int other : {it.previous, it.next}) {
      if (other < 0 || at_[static_cast<size_t>(other)] < 0) continue;
      const auto partner = static_cast<size_t>(at_[static_cast<size_t>(other)]);
      if (partner + 1 == t || t + 1 == partner) continue;
      const float link = other == it.next ? it.link : sheet_.pieces[static_cast<size_t>(other)].link;
      out.partner[out.count] = partner;
      out.worth[out.count++] = std::min(kLink, 1.0 + static_cast<double>(link));
    }
    return out;
  }

  bool stands_alone(int y) const {
    return static_cast<size_t>(y) < page_.alone.size() && page_.alone[static_cast<size_t>(y)];
  }

  double of_its_own(size_t t, int y) const {
    const Joined& joined = joined_[t];
    double score = topic_ * words_for(t, y).affinity;
    if (page_.lead[t] && y != page_.section[t]) score -= kLead;
    if (stands_alone(y)) score -= kAlone;
    for (size_t k = 0; k < joined.count; ++k) {
      if (page_.story[joined.partner[k]] == y) score += joined.worth[k];
    }
    return score;
  }

  struct Known {
    Topics::Sum sum;
    double affinity = 0;
    uint32_t version = 0;
    bool member = false;
  };

  // What the words of a piece say for a story. Kept from round to round while the story's words are the same.
  Known words_for(size_t t, int y) const {
    const auto story = static_cast<size_t>(y);
    const bool member = page_.story[t] == y;
    const int place = y - std::max(0, page_.section[t]) + kReach;
    Known afar;
    const bool near = place >= 0 && place <= 2 * kReach;
    Known& known = near ? known_[t * (2 * kReach + 1) + static_cast<size_t>(place)] : afar;
    if (known.version != versions_[story] || known.member != member) {
      const Topics::Sum sum = topics_.sum_of(weighed_[t], groups_[story], member);
      known = {sum, sum.mean(), versions_[story], member};
    }
    return known;
  }

  // The way into a piece from the one before it: what is the same for all stories.
  struct Passage {
    bool goes_on = false;  // in mid-sentence
    double away = 0;       // then: to go on in another story
    bool at_head = false;  // a head stands between them
    int section = 0;
    bool is_signed = false;
    double move = 0;  // to another story where no head stands
  };
  Passage passage(size_t t) const {
    const Piece& a = piece(t - 1);
    const Piece& b = piece(t);
    Passage out;
    out.goes_on = a.next == static_cast<int>(page_.pieces[t]);
    out.away = -1 - static_cast<double>(a.link);
    out.section = page_.section[t];
    out.at_head = page_.section[t - 1] != out.section;
    out.is_signed = page_.signature[t - 1];
    // What speaks for a cut here: one of the ends is open and nothing joins them.
    double cut = 0;
    if (a.open_end && a.next < 0) cut += 1;
    const double starts = b.role == Role::kParagraph ? known_start(b) : -2;
    if (b.previous < 0) cut += kOpen * std::clamp(starts, -2.0, 6.0);
    if (b.previous >= 0 || a.next >= 0) cut += 2;
    out.move = -(tangled_ && begins_block(sheet_, page_.pieces[t]) ? kBreakAtBlock : break_) + cut;
    if (out.is_signed) out.move += kHome;
    return out;
  }

  // From story y to itself (`stay`), or to it from any other.
  double step_to(const Passage& in, int y, bool stay) const {
    if (in.goes_on) return stay ? 0 : in.away;
    const int now = in.section;
    if (in.at_head) {
      if (y == now) return 0;
      return -kOver - (stay ? 0 : break_) - (in.is_signed && stay ? kSigned : 0);
    }
    if (stay) return in.is_signed ? -kSigned : 0;
    if (y == now) return in.move + kHome;
    return in.move - (y == now + 1 || y == now - 1 ? 0 : jump_);
  }
  double step_to(size_t t, int y, bool stay) const { return step_to(passages_[t], y, stay); }

  // The best stories of a piece. Of all but one story the best is the first of these, or the second where
  // that one is the first: so need no others be tried where the three are apart by more than rounding.
  struct Leaders {
    size_t first = 0;
    size_t second = 0;
    bool apart = false;
  };
  static Leaders leaders_of(const std::vector<double>& best) {
    constexpr double kApart = 1e-6;
    constexpr double kNone = -std::numeric_limits<double>::infinity();
    Leaders out;
    double first = kNone;
    double second = kNone;
    double third = kNone;
    for (size_t k = 0; k < best.size(); ++k) {
      if (best[k] > first) {
        third = second;
        second = first;
        out.second = out.first;
        first = best[k];
        out.first = k;
      } else if (best[k] > second) {
        third = second;
        second = best[k];
        out.second = k;
      } else if (best[k] > third) {
        third = best[k];
      }
    }
    out.apart = best.size() > 2 && first - second > kApart && second - third > kApart;
    return out;
  }

  void put(size_t t, int story) {
    const Topics::Bag& bag = topics_.of(page_.pieces[t]);
    int& now = page_.story[t];
    if (now >= 0) {
      groups_[static_cast<size_t>(now)].add(bag, -1);
      ++versions_[static_cast<size_t>(now)];
    }
    now = story;
    groups_[static_cast<size_t>(now)].add(bag);
    ++versions_[static_cast<size_t>(now)];
  }

  bool step() {
    const size_t n = page_.pieces.size();
    if (n == 0 || count_ < 2) return false;
    if (passages_.empty()) {
      passages_.resize(n);
      for (size_t t = 1; t < n; ++t) passages_[t] = passage(t);
      for (size_t t = 0; t < n; ++t) joined_.push_back(joined_with(t));
    }
    std::vector<int> from;  // of each story of each piece in turn: the best before it
    std::vector<size_t> row(n);
    std::vector<int> first(n);
    std::vector<double> best;
    std::vector<double> next;
    for (size_t t = 0; t < n; ++t) {
      const int middle = std::max(0, page_.section[t]);
      const int low = std::max(0, std::min(middle - kReach, page_.story[t]));
      const int high = std::min(count_, std::max(middle + kReach, page_.story[t]) + 1);
      first[t] = low;
      next.resize(static_cast<size_t>(high - low));
      row[t] = from.size();
      from.resize(from.size() + next.size(), 0);
      const Passage& in = passages_[t];
      const Leaders leaders = leaders_of(best);
      for (int y = low; y < high; ++y) {
        double top = t == 0 ? (y == std::max(0, page_.section[0]) ? 0 : -break_)
                            : -std::numeric_limits<double>::infinity();
        if (t > 0) {
          const double stay = step_to(in, y, true);
          const double go = step_to(in, y, false);
          const int x0 = first[t - 1];
          const auto consider = [&](size_t k) {
            const int x = x0 + static_cast<int>(k);
            const double score = best[k] + (x == y ? stay : go);
            if (score <= top) return;
            top = score;
            from[row[t] + static_cast<size_t>(y - low)] = x;
          };
          if (leaders.apart) {
            // In rising order: of equals the first is taken.
            const auto own = static_cast<size_t>(y - x0);
            const bool has_own = y >= x0 && own < best.size();
            const size_t other = has_own && own == leaders.first ? leaders.second : leaders.first;
            if (has_own && own < other) consider(own);
            consider(other);
            if (has_own && own > other) consider(own);
          } else {
            for (size_t k = 0; k < best.size(); ++k) consider(k);
          }
        }
        next[static_cast<size_t>(y - low)] = top + of_its_own(t, y);
      }
      best.swap(next);
    }
    score_ = *std::max_element(best.begin(), best.end());
    int y = first[n - 1] + static_cast<int>(std::max_element(best.begin(), best.end()) - best.begin());
    bool changed = false;
    for (size_t t = n; t-- > 0;) {
      if (page_.story[t] != y) {
        changed = true;
        put(t, y);
      }
      if (t > 0) y = from[row[t] + static_cast<size_t>(y - first[t])];
    }
    return changed;
  }

  // A run of paragraphs of one story keeps itself there, as each has the others' words. So runs are weighed
  // as a whole, too: the end or the begin of one goes to another story where that is better.
  bool move_runs() {
    bool moved = false;
    const size_t n = page_.pieces.size();
    for (size_t begin = 0; begin < n;) {
      size_t end = begin + 1;
      while (end < n && page_.story[end] == page_.story[begin]) ++end;
      moved = move_of_run(begin, end) || moved;
      begin = end;
    }
    return moved;
  }

  struct Move {
    size_t begin = 0;
    size_t end = 0;
    int to = -1;
    double gain = 0;
  };

  double weight_of_run() const { return topic_ * (tangled_ || sheet_.strips ? kRunTopicTangled : kRunTopic); }

  // The best part of a run, from its begin or to its end, to go elsewhere; the run's words count for no
  // story meanwhile.
  Move move_within(size_t begin, size_t end) const {
    const int y = page_.story[begin];
    const int middle = std::max(0, page_.section[begin]);
    const int low = std::max(0, middle - kReach);
    const int high = std::min(count_, middle + kReach + 1);
    std::vector<Topics::Sum> here;
    std::vector<Topics::Sum> there;
    for (size_t t = begin; t < end; ++t)
      here.push_back(topics_.sum_of(weighed_[t], groups_[static_cast<size_t>(y)]));
    Move best;
    for (int z = low; z < high; ++z) {
      if (z == y) continue;
      there.clear();
      for (size_t t = begin; t < end; ++t) there.push_back(words_for(t, z).sum);
      for (const bool to_end : {true, false}) {
        Topics::Sum mine;
        Topics::Sum theirs;
        for (size_t k = 0; k < end - begin; ++k) {
          const size_t t = to_end ? end - 1 - k : begin + k;
          mine += here[t - begin];
          theirs += there[t - begin];
          if ((page_.lead[t] && z != page_.section[t]) || stands_alone(z)) break;
          const size_t from = to_end ? t : begin;
          const size_t to = to_end ? end : t + 1;
          const double words = weight_of_run() * (theirs.mean() - mine.mean());
          const double gain = words + passing(from, to, z) - passing(from, to, y);
          if (gain > best.gain) best = {from, to, z, gain};
        }
      }
    }
    return best;
  }

  bool move_of_run(size_t begin, size_t end) {
    const int y = page_.story[begin];
    if (y < 0 || end - begin > kLongestRun) return false;
    Topics::Group& group = groups_[static_cast<size_t>(y)];
    for (size_t t = begin; t < end; ++t) group.add(topics_.of(page_.pieces[t]), -1);
    const Move best = move_within(begin, end);
    for (size_t t = begin; t < end; ++t) group.add(topics_.of(page_.pieces[t]));
    if (best.to < 0) return false;
    // Against all of its story that stays.
    const Topics::Weighed run =
        topics_.weighed(std::span(page_.pieces).subspan(best.begin, best.end - best.begin));
    const double words =
        topics_.affinity(run, groups_[static_cast<size_t>(best.to)]) - topics_.affinity(run, group, true);
    const double gain =
        weight_of_run() * words + passing(best.begin, best.end, best.to) - passing(best.begin, best.end, y);
    if (gain <= kRunGain) return false;
    for (size_t t = best.begin; t < best.end; ++t) put(t, best.to);
    return true;
  }

  // What speaks for story z of pieces [begin, end) but for their words: steps into and out of it, and joins.
  double passing(size_t begin, size_t end, int z) const {
    double score = 0;
    if (begin > 0) score += step_to(begin, z, page_.story[begin - 1] == z);
    if (end < page_.pieces.size()) score += step_to(end, page_.story[end], page_.story[end] == z);
    for (size_t t = begin; t < end; ++t) {
      const Joined& joined = joined_[t];
      for (size_t k = 0; k < joined.count; ++k) {
        const size_t partner = joined.partner[k];
        const bool within = partner >= begin && partner < end;
        if (!within && page_.story[partner] == z) score += joined.worth[k];
      }
      if (t > begin && passages_[t].at_head) score += step_to(t, z, true);
    }
    return score;
  }

  const Sheet& sheet_;
  const Topics& topics_;
  Assignment& page_;
  std::vector<Topics::Group>& groups_;
  std::vector<int> at_;
  std::vector<Passage> passages_;         // into each paragraph but the first
  std::vector<Joined> joined_;            // of each paragraph
  std::vector<Topics::Weighed> weighed_;  // of each paragraph
  mutable std::vector<Known> known_;      // of each paragraph: to each story in its reach
  std::vector<uint32_t> versions_;        // of each group: how often it changed, from 1
  int count_ = 0;
  double score_ = 0;
  bool tangled_ = false;
  double topic_ = kTopic;
  double break_ = kBreak;
  double jump_ = kJump;
};

}  // namespace

void assign_stories(const Sheet& sheet, const Topics& topics, std::vector<Topics::Group>& heads,
                    Assignment& page) {
  if (!is_tangled(sheet)) {
    Chain(sheet, topics, heads, page).run();
    return;
  }
  // Columns that were read into each other settle in more ways than one: from the guess, and from the order
  // of the dump.
  std::vector<Topics::Group> again = heads;
  Assignment other = page;
  for (size_t t = 0; t < other.story.size(); ++t) other.story[t] = std::max(0, other.section[t]);
  Chain first(sheet, topics, heads, page);
  first.run();
  Chain second(sheet, topics, again, other);
  second.run();
  if (second.score() <= first.score() + kSurer) return;
  page.story = std::move(other.story);
  heads = std::move(again);
}

}  // namespace broadsheet
