#include "compose/topic.h"

#include <algorithm>
#include <cmath>

#include "read/ablation.h"
#include "text/every.h"

namespace broadsheet {

namespace {

constexpr float kPrior = 150;           // pseudo-count of the page's own distribution
constexpr float kPriorPart = 30;        // or, of a short page, one term in so many
constexpr float kPriorPartOcr = 60;     // the same where an OCR engine misread some of them
constexpr size_t kMostCounted = 20000;  // terms of a page of ordinary length

// Numbers terms (pairs of characters, hashes of words) in the order in which they are first met: open
// addressing over small slots, the keys beside them.
class Terms {
 public:
  explicit Terms(size_t expected) {
    size_t size = 64;
    while (size < expected + expected / 2) size *= 2;
    slots_.resize(size, 0);
    mask_ = size - 1;
    keys_.reserve(expected);
  }
  uint32_t number_of(uint64_t key) {
    size_t i = (key * 0x9e3779b97f4a7c15ULL) >> 32 & mask_;
    while (slots_[i] != 0 && keys_[slots_[i] - 1] != key) i = (i + 1) & mask_;
    if (slots_[i] == 0) {
      keys_.push_back(key);
      slots_[i] = static_cast<uint32_t>(keys_.size());
    }
    return slots_[i] - 1;
  }
  size_t size() const { return keys_.size(); }

 private:
  std::vector<uint32_t> slots_;  // number + 1; 0 is free
  std::vector<uint64_t> keys_;
  size_t mask_ = 0;
};

// Calls `take` with every term of the text.
template <typename Take>
void each_term(const std::u32string& text, Take take) {
  char32_t before = 0;
  uint64_t word = 0;
  int letters = 0;
  const auto end_word = [&] {
    if (letters >= 3) take(word | (uint64_t{1} << 63));
    word = 0;
    letters = 0;
  };
  for (char32_t c : text) {
    if (every_is_hanzi(c)) {
      if (before != 0) take((static_cast<uint64_t>(before) << 21) | c);
      before = c;
      end_word();
      continue;
    }
    before = 0;
    if (is_latin(c)) {
      const char32_t lower = c >= 'A' && c <= 'Z' ? c + 32 : c;
      word = (word * 1099511628211ULL) ^ lower;
      ++letters;
    } else {
      end_word();
    }
  }
  end_word();
}

bool counts(const Piece& piece) {
  return piece.role != Role::kFurniture && piece.role != Role::kDuplicate;
}

}  // namespace

Topics::Topics(const Sheet& sheet) {
  prior_part_ = sheet.ocr ? kPriorPartOcr : kPriorPart;
  size_t characters = 0;
  for (const Piece& piece : sheet.pieces) characters += piece.text.size();
  Terms terms(characters + 16);
  std::vector<uint32_t> said;    // every term of every piece, in turn
  std::vector<size_t> ends;      // where each piece's end in `said`
  std::vector<uint32_t> pieces;  // of each term: how many pieces hold it
  std::vector<uint32_t> last;    // the last piece that did, plus one
  said.reserve(characters);
  ends.reserve(sheet.pieces.size());
  pieces.reserve(characters);
  last.reserve(characters);
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    if (counts(sheet.pieces[i])) {
      each_term(sheet.pieces[i].text, [&](uint64_t key) {
        const uint32_t term = terms.number_of(key);
        if (term == pieces.size()) {
          pieces.push_back(0);
          last.push_back(0);
        }
        if (last[term] != i + 1) {
          last[term] = static_cast<uint32_t>(i + 1);
          ++pieces[term];
        }
        said.push_back(term);
      });
    }
    ends.push_back(said.size());
  }
  bags_.resize(sheet.pieces.size());
  std::vector<uint32_t> id(terms.size(), 0);  // of terms that stand in two pieces or more, from 1
  std::vector<uint32_t>& place = last;        // where the term stands in the bag under way, plus one
  std::fill(place.begin(), place.end(), 0);
  uint32_t next = 1;
  size_t k = 0;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    Bag& bag = bags_[i];
    const size_t begin = k;
    for (; k < ends[i]; ++k) {
      const uint32_t term = said[k];
      if (pieces[term] < 2) continue;
      if (place[term] != 0) {
        bag[place[term] - 1].second += 1;
        continue;
      }
      if (id[term] == 0) id[term] = next++;
      bag.emplace_back(id[term] - 1, 1.F);
      place[term] = static_cast<uint32_t>(bag.size());
    }
    for (size_t n = begin; n < k; ++n) place[said[n]] = 0;
    std::sort(bag.begin(), bag.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    page_.resize(next - 1, 0);
    for (const auto& [term, count] : bag) {
      page_[term] += count;
      total_ += count;
    }
  }
  rarity_.reserve(page_.size());
  for (float count : page_) rarity_.push_back(std::log(static_cast<double>(total_ / count)));
}

