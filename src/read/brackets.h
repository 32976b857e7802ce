// Brackets and quotation marks across the break between two lines: （）, “”, 《》.
//
//     const BracketsAcross marks = brackets_across("大会“中国", "日”活动在");   // closed: 1
#pragma once

#include <string_view>

namespace broadsheet {

struct BracketsAcross {
  int closed = 0;  // left open by the first line, closed by the next
  int open = 0;    // left open by the first, not closed by the next
  int alone = 0;   // closed by the next, not opened by the first
};

// Is a mark `open` that the first line leaves open closed by the next?
bool is_closed_across(std::string_view left, std::string_view right, std::string_view open,
                      std::string_view close);

BracketsAcross brackets_across(std::string_view left, std::string_view right);

}  // namespace broadsheet
