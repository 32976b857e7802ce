#include "compose/stitch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "compose/copies.h"
#include "compose/first_lines_zh.h"
#include "compose/join_weights.h"
#include "compose/marks_zh.h"
#include "compose/match.h"
#include "compose/region.h"
#include "compose/strips.h"
#include "compose/topic.h"
#include "read/ablation.h"
#include "text/page_words.h"

namespace broadsheet {

namespace {

constexpr double kNone = 1.2;  // what a join must be worth
constexpr double kMostElse =
    5;  // the most that words, lie and topic can speak for a join with what is not next
constexpr double kPlain = 0.65;  // more for a join with what is not next where the words go on plainly
constexpr size_t kBags = 3;      // pieces before or behind a join of which it is asked what they are about
constexpr size_t kNear = 120;    // body pieces each way among which a continuation is looked for

// Of joins in strips (see strips.h), and how much better than the page's best joins they must go on, per open
// end: on the development pages every OCR dump gains more, four of five dumps in reading order less.
constexpr double kStripNone = 1.5;
constexpr double kStripNext = 2.0;
constexpr double kStripHead = 2.0;
constexpr double kStripTopic = 0.5;
constexpr double kStripGain = 0.45;
// Or so many joins over others, which are worth so much per open end.
constexpr size_t kStripFar = 4;
constexpr double kStripFarGain = 1;
constexpr size_t kStripLeast = 4;  // open ends that tell strips from chance
// Of clean printed lines, whose joins say more: what those with what is not next must gain, per open end and
// in all. Searched on pages dumped column by column, over the feet of their stories, and on pages dumped
// story by story.
constexpr double kPrintedStripFar = 0.63;
constexpr double kPrintedStripLeast = 2.5;
constexpr size_t kPrintedStripEnds = 2;  // joined with what is not next
// How well open ends go on with what the dump has next, on the average: 1.2 where columns follow each other.
constexpr double kInOrder = 1.0;

constexpr float kSameWidth = 2;  // cells
constexpr double kSameTopicBelow =
    0.7;  // likeness from which a closed block of a tangled dump goes on in the next

constexpr double kHopeless = -4;  // log-odds below which it is not asked what the two are about

class Stitcher {
 public:
  Stitcher(Sheet& sheet, const Seams& seams)
      : sheet_(sheet),
        pieces_(sheet.pieces),
        seams_(seams),
        words_(sheet.words),
        first_lines_(sheet),
        topics_(*sheet.topics) {
    printed_ = sheet.reading.printed;
  }

  void run() {
    collect();
    join();
    chain();
  }

 private:
  void collect() {
    bool head = false;
    for (size_t i = 0; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      const bool begins = piece.role == Role::kHeadline && !piece.late;
      if (begins || piece.role == Role::kByline || piece.role == Role::kSignature) head = true;
      if (piece.role != Role::kParagraph && piece.role != Role::kSubhead) continue;
      if (piece.role == Role::kParagraph) {
        // A signature behind the piece closes it.
        const bool signed_off = i + 1 < pieces_.size() && pieces_[i + 1].role == Role::kSignature &&
                                pieces_[i + 1].fragment == piece.fragment;
        piece.open_end = !signed_off && !piece.closes && !apart(piece) && seams_.open_end(piece);
      }
      body_.push_back(i);
      after_head_.push_back(head || piece.picture);
      head = piece.closes || piece.picture;
    }
    for (size_t k = 0; k <= kNear; ++k) farness_.push_back(farness_of(std::max<size_t>(k, 1)));
    start_.resize(body_.size());
    balance_.resize(body_.size());
    ends_.reserve(body_.size());
    begins_.reserve(body_.size());
    for (size_t k = 0; k < body_.size(); ++k) {
      Piece& piece = pieces_[body_[k]];
      ends_.push_back(seams_.end_of(piece));
      begins_.push_back(seams_.begin_of(piece));
      start_[k] = -9;
      if (piece.role == Role::kParagraph) {
        piece.starts = static_cast<float>(seams_.open_start(begins_.back()) + first_lines_.goes_on(piece));
        start_[k] = *piece.starts;
      }
      if (seams_.is_lead(piece) || apart(piece)) start_[k] = -9;
      balance_[k] = without(Step::kBalance) ? 0 : balance_zh(piece.text);
    }
  }

