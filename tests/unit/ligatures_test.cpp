// Latin letters that a font sets as one (ﬁ) are shown as the letters that they are, wherever they stand.
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "compose/sheet.h"
#include "read/reader.h"

using namespace broadsheet;

namespace {

std::vector<std::string> shown_of(const std::string& text) {
  auto source = std::make_shared<Source>(decode_source("page.txt", text));
  const Sheet sheet = lay_out(source, read_source(*source));
  std::vector<std::string> out;
  for (const Piece& piece : sheet.pieces) {
    out.push_back(shown(sheet, piece));
    CHECK(piece.text.size() == piece.at.size());
  }
  return out;
}

}  // namespace

TEST_CASE("ligatures are letters at a line's beginning, within a word and at its end", "[compose]") {
  const std::vector<std::string> found = shown_of(
      "ﬁve oﬃcers of the staﬀ saw the ﬁlm about the ﬂood, and none of them was baﬄed by the end of it.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0] ==
        "five officers of the staff saw the film about the flood, and none of them was baffled by the end of "
        "it.");
}
