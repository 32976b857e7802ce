// A strand of given pieces, for tests of what places strands.
//
//     Strand strand = strand_of({0, 2}, 1);   // pieces in reading order, and its story; -1: none yet
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "compose/beginnings.h"

namespace broadsheet {

inline Strand strand_of(std::vector<size_t> pieces, int story) {
  Strand strand;
  strand.first = pieces.front();
  strand.last = pieces.back();
  strand.pieces = std::move(pieces);
  strand.story = story;
  return strand;
}

}  // namespace broadsheet
