#include "compose/copies.h"

#include <algorithm>

#include "compose/marks_zh.h"
#include "compose/titles_zh.h"
#include "read/ablation.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr size_t kGram = 10;           // characters that count as the same words when they stand in a row
constexpr size_t kLeast = 14;          // shorter pieces may repeat by chance
constexpr double kShare = 0.75;        // of a copy's words that stand elsewhere
constexpr double kVerbatim = 0.97;     // the same of one that says nothing else
constexpr size_t kMostRuns = 3;        // of one that says a little else
constexpr size_t kOwnEnd = 8;          // characters of its own at its end
constexpr size_t kLongestOpen = 80;    // characters of a quote that ends in no sentence
constexpr size_t kFew = 40;            // characters of a line lifted out of a story rather than said twice
constexpr size_t kShort = 60;          // the same where the line is not quite the story's
constexpr size_t kPrinted = 100;       // the same in a dump of printed lines
constexpr float kSameSummary = 0.98F;  // how sure it is that a summary said twice was printed once

struct Entry {
  uint64_t hash = 0;
  uint32_t piece = 0;
  uint32_t at = 0;
  uint32_t next = 0;  // where else the gram stands: index in chain_ + 1, in order of the page; 0: nowhere
  uint32_t last = 0;  // of a first one: the last of those
};

// Rabin and Karp's rolling hash, modulo 2^64: one for each gram.
void add_grams(std::u32string_view text, std::vector<uint64_t>& hashes) {
  constexpr uint64_t kBase = 0x9E3779B97F4A7C15ULL;
  if (text.size() < kGram) return;
  uint64_t power = 1;
  uint64_t hash = 0;
  for (size_t i = 0; i < kGram; ++i) {
    hash = hash * kBase + text[i] + 1;
    power *= kBase;
  }
  const size_t begin = hashes.size();
  hashes.resize(begin + text.size() - kGram + 1);
  uint64_t* to = hashes.data() + begin;
  for (size_t i = 0;; ++i) {
    *to++ = hash ^ (hash >> 29);
    if (i + kGram >= text.size()) break;
    // In this order one multiplication waits for the gram before, not two.
    hash = hash * kBase + (text[i + kGram] + 1 - (text[i] + 1) * power);
  }
}

// Which grams may stand twice: two sets of bits that fit a processor's first cache, so that the table need
// not hold the many that stand once (Bloom 1970, with one hash). A gram that does stand twice is never
// missed.
class Twice {
 public:
  explicit Twice(size_t grams) {
    size_t bits = 4096;
    while (bits < grams * 16) bits *= 2;
    once_.assign(bits / 64, 0);
    twice_.assign(bits / 64, 0);
    mask_ = bits - 1;
  }
  // Whether it may have been added before.
  bool add(uint64_t hash) {
    const size_t bit = hash >> 20 & mask_;
    const uint64_t one = uint64_t{1} << (bit % 64);
    const uint64_t before = once_[bit / 64] & one;
    twice_[bit / 64] |= before;
    once_[bit / 64] |= one;
    return before != 0;
  }
  bool holds(uint64_t hash) const {
    const size_t bit = hash >> 20 & mask_;
    return (twice_[bit / 64] >> (bit % 64) & 1) != 0;
  }

 private:
  std::vector<uint64_t> once_;
  std::vector<uint64_t> twice_;
  size_t mask_ = 0;
};

class Finder {
 public:
  explicit Finder(Sheet& sheet) : sheet_(sheet) {}

  void run() {
    const size_t count = sheet_.pieces.size();
    bare_.resize(count);
    size_t characters = 0;
    for (const Piece& piece : sheet_.pieces) characters += piece.text.size();
    hashes_.reserve(characters);
    characters_.resize(characters + 1);
    char32_t* to = characters_.data();
    for (size_t i = 0; i < count; ++i) {
      const Piece& piece = sheet_.pieces[i];
      grams_.push_back(hashes_.size());
      const bool summary = i > 0 && is_summary_title_zh(sheet_.pieces[i - 1].text);
      if (piece.role == Role::kFurniture || piece.role == Role::kCredit || piece.role == Role::kByline ||
          piece.loop)
        continue;
      if (summary) {
        mark_summary(i);
        continue;
      }
      char32_t* const begin = to;
      for (const char32_t c : piece.text) {
        *to = c;
        to += c != U' ';
      }
      bare_[i] = {begin, static_cast<size_t>(to - begin)};
      add_grams(bare_[i], hashes_);
    }
    grams_.push_back(hashes_.size());
    index();
    std::vector<size_t> order;
    for (size_t i = 0; i < count; ++i) {
      if (bare_[i].size() >= kLeast && suspect_[i]) order.push_back(i);
    }
    // The shorter first; of equals the later.
    sort_stably(order, [&](size_t a, size_t b) {
      return bare_[a].size() != bare_[b].size() ? bare_[a].size() < bare_[b].size() : a > b;
    });
    for (size_t i : order) judge(i);
  }