  Apart form_of(const Piece& piece) const { return sheet_.reading.fragments[piece.fragment].apart; }
  // Rows and entries are whole as the dump has them.
  bool apart(const Piece& piece) const {
    return form_of(piece) == Apart::kRow || form_of(piece) == Apart::kItem;
  }

  // What speaks against a join of pieces so far apart.
  static double farness_of(size_t apart) {
    return without(Step::kNearness) ? 0 : 1.2 * std::log(static_cast<double>(apart));
  }
  double farness(size_t apart) const { return apart < farness_.size() ? farness_[apart] : farness_of(apart); }

  // What the words alone say. Weights fitted to cut columns: a softmax over all starts on the page and
  // "none".
  double words_odds(size_t left, size_t right) const {
    return words_odds(left, right, seams_.joined(ends_[left], begins_[right]));
  }

  double words_odds(size_t left, size_t right, double joins) const {
    const Piece& a = pieces_[body_[left]];
    const Piece& b = pieces_[body_[right]];
    double odds = 0.65 * joins + 0.75 * std::clamp(start_[right], -6.0, 6.0);
    const int known = without(Step::kPageWords) ? 0 : words_.known(a.text, b.text);
    odds += known == 2 ? 1.5 : known == 1 ? 0.45 : 0;
    return odds + of_marks(left, right);
  }

  double of_marks(size_t left, size_t right) const {
    const bool closes = balance_[right] < 0;
    return balance_[left] > 0 ? (closes ? 2.25 : -0.95) : closes ? -1.7 : 0;
  }

  bool as_wide(size_t left, size_t right) const {
    const float a = sheet_.reading.fragments[pieces_[body_[left]].fragment].measure;
    const float b = sheet_.reading.fragments[pieces_[body_[right]].fragment].measure;
    return a == 0 || b == 0 || std::abs(a - b) <= kSameWidth;
  }

  // Where columns were read into each other, the next piece is often another column's: what stands in the
  // same block goes on, and what does not goes on with the top of some block.
  double tangled_odds(size_t left, size_t right) const {
    const TangledWeights& w = kTangled;
    const int known =
        without(Step::kPageWords) ? 0 : words_.known(pieces_[body_[left]].text, pieces_[body_[right]].text);
    double odds = w.joins * seams_.joined(ends_[left], begins_[right]) +
                  w.start * std::clamp(start_[right], -6.0, 6.0) + w.marks * of_marks(left, right) +
                  (known == 2 ? w.known : 0);
    odds += lie_of(sheet_, body_[left], body_[right]);
    if (!as_wide(left, right)) odds += w.other_width;
    if (right == left + 1) {
      odds += without(Step::kNearness)             ? w.forward
              : after_head_[right]                 ? w.next_after_head
              : begins_block(sheet_, body_[right]) ? w.next_block
                                                   : w.next;
      return odds + w.topic_next * std::min(topic(left, right), 3.0);
    }
    const size_t apart = right > left ? right - left : left - right;
    if (right > left || without(Step::kNearness))
      odds += w.forward;
    else
      odds += w.back;
    if (!without(Step::kNearness))
      odds -= (right > left ? w.away : w.away_back) * std::log(static_cast<double>(apart));
    if (begins_block(sheet_, body_[right])) odds += w.block;
    if (after_head_[right]) odds += w.after_head;
    if (odds > -1.5) odds += w.topic * std::min(topic(left, right), 3.0);
    return odds;
  }

  double odds_of(size_t left, size_t right) const {
    if (is_tangled(sheet_)) return tangled_odds(left, right);
    const size_t apart = right > left ? right - left : left - right;
    double away = 0.9 - farness(apart) + (after_head_[right] ? 1.0 : 0);
    const double cut = seams_.continuation(ends_[left], begins_[right]);
    const double else_sure = 0.64 * std::clamp(start_[right], -6.0, 6.0) + of_marks(left, right);
    if (apart > 1 && !sheet_.strips) {
      const double most = -kNone + 0.65 * (cut + Seams::kMostOfNet) + else_sure + away + kPlain;
      if (most + kMostElse < 0) return most;
    }
    const double joins = seams_.with_net(cut, ends_[left], begins_[right]);
    if (joins >= 2) away += kPlain;
    if (apart > 1 && !sheet_.strips) {
      const double sure = -kNone + 0.65 * joins + else_sure + away;
      if (sure + kMostElse < 0) return sure;
    }
    double odds = -kNone + words_odds(left, right, joins);
    odds += lie_of(sheet_, body_[left], body_[right]);
    if (right == left + 1) {
      odds += (after_head_[right] || without(Step::kNearness) ? -0.35
               : printed_                                     ? 4.7
                                                              : 4.8) +
              0.8 * std::min(topic(left, right), 3.0);
    } else {
      odds += away;
      if (odds > -1) odds += 0.86 * std::min(topic(left, right), 3.0);
    }
    return odds;
  }

