#include "read/brackets.h"

#include <utility>

namespace broadsheet {

BracketsAcross brackets_across(std::string_view left, std::string_view right) {
  constexpr auto kNone = std::string_view::npos;
  BracketsAcross out;
  for (auto [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"“", "”"}, {"《", "》"}}) {
    const size_t opened = left.rfind(open);
    const bool leaves = opened != kNone && left.find(close, opened) == kNone;
    const size_t closed = right.find(close);
    const bool closes = closed != kNone && right.substr(0, closed).find(open) == kNone;
    out.closed += leaves && closes;
    out.open += leaves && !closes;
    out.alone += closes && !leaves;
  }
  return out;
}

}  // namespace broadsheet
