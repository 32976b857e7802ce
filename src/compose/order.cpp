#include "compose/order.h"

#include <algorithm>

#include "compose/marks_zh.h"
#include "compose/stitch.h"

namespace broadsheet {

namespace {

constexpr double kAway = 2.5;       // a seam that the dump does not have
constexpr double kAwayPrinted = 4;  // the same where the dump keeps printed lines
constexpr double kText = 0.85;      // weight of n-grams and net across an open end
constexpr double kBegin = 0.64;     // weight of how a paragraph begins behind a closed end
constexpr double kLead = 6;         // a lead that is not the first
constexpr double kSigned = 5;       // to go on behind a name that closed the story
constexpr double kOpenTitle = 1.8;  // a sub-head in mid-sentence
constexpr double kLeftOpen = 2.3;   // the story ends in mid-sentence
constexpr double kMargin = 0.1;     // what a move must gain
constexpr size_t kMost = 160;       // pieces of a story that is looked at
constexpr int kMoves = 8;
constexpr size_t kMostBlocks = 8;  // runs of a story whose orders are all weighed

class Order {
 public:
  Order(Sheet& sheet, const std::vector<bool>& closed, size_t head, const std::vector<size_t>& body)
      : sheet_(sheet), words_(sheet.words), seams_(seams_zh()), body_(body), size_(body.size()) {
    away_ = sheet.reading.printed ? kAwayPrinted : kAway;
    // Places in the dump, those above the head last.
    std::vector<size_t> dump(size_);
    for (size_t k = 0; k < size_; ++k) dump[k] = k;
    std::sort(dump.begin(), dump.end(), [&](size_t a, size_t b) { return body[a] < body[b]; });
    place_.resize(size_);
    first_ = size_;
    for (size_t k = 0; k < size_; ++k) {
      place_[dump[k]] = static_cast<int>(k);
      if (first_ == size_ && body[dump[k]] >= head) first_ = dump[k];  // a floating head stands at its text
    }
    if (first_ < size_) {
      above_ = place_[first_];
    }
    closed_.resize(size_);
    open_.resize(size_);
    begin_.resize(size_);
    balance_.resize(size_);
    lead_.resize(size_);
    for (size_t k = 0; k < size_; ++k) {
      const Piece& it = piece(k);
      lead_[k] = it.role == Role::kParagraph && seams_.is_lead(it);
      ends_.push_back(seams_.end_of(it));
      begins_.push_back(seams_.begin_of(it));
      closed_[k] = closed[body[k]];
      open_[k] = it.role == Role::kParagraph && !closed_[k] && it.open_end;
      begin_[k] = it.role == Role::kParagraph ? std::clamp(known_start(it), -6.0, 6.0) : -1.0;
      balance_[k] = it.role == Role::kParagraph ? balance_zh(it.text) : 0;
    }
    seam_.assign((size_ + 1) * (size_ + 1), kUnknown);
  }

  bool run() {
    order_.resize(size_);
    for (size_t k = 0; k < size_; ++k) order_[k] = k;
    bool changed = false;
    for (int move = 0; move < kMoves && step(); ++move) changed = true;
    // Printed lines stand in order, or were read into each other.
    return (!sheet_.reading.printed && best_of_blocks()) || changed;
  }

  const std::vector<size_t>& order() const { return order_; }
  double text(size_t a, size_t b) const { return open_text(a, b); }

 private:
  static constexpr float kUnknown = 1e9F;
  const Piece& piece(size_t k) const { return sheet_.pieces[body_[k]]; }

  double open_text(size_t a, size_t b) const {
    double odds = kText * seams_.joined(ends_[a], begins_[b]);
    const int known = words_.known(piece(a).text, piece(b).text);
    odds += known == 2 ? 1.3 : known == 1 ? 0.45 : 0;
    if (balance_[a] > 0) odds += balance_[b] < 0 ? 1.75 : -0.95;
    if (balance_[a] <= 0 && balance_[b] < 0) odds -= 1.5;
    return odds;
  }

