// What can be seen of a short piece of a Chinese page, as numbers for short_net_zh.h: how long it is and
// which marks and words it has, how its lines fill their column, what stands above and below it, how well it
// goes on from that and into it, and what the run has around it that it stands in (head_looks_zh.h).
//
//     for (const ShortPiece& it : short_pieces_zh(runs, lines)) …   // every candidate, in their order
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "compose/head_looks_zh.h"
#include "compose/short_lines_zh.h"

namespace broadsheet {

inline constexpr size_t kShortTraits = 93;
// A trait of 1: whole numbers, so that a page reads alike on every machine.
inline constexpr int kTraitUnit = 64;
using ShortTraits = std::array<int16_t, kShortTraits>;

struct ShortPiece {
  size_t piece = 0;
  bool goes_on = false;  // stands in one run with the one before
  ShortTraits traits{};
};

// Those that the format does not mark as heads itself.
std::vector<ShortPiece> short_pieces_zh(const HeadRuns& runs, const ShortLines& lines);

}  // namespace broadsheet