Topics::Group::Group(const Topics& topics) {
  const bool is_long = topics.page_.size() > kMostCounted;
  count_.resize(is_long ? 64 : topics.page_.size(), 0.F);
  if (is_long) terms_.resize(count_.size(), 0);
}

size_t Topics::Group::place_of(uint32_t term) const {
  const size_t mask = terms_.size() - 1;
  size_t i = (term * 0x9e3779b1U >> 7U) & mask;
  while (terms_[i] != 0 && terms_[i] != term + 1) i = (i + 1) & mask;
  return i;
}

float Topics::Group::held(uint32_t term) const {
  return count_[terms_.empty() ? term : place_of(term)];
}

void Topics::Group::grow() {
  std::vector<uint32_t> terms(terms_.size() * 2, 0);
  std::vector<float> counts(terms.size(), 0.F);
  terms.swap(terms_);
  counts.swap(count_);
  for (size_t i = 0; i < terms.size(); ++i) {
    if (terms[i] == 0) continue;
    const size_t place = place_of(terms[i] - 1);
    terms_[place] = terms[i];
    count_[place] = counts[i];
  }
}

void Topics::Group::add(const Bag& bag, float weight) {
  for (const auto& [term, count] : bag) {
    size_t place = term;
    if (!terms_.empty()) {
      if (used_ * 2 >= terms_.size()) grow();
      place = place_of(term);
      if (terms_[place] == 0) ++used_;
      terms_[place] = term + 1;
    }
    count_[place] += count * weight;
    total_ += count * weight;
  }
}

double Topics::affinity(const Bag& bag, const Group& group, bool member) const {
  if (bag.empty() || group.total_ <= 0 || without(Step::kTopics)) return 0;
  // Terms that stand nowhere else say nothing of where the bag belongs.
  double own = 0;
  for (const auto& [term, count] : bag) own += static_cast<double>(count);
  const double elsewhere = static_cast<double>(total_) - own;
  if (elsewhere <= 0) return 0;
  double sum = 0;
  double terms = 0;
  const double prior = std::min<double>(kPrior, static_cast<double>(total_) / prior_part_);
  const double norm =
      std::log((std::max(0.0, static_cast<double>(group.total_) - (member ? own : 0)) + prior) / prior);
  for (const auto& [term, count] : bag) {
    const double others = static_cast<double>(page_[term] - count);
    if (others < 0.5) continue;
    // ln of ((n + prior p) / (N + prior)) / p, with n capped by what the page has.
    const double p = others / elsewhere;
    const double held = std::max(0.0, static_cast<double>(group.held(term) - (member ? count : 0)));
    const double n = std::min(held, 3 * others);
    sum += n > 0 ? std::log(1 + n / (prior * p)) - norm : -norm;
    terms += 1;
  }
  return terms > 0 ? sum / std::sqrt(terms) : 0;
}

double Topics::likeness(const Bag& a, const Bag& b) const {
  if (a.empty() || b.empty() || without(Step::kTopics)) return 0;
  double sum = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (x->first < y->first) {
      ++x;
    } else if (y->first < x->first) {
      ++y;
    } else {
      sum += rarity_[x->first];
      ++x;
      ++y;
    }
  }
  return sum / std::sqrt(static_cast<double>(a.size()) * static_cast<double>(b.size()));
}

Topics::Bag Topics::merged(const std::vector<const Bag*>& bags) {
  Bag out;
  for (const Bag* bag : bags) {
    if (out.empty()) {
      out = *bag;
      continue;
    }
    Bag both;
    both.reserve(out.size() + bag->size());
    auto x = out.begin();
    auto y = bag->begin();
    while (x != out.end() || y != bag->end()) {
      if (y == bag->end() || (x != out.end() && x->first < y->first)) {
        both.push_back(*x++);
      } else if (x == out.end() || y->first < x->first) {
        both.push_back(*y++);
      } else {
        both.emplace_back(x->first, x->second + y->second);
        ++x;
        ++y;
      }
    }
    out = std::move(both);
  }
  return out;
}

}  // namespace broadsheet
