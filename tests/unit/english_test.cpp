// English pages: invented text only.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "compose/account.h"
#include "compose/compose.h"
#include "compose/hyphen_en.h"
#include "compose/names.h"
#include "compose/roles_en.h"
#include "compose/runs_en.h"
#include "compose/stitch.h"
#include "compose/traits_en.h"
#include "compose/words_en.h"
#include "read/reader.h"
#include "text/letters_en.h"
#include "text/utf8.h"

using namespace broadsheet;

namespace {

LineLook look(const char* line) {
  return look_at(to_utf32(line));
}

}  // namespace

TEST_CASE("letter trigrams tell prose from what is read out of a drawing") {
  const double prose = english_likeness(U"The harbour board voted on Monday to widen the eastern gate.");
  const double noise = english_likeness(U"rj' ~?i lW^qk »0x'J vvK (jd");
  CHECK(prose > -2.7);
  CHECK(noise < -3.6);
  CHECK(english_likeness(U"") == 0);
}

TEST_CASE("lines of a page show what they are") {
  CHECK(look("By Anna Berger").by_name);
  CHECK(look("BY ANNA BERGER Staff Writer").by_name);
  CHECK_FALSE(look("by the way, the ferry left on time").by_name);
  CHECK(look("Staff Writer").post);
  CHECK(look("StaH Wrlter").post);
  CHECK_FALSE(look("Ferry late again").post);
  CHECK(look("See FERRY, page 3").jump_to);
  CHECK(look("Continued on page 4").jump_to);
  CHECK_FALSE(look("See the ferry leave at dawn from the old stone pier").jump_to);
  CHECK(look("From page 1").jump_from);
  CHECK(look("ANNA BERGER/Harbour Post").credit);
  CHECK(look("LONDON (AP) — The ferry left late on Monday.").dateline);
  CHECK(look("Monday, March 3, 1986").folio);
  CHECK(look("Call 555-0134 for free delivery").telephone);
}

TEST_CASE("a reading with slips is still the word") {
  CHECK(reads_like("wrlter", "writer", 1));
  CHECK_FALSE(reads_like("winter", "writer", 1));
}

TEST_CASE("two columns of a story apart in the dump come together in mid-sentence") {
  const std::string dump =
      "Harbour board widens the eastern gate\n"
      "By Anna Berger\n"
      "The harbour board voted on Monday to widen the eastern gate, which has been too narrow for the new "
      "ferries "
      "since they came into service last spring.\n"
      "Chairman Paul Holm said the work would cost less than the board had feared, and that the ferries "
      "would keep\n"
      "School orchard bears its first apples\n"
      "By Ruth Castle\n"
      "Pupils of the hill school picked the first apples of their orchard last week, six years after their "
      "teacher "
      "Laura Walsh had planted the trees with them.\n"
      "The apples were pressed in the yard, and every family took a bottle of the juice home with it.\n"
      "running while the gate was closed. “Nobody will wait on the pier,” Holm said of the ferries.\n"
      "The gate will be closed in October, when the harbour is at its quietest, the board said.\n";
  const Page page = parse_page("page.txt", dump);
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[0].headline == "Harbour board widens the eastern gate");
  CHECK(page.articles[0].byline.size() == 1);
  REQUIRE(page.articles[0].blocks.size() == 3);
  CHECK(page.articles[0].blocks[1].text.find("would keep running while") != std::string::npos);
  CHECK(page.articles[1].blocks.size() == 2);
  CHECK(account(page).kept());
}

TEST_CASE("the model of English roles is built in") {
  CHECK_FALSE(RoleModel::english().empty());
}

TEST_CASE("a word divided at a line's end is one word again, a compound keeps its hyphen") {
  CHECK(is_divided_word(U"the passen", U"gers"));
  CHECK_FALSE(is_divided_word(U"a well", U"known pier"));
  CHECK_FALSE(is_divided_word(U"Anna Berger", U"Holm"));
  CHECK_FALSE(is_divided_word(U"two-and-a", U"half"));
}

