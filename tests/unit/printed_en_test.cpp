// English dumps that keep printed lines: where paragraphs part and where they do not.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "read/reader.h"

using namespace broadsheet;

namespace {

// The fragments' words, a blank for each line's end.
std::vector<std::string> fragments_of(const std::string& text) {
  const Source source = decode_source("page.txt", text);
  const Reading reading = read_source(source);
  CHECK(reading.format == "printed");
  std::vector<std::string> out;
  for (const Fragment& fragment : reading.fragments) {
    out.emplace_back();
    for (const Span& line : fragment.lines)
      out.back() += (out.back().empty() ? "" : " ") + source.text.substr(line.begin, line.end - line.begin);
  }
  return out;
}

const std::string kText =
    "The lock keeper at Ashby has been given a new\n"
    "rope, the first in nineteen years, and has asked\n"
    "what is to be done with the old one.\n"
    "It is long enough to reach the opposite bank and\n"
    "was last measured when the canal was drained for\n"
    "the winter. Nobody wrote the length down, though\n"
    "two men who held the ends of it agree that it was\n"
    "heavier than it looked.\n";

}  // namespace

TEST_CASE("a line ends a paragraph where the next word would have had room", "[read]") {
  const std::vector<std::string> found = fragments_of(kText + kText);
  REQUIRE(found.size() == 4);
  CHECK(found[0].ends_with("the old one."));
  CHECK(found[1].starts_with("It is long enough"));
  CHECK(found[1].ends_with("than it looked."));
}

TEST_CASE("a first line that the tool sets apart belongs to its paragraph", "[read]") {
  std::string text;
  for (const char* first : {"The bell over the baths", "Every swimmer who was in", "Miss Orme, who keeps the",
                            "The towels, it was found", "None of the lockers that"}) {
    text += std::string(first) +
            "\n\nwas heard by the porters on\nthe far side of the square,\nwho put down their baskets\nand "
            "looked.\n\n";
  }
  const std::vector<std::string> found = fragments_of(text);
  REQUIRE(found.size() == 5);
  CHECK(found[2].starts_with("Miss Orme, who keeps the was heard"));
}

TEST_CASE("the parts of a line that was driven out to its measure are one line", "[read]") {
  std::string text;
  for (int k = 0; k < 6; ++k)
    text +=
        "The ferry went over with\nnine \nsacks \nof \nletters\non Monday and came back in\nthe dark with "
        "none at all.\n\n";
  const std::vector<std::string> found = fragments_of(text);
  REQUIRE(found.size() == 6);
  CHECK(
      found[0] ==
      "The ferry went over with nine sacks of letters on Monday and came back in the dark with none at all.");
}

TEST_CASE("bylines, datelines, credits and jump lines stand by themselves", "[read]") {
  const std::vector<std::string> found = fragments_of(
      kText + "By Anselm Crake\nCampus Correspondent\nLONDON (AP) — The last of the tram lines in the\n" +
      kText +
      "Photo by Idris Vane\nwas taken up in March and sold to a man who wanted\nit for a fence.\nContinued "
      "on page 6\n" +
      kText);
  const auto has = [&](const std::string& words) {
    for (const std::string& one : found) {
      if (one == words) return true;
    }
    return false;
  };
  CHECK(has("By Anselm Crake"));
  CHECK(has("Campus Correspondent"));
  CHECK(has("Photo by Idris Vane"));
  CHECK(has("Continued on page 6"));
}

TEST_CASE("a sentence that goes on with \"by\" or begins with \"From\" is no byline", "[read]") {
  const std::vector<std::string> found =
      fragments_of(kText +
                   "The weir at Ashby was opened in the rain at noon\n"
                   "by President Ellen Marsh of the board, and was at\n"
                   "once seen to leak. A song for it had been written\n"
                   "by Alderman Huish and Captain Orme of the Ashby\n"
                   "Volunteers, who are no friends of the lock keeper.\n"
                   "By Thursday Mr. Crake and Miss Vane had swum in it\n"
                   "and said that it was cold. The song was sung twice.\n"
                   "From Schoolmaster Featherstonehaugh in Northampton\n"
                   "came a wreath, and from the boys of the school, by\n"
                   "Miss Vane, a trout that had been caught in the lock\n" +
                   kText);
  for (const std::string& one : found) {
    CHECK_FALSE(one.starts_with("by "));
    CHECK_FALSE(one.starts_with("By Thursday"));
    CHECK_FALSE(one.starts_with("From Schoolmaster"));
    CHECK_FALSE(one.starts_with("Miss Vane"));
  }
}

TEST_CASE("a byline in small letters stands by itself where it ends its line on purpose", "[read]") {
  const std::vector<std::string> found =
      fragments_of("Lock keeper of Ashby to have a rope that is longer\nby Anselm Crake\n" + kText +
                   "\nRope found too long\nFrom Jane Ellen Vane in Ashby\n" + kText);
  const auto has = [&](const std::string& words) {
    for (const std::string& one : found) {
      if (one == words) return true;
    }
    return false;
  };
  CHECK(has("by Anselm Crake"));
  CHECK(has("From Jane Ellen Vane in Ashby"));
}
