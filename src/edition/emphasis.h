// Which words of a block the dump itself set apart: **bold** and *leaning* words of a Markdown dump.
//
//     for (const Emphasis& words : emphasis_of(block, *page.source)) ...   // bytes of block.text
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

struct Emphasis {
  uint32_t begin = 0, end = 0;
  bool strong = false;
  bool lean = false;  // italic; in Chinese a dot below each hanzi
};

// Of one line of Markdown, for each byte: kStrong and kLean where they hold, kMark where a mark stands.
inline constexpr char kStrong = 1, kLean = 2, kMark = 4;
std::string emphasis_in(std::string_view line);

// In order, not touching where they are alike. None where the words of the block are not those of its source,
// one for one.
std::vector<Emphasis> emphasis_of(const Block& block, const Source& source);

}  // namespace broadsheet