TEST_CASE("names come out of bylines, their posts beside them") {
  const std::vector<Byline> two = names_en(U"By Anna Berger and Paul Holm, Staff Writers", true);
  REQUIRE(two.size() == 2);
  CHECK(two[0].name == "Anna Berger");
  CHECK(two[1].name == "Paul Holm");
  CHECK(two[1].role == "Staff Writers");
  const std::vector<Byline> post = names_en(U"Staff Writer", true);
  REQUIRE(post.size() == 1);
  CHECK(post[0].name.empty());
}

TEST_CASE("jump lines and section tags are furniture, and a story that breaks off there is closed") {
  const std::string dump =
      "Opinion\n"
      "Harbour board widens the eastern gate\n"
      "By Anna Berger\n"
      "The harbour board voted on Monday to widen the eastern gate, which has been too narrow for the new "
      "ferries "
      "since they came into service last spring.\n"
      "See HARBOUR, page 3\n";
  const Page page = parse_page("page.txt", dump);
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].blocks.size() == 1);
  REQUIRE(page.furniture.size() == 2);
  CHECK(page.furniture[0].kind == "section");
  CHECK(page.furniture[1].kind == "jump");
  CHECK(account(page).kept());
}

TEST_CASE("a caption that cuts a sentence in two is the picture's, and the sentence goes on behind it") {
  const std::string dump =
      "Harbour board widens the eastern gate\n"
      "By Anna Berger\n"
      "The harbour board voted on Monday to widen the eastern gate, which has been too narrow for the new "
      "ferries since they came into service last spring.\n"
      "Chairman Paul Holm said the work would cost less than the board had feared, and that the ferries "
      "would keep\n"
      "\n"
      "Chairman Paul Holm at the eastern gate.\n"
      "running while the gate was closed. “Nobody will wait on the pier,” Holm said of the ferries.\n"
      "The gate will be closed in October, when the harbour is at its quietest, the board said.\n";
  const Page page = parse_page("page.txt", dump);
  REQUIRE(page.articles.size() == 1);
  size_t captions = 0, joined = 0;
  for (const Block& block : page.articles[0].blocks) {
    captions += block.kind == BlockKind::kCaption ? 1 : 0;
    joined += block.text.find("would keep running while") != std::string::npos ? 1 : 0;
  }
  CHECK(captions == 1);
  CHECK(joined == 1);
  CHECK(account(page).kept());
}

TEST_CASE(
    "the name of one whom a story tells of is a caption among advertisements, the name of a paper is none") {
  const std::string dump =
      "Harbour board widens the eastern gate\n"
      "By Anna Berger\n"
      "The harbour board voted on Monday to widen the eastern gate, which has been too narrow for the new "
      "ferries since they came into service last spring.\n"
      "The plan that Paul Brindle drew will cost less than the board had feared, the board said.\n"
      "Until now, Brindle said, the ferries had to wait on the open sea for the tide.\n"
      "The gate will be closed in October, and nobody will wait on the pier, said Brindle of the ferries.\n"
      "\n"
      "\n"
      "LUNCH SPECIAL $4.95\n"
      "Open 7 days a week\n"
      "Pizza & salads 555-0123\n"
      "Paul Brindle\n"
      "Larkmoor Gazette\n"
      "FREE DELIVERY\n"
      "Call 555-0199 for a free coupon\n";
  const Page page = parse_page("page.txt", dump);
  REQUIRE(page.articles.size() == 1);
  std::vector<std::string> captions;
  for (const Block& block : page.articles[0].blocks) {
    if (block.kind == BlockKind::kCaption) captions.push_back(block.text);
  }
  CHECK(captions == std::vector<std::string>{"Paul Brindle"});
  CHECK(account(page).kept());
}