  // Likeness of what stands before the left end and behind the right start.
  double topic(size_t left, size_t right) const {
    return topics_.likeness(bag_before(left), bag_behind(right));
  }

  const Topics::Bag& bag_before(size_t k) const {
    if (before_[k].empty()) {
      std::array<const Topics::Bag*, kBags> bags{};
      size_t n = 0;
      for (size_t i = k;; --i) {
        bags[n++] = &topics_.of(body_[i]);
        if (n == kBags || i == 0 || after_head_[i] || (n > 1 && pieces_[body_[i - 1]].open_end)) break;
      }
      before_[k] = Topics::merged({bags.data(), n});
    }
    return before_[k];
  }

  const Topics::Bag& bag_behind(size_t k) const {
    if (behind_[k].empty()) {
      std::array<const Topics::Bag*, kBags> bags{};
      size_t n = 0;
      for (size_t i = k; n < kBags && i < body_.size(); ++i) {
        if (n > 0 && after_head_[i]) break;
        bags[n++] = &topics_.of(body_[i]);
        if (pieces_[body_[i]].open_end) break;
      }
      behind_[k] = Topics::merged({bags.data(), n});
    }
    return behind_[k];
  }

  void join() {
    before_.resize(body_.size());
    behind_.resize(body_.size());
    std::vector<Pairing> pairs;
    for (size_t left = 0; left < body_.size(); ++left) {
      if (!pieces_[body_[left]].open_end) continue;
      const size_t from = left > kNear ? left - kNear : 0;
      const size_t to = std::min(body_.size(), left + kNear);
      for (size_t right = from; right < to; ++right) {
        const Piece& piece = pieces_[body_[right]];
        if (right == left || piece.role != Role::kParagraph) continue;
        if (form_of(piece) != form_of(pieces_[body_[left]])) continue;
        const double odds = odds_of(left, right);
        if (odds > 0 && !without(Step::kJoins))
          pairs.push_back({static_cast<uint32_t>(left), static_cast<uint32_t>(right), odds});
      }
    }
    std::vector<int> chosen = surest_pairing(body_.size(), body_.size(), std::move(pairs));
    if (sheet_.ocr || (printed_ && !is_tangled(sheet_))) prefer_strips(chosen);
    parts_.resize(body_.size());
    for (size_t k = 0; k < parts_.size(); ++k) parts_[k] = k;
    for (size_t left = 0; left < body_.size(); ++left) {
      if (chosen[left] < 0) continue;
      const auto right = static_cast<size_t>(chosen[left]);
      // The two ends of one chain would close a ring.
      const size_t part = part_of(left);
      const size_t other = part_of(right);
      if (part == other) continue;
      parts_[part] = other;
      Piece& a = pieces_[body_[left]];
      Piece& b = pieces_[body_[right]];
      a.next = static_cast<int>(body_[right]);
      b.previous = static_cast<int>(body_[left]);
      b.open_start = true;
      a.link = static_cast<float>(sheet_.strips ? std::max(odds_of(left, right), words_odds(left, right))
                                                : odds_of(left, right));
    }
  }