 private:
  // A summary may be in its story's own words; it is a copy only of another summary.
  void mark_summary(size_t i) {
    constexpr size_t kMost = 16;  // summaries of a page that are compared
    for (const size_t other : summaries_) {
      if (sheet_.pieces[other].text != sheet_.pieces[i].text) continue;
      sheet_.pieces[i].role = Role::kDuplicate;
      sheet_.pieces[i].certainty = kSameSummary;
      sheet_.pieces[i].copy_of = static_cast<int>(other);
      return;
    }
    if (summaries_.size() < kMost) summaries_.push_back(i);
  }

  // Where grams stand that may stand elsewhere, too; a piece that holds some that do is suspect.
  void index() {
    Twice twice(hashes_.size());
    size_t again = 0;
    for (const uint64_t hash : hashes_) again += twice.add(hash);
    size_t size = 64;
    while (size < again * 4) size *= 2;  // twice as many may be held, at most
    slots_.assign(size, 0);
    mask_ = size - 1;
    suspect_.assign(bare_.size(), false);
    chain_.clear();
    for (size_t i = 0; i < bare_.size(); ++i) {
      for (size_t k = grams_[i]; k < grams_[i + 1]; ++k) {
        const uint64_t hash = hashes_[k];
        const size_t at = k - grams_[i];
        if (!twice.holds(hash)) continue;
        const size_t slot = slot_of(hash);
        if (slots_[slot] == 0) {
          firsts_.push_back({hash, static_cast<uint32_t>(i), static_cast<uint32_t>(at)});
          slots_[slot] = static_cast<uint32_t>(firsts_.size());
        } else if (const uint32_t other = firsts_[slots_[slot] - 1].piece; other != i) {
          suspect_[i] = true;
          suspect_[other] = true;
          if (chain_.size() >= 4 * bare_.size() + 65536) continue;
          chain_.push_back({hash, static_cast<uint32_t>(i), static_cast<uint32_t>(at)});
          Entry& first = firsts_[slots_[slot] - 1];
          (first.last == 0 ? first.next : chain_[first.last - 1].next) = static_cast<uint32_t>(chain_.size());
          first.last = static_cast<uint32_t>(chain_.size());
        }
      }
    }
  }

  size_t slot_of(uint64_t hash) const {
    size_t slot = hash & mask_;
    while (slots_[slot] != 0 && firsts_[slots_[slot] - 1].hash != hash) slot = (slot + 1) & mask_;
    return slot;
  }

  // A piece other than `i`, and no copy itself, that holds the gram; -1 where there is none.
  int holder(size_t i, uint64_t hash, uint32_t& at) const {
    const size_t slot = slot_of(hash);
    if (slots_[slot] == 0) return -1;
    const Entry& first = firsts_[slots_[slot] - 1];
    const auto good = [&](const Entry& entry) {
      return entry.piece != i && sheet_.pieces[entry.piece].role != Role::kDuplicate;
    };
    if (good(first)) {
      at = first.at;
      return static_cast<int>(first.piece);
    }
    uint32_t next = first.next;
    for (int tries = 0; next != 0 && tries < 16; ++tries) {
      const Entry& entry = chain_[next - 1];
      next = entry.next;
      if (!good(entry)) continue;
      at = entry.at;
      return static_cast<int>(entry.piece);
    }
    return -1;
  }