TEST_CASE("what stands between an open end and what goes on in lower case is left out of the story") {
  const std::string dump =
      "Harbour board widens the eastern gate\n"
      "By Anna Berger\n"
      "The harbour board voted on Monday to widen the eastern gate, which has been too narrow for the new "
      "ferries since they came into service last spring.\n"
      "Chairman Paul Holm said that the ferries, whose masts the board had not measured, would keep waiting "
      "outside the gate until the harbour has been\n"
      "My uncle keeps bees on his roof.\n"
      "He says that bees know more of flowers than any gardener, and that honey from a roof tastes of lime "
      "trees.\n"
      "Nobody in our street has dared to say that the honey tastes of nothing but the smoke of the bakery "
      "below.\n"
      "dredged as far as the gate. “Nobody will wait on the pier,” Holm said of the ferries and their "
      "masts.\n"
      "The gate will be closed in October, when the harbour is at its quietest, the board said.\n";
  const Page page = parse_page("page.txt", dump);
  REQUIRE_FALSE(page.articles.empty());
  size_t joined = 0;
  for (const Block& block : page.articles[0].blocks) {
    joined += block.text.find("has been dredged as far") != std::string::npos ? 1 : 0;
    CHECK(block.text.find("bees") == std::string::npos);
  }
  CHECK(joined == 1);
  CHECK(account(page).kept());
}

TEST_CASE("an English passage is a copy where it is repeated to the letter, not where it is much alike") {
  const std::string said =
      "The harbour board voted on Monday to widen the eastern gate, which has been too narrow for the new "
      "ferries since they came into service last spring.";
  const std::string alike =
      "The harbour board voted on Monday to widen the eastern gate, which has been too narrow for the new "
      "ferries since their masts grew.";
  const auto roles = [](const std::vector<std::string>& lines) {
    std::string text;
    Reading reading;
    for (const std::string& line : lines) {
      const auto begin = static_cast<uint32_t>(text.size());
      text += line;
      Fragment fragment;
      fragment.lines.push_back({begin, static_cast<uint32_t>(text.size())});
      reading.fragments.push_back(fragment);
      text += "\n\n";
    }
    Sheet sheet = lay_out(std::make_shared<Source>(decode_source("page.txt", text)), std::move(reading));
    sheet.tongue = Tongue::kEnglish;
    stitch(sheet);
    std::vector<Role> out;
    for (const Piece& piece : sheet.pieces) out.push_back(piece.role);
    return out;
  };
  const std::string between = "Nobody on the quay had heard of the plan before, the ferrymen least of all.";
  CHECK(roles({said, between, said})[2] == Role::kDuplicate);
  const std::vector<Role> kept = roles({said, between, alike});
  CHECK(std::find(kept.begin(), kept.end(), Role::kDuplicate) == kept.end());
  // An address or a motto may well be printed twice.
  const std::string address = "Harbour Board, The Old Customs House, 14 Ferry Street, Eastern Gate, Pellam";
  CHECK(roles({address, between, address})[2] == Role::kParagraph);
}

TEST_CASE("a column behind the next story's text is torn off where it says what the story before says") {
  const std::vector<std::string> ferries = {
      "The harbour ferries carried fewer passengers this winter, the ferrymen said.",
      "Passengers complain that the ferries leave the harbour before the morning trains arrive.",
      "The harbour board wants larger ferries, although ferrymen doubt that passengers would return.",
      "Without passengers the ferrymen cannot pay for new engines, and the ferries grow older.",
      "The board decides about the harbour ferries in April, when passengers may speak.",
      "Until then ferrymen sell tickets to passengers on board their ferries in the harbour."};
  const std::vector<std::string> bees = {
      "Beekeepers found four swarms below the library roof, where honey ran down the shelves.",
      "The library keeps its windows shut until the beekeepers have carried the swarms away.",
      "Readers tasted the honey, and the librarian means to sell it for new shelves.",
      "Swarms like old roofs, the beekeepers told readers, and a library is quiet besides."};
  const std::string ferry =
      " So say the ferrymen, whose ferries have lost passengers to the bridge upstream.";
  const std::string bee =
      " Whose the swarms are, and whose the honey on the shelves, the library has yet to ask.";
  const auto sizes = [&](size_t before) {
    Sheet sheet;
    sheet.tongue = Tongue::kEnglish;
    const auto add = [&](const std::string& text, Role role) {
      Piece piece;
      piece.text = to_utf32(text);
      piece.role = role;
      sheet.pieces.push_back(piece);
    };
    add("Ferries lose passengers", Role::kHeadline);
    for (size_t i = 0; i < before; ++i) add(ferries[i] + ferry, Role::kParagraph);
    add("Bees settle in library", Role::kHeadline);
    for (const std::string& text : bees) add(text + bee, Role::kParagraph);
    for (size_t i = before; i < ferries.size(); ++i) add(ferries[i] + ferry, Role::kParagraph);
    std::vector<size_t> out;
    for (const Run& run : runs_of(sheet, *looks_of(sheet)).runs) out.push_back(run.pieces.size());
    return out;
  };
  CHECK(sizes(3) == std::vector<size_t>{3, 4, 3});
  CHECK(sizes(6) == std::vector<size_t>{6, 4});
}