  // What the seam from piece a to piece b is worth; size_ stands for the head before and for the end behind.
  double worth(size_t a, size_t b) const {
    if (b == size_) return a < size_ && open_[a] ? -kLeftOpen : 0;
    if (a == size_)
      return (lead_[b] ? kLead : -kBegin * begin_[b]) - (b == first_ || first_ == size_ ? 0 : away_);
    double odds = 0;
    if (closed_[a]) odds -= kSigned;
    if (open_[a]) {
      odds += piece(b).role != Role::kParagraph ? -kOpenTitle : open_text(a, b);
    } else {
      odds -= kBegin * begin_[b];
      if (balance_[a] <= 0 && balance_[b] < 0) odds -= 1;
    }
    if (lead_[b]) odds -= kLead / 2;
    if (place_[b] != place_[a] + 1 || place_[b] == above_) odds -= away_;
    return odds;
  }

  double seam(size_t a, size_t b) {
    float& known = seam_[a * (size_ + 1) + b];
    if (known == kUnknown) known = static_cast<float>(worth(a, b));
    return static_cast<double>(known);
  }

  size_t at(size_t i) const { return i < size_ ? order_[i] : size_; }
  size_t before(size_t i) const { return i > 0 ? order_[i - 1] : size_; }

  // Does something speak against the seam before order_[i]?
  bool suspect(size_t i) const {
    const size_t a = before(i);
    const size_t b = at(i);
    if (a == size_) return b != first_ || begin_[b] > 0;
    if (b == size_) return open_[a] || place_[a] + 1 != static_cast<int>(size_);
    return open_[a] || begin_[b] > 0 || place_[b] != place_[a] + 1 || place_[b] == above_;
  }

  // Two columns that stand side by side change places: the best such move.
  bool step() {
    std::vector<bool> doubt(size_ + 1);
    std::vector<size_t> next(size_ + 2, size_ + 1);  // the first in doubt from here on
    std::vector<double> now(size_ + 1);              // worth of the seams as they are
    for (size_t i = size_ + 1; i-- > 0;) {
      doubt[i] = suspect(i);
      next[i] = doubt[i] ? i : next[i + 1];
      now[i] = seam(before(i), at(i));
    }
    double best = kMargin;
    size_t x = 0, y = 0, z = 0;
    for (size_t i = 0; i < size_; ++i) {
      for (size_t j = i + 1; j < size_; ++j) {
        if (!doubt[i] && !doubt[j]) continue;
        const double cut = now[i] + now[j];
        const double front = seam(before(i), at(j));
        const bool both = doubt[i] && doubt[j];  // two in doubt make a move worth trying
        for (size_t k = both ? j + 1 : next[j + 1]; k <= size_; k = both ? k + 1 : next[k + 1]) {
          const double gain = front + seam(before(k), at(i)) + seam(before(j), at(k)) - cut - now[k];
          if (gain <= best) continue;
          best = gain;
          x = i;
          y = j;
          z = k;
        }
      }
    }
    if (z == 0) return false;
    std::rotate(order_.begin() + static_cast<std::ptrdiff_t>(x),
                order_.begin() + static_cast<std::ptrdiff_t>(y),
                order_.begin() + static_cast<std::ptrdiff_t>(z));
    return true;
  }

