#include "compose/beginnings.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/compose.h"

using namespace broadsheet;

namespace {

const std::string kRepairs =
    "本报讯 "
    "渡口街的垃圾房空了三年，去年冬天来了两个修理工，垃圾房从此变身修理铺。街坊们把家里坏了的雨伞都提了来"
    "，排队的人从门口一直站到桥头。\n\n修理铺的两个师傅一个修伞一个修鞋，渡口街的孩子们放学后喜欢来看他们干活"
    "。\n\n";
const std::string kStorm =
    "本报讯 "
    "今年第二号热带风暴昨天下午生成，市气象台说，风暴中心预计明晚擦过白鹭湾，沿岸的渔船已经全部回港。\n\n"
    "白鹭湾的两处海滨浴场从今天中午起关闭，热带风暴过去之前不再开放。\n\n预计这场热带风暴在白鹭湾外停留六个小"
    "时，擦过海岸时"
    "风力九级。\n\n白鹭湾去年遇到过三场热带风暴，都是擦过，没有登陆。市气象台预计明晚十点以后风力减弱。\n\n";

// A page has more than two stories: what is said everywhere on it tells none from the other.
const std::string kMore =
    "村卫生室有了隔空会诊\n\n本报讯 "
    "石桥村卫生室装上了会诊屏幕，县医院的医生隔着三十公里给村民看片子，石桥村的老人不必再赶班车进城。"
    "会诊屏幕每周二和周五打开，县医院派出四位医生轮流值班。\n\n春茶早了九天\n\n本报讯 "
    "青石岭的春茶今年三月九日开园，比去年早了九天。茶农说，冬天暖和，茶树的芽头冒得早，青石岭的茶农雇不到足够"
    "的采茶人。"
    "\n\n云麓高新区开通货运专线\n\n本报讯 "
    "三十六辆无人货车昨夜驶上云麓高新区的货运专线，把零件从仓库送到车间，货车的速度不超过四十公里。\n\n";

std::string head_above(const Page& page, const std::string& words) {
  for (const Article& article : page.articles) {
    for (const Block& block : article.blocks) {
      if (block.text.find(words) != std::string::npos) return article.headline;
    }
  }
  return "?";
}

}  // namespace

TEST_CASE("heads of two stories in a row go to their stories") {
  const Page page =
      parse_page("x", "渡口街垃圾房变身修理铺\n\n热带风暴预计明晚擦过白鹭湾\n\n" + kStorm + kRepairs + kMore);
  CHECK(head_above(page, "垃圾房空了三年") == "渡口街垃圾房变身修理铺");
  CHECK(head_above(page, "昨天下午生成") == "热带风暴预计明晚擦过白鹭湾");
}

TEST_CASE("a kicker, a headline and a deck of one story stay together") {
  const Page page = parse_page("x", "空了三年之后\n\n渡口街垃圾房变身修理铺\n\n两个师傅一个修伞一个修鞋\n\n" +
                                        kRepairs + "热带风暴预计明晚擦过白鹭湾\n\n" + kStorm + kMore);
  REQUIRE(page.articles.size() == 5);
  CHECK(page.articles[0].kicker == "空了三年之后");
  CHECK(page.articles[0].headline == "渡口街垃圾房变身修理铺");
  CHECK(page.articles[0].deck == "两个师傅一个修伞一个修鞋");
}

TEST_CASE("each column of opinion has a tag of its own") {
  const Page page =
      parse_page("x", "渡口街垃圾房变身修理铺（街巷）\n\n热带风暴预计明晚擦过白鹭湾（海边）\n\n" + kRepairs +
                          kStorm + kMore);
  CHECK(head_above(page, "垃圾房空了三年") == "渡口街垃圾房变身修理铺（街巷）");
  CHECK(head_above(page, "昨天下午生成") == "热带风暴预计明晚擦过白鹭湾（海边）");
}

TEST_CASE("no story begins at a head that is marked as a lower one") {
  const Page page = parse_page(
      "x", "# 渡口街垃圾房变身修理铺\n## 热带风暴预计明晚擦过白鹭湾\n\n" + kStorm + kRepairs + kMore);
  for (const Article& article : page.articles) CHECK(article.headline != "热带风暴预计明晚擦过白鹭湾");
}

TEST_CASE("a picture's text stands under 图片报道 wherever the dump has it") {
  const std::string picture =
      "本报讯 白鹭湾的渔港昨日开渔，三百条渔船从早上六点起依次出港。图为渔民在码头上整理渔网。\n\n";
  const Page page = parse_page("x", "渡口街垃圾房变身修理铺\n\n图片报道\n\n" + kRepairs +
                                        "热带风暴预计明晚擦过白鹭湾\n\n" + kStorm + kMore + picture);
  CHECK(head_above(page, "整理渔网") == "图片报道");
  CHECK(head_above(page, "垃圾房空了三年") == "渡口街垃圾房变身修理铺");
}

TEST_CASE("a story that says 图为 keeps its own head") {
  const Page page = parse_page(
      "x",
      "白鹭湾渔港昨日开渔\n\n三百条渔船从早上六点起依次出港。图为渔民在码头上整理渔网。\n\n图片报道\n\n"
      "孩子们在渡口街放风筝。\n\n" +
          kMore);
  CHECK(head_above(page, "整理渔网") == "白鹭湾渔港昨日开渔");
  CHECK(head_above(page, "放风筝") == "图片报道");
}