TEST_CASE("a head in the first line of its text is parted from it, its dash is neither's") {
  const std::string text =
      "THE NEW PUMP.—We are requested to state that the pump in Fore Street will be opened on Monday.\n\n"
      "A NOVEL WAGER.—A gentleman has undertaken to wheel a barrow backwards to Exeter in six days.\n\n"
      "THE GREAT CABLE.—The steamer has recovered the broken end of the cable in eleven hundred fathoms.\n";
  const Page page = parse_page("page.txt", text);
  REQUIRE(page.articles.size() == 3);
  CHECK(page.articles[0].headline == "THE NEW PUMP.");
  REQUIRE(page.articles[1].blocks.size() == 1);
  CHECK(page.articles[1].blocks[0].text.starts_with("A gentleman has"));
}

TEST_CASE("who speaks, where a telegram comes from, a firm and a ship are no heads in first lines") {
  const auto stories_of = [](std::initializer_list<const char*> lines, const std::string& above) {
    const char* const tails[] = {
        " ship the harbour board has sold a licence to carry apples, bees and old lamps.",
        " end a gentleman of the town walked backwards from the church to the river.",
        " school the pupils brought eleven ledgers that nobody had opened since spring.",
        " day nobody knows why the goose was not asked, for it was in the yard."};
    std::string text = above;
    size_t next = 0;
    for (const char* line : lines) text += std::string(line) + tails[next++ % 4] + "\n\n";
    size_t heads = 0;
    for (const Article& article : parse_page("page.txt", text).articles)
      heads += article.headline.ends_with('.') ? 1 : 0;
    return heads;
  };
  CHECK(stories_of({"THE FERRY.—To this", "A LATE TRAIN.—To this", "FIRE AT THE MILL.—To this"}, "") == 3);
  CHECK(stories_of({"THE JUDGE.—To this", "MRS. HOLM.—To this", "MR. PIKE.—To this"}, "") == 0);
  CHECK(stories_of({"ANN PIKE.—To this", "JOHN HOLM.—To this", "ANN PIKE.—To this"}, "") == 0);
  CHECK(stories_of(
            {"THE FERRYMAN.—To this", "THE BAKER.—To this", "THE FERRYMAN.—To this", "THE BAKER.—To this"},
            "") == 0);
  CHECK(stories_of({"THE GUEST: —To this", "THE HOST OF IT: —To this", "A WAITER: —To this"}, "") == 0);
  CHECK(stories_of({"ST. PAUL.—To this", "NEW YORK.—To this", "SAN DIEGO.—To this"}, "") == 0);
  CHECK(stories_of({"PARIS, MAY 3.—To this", "THE HAGUE, MAY 4.—To this", "LAND'S END, MONDAY.—To this"},
                   "") == 0);
  CHECK(stories_of({"J. PIKE & CO.—To this", "H.M.S. LONG.—To this", "THE MILL.—To this"}, "") == 0);
  CHECK(
      stories_of(
          {"THE FERRY.—To this", "A LATE TRAIN.—To this", "FIRE AT THE MILL.—To this"},
          "# Three tales of the town\n\nAt the table of the old inn three tales were told last night.\n\n") ==
      0);
}