  double goes_on_in_order(const std::vector<size_t>& ends) const {
    double sum = 0;
    size_t count = 0;
    for (const size_t k : ends) {
      if (k + 1 >= body_.size() || after_head_[k + 1] || pieces_[body_[k + 1]].role != Role::kParagraph)
        continue;
      const double joins = seams_.continuation(pieces_[body_[k]], pieces_[body_[k + 1]]);
      const double starts = start_[k + 1] - first_lines_.goes_on(pieces_[body_[k + 1]]);
      sum += 0.65 * std::clamp(joins, -3.0, 4.0) + 0.64 * std::clamp(starts, -4.0, 4.0);
      ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
  }

  double ocr_strip_odds(size_t left, size_t right) const {
    double odds = words_odds(left, right) - kStripNone;
    if (after_head_[right]) odds -= kStripHead;
    if (odds > -2) odds += kStripTopic * std::min(topic(left, right), 3.0);
    return right == left + 1 ? odds + kStripNext : odds;
  }

  double printed_strip_odds(size_t left, size_t right) const {
    const StripWeights& w = kStrip;
    const bool known = words_.known(pieces_[body_[left]].text, pieces_[body_[right]].text) == 2;
    const bool is_next = right == left + 1;
    double odds = w.none + w.joins * seams_.joined(ends_[left], begins_[right]) +
                  w.start * std::clamp(start_[right], -6.0, 6.0) + w.marks * of_marks(left, right);
    if (known) odds += w.known;
    if (!as_wide(left, right)) odds += w.other_measure;
    if (is_next)
      odds += after_head_[right] ? w.next_after_head : w.next;
    else
      odds += w.far - w.away * std::log(static_cast<double>(right - left)) +
              (after_head_[right] ? w.after_head : 0);
    if (odds > kHopeless) odds += (is_next ? w.topic_next : w.topic) * std::min(topic(left, right), 3.0);
    return odds;
  }

  // By how much the words of joins in turn are better than those of the joins chosen.
  double words_gain(const std::vector<size_t>& ends, const std::vector<size_t>& starts,
                    const std::vector<int>& in_turn, const std::vector<int>& chosen) const {
    double gain = 0;
    for (size_t i = 0; i < ends.size(); ++i) {
      if (in_turn[i] >= 0) gain += words_odds(ends[i], starts[static_cast<size_t>(in_turn[i])]) - kStripNone;
      if (chosen[ends[i]] >= 0)
        gain -= words_odds(ends[i], static_cast<size_t>(chosen[ends[i]])) - kStripNone;
    }
    return gain;
  }

  // Are the page's columns read as strips, over the feet of stories? Then their joins replace `chosen`.
  void prefer_strips(std::vector<int>& chosen) {
    std::vector<size_t> ends;
    std::vector<size_t> starts;
    for (size_t k = 0; k < body_.size(); ++k) {
      const Piece& piece = pieces_[body_[k]];
      if (piece.role != Role::kParagraph) continue;
      if (region_of(sheet_, body_[k]) >= 0) return;  // the reader knows the lie of the page
      if (piece.open_end) ends.push_back(k);
      starts.push_back(k);
    }
    if (ends.size() < kStripLeast || ends.size() > kMostStripEnds || starts.size() > kMostStripStarts) return;
    if (sheet_.ocr && goes_on_in_order(ends) > kInOrder) return;
    const auto away = std::count_if(ends.begin(), ends.end(),
                                    [&](size_t k) { return chosen[k] != static_cast<int>(k) + 1; });
    if (!sheet_.ocr && static_cast<size_t>(away) < kPrintedStripEnds) return;
    std::vector<std::vector<float>> odds(ends.size(), std::vector<float>(starts.size(), 0));
    std::vector<float> near(ends.size(), 0);
    for (size_t i = 0; i < ends.size(); ++i) {
      for (size_t j = 0; j < starts.size(); ++j) {
        if (starts[j] <= ends[i]) continue;
        const auto worth = static_cast<float>(sheet_.ocr ? ocr_strip_odds(ends[i], starts[j])
                                                         : printed_strip_odds(ends[i], starts[j]));
        if (starts[j] == ends[i] + 1) near[i] = worth;
        odds[i][j] = worth;
      }
    }
    const std::vector<int> in_turn = pair_in_turn(ends, starts, odds, near);
    size_t far = 0;
    double far_gain = 0;
    for (size_t i = 0; i < ends.size(); ++i) {
      if (in_turn[i] < 0 || starts[static_cast<size_t>(in_turn[i])] == ends[i] + 1) continue;
      ++far;
      far_gain += odds[i][static_cast<size_t>(in_turn[i])];
    }
    const auto count = static_cast<double>(ends.size());
    const bool in_strips =
        sheet_.ocr
            ? words_gain(ends, starts, in_turn, chosen) >= kStripGain * count ||
                  (far >= kStripFar && far_gain >= kStripFarGain * count)
            : far >= kPrintedStripEnds && far_gain >= std::max(kPrintedStripLeast, kPrintedStripFar * count);
    if (!in_strips) return;
    sheet_.strips = true;
    std::fill(chosen.begin(), chosen.end(), -1);
    for (size_t i = 0; i < ends.size(); ++i) {
      if (in_turn[i] >= 0) chosen[ends[i]] = static_cast<int>(starts[static_cast<size_t>(in_turn[i])]);
    }
  }

  // Where columns were read into each other, what stands below the end of a block is of its story only where
  // the words say so.
  bool stays_in_story(size_t k) const {
    return !is_tangled(sheet_) || !begins_block(sheet_, body_[k + 1]) || topic(k, k + 1) >= kSameTopicBelow;
  }

  // Disjoint sets of what is joined already, paths halved (Tarjan 1975).
  size_t part_of(size_t k) {
    while (parts_[k] != k) k = parts_[k] = parts_[parts_[k]];
    return k;
  }

  // Pieces that follow each other in the dump with nothing against it, and those that are joined, make a
  // chain.
  void chain() {
    std::vector<int> after(body_.size(), -1);
    std::vector<bool> led(body_.size(), false);
    std::vector<size_t> at(pieces_.size(), 0);
    for (size_t k = 0; k < body_.size(); ++k) at[body_[k]] = k;
    for (size_t k = 0; k < body_.size(); ++k) {
      const Piece& piece = pieces_[body_[k]];
      int next = -1;
      if (piece.next >= 0) {
        next = static_cast<int>(at[static_cast<size_t>(piece.next)]);
      } else if (k + 1 < body_.size() && !after_head_[k + 1] && !piece.open_end &&
                 lie_of(sheet_, body_[k], body_[k + 1]) >= 0 && pieces_[body_[k + 1]].previous < 0 &&
                 !seams_.is_lead(pieces_[body_[k + 1]]) && stays_in_story(k)) {
        next = static_cast<int>(k + 1);
      }
      if (next < 0) continue;
      after[k] = next;
      led[static_cast<size_t>(next)] = true;
    }
    std::vector<bool> seen(body_.size(), false);
    const auto follow = [&](size_t k) {
      std::vector<size_t> chain;
      while (!seen[k]) {
        seen[k] = true;
        pieces_[body_[k]].chain = static_cast<int>(sheet_.chains.size());
        chain.push_back(body_[k]);
        if (after[k] < 0) break;
        k = static_cast<size_t>(after[k]);
      }
      if (!chain.empty()) sheet_.chains.push_back(std::move(chain));
    };
    for (size_t k = 0; k < body_.size(); ++k) {
      if (!led[k]) follow(k);
    }
    for (size_t k = 0; k < body_.size(); ++k) follow(k);  // a ring: begin anywhere
  }

  Sheet& sheet_;
  std::vector<Piece>& pieces_;
  const Seams& seams_;
  const PageWords& words_;
  const FirstLines first_lines_;
  bool printed_ = false;          // a tool that keeps printed lines seldom puts columns out of order
  std::vector<size_t> body_;      // paragraphs and sub-heads in the order of the dump
  std::vector<bool> after_head_;  // a head or a byline stands before it
  std::vector<double> start_;
  std::vector<double> farness_;  // of the distances that are asked for most
  std::vector<Seams::Edge> ends_;
  std::vector<Seams::Edge> begins_;
  const Topics& topics_;
  mutable std::vector<Topics::Bag> before_;  // filled when asked for
  mutable std::vector<Topics::Bag> behind_;
  std::vector<int> balance_;
  std::vector<size_t> parts_;
};

}  // namespace

// A line of few words may well stand on a page twice, and the same letters stand in other words: only a
// passage that is repeated to the letter is a copy.
void mark_copies_en(Sheet& sheet) {
  constexpr size_t kLeast = 100;
  constexpr float kVerbatim = 0.965F;
  std::vector<Role> roles;
  roles.reserve(sheet.pieces.size());
  for (const Piece& piece : sheet.pieces) roles.push_back(piece.role);
  mark_copies(sheet);
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    Piece& piece = sheet.pieces[i];
    if (piece.role != Role::kDuplicate) continue;
    // What stands under a picture says again who is in the story.
    if (piece.text.size() >= kLeast && piece.certainty >= kVerbatim && roles[i] != Role::kCaption) continue;
    piece.role = roles[i];
    piece.copy_of = -1;
  }
}

void stitch(Sheet& sheet) {
  if (sheet.tongue != Tongue::kChinese) {  // assemble_en links runs of paragraphs
    mark_copies_en(sheet);
    return;
  }
  mark_copies(sheet);
  size_t characters = 0;
  for (const Piece& piece : sheet.pieces) characters += piece.text.size();
  sheet.words = PageWords(characters);
  for (const Piece& piece : sheet.pieces) sheet.words.add(piece.text);
  sheet.topics = std::make_shared<Topics>(sheet);
  Stitcher(sheet, seams_zh()).run();
}

}  // namespace broadsheet
