#include "compose/match.h"

#include <algorithm>

#include "read/ablation.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

// The surest pair first. Only to measure what the auction is worth.
std::vector<int> greedy_pairing(size_t lefts, size_t rights, std::vector<Pairing> pairs) {
  sort_stably(pairs, [](const Pairing& a, const Pairing& b) { return a.score > b.score; });
  std::vector<int> chosen(lefts, -1);
  std::vector<bool> taken(rights, false);
  for (const Pairing& pair : pairs) {
    if (pair.score <= 0 || chosen[pair.left] >= 0 || taken[pair.right]) continue;
    chosen[pair.left] = static_cast<int>(pair.right);
    taken[pair.right] = true;
  }
  return chosen;
}

}  // namespace

std::vector<int> best_pairing(size_t lefts, size_t rights, const std::vector<Pairing>& pairs) {
  if (without(Step::kAuction)) return greedy_pairing(lefts, rights, pairs);
  constexpr double kStep = 0.01;
  std::vector<std::vector<Pairing>> of(lefts);
  for (const Pairing& pair : pairs) {
    if (pair.score > 0) of[pair.left].push_back(pair);
  }
  std::vector<double> price(rights, 0);
  std::vector<int> owner(rights, -1);
  std::vector<int> chosen(lefts, -1);
  std::vector<uint32_t> waiting;
  for (size_t i = lefts; i > 0; --i) waiting.push_back(static_cast<uint32_t>(i - 1));
  // Each bid raises a price by at least kStep and scores are bounded, so it ends; but hundreds of ends that
  // are all alike would outbid each other step by step. On pages of newspapers there is hardly more than one
  // bid an end.
  size_t budget = 1000 + 40 * lefts;
  while (!waiting.empty() && budget-- > 0) {
    const uint32_t left = waiting.back();
    waiting.pop_back();
    double best = 0;  // no partner at all is worth 0
    double second = 0;
    int pick = -1;
    for (const Pairing& pair : of[left]) {
      const double gain = pair.score - price[pair.right];
      if (gain > best) {
        second = best;
        best = gain;
        pick = static_cast<int>(pair.right);
      } else {
        second = std::max(second, gain);
      }
    }
    if (pick < 0) continue;
    const auto right = static_cast<size_t>(pick);
    price[right] += best - second + kStep;
    if (owner[right] >= 0) {
      chosen[static_cast<size_t>(owner[right])] = -1;
      waiting.push_back(static_cast<uint32_t>(owner[right]));
    }
    owner[right] = static_cast<int>(left);
    chosen[left] = pick;
  }
  return chosen;
}

}  // namespace broadsheet
