// The parts of a story change places where that makes all its seams better.
#include "compose/order.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "compose/label.h"
#include "compose/stitch.h"
#include "read/reader.h"

using namespace broadsheet;

namespace {

Sheet sheet_of(const std::string& text) {
  Source source = decode_source("page.txt", text);
  Reading reading = read_source(source);
  return lay_out(std::make_shared<Source>(std::move(source)), std::move(reading));
}

}  // namespace

TEST_CASE("four columns that the dump has from the last to the first are read from the first") {
  const std::string text =
      "渡口新添一盏灯\n\n"
      "车，在渡口和镇上之间来回跑了三趟才肯回家吃饭。\n\n"
      "姓都说，往后夜里靠岸再也不用摸着黑了。孩子们骑着自行\n\n"
      "傅爬上了渡口的塔，把塔上的旧灯换了下来。两岸的老百\n\n"
      "本报讯 去年十月，县里请来一位修灯的老师\n\n";
  Sheet sheet = sheet_of(text);
  label(sheet);
  stitch(sheet);
  REQUIRE(sheet.pieces.size() == 5);
  std::vector<size_t> body{1, 2, 3, 4};
  const std::vector<bool> closed(sheet.pieces.size(), false);
  CHECK(order_story(sheet, closed, 0, body));
  CHECK(body == std::vector<size_t>{4, 3, 2, 1});
}

TEST_CASE(
    "a story whose head stands elsewhere counts as standing at its text, and begins with its first line") {
  const std::string text =
      "渡口的旧灯用了三十年，去年十月终于换成了新的。\n\n"
      "两岸的老百姓都说，往后夜里靠岸再也不用摸着黑了。\n\n"
      "修灯的老师傅从县里来，爬上塔顶只用了八分钟。\n\n";
  Sheet sheet = sheet_of(text);
  for (Piece& piece : sheet.pieces) piece.role = Role::kParagraph;
  stitch(sheet);
  REQUIRE(sheet.pieces.size() == 3);
  // However much the first sounds as if it began in mid-sentence.
  sheet.pieces[0].starts = 6.F;
  std::vector<size_t> body{0, 1, 2};
  const std::vector<bool> closed(sheet.pieces.size(), false);
  order_story(sheet, closed, 0, body);
  CHECK(body == std::vector<size_t>{0, 1, 2});
}
