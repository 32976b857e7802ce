// A short text of printed English lines without a byline has its head and its first paragraph.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/compose.h"

using namespace broadsheet;

TEST_CASE("the head of one short printed story is no advertisement", "[compose]") {
  const std::string dump =
      "Lighthouse lamp to be lit again\n\n"
      "The lamp of the old lighthouse on Gull\n"
      "Head will be lit again in May, after a\n"
      "winter in which the keepers of the pier\n"
      "museum cleaned its glass and a clock\n"
      "maker mended the works that turn it. The\n"
      "first beam will be let out at dusk.\n\n"
      "Boats will have no need of it, the head\n"
      "of the harbour office said, but they\n"
      "have been asked to sound their horns.\n"
      "The children of the village school have\n"
      "written a song for the day.\n";
  const Page page = parse_page("page.txt", dump);
  REQUIRE(page.source->format == "printed");
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].headline == "Lighthouse lamp to be lit again");
  CHECK(page.articles[0].blocks.size() == 2);
  CHECK(page.furniture.empty());
}
