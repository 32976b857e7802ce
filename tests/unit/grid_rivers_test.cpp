// Columns of text grids in scripts that set blanks between words.
#include "read/grid_rivers.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "read/reader.h"
#include "read/seam.h"

using namespace broadsheet;

namespace {

// Left column lines are driven out to 26 cells by gaps as wide as the one before the right column.
const std::vector<std::string> kLeft = {"The   ferry   crossed  the", "river again on Monday,  at",
                                        "eleven, with   forty three", "passengers and one bicycle",
                                        "on   board.   The   pilot,", "who had waited since  May,",
                                        "said the old pier had held", "better   than   the  dock."};
const std::vector<std::string> kRight = {"Rain is forecast for the", "whole of the weekend, the",
                                         "harbour office says, and", "the lower quay is closed",
                                         "to cars until Tuesday at", "noon. Sandbags are given",
                                         "out at the lifeboat shed", "to all who ask for them."};

std::string side_by_side(const std::string& gap) {
  std::string out;
  for (size_t i = 0; i < kLeft.size(); ++i) out += kLeft[i] + gap + kRight[i] + "\n";
  return out;
}

Grid cut(const std::string& text) {
  return cut_grid(text, {});
}

}  // namespace

TEST_CASE("blanks one below the other part columns, gaps within lines do not", "[read]") {
  for (const std::string gap : {"   ", "  "}) {
    const std::string text = side_by_side(gap);
    const Grid grid = cut(text);
    REQUIRE(grid.pieces.size() == 2 * kLeft.size());
    CHECK(grid.bases.size() == 2);
    for (size_t i = 0; i < grid.pieces.size(); ++i) {
      const Span& span = grid.pieces[i].span;
      CHECK(text.substr(span.begin, span.end - span.begin) == (i % 2 == 0 ? kLeft : kRight)[i / 2]);
      CHECK(grid.pieces[i].column == static_cast<int>(i % 2));
      CHECK(grid.pieces[i].last_column == static_cast<int>(i % 2));
    }
  }
}

TEST_CASE("a head over both columns is one piece that reaches over them", "[read]") {
  const std::string head = "  Ferry crosses again while rain keeps off";
  const Grid grid = cut(head + "\n\n" + side_by_side("   "));
  REQUIRE(!grid.pieces.empty());
  CHECK(grid.pieces[0].span == Span{2, static_cast<uint32_t>(head.size())});
  CHECK(grid.pieces[0].column == 0);
  CHECK(grid.pieces[0].last_column == 1);
}

TEST_CASE("one column has no river, an empty page no column", "[read]") {
  std::string text;
  for (const std::string& line : kLeft) text += line + "\n";
  CHECK(cut(text).pieces.size() == kLeft.size());
  CHECK(cut("\n \n").pieces.empty());
  CHECK(cut("word").pieces.size() == 1);
}

TEST_CASE("small letters go on, capitals may, and behind a full stop nothing has to", "[read]") {
  CHECK(goes_on_spaced("the pilot, who had", "waited since May") > 2);
  CHECK(goes_on_spaced("the county hos-", "pital was closed") > 3);
  CHECK(goes_on_spaced("the harbour of", "Ravensey was closed") > 0);
  CHECK(goes_on_spaced("was closed.", "waited since May") < -2);
  CHECK(goes_on_spaced("was closed.", "The pilot said") == 0);
  CHECK(goes_on_spaced("паром", "отошёл") > 2);
}

TEST_CASE("what a line of a spaced script is", "[read]") {
  const std::string text =
      "Ferry crosses again\n"
      "By Rowan Thistle\n"
      "RAVENSEY (AP) - The old\n"
      "ferry crossed the river,\n"
      "with forty passengers on\n"
      "board, again on Monday.\n";
  const Grid grid = cut(text);
  REQUIRE(grid.pieces.size() == 6);
  const LineSeams seams(grid, text, {});
  CHECK(seams.look(0).headish);
  CHECK(seams.look(1).byline);
  CHECK(seams.look(2).opener);
  CHECK(seams.look(3).running);
  CHECK_FALSE(seams.look(4).headish);
  CHECK(seams.look(4).full);
  CHECK(seams.look(5).terminal);
}
