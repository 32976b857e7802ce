#include "read/brackets.h"

#include <utility>

namespace broadsheet {

namespace {

constexpr auto kNone = std::string_view::npos;

bool leaves_open(std::string_view text, std::string_view open, std::string_view close) {
  const size_t at = text.rfind(open);
  return at != kNone && text.find(close, at) == kNone;
}

bool closes_first(std::string_view text, std::string_view open, std::string_view close) {
  const size_t at = text.find(close);
  return at != kNone && text.substr(0, at).find(open) == kNone;
}

}  // namespace

bool is_closed_across(std::string_view left, std::string_view right, std::string_view open,
                      std::string_view close) {
  return leaves_open(left, open, close) && closes_first(right, open, close);
}

BracketsAcross brackets_across(std::string_view left, std::string_view right) {
  BracketsAcross out;
  for (auto [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"“", "”"}, {"《", "》"}}) {
    const bool leaves = leaves_open(left, open, close);
    const bool closes = closes_first(right, open, close);
    out.closed += leaves && closes;
    out.open += leaves && !closes;
    out.alone += closes && !leaves;
  }
  return out;
}

}  // namespace broadsheet