  void judge(size_t i) {
    Piece& piece = sheet_.pieces[i];
    if (piece.role == Role::kHeadline || piece.role == Role::kSubhead || is_lead_zh(piece.text)) return;
    const std::u32string_view text = bare_[i];
    size_t same = 0;  // characters of grams that stand elsewhere
    size_t end = 0;   // of the last such gram
    int first_holder = -1;
    uint32_t first_at = 0;
    size_t first_pos = 0;
    int last_holder = -1;
    uint32_t last_at = 0;
    size_t last_pos = 0;
    size_t runs = 0;  // in which it has the words of another
    for (size_t k = grams_[i]; k < grams_[i + 1]; ++k) {
      const size_t pos = k - grams_[i];
      uint32_t at = 0;
      const int other = holder(i, hashes_[k], at);
      if (other < 0) continue;
      same += pos + kGram - std::max(pos, end);
      end = pos + kGram;
      if (first_holder < 0) {
        first_holder = other;
        first_at = at;
        first_pos = pos;
      }
      runs += other != last_holder || at - pos != last_at - last_pos;
      last_holder = other;
      last_at = at;
      last_pos = pos;
    }
    const double share = static_cast<double>(same) / static_cast<double>(text.size());
    if (first_holder < 0 || share < kShare) return;
    // Few words that a story says again, or says nearly so, are a line that the paper lifted out of it.
    const bool whole = first_holder == last_holder &&
                       bare_[static_cast<size_t>(first_holder)].size() <= text.size() + 4 &&
                       share > kVerbatim;
    if (!whole && (text.size() < kFew || (text.size() < kShort && share < kVerbatim))) return;
    // What two stories quote breaks off and goes on in other words; said twice it does so at its begin alone.
    if (share < kVerbatim && (runs > kMostRuns || text.size() - last_pos > kGram + kOwnEnd)) return;
    // Tools that print lines say nothing twice; what repeats there was set twice by the paper.
    if (sheet_.reading.printed && (share < 0.9 || text.size() < kPrinted)) return;
    if (is_pull_quote(i, first_holder, first_at, first_pos, last_holder, last_at, last_pos)) return;
    piece.role = Role::kDuplicate;
    piece.certainty = static_cast<float>(0.5 + share / 2 - 0.02);
    piece.copy_of = last_holder;
  }

  // Whole sentences lifted out of the story and set by the paper itself: kept.
  bool is_pull_quote(size_t i, int first, uint32_t first_at, size_t first_pos, int last, uint32_t last_at,
                     size_t last_pos) const {
    const std::u32string_view text = bare_[i];
    if (first_pos > 2 || last_pos + kGram + 2 < text.size()) return false;
    const std::u32string_view from = bare_[static_cast<size_t>(first)];
    const std::u32string_view to = bare_[static_cast<size_t>(last)];
    const auto boundary = [](char32_t c) {
      return c == U'。' || c == '!' || c == '?' || c == ',' || c == ';' || c == ':' || c == 0x201C ||
             c == 0x201D;
    };
    const bool begins = first_at <= first_pos || boundary(from[first_at - first_pos - 1]);
    const size_t end = last_at + kGram;
    const bool ends = end >= to.size() || boundary(to[end]) || boundary(to[end - 1]);
    // A long one that breaks off is a column's begin, said twice.
    if (text.size() > kLongestOpen && !ends_paragraph_zh(sheet_.pieces[i].text)) return false;
    // The same paragraph again, whole, is no quote: a quote is a part of what it is taken from.
    const bool whole = first == last && from.size() <= text.size() + 4;
    return begins && ends && !whole && sheet_.pieces[i].role == Role::kParagraph &&
           (end < to.size() || text.size() < 60);
  }

  Sheet& sheet_;
  std::u32string characters_;              // of all pieces, without blanks
  std::vector<std::u32string_view> bare_;  // of each piece, those
  std::vector<uint64_t> hashes_;           // of all grams, piece by piece
  std::vector<size_t> grams_;              // where each piece's begin
  std::vector<uint32_t> slots_;            // open addressing: index in firsts_ + 1; 0 is free
  std::vector<Entry> firsts_;              // where each gram stands first
  std::vector<Entry> chain_;               // and where else
  std::vector<bool> suspect_;
  size_t mask_ = 0;
  std::vector<size_t> summaries_;
};

}  // namespace

void mark_copies(Sheet& sheet) {
  if (without(Step::kCopies)) return;
  for (size_t i = 1; i < sheet.pieces.size(); ++i) {
    Piece& piece = sheet.pieces[i];
    if (!piece.loop) continue;
    piece.role = Role::kDuplicate;
    piece.certainty = 0.99F;
    piece.copy_of = static_cast<int>(i - 1);
  }
  Finder(sheet).run();
}

}  // namespace broadsheet
