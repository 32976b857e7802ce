#include "compose/short_net_zh.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

#include "compose/compose.h"
#include "compose/label.h"
#include "compose/sheet.h"
#include "read/reader.h"

namespace broadsheet {
extern const std::string_view kShortsZh;
}
using namespace broadsheet;

namespace {

const std::string kMetro =
    "地铁六号线明年三月试运行\n\n"
    "本报讯（记者叶知秋）记者从望川市轨道交通集团获悉，地铁六号线已于昨日完成全线轨通，预计明年三月开始空载试"
    "运行。\n\n"
    "六号线全长28.6公里，设站19座，串起北站、体育公园和白鹭湾。\n\n"
    "与以往不同，六号线的\n\n"
    "每一座车站都留出了一面“空白墙”，由周边居民投票决定用来做什么。目前已有十一座车站的投票结果出炉。\n\n"
    "渡口街垃圾房变身修理铺\n\n"
    "本报讯（记者何嘉木）坏了的台灯、断了腿的椅子，在渡口街都有人修。铺子是街道腾出来的，工具是居民凑的。\n";

std::vector<ShortPiece> shorts_of(const std::string& text) {
  auto source = std::make_shared<Source>(decode_source("page.txt", text));
  Reading reading = read_source(*source);
  Sheet sheet = lay_out(source, std::move(reading));
  return look_at_shorts_zh(sheet);
}

ShortOdds odds_of(double head, double alone, double text) {
  return {{head, alone, text, -9}};
}

}  // namespace

TEST_CASE("a short line that goes on in the next piece is text, a head stays one", "[short_net]") {
  const Page page = parse_page("page.txt", kMetro);
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[0].headline == "地铁六号线明年三月试运行");
  CHECK(page.articles[1].headline == "渡口街垃圾房变身修理铺");
  bool whole = false;
  for (const Block& block : page.articles[0].blocks) {
    CHECK(block.kind == BlockKind::kParagraph);
    whole = whole || block.text.find("六号线的每一座车站") != std::string::npos;
  }
  CHECK(whole);
}

TEST_CASE("every trait has its place, and the same page has the same traits", "[short_net]") {
  const std::vector<ShortPiece> shorts = shorts_of(kMetro);
  REQUIRE(shorts.size() == 3);
  const std::vector<ShortPiece> again = shorts_of(kMetro);
  for (size_t i = 0; i < shorts.size(); ++i) {
    CHECK(shorts[i].traits == again[i].traits);
    CHECK_FALSE(shorts[i].goes_on);
    // The last one: pieces of its run, in thirds.
    CHECK(shorts[i].traits.back() == kTraitUnit / 3);
  }
}

TEST_CASE("the pieces of a run are told together", "[short_net]") {
  const ShortNet& net = ShortNet::chinese();
  REQUIRE_FALSE(net.empty());
  std::vector<ShortPiece> pieces(3);
  const std::vector<ShortOdds> odds = {odds_of(4, 0, -4), odds_of(1, -4, 1.2), odds_of(4, 0, -4)};
  const std::vector<ShortKind> apart = net.tell(pieces, odds);
  CHECK(apart == std::vector<ShortKind>{ShortKind::kHead, ShortKind::kText, ShortKind::kHead});
  // Between two lines of a head the same odds say a third.
  pieces[1].goes_on = pieces[2].goes_on = true;
  CHECK(net.tell(pieces, odds) == std::vector<ShortKind>(3, ShortKind::kHead));
  CHECK(net.tell({}, {}).empty());
}

TEST_CASE("a table of another version or length gives an empty net, which changes nothing", "[short_net]") {
  CHECK_FALSE(ShortNet(kShortsZh).empty());
  CHECK(ShortNet("").empty());
  CHECK(ShortNet("BSH1").empty());
  CHECK(ShortNet(kShortsZh.substr(0, kShortsZh.size() - 1)).empty());
  std::string other(kShortsZh);
  other[3] = '0';
  CHECK(ShortNet(other).empty());
  other = std::string(kShortsZh);
  other[4] = static_cast<char>(kShortTraits + 1);
  CHECK(ShortNet(other).empty());
  other = "BSH1";
  other += static_cast<char>(kShortTraits);
  other += std::string(1 + 12 + kShortTraits * kShortKinds + 4 * kShortKinds + 32, '\0');  // no hidden units
  CHECK(ShortNet(other).empty());
  CHECK(ShortNet("").odds({}).nats == std::array<double, kShortKinds>{});
}
