#include "compose/heads.h"

#include <catch2/catch_test_macros.hpp>

using namespace broadsheet;

namespace {

std::string told(const std::vector<HeadLine>& lines, Tongue tongue = Tongue::kChinese) {
  const Heads heads = tell_heads_apart(lines, tongue);
  return heads.kicker + " | " + heads.headline + " | " + heads.deck;
}

}  // namespace

TEST_CASE("kicker, headline and deck are told apart by order, dashes and length", "[compose]") {
  CHECK(told({}) == " |  | ");
  CHECK(told({{"老茶馆里的国手"}}) == " | 老茶馆里的国手 | ");
  CHECK(told({{"两年建成十七个公共平台"},
              {"云麓高新区把试验台搬到车间门口"},
              {"从样品到产品，平均只要九十四天"}}) ==
        "两年建成十七个公共平台 | 云麓高新区把试验台搬到车间门口 | 从样品到产品，平均只要九十四天");
  CHECK(told({{"云麓高新区开通货运专线"}, {"三十六辆无人货车夜里上路"}}) ==
        "云麓高新区开通货运专线 | 三十六辆无人货车夜里上路 | ");
  CHECK(told({{"潮闸重新转动"}, {"——老闸工麦春生和他的徒弟"}}) ==
        " | 潮闸重新转动 | ——老闸工麦春生和他的徒弟");
  CHECK(told({{"县气象台——"}, {"今冬偏暖，雨水偏多"}}) == "县气象台—— | 今冬偏暖，雨水偏多 | ");
  CHECK(told({{"潮闸重新转动"}, {"老闸工带出六名徒弟，最小的二十三岁"}}) ==
        " | 潮闸重新转动 | 老闸工带出六名徒弟，最小的二十三岁");
  CHECK(told({{"Old mill to reopen"}, {"Guild will teach twelve apprentices a year"}}, Tongue::kEnglish) ==
        " | Old mill to reopen | Guild will teach twelve apprentices a year");
  CHECK(told({{"After eleven dark winters"}, {"Kiln lit again"}}, Tongue::kEnglish) ==
        "After eleven dark winters | Kiln lit again | ");
}

TEST_CASE("printed lines with no blank line between them are one head", "[compose]") {
  CHECK(told({{"地铁六号线明年三月试运行", true}, {"全线设站十九座", false}}) ==
        " | 地铁六号线明年三月试运行 全线设站十九座 | ");
  CHECK(told({{"Old mill to become school for", true}, {"millwrights", false}}, Tongue::kEnglish) ==
        " | Old mill to become school for millwrights | ");
  CHECK(told({{"县气象台——", true}, {"今冬偏暖", false}}) == "县气象台—— | 今冬偏暖 | ");
  CHECK(told({{"奋力夯实根基", true}, {"——答记者问", false}}) == " | 奋力夯实根基 | ——答记者问");
}