TEST_CASE("a head that ends in staff or begins with from is no byline") {
  CHECK(look("Herald Staff").post);
  CHECK_FALSE(look("Board Cuts Staff").post);
  CHECK_FALSE(look("Kitchen Staff").post);
  const std::string text =
      "The harbour board voted on Monday to widen the eastern gate, which has been too narrow for the new "
      "ferries since they came into service last spring.\n\n";
  const auto bylines = [&](const std::string& above) {
    std::vector<std::string> names;
    for (const Article& article : parse_page("page.txt", above + text).articles) {
      for (const Byline& byline : article.byline) names.push_back(byline.name);
    }
    return names;
  };
  using Names = std::vector<std::string>;
  CHECK(bylines("# Board Cuts Staff\n\n").empty());
  CHECK(bylines("# Hotel Loses Staff\n\nBy Anna Berger\n\n") == Names{"Anna Berger"});
  CHECK(bylines("# From Small Town in Ohio\n\n").empty());
  CHECK(bylines("# From Small Town in Ohio\n\nBy Anna Berger\n\n") == Names{"Anna Berger"});
  CHECK(bylines("From Small Town in Ohio\n\nBy Anna Berger\n\n") == Names{"Anna Berger"});
  CHECK(bylines("Harbour board widens the eastern gate\n\nFrom Anna Berger in Paris\n\n") ==
        Names{"Anna Berger"});
}

TEST_CASE("at the top of a page only what papers are called is the name of the paper") {
  const auto head_below = [](const std::string& top) {
    const Page page = parse_page(
        "page.txt",
        "Page 4\n\n" + top + "\n\nEngineers find cracks in two of the piers\n\nBy Anna Berger\n\n" +
            "The council voted on Monday night to close the old swing bridge for eleven weeks, after "
            "engineers found cracks in two of its four piers. Drivers will be sent by way of the mill, a "
            "detour of nine miles, and the ferry will run every twenty minutes.\n\n" +
            "Alderman Ruth Castle, who leads the works committee, said the closing could not wait for "
            "spring. Shopkeepers have asked for a cut in their rates while the road is shut.\n\n" +
            "School reopens after flood\n\nBy Paul Holm\n\nThe school will open again after the flood, "
            "with new floors and a roof that the pupils helped to paint.\n");
    return page.articles.empty() ? std::string() : page.articles[0].headline;
  };
  CHECK(head_below("Council Closes Bridge") == "Council Closes Bridge");
  CHECK(head_below("Post Office Closes") == "Post Office Closes");
  CHECK(head_below("Millfield Herald") == "Engineers find cracks in two of the piers");
  CHECK(head_below("The Harbour Gazette") == "Engineers find cracks in two of the piers");
}

TEST_CASE("a short text that is signed below is no deck") {
  const Page page = parse_page(
      "page.txt",
      "# School reopens\n\nClasses on the hill begin on Thursday after nine weeks, with new floors and a "
      "roof that "
      "the pupils painted.\n\nBy Paul Holm\n\n# Dog is mayor\n\nA yellow dog has been elected honorary mayor "
      "of "
      "the lower town, beating a goose by nineteen votes.\n\nBy Anna Berger\n\n# Bridge to close\n\nThe old "
      "swing "
      "bridge will be closed for eleven weeks from Monday, and the ferry will run.\n\nBy Ruth Castle\n");
  REQUIRE(page.articles.size() == 3);
  const char* const names[] = {"Paul Holm", "Anna Berger", "Ruth Castle"};
  for (size_t i = 0; i < 3; ++i) {
    CHECK(page.articles[i].deck.empty());
    CHECK(page.articles[i].blocks.size() == 1);
    REQUIRE(page.articles[i].byline.size() == 1);
    CHECK(page.articles[i].byline[0].name == names[i]);
  }
}

TEST_CASE("a Markdown head below one of the level that stories have is a sub-head") {
  const Page page = parse_page(
      "page.txt",
      "# The people who listen to ice\n\nEvery spring, when the first crack runs up the valley, Ingrid Saari "
      "looks at the clock.\n\nThen she writes the minute in a ledger that her family has kept since 1809.\n\n"
      "## A clock made of water\n\nRivers freeze from the edges and break from the middle, as the ledger "
      "says.\n\nThe ledger has been wet twice and burned once, and a goat is known to have eaten 1877.\n\n"
      "# In praise of the slow lift\n\nThere is a lift in our building that takes four minutes to the sixth "
      "floor.\n\nNobody can telephone from it, and by the third floor nobody minds being late.\n");
  REQUIRE(page.articles.size() == 2);
  REQUIRE(page.articles[0].blocks.size() == 5);
  CHECK(page.articles[0].blocks[2].kind == BlockKind::kSubhead);
}

