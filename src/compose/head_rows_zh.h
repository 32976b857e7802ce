// Heads of several stories in a row: some tools write all heads of a page before its texts, or behind them.
//
//     split_head_rows_zh(sheet);   // after the roles are known, before anything is stitched
//
// Where more lines of heads follow one another than any head has, each printed line becomes a piece, that
// part_heads (beginnings.h) may cut between any two of them. Lines that stay together read on without a
// blank.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

inline constexpr size_t kMostHeadLines = 7;     // printed lines of one story's kicker, headline and deck
inline constexpr size_t kShortestHeadLine = 3;  // characters; letters of a head set upright are none

void split_head_rows_zh(Sheet& sheet);

}  // namespace broadsheet
