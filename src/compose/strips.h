// Columns that run down the whole page, over the foot of one story into the next: what OCR engines read,
// which see no stories but only strips of text. At the end of each strip every story has one open end, and
// the next strip takes them up in the same order, from the top of the page to its foot: first cut, first
// joined.
//
//     std::vector<int> right = pair_in_turn(ends, starts, odds, near);   // for each end an index in starts,
//     or -1
#pragma once

#include <cstddef>
#include <vector>

namespace broadsheet {

// The most open ends and starts of one page that are looked at; of a larger one there is no telling in time.
inline constexpr size_t kMostStripEnds = 80;
inline constexpr size_t kMostStripStarts = 400;

// `ends` and `starts` are places in the dump in rising order, odds[end][start] what the join of the two is
// worth (log-odds, for starts behind the end), near[end] that with the very next place. Joins to the next
// place may stand anywhere; all others keep the order. Chooses those with the greatest sum.
std::vector<int> pair_in_turn(const std::vector<size_t>& ends, const std::vector<size_t>& starts,
                              const std::vector<std::vector<float>>& odds, const std::vector<float>& near);

}  // namespace broadsheet
