// Levenshtein distance between two texts, in code points.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

// Bit-parallel, 64 rows a word: Myers, "A fast bit-vector algorithm for approximate string matching", JACM 46
// (1999), in the form of Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
// distances", Nordic J. Computing 10 (2003). Time |a| * |b| / 64.
size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace broadsheet
