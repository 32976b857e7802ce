// Sorting with ties left in order, by one sorter for all types: each std::stable_sort is two to four
// kilobytes of its own in the page. Takes a whole vector; std::sort stays where millions are sorted.
//
//     sort_stably(links, [](const Link& a, const Link& b) { return a.score > b.score; });
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace broadsheet {

// Whether element `a` stands before element `b` of what `items` points to.
using ComesBefore = bool (*)(const void* items, uint32_t a, uint32_t b);

// The places 0 to count - 1 in their order.
std::vector<uint32_t> stable_order(size_t count, ComesBefore comes_before, const void* items);

template <class T, class Less = std::less<T>>
void sort_stably(std::vector<T>& items, const Less& less = {}) {
  if (items.size() < 2) return;
  const std::pair<const T*, const Less*> given(items.data(), &less);
  const ComesBefore comes_before = [](const void* all, uint32_t a, uint32_t b) -> bool {
    const auto& [first, compare] = *static_cast<const std::pair<const T*, const Less*>*>(all);
    return (*compare)(first[a], first[b]);
  };
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const uint32_t place : stable_order(items.size(), comes_before, &given))
    sorted.push_back(std::move(items[place]));
  items.swap(sorted);
}

// The places of `items` by their `score`, the best first.
template <class T>
std::vector<uint32_t> best_first(const std::vector<T>& items) {
  const ComesBefore comes_before = [](const void* all, uint32_t a, uint32_t b) -> bool {
    const T* const first = static_cast<const T*>(all);
    return first[a].score > first[b].score;
  };
  return stable_order(items.size(), comes_before, items.data());
}

}  // namespace broadsheet