TEST_CASE("Markdown heads of a deeper level over texts that share no words with the story above are heads") {
  const Page page = parse_page(
      "page.txt",
      "# Bridge to close\n\nThe old bridge at the mill will be closed for eleven weeks from Monday, said the "
      "council.\n\n# School reopens\n\nThe school on the hill opens on Thursday with a new roof that the "
      "pupils "
      "painted.\n\n### Parrot lost\n\nA grey parrot that answers to Admiral flew out of a window on Quay "
      "Street on "
      "Sunday.\n\n### Dog is mayor\n\nA yellow dog was elected honorary mayor of the lower town and beat a "
      "goose by "
      "nineteen votes.\n");
  REQUIRE(page.articles.size() == 4);
  CHECK(page.articles[2].headline == "Parrot lost");
  CHECK(page.articles[3].headline == "Dog is mayor");
}

TEST_CASE("the last sentence of a story is no caption of the next for naming people of it") {
  const auto blocks = [](const std::string& gap) {
    const Page page =
        parse_page("page.txt",
                   "Bridge to close\n\nThe council voted on Monday night to close the old swing bridge for "
                   "eleven weeks, after "
                   "engineers found cracks in two of its four piers.\n\nDrivers will be sent by way of the "
                   "mill, a detour of "
                   "nine miles, and the ferry will run every twenty minutes from six in the morning until "
                   "midnight.\n\n" +
                       gap +
                       "Owen Brindle and the boys of Tarrant Green will walk across it on the last "
                       "day.\n\nSchool reopens\n\n"
                       "By Paul Holm\n\nThe school at Tarrant Green will open again after the flood. Owen "
                       "Brindle said that the "
                       "books had been saved by four boys.\n\nHe thanked the fire brigade, and the farmer "
                       "whose tractor had "
                       "brought the children home. Classes begin on Thursday with a lesson about rivers.\n");
    std::vector<size_t> out;
    for (const Article& article : page.articles) out.push_back(article.blocks.size());
    return out;
  };
  CHECK(blocks("") == std::vector<size_t>{3, 2});
  CHECK(blocks("\n\n") == std::vector<size_t>{2, 3});
}

TEST_CASE("what somebody is has no name in it, and where she writes from is none") {
  const auto name = [](const char32_t* line) {
    const std::vector<Byline> found = names_en(line, true);
    return found.size() == 1 ? found[0].name : std::string("?");
  };
  CHECK(name(U"Campus Correspondent") == "");
  CHECK(name(U"Higher Education Correspondent") == "");
  CHECK(name(U"Herald Staff") == "");
  CHECK(name(U"Simon Achterberg, Staff Writer") == "Simon Achterberg");
  CHECK(name(U"From Beatrix Lowe in Paris") == "Beatrix Lowe");
  CHECK(name(U"By Jonas Pike") == "Jonas Pike");
}

TEST_CASE("heads of two stories in a row are parted by what the stories tell of") {
  const Page page = parse_page("page.txt",
                               "# Ferries lose their passengers\n\n# Bees settle in the library\n\nBy Agnes "
                               "Farrow\n\nFerrymen say that "
                               "passengers of the harbour ferries now take the bridge upstream "
                               "instead.\n\nThe ferries ran empty on Monday, "
                               "and the harbour board has asked where the passengers went.\n\nBy Jonas "
                               "Pike\n\nBees have settled below the "
                               "roof of the library, whose readers may taste their honey.\n\nThe librarian "
                               "keeps her windows shut until the "
                               "bees have been carried away.\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[0].headline == "Ferries lose their passengers");
  CHECK(page.articles[1].headline == "Bees settle in the library");
}
