// In a text grid: lines that look like a head's and are text, and names that stand over a story.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/compose.h"
#include "read/grid.h"
#include "read/line_names.h"
#include "read/seam.h"

using namespace broadsheet;

namespace {

std::string_view words(std::string_view text, const GridPiece& piece) {
  return text.substr(piece.span.begin, piece.span.end - piece.span.begin);
}

// The first line of the second column is short and stands level with text.
const std::string kShortFirst =
    "      渡口新添一盏灯\n"
    "\n"
    "  清晨六点整，桥      去年十月，老师\n"
    "头已经站满了看热闹     傅把塔上的旧灯全部换\n"
    "的街坊，卖豆浆的大     了下来，夜里行船的人\n"
    "叔把车推到桥面中央     远远就能看见它的光。\n"
    "，说今天的头一碗不       老船工说，三十年里\n"
    "收钱，等着过桥的人     他没有见过这样亮的灯\n"
    "排成了长长的一队，     ，往后再也不用摸着黑\n"
    "一直排到镇口的树下     把船靠到岸边上来了，\n"
    "，谁也不肯先回家。     孩子们也都这样说过。\n";

}  // namespace

TEST_CASE("a short line of text level with the lines of a head is text, and the head stays a head") {
  const Grid grid = cut_grid(kShortFirst, goes_on);
  const LineSeams seams(grid, kShortFirst, goes_on);
  const LineSeams before(grid, kShortFirst, goes_on, false);
  bool head = false;
  bool text = false;
  for (size_t i = 0; i < grid.pieces.size(); ++i) {
    const auto own = static_cast<int>(i);
    if (words(kShortFirst, grid.pieces[i]) == "渡口新添一盏灯") head = seams.look(own).headish;
    if (words(kShortFirst, grid.pieces[i]) == "去年十月，老师")
      text = before.look(own).headish && !seams.look(own).headish;
  }
  CHECK(head);
  CHECK(text);
}

TEST_CASE("what somebody is and the name stand in one column, wherever the next begins") {
  const std::string text =
      "             特约通讯员 沈一舟\n"
      "\n"
      "  清晨六点整，桥头     山坡上的梨园荒了好\n"
      "已经站满了看热闹的     几年，草比人还要高\n"
      "街坊，卖豆浆的大叔     些。去年春天，小周\n"
      "把车推到桥面的中央     从城里回到了村子，\n"
      "，说今天头一碗不收     把果园包了下来。秋\n"
      "钱，等着过桥的人排     天的果子把枝条压得\n"
      "成长队，孩子们骑着     弯下了腰，她笑着说\n"
      "小车来回跑了三趟。     ，明年还要再种些。\n";
  const Grid grid = cut_grid(text, goes_on);
  REQUIRE_FALSE(grid.pieces.empty());
  CHECK(words(text, grid.pieces.front()) == "特约通讯员 沈一舟");
  CHECK(goes_on_in_names("■", "记者"));
  CHECK(goes_on_in_names("特约通讯员", "沈一舟"));
  CHECK_FALSE(goes_on_in_names("沈一舟", "记者"));
  CHECK_FALSE(goes_on_in_names("记者", "昨天下午在渡口看到"));
}
