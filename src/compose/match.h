// Global choice: which open end goes on at which open start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace broadsheet {

struct Pairing {
  uint32_t left = 0;
  uint32_t right = 0;
  double score = 0;  // > 0 or it is never chosen
};

// The assignment of lefts to rights, each at most once, with the greatest sum of scores, to within `left`
// times 0.01: Bertsekas' auction (1988) over the sparse pairs given. Gives for each left its right, or -1.
std::vector<int> best_pairing(size_t lefts, size_t rights, const std::vector<Pairing>& pairs);

}  // namespace broadsheet
