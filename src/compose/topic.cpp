#include "compose/topic.h"

#include <algorithm>
#include <cmath>

#include "read/ablation.h"
#include "text/every.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr double kHuge = 1e200;        // as far as a product may grow: a factor is far below 1e100
constexpr float kPrior = 150;          // pseudo-count of the page's own distribution
constexpr float kPriorPart = 30;       // or, of a short page, one term in so many
constexpr float kPriorPartOcr = 60;    // the same where an OCR engine misread some of them
constexpr float kHead = 3;             // weight of a word of a head
constexpr size_t kMostCounted = 3000;  // terms of a page of ordinary length

// A pair of characters, or the hash of a word.
struct Term {
  uint64_t key = 0;
  uint32_t pieces = 0;  // how many hold it
  uint32_t last = 0;    // the last that did, plus one
  uint32_t times = 0;   // how often the page says it
  uint32_t end = 0;     // of the places where it stands, among those of all terms
};

// Numbers terms in the order in which they are first met: open addressing over small slots, the terms
// beside them.
class Terms {
 public:
  explicit Terms(size_t expected) {
    size_t size = 64;
    while (size < expected + expected / 4) size *= 2;
    slots_.resize(size, 0);
    mask_ = size - 1;
    all.reserve(expected);
  }
  uint32_t number_of(uint64_t key) {
    size_t i = (key * 0x9e3779b97f4a7c15ULL) >> 32 & mask_;
    while (slots_[i] != 0 && all[slots_[i] - 1].key != key) i = (i + 1) & mask_;
    if (slots_[i] == 0) {
      all.push_back({key});
      slots_[i] = static_cast<uint32_t>(all.size());
    }
    return slots_[i] - 1;
  }
  std::vector<Term> all;

 private:
  std::vector<uint32_t> slots_;  // number + 1; 0 is free
  size_t mask_ = 0;
};

// Calls `take` with every term of the text. In one place, so that it stands inline in the loop.
template <typename Take>
void each_term(const std::u32string& text, Take take) {
  constexpr uint64_t kWord = uint64_t{1} << 63;
  char32_t before = 0;  // where it is a hanzi
  uint64_t word = 0;
  int letters = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char32_t c = i < text.size() ? text[i] : U' ';
    uint64_t term = 0;
    if (every_is_hanzi(c)) {
      // A hanzi stands before it, or a word does.
      term = before != 0 ? static_cast<uint64_t>(before) << 21 | c : letters >= 3 ? word | kWord : 0;
      before = c;
      letters = 0;
    } else if (is_latin(c)) {
      const char32_t lower = c >= 'A' && c <= 'Z' ? c + 32 : c;
      word = ((letters > 0 ? word : 0) * 1099511628211ULL) ^ lower;
      ++letters;
      before = 0;
    } else {
      if (letters >= 3) term = word | kWord;
      before = 0;
      letters = 0;
    }
    if (term != 0) take(term);
  }
}

bool counts(const Piece& piece) {
  return piece.role != Role::kFurniture && piece.role != Role::kDuplicate;
}

}  // namespace

Topics::Topics(const Sheet& sheet) {
  size_t characters = 0;
  for (const Piece& piece : sheet.pieces) characters += piece.text.size();
  Terms terms(characters + 16);
  std::vector<uint32_t> said(characters);  // every term of every piece, in turn
  size_t met = 0;
  std::vector<size_t> ends;  // where each piece's end in `said`
  ends.reserve(sheet.pieces.size());
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    if (counts(sheet.pieces[i])) {
      each_term(sheet.pieces[i].text, [&](uint64_t key) {
        const uint32_t number = terms.number_of(key);
        said[met++] = number;
        Term& term = terms.all[number];
        term.pieces += term.last != i + 1;
        term.last = static_cast<uint32_t>(i + 1);
        ++term.times;
      });
    }
    ends.push_back(met);
  }
  // Sorted by counting: the pieces in which each term stands.
  uint32_t places = 0;
  for (Term& term : terms.all) {
    term.end = places;
    places += term.times;
  }
  std::vector<uint32_t> stands_in(places);
  bags_.resize(sheet.pieces.size());
  for (size_t i = 0, k = 0; i < sheet.pieces.size(); ++i) {
    size_t most = 0;
    for (; k < ends[i]; ++k) {
      Term& term = terms.all[said[k]];
      stands_in[term.end++] = static_cast<uint32_t>(i);
      most += term.pieces >= 2;
    }
    bags_[i].reserve(most);
  }
  for (const Term& term : terms.all) {
    if (term.pieces < 2) continue;
    const auto id = static_cast<uint32_t>(page_.size());
    for (uint32_t k = term.end - term.times; k < term.end; ++k) {
      Bag& bag = bags_[stands_in[k]];
      if (bag.empty() || bag.back().first != id) bag.emplace_back(id, 0.F);
      bag.back().second += 1;
    }
    page_.push_back(static_cast<float>(term.times));
    total_ += page_.back();
  }
  prior_ = std::min<double>(kPrior, static_cast<double>(total_) / (sheet.ocr ? kPriorPartOcr : kPriorPart));
  rarity_.reserve(page_.size());
  for (float count : page_) rarity_.push_back(std::log(static_cast<double>(total_ / count)));
}