  // The best of all orders of the runs that nothing speaks against, where they are few (Held and Karp 1962).
  bool best_of_blocks() {
    std::vector<size_t> starts;
    for (size_t i = 0; i < size_; ++i) {
      if (i == 0 || suspect(i)) starts.push_back(i);
    }
    const size_t n = starts.size();
    if (n < 3 || n > kMostBlocks) return false;
    const auto end_of = [&](size_t b) { return (b + 1 < n ? starts[b + 1] : size_) - 1; };
    double now = seam(order_[size_ - 1], size_);
    for (size_t b = 0; b < n; ++b) now += seam(before(starts[b]), order_[starts[b]]);
    const size_t all = size_t{1} << n;
    std::vector<float> best(all * n, -1e9F);
    std::vector<uint8_t> from(all * n, 0);
    for (size_t b = 0; b < n; ++b)
      best[(size_t{1} << b) * n + b] = static_cast<float>(seam(size_, order_[starts[b]]));
    for (size_t set = 1; set < all; ++set) {
      for (size_t b = 0; b < n; ++b) {
        const float score = best[set * n + b];
        if (score < -1e8F) continue;
        for (size_t c = 0; c < n; ++c) {
          if ((set >> c) & 1U) continue;
          const size_t to = (set | (size_t{1} << c)) * n + c;
          const float sum = score + static_cast<float>(seam(order_[end_of(b)], order_[starts[c]]));
          if (sum > best[to]) {
            best[to] = sum;
            from[to] = static_cast<uint8_t>(b);
          }
        }
      }
    }
    size_t last = 0;
    double most = -1e9;
    for (size_t b = 0; b < n; ++b) {
      const double sum = best[(all - 1) * n + b] + seam(order_[end_of(b)], size_);
      if (sum > most) {
        most = sum;
        last = b;
      }
    }
    if (most < now + kMargin) return false;
    std::vector<size_t> way;
    for (size_t set = all - 1, b = last; set != 0;) {
      way.push_back(b);
      const size_t before = from[set * n + b];
      set ^= size_t{1} << b;
      b = before;
    }
    std::vector<size_t> out;
    for (size_t w = way.size(); w-- > 0;) {
      for (size_t i = starts[way[w]]; i <= end_of(way[w]); ++i) out.push_back(order_[i]);
    }
    order_ = std::move(out);
    return true;
  }

  Sheet& sheet_;
  const PageWords& words_;
  const Seams& seams_;
  const std::vector<size_t>& body_;
  size_t size_;
  double away_ = 0;
  size_t first_ = 0;        // the first below the head
  int above_ = -1;          // place of the first below the head: what stands above it was not read before it
  std::vector<int> place_;  // in the dump
  std::vector<bool> closed_;   // a name closes the story there
  std::vector<bool> open_;     // ends in mid-sentence
  std::vector<bool> lead_;     // begins as only a story does
  std::vector<double> begin_;  // log-odds that it begins in mid-sentence
  std::vector<int> balance_;
  std::vector<Seams::Edge> ends_;
  std::vector<Seams::Edge> begins_;
  std::vector<size_t> order_;
  std::vector<float> seam_;
};

}  // namespace

bool order_story(Sheet& sheet, const std::vector<bool>& closed, size_t head, std::vector<size_t>& body) {
  if (body.size() < 2 || body.size() > kMost) return false;
  Order order(sheet, closed, head, body);
  if (!order.run()) return false;
  std::vector<size_t> out;
  for (size_t k : order.order()) out.push_back(body[k]);
  std::vector<int> next_before;
  next_before.reserve(out.size());
  for (size_t i : out) next_before.push_back(sheet.pieces[i].next);
  for (size_t i : out) {
    Piece& it = sheet.pieces[i];
    if (it.next >= 0) sheet.pieces[static_cast<size_t>(it.next)].previous = -1;
    if (it.previous >= 0) sheet.pieces[static_cast<size_t>(it.previous)].next = -1;
    it.next = it.previous = -1;
  }
  for (size_t k = 0; k + 1 < out.size(); ++k) {
    Piece& a = sheet.pieces[out[k]];
    Piece& b = sheet.pieces[out[k + 1]];
    if (a.role != Role::kParagraph || b.role != Role::kParagraph || !a.open_end || closed[out[k]]) continue;
    const double odds =
        order.text(order.order()[k], order.order()[k + 1]) + 0.64 * std::clamp(known_start(b), -6.0, 6.0);
    if (odds < -1) continue;
    a.next = static_cast<int>(out[k + 1]);
    b.previous = static_cast<int>(out[k]);
    // A join that was there before keeps the odds that it was made for: they know more.
    if (next_before[k] != a.next) {
      a.link = static_cast<float>(odds);
      a.reordered = true;
    }
    b.open_start = true;
  }
  body = std::move(out);
  return true;
}

}  // namespace broadsheet
