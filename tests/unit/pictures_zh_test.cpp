// What stories under 图片报道 take and give away, in whole dumps of our own writing.
#include "compose/pictures_zh.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/compose.h"

using namespace broadsheet;

namespace {

const std::string kStory =
    "船都回了港\n\n本报讯（记者 丁岚）市气象台今天下午四时发布台风预警，渔港里三百条渔船全部靠了岸。\n\n"
    "港务所的老所长说，他守了四十年的灯塔，今年的浪比往年来得都早。渔民们正在补网，修理船板。\n\n";
const std::string kNews =
    "5月3日，渡口街的修理铺开门半年，居民们带着坏了的台灯、断了腿的椅子和走不动的钟来到这里，一个上午修好了二"
    "十七件。"
    "图为一位老师傅在修钟。";

Page parsed(const std::string& dump) {
  return parse_page("page.txt", dump);
}

std::string text_under(const Page& page, const std::string& headline) {
  std::string out;
  for (const Article& article : page.articles) {
    if (article.headline != headline) continue;
    for (const Block& block : article.blocks) out += block.text;
  }
  return out;
}

}  // namespace

TEST_CASE("a picture's story without a text takes the one that came out as another's caption", "[compose]") {
  const Page page = parsed("图片报道\n\n" + kStory + kNews + "\n\n林知远 摄\n");
  CHECK(text_under(page, "图片报道").find("二十七件") != std::string::npos);
  CHECK(text_under(page, "船都回了港").find("二十七件") == std::string::npos);
  CHECK(text_under(page, "船都回了港").find("灯塔") != std::string::npos);
}

TEST_CASE("no picture's story takes the text of another", "[compose]") {
  const Page page = parsed("图片报道\n\n" + kNews + "\n\n图片报道\n\n" + kStory);
  size_t with = 0;
  for (const Article& article : page.articles)
    with += article.headline == "图片报道" && !article.blocks.empty();
  CHECK(with == 1);
  REQUIRE_FALSE(page.articles.empty());
  CHECK(page.articles[0].headline == "图片报道");
  CHECK_FALSE(page.articles[0].blocks.empty());
}

TEST_CASE("a paragraph in the midst of a story stays there though it says what a picture shows",
          "[compose]") {
  const Page page = parsed(
      "图片报道\n\n老街的灯\n\n本报讯（记者 "
      "何嘉木）入夜以后，老街的灯一盏一盏亮了起来，街坊们搬出了椅子。\n\n" +
      kNews + "\n\n街坊们说，这样的晚上以后每个月都要有一回，大家把家里的旧灯也带来。\n\n" + kStory);
  CHECK(text_under(page, "老街的灯").find("二十七件") != std::string::npos);
}
