#include "text/sort.h"

#include <algorithm>
#include <numeric>

namespace broadsheet {

// Runs of one, two, four … merged from the bottom up.
std::vector<uint32_t> stable_order(size_t count, ComesBefore comes_before, const void* items) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::vector<uint32_t> merged(count);
  for (size_t run = 1; run < count; run *= 2) {
    for (size_t begin = 0; begin < count; begin += 2 * run) {
      const size_t middle = std::min(begin + run, count);
      const size_t end = std::min(middle + run, count);
      size_t a = begin;
      size_t b = middle;
      for (size_t at = begin; at < end; ++at) {
        const bool second = a == middle || (b < end && comes_before(items, order[b], order[a]));
        merged[at] = order[second ? b++ : a++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace broadsheet
