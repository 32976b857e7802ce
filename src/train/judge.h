// How well a model tells the true continuation of a cut sentence from 19 others.
//
//     const std::vector<Halves> cuts = cut_once(held_out, dice);
//     const double share = first_among_20(cuts, dice, [&](const auto& left, const auto& right) { return odds;
//     });
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet {

using Halves = std::pair<std::u32string, std::u32string>;

// One cut in each text that is long enough.
inline std::vector<Halves> cut_once(const std::vector<std::u32string>& texts, std::mt19937& dice) {
  std::vector<Halves> cuts;
  for (const std::u32string& text : texts) {
    if (text.size() < 80) continue;
    const size_t at = 20 + dice() % (text.size() - 40);
    cuts.emplace_back(text.substr(0, at), text.substr(at));
  }
  return cuts;
}

// 0 to 1; of several that score alike any may be first.
template <class Score>
double first_among_20(const std::vector<Halves>& cuts, std::mt19937& dice, const Score& score) {
  double first = 0;
  for (const auto& [left, right] : cuts) {
    const auto truth = score(left, right);
    int better = 0;
    int equal = 1;
    for (int k = 0; k < 19; ++k) {
      const auto other = score(left, cuts[dice() % cuts.size()].second);
      better += other > truth;
      equal += other == truth;
    }
    if (better == 0) first += 1.0 / equal;
  }
  return cuts.empty() ? 0 : first / static_cast<double>(cuts.size());
}

}  // namespace broadsheet
