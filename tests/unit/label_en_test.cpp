// What the lines around it say a line of an English page is: invented text only.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "compose/compose.h"

using namespace broadsheet;

namespace {

const std::string kFerries =
    "The harbour board voted on Monday to keep both ferries running until the spring, although fewer people "
    "have taken them since the bridge was opened.\n"
    "\"We owe it to the people of the eastern shore,\" said the chairman, who has taken the first ferry to "
    "work for thirty years.\n"
    "The board will look at the figures again in April, and at the price of the tickets before that.\n";

bool stands(const std::vector<Byline>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(), [&](const Byline& byline) { return byline.name == name; });
}

}  // namespace

TEST_CASE("who draws the comics signs no story") {
  const Page page = parse_page(
      "page.txt", "Harbour Post\nOpinion\nFerries to run until spring\nBy Anna Berger\nStaff Writer\n" +
                      kFerries +
                      "Letters to the editor\nThe bridge is too narrow\nEditor \u2014 Who asked for a bridge "
                      "on which two carts "
                      "cannot pass each other without one of them giving way?\nNobody did, and nobody was "
                      "asked. I have crossed "
                      "it twice since then, and both times I had to wait.\nJONAS REED\nTHE LOBSTERS\nwOfM "
                      "mY'FF ROck nri, MIR1NO "
                      "/ylusmno\nby Otto Quill\nSHE SAID ALL SHE WANTS IS A ROCK OF HER "
                      "OWN\nWHAT?\nIMWORT\nHarbour Post is "
                      "published daily except Sundays by the Harbour Press. Printed by the pupils of the "
                      "trade school.\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(stands(page.articles[0].byline, "Anna Berger"));
  CHECK(stands(page.articles[1].byline, "JONAS REED"));
  for (const Article& article : page.articles) CHECK_FALSE(stands(article.byline, "Otto Quill"));
}

TEST_CASE("the first words of a text that stand on a line of their own below the byline are no head") {
  const Page page =
      parse_page("page.txt",
                 "Ferries to run until spring\nBy Anna Berger\nStaff Writer\nGreater ferry\nservices were "
                 "what the harbour "
                 "board had been asked for on Monday, but it only voted to keep both of those it has.\n" +
                     kFerries);
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].headline == "Ferries to run until spring");
  REQUIRE(page.articles[0].blocks.size() == 4);
  CHECK(page.articles[0].blocks[0].text.starts_with("Greater ferry services were"));
}

TEST_CASE("what stands right below a jump line is the story's") {
  const Page page = parse_page(
      "page.txt",
      "Harbour Post\nFerries to run until spring\nBy Anna Berger\n" + kFerries +
          "HERRING\nFrom page 1\nbig catch. The big surprise was the herring, which had not been seen in the "
          "bay "
          "since the winter of the long ice\nOLD MILL RESTAURANT & LOUNGE\nLOBSTER NIGHT - TUESDAYS\n$1.50 "
          "Lobsters "
          "All Night Long...!\nand which now fetched more than the fishermen had hoped for when they left "
          "the harbour "
          "in the dark.\nThe herring was sold within two hours, and the boats went out again in the "
          "afternoon.\nMID-TOWN\nELECTRONICS\nCall 555-0134 for free delivery\n");
  REQUIRE(page.articles.size() == 2);
  REQUIRE(page.articles[1].blocks.size() == 2);
  CHECK(page.articles[1].blocks[0].text.starts_with("big catch."));
  CHECK(page.articles[1].blocks[0].text.ends_with("in the dark."));
}

TEST_CASE("a line without a stop goes on in the very next one, whatever its capital") {
  const Page page = parse_page("page.txt",
                               "# Shoe factory to add night shift\n\nBy LEONARD PRATT\n\nThe Marlow Shoe "
                               "Company will add a night shift on July 1 "
                               "and hire sixty hands, it was announced\nFriday by the manager, Mr. C. L. "
                               "Dobbs.\n\nThe com-\npany makes "
                               "work boots for the Army and for lumbermen.\n");
  REQUIRE(page.articles.size() == 1);
  REQUIRE(page.articles[0].blocks.size() == 2);
  CHECK(
      page.articles[0].blocks[0].text.ends_with("it was announced Friday by the manager, Mr. C. L. Dobbs."));
}

TEST_CASE("a report under a line of its own is no advertisement") {
  const Page page = parse_page("page.txt",
                               "MILL FIRE LEAVES 40 WITHOUT WORK\n\nBy Ruth Castellan\nCourier Staff\n\nA "
                               "fire that began in a drying shed swept "
                               "through the Dunmore paper mill late Thursday, leaving forty people without "
                               "work and sending smoke as far "
                               "as Hadley.\n\nNo one was hurt. Fire Chief Amos Tull said the cause was under "
                               "investigation.\n\nBRIDGE TOLL "
                               "GOES UP MONDAY\n\nDUNMORE (AP) - Drivers will pay 75 cents, up from 50, to "
                               "cross the Dunmore bridge starting "
                               "Monday.\n\nTrucks will pay $1.50, the bridge commission said.\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[1].headline == "BRIDGE TOLL GOES UP MONDAY");
  CHECK(page.articles[1].blocks.size() == 2);
}

TEST_CASE("what Markdown sets bold over the page names the paper, and between paragraphs it is a sub-head") {
  const Page page = parse_page(
      "page.txt",
      "**THE VALLEY COURIER**\n\n**Mill fire leaves 40 without work**\n\nBy Ruth Castellan\n\nA fire that "
      "began in a drying "
      "shed swept through the Dunmore paper mill late Thursday, leaving forty people without work and "
      "sending smoke as "
      "far as Hadley.\n\nNo one was hurt. Fire Chief Amos Tull said the cause was under investigation.\n\n"
      "**Cause unknown**\n\nInspectors from the state will visit the ruins on Monday, the chief said.\n");
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].kicker.empty());
  CHECK(page.articles[0].headline == "Mill fire leaves 40 without work");
  REQUIRE(page.articles[0].blocks.size() == 4);
  CHECK(page.articles[0].blocks[2].kind == BlockKind::kSubhead);
}
