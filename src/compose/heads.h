// Which of the lines printed large above a story is its headline: kicker (引题) above it, deck (副题) below.
//
//     Heads heads = tell_heads_apart({{"两年建成十七个公共平台", true}, {"云麓高新区把试验台搬到车间门口",
//     true}}, Tongue::kChinese);
//
// A dump keeps no sizes of letters, so this goes by order, blank lines, dashes and length. Lines with no
// blank line between them are the printed lines of one head.
#pragma once

#include <string>
#include <vector>

#include "compose/sheet.h"

namespace broadsheet {

struct HeadLine {
  std::string text;
  bool apart = true;  // an empty line stands above it
};

struct Heads {
  std::string kicker;
  std::string headline;  // printed lines joined by one space
  std::string deck;
};

Heads tell_heads_apart(const std::vector<HeadLine>& lines, Tongue tongue);

}  // namespace broadsheet
