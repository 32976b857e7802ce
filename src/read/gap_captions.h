// Words below a picture that stands within a column of a text grid.
//
//     for (const GapCaption& caption : gap_captions(strip.pieces, grid, seams, join_score)) ...
//
// Above the words there are rows in which the column holds nothing, where the picture is; the line above the
// picture goes on plainly in the first line below the words, and not in them; or it ends a paragraph, and the
// words begin at the edge where paragraphs are set in.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "read/go_on.h"
#include "read/grid.h"
#include "read/seam.h"

namespace broadsheet {

struct GapCaption {
  size_t begin = 0;  // [begin, end) of the column's pieces
  size_t end = 0;
};

// Begins as a note on where a picture is from does: 图片来源, "（…".
bool begins_credit(std::string_view words);

std::vector<GapCaption> gap_captions(const std::vector<int>& pieces, const Grid& grid, const LineSeams& seams,
                                     const JoinScore& join_score);

}  // namespace broadsheet
