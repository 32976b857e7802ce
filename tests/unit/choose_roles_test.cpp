// A short text of printed English lines without a byline has its head and its first paragraph.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/compose.h"

using namespace broadsheet;

TEST_CASE("the head of one short printed story is no advertisement", "[compose]") {
  const std::string dump =
      "Rain stops the regatta\n\n"
      "The regatta on the upper river was\n"
      "stopped on Saturday by rain, which\n"
      "filled two of the boats before the\n"
      "third race. The crews were brought\n"
      "to the boathouse, and there was\n"
      "soup.\n\n"
      "The cup stays with the club that\n"
      "won it last year. Nobody objected,\n"
      "said the umpire, for by then\n"
      "nobody was dry enough to speak,\n"
      "and the band had gone home with\n"
      "the programme.\n";
  const Page page = parse_page("page.txt", dump);
  REQUIRE(page.source->format == "printed");
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].headline == "Rain stops the regatta");
  CHECK(page.articles[0].blocks.size() == 2);
  CHECK(page.furniture.empty());
}
