#include "compose/strips.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr int kRounds = 4;
constexpr float kGain = 1e-4F;  // what a change must be worth, so that rounding never turns in a ring

struct Choice {
  float sum = 0;
  std::vector<int> right;
};

// The best joins that keep the order, beside those to the next place for which `close` is set.
Choice keep_order(const std::vector<size_t>& ends, const std::vector<size_t>& starts,
                  const std::vector<std::vector<float>>& odds, const std::vector<float>& near,
                  const std::vector<bool>& close) {
  const size_t n = ends.size();
  const size_t m = starts.size();
  Choice choice;
  choice.right.assign(n, -1);
  std::vector<bool> taken(m, false);
  for (size_t i = 0; i < n; ++i) {
    if (!close[i]) continue;
    choice.sum += near[i];
    const auto at = std::lower_bound(starts.begin(), starts.end(), ends[i] + 1) - starts.begin();
    choice.right[i] = static_cast<int>(at);
    taken[static_cast<size_t>(at)] = true;
  }
  // The longest common subsequence with weights (Needleman, Wunsch 1970).
  std::vector<float> best((n + 1) * (m + 1), 0);
  const auto at = [&](size_t i, size_t j) -> float& { return best[i * (m + 1) + j]; };
  for (size_t i = 1; i <= n; ++i) {
    for (size_t j = 1; j <= m; ++j) {
      at(i, j) = std::max(at(i - 1, j), at(i, j - 1));
      if (close[i - 1] || taken[j - 1] || starts[j - 1] <= ends[i - 1] || odds[i - 1][j - 1] <= 0) continue;
      at(i, j) = std::max(at(i, j), at(i - 1, j - 1) + odds[i - 1][j - 1]);
    }
  }
  for (size_t i = n, j = m; i > 0 && j > 0;) {
    if (at(i, j) == at(i - 1, j)) {
      --i;
    } else if (at(i, j) == at(i, j - 1)) {
      --j;
    } else {
      choice.right[--i] = static_cast<int>(--j);
    }
  }
  choice.sum += at(n, m);
  return choice;
}

}  // namespace

std::vector<int> pair_in_turn(const std::vector<size_t>& ends, const std::vector<size_t>& starts,
                              const std::vector<std::vector<float>>& odds, const std::vector<float>& near) {
  std::vector<bool> close(ends.size(), false);
  std::vector<bool> beside(ends.size(), false);  // a start stands at the very next place
  for (size_t i = 0; i < ends.size(); ++i) {
    beside[i] = std::binary_search(starts.begin(), starts.end(), ends[i] + 1);
    close[i] = beside[i] && near[i] > 0;
  }
  Choice best = keep_order(ends, starts, odds, near, close);
  for (int round = 0; round < kRounds; ++round) {
    bool changed = false;
    for (size_t i = 0; i < ends.size(); ++i) {
      if (!beside[i]) continue;
      close[i] = !close[i];
      Choice other = keep_order(ends, starts, odds, near, close);
      if (other.sum > best.sum + kGain) {
        best = std::move(other);
        changed = true;
      } else {
        close[i] = !close[i];
      }
    }
    if (!changed) break;
  }
  return best.right;
}

}  // namespace broadsheet
