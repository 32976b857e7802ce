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

// The surest pair first, each left and right at most once. Gives for each left its right, or -1. The
// assignment with the greatest sum is no better: hardly ever do two ends want one start.
std::vector<int> surest_pairing(size_t lefts, size_t rights, std::vector<Pairing> pairs);

}  // namespace broadsheet