Topics::Group::Group(const Topics& topics) {
  const bool is_long = topics.page_.size() > kMostCounted;
  count_.resize(is_long ? 64 : topics.page_.size(), 0.F);
  if (is_long) terms_.resize(count_.size(), 0);
}

inline size_t Topics::Group::place_of(uint32_t term) const {
  const size_t mask = terms_.size() - 1;
  size_t i = (term * 0x9e3779b1U >> 7U) & mask;
  while (terms_[i] != 0 && terms_[i] != term + 1) i = (i + 1) & mask;
  return i;
}

inline float Topics::Group::held(uint32_t term) const {
  if (terms_.empty()) return count_[term];
  if ((said_[term / 64 % said_.size()] >> term % 64 & 1) == 0) return 0;
  return count_[place_of(term)];
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
  const bool is_map = !terms_.empty();
  float total = 0;
  for (const auto& [term, count] : bag) {
    size_t place = term;
    if (is_map) {
      if (used_ * 2 >= terms_.size()) grow();
      place = place_of(term);
      if (terms_[place] == 0) ++used_;
      terms_[place] = term + 1;
      said_[term / 64 % said_.size()] |= uint64_t{1} << term % 64;
    }
    count_[place] += count * weight;
    total += count * weight;
  }
  total_ += total;
}

Topics::Weighed Topics::weighed(const Bag& bag) const {
  Weighed out;
  // Terms that stand nowhere else say nothing of where the bag belongs.
  for (const auto& [term, count] : bag) out.said += static_cast<double>(count);
  const double elsewhere = static_cast<double>(total_) - out.said;
  if (elsewhere <= 0) return out;
  const auto rare = static_cast<float>(elsewhere / prior_);
  out.terms.reserve(bag.size());
  for (const auto& [term, count] : bag) {
    const float others = page_[term] - count;
    if (others >= 0.5F) out.terms.push_back({term, count, 3 * others, rare / others});
  }
  return out;
}

Topics::Weighed Topics::weighed(std::span<const size_t> pieces) const {
  std::vector<const Bag*> bags;
  bags.reserve(pieces.size());
  for (const size_t piece : pieces) bags.push_back(&of(piece));
  return weighed(merged(bags));
}

Topics::Weighed Topics::weighed_apart(std::span<const size_t> pieces) const {
  Bag bag;
  for (const size_t piece : pieces) bag.insert(bag.end(), of(piece).begin(), of(piece).end());
  sort_stably(bag);
  return weighed(bag);
}

double Topics::affinity(const Weighed& bag, const Group& group, bool member) const {
  return sum_of(bag, group, member).mean();
}

Topics::Sum Topics::sum_of(const Weighed& bag, const Group& group, bool member) const {
  if (bag.terms.empty() || group.total_ <= 0 || without(Step::kTopics)) return {};
  double sum = 0;
  const double others = static_cast<double>(group.total_) - (member ? bag.said : 0);
  const double norm = std::log((std::max(0.0, others) + prior_) / prior_);
  double product = 1;  // of what is to be logarithms: one takes longer than all else here
  const auto weigh = [&](const auto& said) {
    for (const Weighed::Term& it : bag.terms) {
      const float held = said(it.term) - (member ? it.count : 0);
      if (held <= 0) continue;
      // ((n + prior p) / (N + prior)) / p, with n capped by what the page has.
      product *= static_cast<double>(1 + std::min(held, it.most) * it.rarity);
      if (product <= kHuge) continue;
      sum += std::log(product);
      product = 1;
    }
  };
  if (group.terms_.empty())
    weigh([all = group.count_.data()](uint32_t term) { return all[term]; });
  else
    weigh([&](uint32_t term) { return group.held(term); });
  sum += std::log(product) - norm * static_cast<double>(bag.terms.size());
  return {sum, static_cast<double>(bag.terms.size())};
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

Topics::Group Topics::of_head(const Sheet& sheet, size_t story) const {
  Group words(*this);
  for (const size_t i : sheet.stories[story].heads) words.add(of(i), kHead);
  return words;
}

Topics::Bag Topics::merged(std::span<const Bag* const> bags) {
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
