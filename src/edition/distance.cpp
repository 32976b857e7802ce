#include "edition/distance.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace broadsheet {

namespace {

constexpr size_t kBits = 64;

// One block of 64 rows moves on by one column. `in` and the result are the horizontal difference at the
// block's edge: -1, 0, 1.
int advance(uint64_t equal, uint64_t edge, uint64_t& plus, uint64_t& minus, int in) {
  const uint64_t vertical = equal | minus;
  if (in < 0) equal |= 1;
  const uint64_t horizontal = (((equal & plus) + plus) ^ plus) | equal;
  uint64_t up = minus | ~(horizontal | plus);
  uint64_t down = plus & horizontal;
  int out = 0;
  if (up & edge) out = 1;
  if (down & edge) out = -1;
  up = (up << 1) | (in > 0 ? 1u : 0u);
  down = (down << 1) | (in < 0 ? 1u : 0u);
  plus = down | ~(vertical | up);
  minus = up & vertical;
  return out;
}

}  // namespace

size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return std::max(a.size(), b.size());

  const size_t words = (a.size() + kBits - 1) / kBits;
  std::unordered_map<char32_t, std::vector<uint64_t>> rows;
  for (size_t i = 0; i < a.size(); ++i) {
    std::vector<uint64_t>& mask = rows[a[i]];
    if (mask.empty()) mask.resize(words);
    mask[i / kBits] |= uint64_t{1} << (i % kBits);
  }
  const std::vector<uint64_t> nowhere(words);
  std::vector<uint64_t> plus(words, ~uint64_t{0}), minus(words);
  const uint64_t last_edge = uint64_t{1} << ((a.size() - 1) % kBits);
  const uint64_t top = uint64_t{1} << (kBits - 1);
  size_t distance = a.size();
  for (char32_t letter : b) {
    const auto found = rows.find(letter);
    const std::vector<uint64_t>& equal = found == rows.end() ? nowhere : found->second;
    int carry = 1;  // the first row of the matrix counts up
    for (size_t w = 0; w < words; ++w) {
      carry = advance(equal[w], w + 1 == words ? last_edge : top, plus[w], minus[w], carry);
    }
    if (carry > 0) ++distance;
    if (carry < 0) --distance;
  }
  return distance;
}

}  // namespace broadsheet
