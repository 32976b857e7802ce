#include "compose/topic.h"

#include <algorithm>
#include <cmath>

#include "text/fold.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr float kPrior = 150;  // pseudo-count of the page's own distribution

// An open-addressed map from a pair of characters (or a word's hash) to a number.
class Terms {
 public:
  explicit Terms(size_t expected) {
    size_t size = 64;
    while (size < expected * 2) size *= 2;
    slots_.resize(size);
    mask_ = size - 1;
  }
  struct Slot {
    uint64_t key = 0;
    uint32_t pieces = 0;  // how many pieces hold it
    uint32_t last = 0;    // the last piece that did, plus one
    uint32_t id = 0;
  };
  Slot& find(uint64_t key) {
    size_t i = (key * 0x9e3779b97f4a7c15ULL) >> 32 & mask_;
    while (slots_[i].key != 0 && slots_[i].key != key) i = (i + 1) & mask_;
    slots_[i].key = key;
    return slots_[i];
  }

 private:
  std::vector<Slot> slots_;
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
    if (is_hanzi(c)) {
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
  size_t characters = 0;
  for (const Piece& piece : sheet.pieces) characters += piece.text.size();
  Terms terms(characters + 16);
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    if (!counts(sheet.pieces[i])) continue;
    each_term(sheet.pieces[i].text, [&](uint64_t key) {
      Terms::Slot& slot = terms.find(key);
      if (slot.last != i + 1) {
        slot.last = static_cast<uint32_t>(i + 1);
        ++slot.pieces;
      }
    });
  }
  bags_.resize(sheet.pieces.size());
  uint32_t next = 1;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    if (!counts(sheet.pieces[i])) continue;
    Bag& bag = bags_[i];
    each_term(sheet.pieces[i].text, [&](uint64_t key) {
      Terms::Slot& slot = terms.find(key);
      if (slot.pieces < 2) return;
      if (slot.id == 0) slot.id = next++;
      bag.emplace_back(slot.id - 1, 1.F);
    });
    sort_stably(bag);
    size_t kept = 0;
    for (size_t k = 0; k < bag.size(); ++k) {
      if (kept > 0 && bag[kept - 1].first == bag[k].first) {
        bag[kept - 1].second += 1;
      } else {
        bag[kept++] = bag[k];
      }
    }
    bag.resize(kept);
    page_.resize(next - 1, 0);
    for (const auto& [term, count] : bag) {
      page_[term] += count;
      total_ += count;
    }
  }
}

void Topics::Group::add(const Bag& bag, float weight) {
  for (const auto& [term, count] : bag) {
    count_[term] += count * weight;
    total_ += count * weight;
  }
}

double Topics::affinity(const Bag& bag, const Group& group, bool member) const {
  if (bag.empty() || group.total_ <= 0) return 0;
  // Terms that stand nowhere else say nothing of where the bag belongs.
  double own = 0;
  for (const auto& [term, count] : bag) own += static_cast<double>(count);
  const double elsewhere = static_cast<double>(total_) - own;
  if (elsewhere <= 0) return 0;
  double sum = 0;
  double terms = 0;
  const double norm =
      std::log((std::max(0.0, static_cast<double>(group.total_) - (member ? own : 0)) + kPrior) / kPrior);
  for (const auto& [term, count] : bag) {
    const double others = static_cast<double>(page_[term] - count);
    if (others < 0.5) continue;
    // ln of ((n + prior p) / (N + prior)) / p, with n capped by what the page has.
    const double p = others / elsewhere;
    const double held = std::max(0.0, static_cast<double>(group.count_[term] - (member ? count : 0)));
    const double n = std::min(held, 3 * others);
    sum += n > 0 ? std::log(1 + n / (kPrior * p)) - norm : -norm;
    terms += 1;
  }
  return terms > 0 ? sum / std::sqrt(terms) : 0;
}

double Topics::likeness(const Bag& a, const Bag& b) const {
  if (a.empty() || b.empty()) return 0;
  double sum = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (x->first < y->first) {
      ++x;
    } else if (y->first < x->first) {
      ++y;
    } else {
      sum += std::log(static_cast<double>(total_ / page_[x->first]));
      ++x;
      ++y;
    }
  }
  return sum / std::sqrt(static_cast<double>(a.size()) * static_cast<double>(b.size()));
}

Topics::Bag Topics::merged(const std::vector<const Bag*>& bags) {
  Bag out;
  for (const Bag* bag : bags) out.insert(out.end(), bag->begin(), bag->end());
  sort_stably(out);
  size_t kept = 0;
  for (size_t k = 0; k < out.size(); ++k) {
    if (kept > 0 && out[kept - 1].first == out[k].first) {
      out[kept - 1].second += out[k].second;
    } else {
      out[kept++] = out[k];
    }
  }
  out.resize(kept);
  return out;
}

}  // namespace broadsheet
