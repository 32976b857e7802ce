// Whose a head of an English page is: invented text only.
#include <catch2/catch_test_macros.hpp>

#include "compose/compose.h"

using namespace broadsheet;

TEST_CASE("a head among others goes to the text that goes on from another page and tells of it") {
  const Page page = parse_page(
      "page.txt",
      "Harbour Post\n"
      "Newsbriefs\n"
      "GOATS\n"
      "Board keeps both ferries\n"
      "PELLAM (AP) \u2014 The harbour board voted on Monday to keep both ferries running until the spring, "
      "although fewer people have taken them.\n"
      "The chairman of the board, who has taken the first ferry to work for thirty years, said that the "
      "harbour owed it to the eastern shore.\n"
      "The board will look at the price of the ferry tickets in April.\n"
      "From page 1\n"
      "while the curious goats climbed on the stage and ate the paper roses of the second act.\n"
      "The teacher explained that teaching goats to stand still is a matter of patience, and of having no "
      "roses about.\n"
      "Toward the end of the evening one goat slept below the piano, and nobody had the heart to wake it.\n"
      "OLD MILL RESTAURANT & LOUNGE\n"
      "LOBSTER NIGHT - TUESDAYS\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[0].headline == "Board keeps both ferries");
  CHECK(page.articles[1].headline == "GOATS");
}

TEST_CASE("a head above the text of one who writes of something else goes to the text that tells of it") {
  const Page page = parse_page(
      "page.txt",
      "Harbour Post\n"
      "Rats in granary spoil seed corn\n"
      "by Anna Berger Staff Writer\n"
      "Fishermen mending nets are sharing the school bench with pupils half their age. Reading lessons are "
      "now open to whoever goes to sea.\n"
      "They are men and women who left the school early, said the teacher of the lessons, which have gone on "
      "for a year.\n"
      "Sometimes the lessons cost a night's catch, but many of the fishermen think that reading letters by "
      "themselves is worth it.\n"
      "\"Some fishermen feel that reading is for people on land,\" the teacher said, and gave them a book "
      "about the sea.\n"
      "by Frank Miller Staff Writer\n"
      "Rats have eaten their way into the granary, and half of the seed corn is spoilt, the miller said on "
      "Monday.\n"
      "The miller said that rats come with the ships and find the granary by the smell of the corn.\n"
      "Seed corn has to be brought from the next town before the fields are ready, and the granary needs a "
      "new floor.\n"
      "\"If there were cats enough, we would not talk of rats,\" the miller said.\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[0].headline.empty());
  CHECK(page.articles[1].headline == "Rats in granary spoil seed corn");
}

TEST_CASE("sentences above the first head that nobody signs are words under a picture") {
  const Page page = parse_page(
      "page.txt",
      "Harbour Post\n"
      "Monday, March 3, 1986\n"
      "^ ,,l [Tur\n"
      ", , V'> n>j' _\n"
      "Beginners and old hands came together on Saturday for the rope day of the harbour watch. Whoever "
      "wanted to could climb down the tower of the old customs house.\n"
      "The climbers went down the eastern wall of the tower, which is higher than the mast of the ferry.\n"
      "Board keeps both ferries\n"
      "By Anna Berger\n"
      "Staff Writer\n"
      "The harbour board voted on Monday to keep both ferries running until the spring, although fewer "
      "people have taken them.\n"
      "The chairman of the board, who has taken the first ferry to work for thirty years, said that the "
      "harbour owed it to the eastern shore.\n"
      "The board will look at the price of the ferry tickets in April.\n"
      "Rats in granary spoil seed corn\n"
      "By Frank Miller\n"
      "Staff Writer\n"
      "Rats have eaten their way into the granary, and half of the seed corn is spoilt, the miller said on "
      "Monday.\n"
      "The miller said that rats come with the ships and find the granary by the smell of the corn.\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[0].headline == "Board keeps both ferries");
  size_t captions = 0;
  for (const Block& block : page.articles[0].blocks) captions += block.kind == BlockKind::kCaption ? 1 : 0;
  CHECK(captions == 2);
}

TEST_CASE("a sentence right behind a text that goes on elsewhere is no part of it") {
  const Page page = parse_page(
      "page.txt",
      "Harbour Post\n"
      "Monday, March 3, 1986\n"
      "Board keeps both ferries\n"
      "By Anna Berger\n"
      "Staff Writer\n"
      "The harbour board voted on Monday to keep both ferries running until the spring, although fewer "
      "people have taken them.\n"
      "The chairman of the board, who has taken the first ferry to work for thirty years, said that the "
      "harbour owed it to the eastern shore.\n"
      "The board will look at the price of the ferry tickets in April, and nobody expects them to fall. See "
      "FERRIES, back page\n"
      "Ropemakers who try to teach the trade find few who want to learn it. See CRAFTS, page 5\n"
      "IN QUOTES\n"
      "A rope is as good as its worst yard.\n"
      "Rats in granary spoil seed corn\n"
      "By Frank Miller\n"
      "Staff Writer\n"
      "Rats have eaten their way into the granary, and half of the seed corn is spoilt, the miller said on "
      "Monday.\n"
      "The miller said that rats come with the ships and find the granary by the smell of the corn.\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[0].blocks.size() == 3);
}
