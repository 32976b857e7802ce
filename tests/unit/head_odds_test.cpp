#include "compose/head_odds_zh.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "compose/compose.h"
#include "compose/short_lines_zh.h"

using namespace broadsheet;

TEST_CASE("what stands around short lines says whether they head a story", "[compose]") {
  HeadRun part;  // one line between two paragraphs of one story
  part.text_above = true;
  part.longest = 9;
  part.said_before = .3;
  CHECK(head_odds_zh(part) < -4);

  HeadRun lead = part;
  lead.lead_next = true;
  CHECK(head_odds_zh(lead) > 0);

  HeadRun own = part;  // other words, wider than the columns, three lines
  own.said_before = 0;
  own.wide = own.several = own.three_lines = true;
  CHECK(head_odds_zh(own) > 0);
}

TEST_CASE("a comma speaks against a head only where no byline or lead stands below", "[compose]") {
  HeadRun run;
  const double plain = head_odds_zh(run);
  run.comma = true;
  CHECK(head_odds_zh(run) < plain);
  run.byline_next = true;
  const double with_comma = head_odds_zh(run);
  run.comma = false;
  CHECK(head_odds_zh(run) == with_comma);
}

namespace {

double share(std::u32string_view text, std::u32string_view other) {
  return WordPairs(text).share_in(WordPairs(other));
}

}  // namespace

TEST_CASE("the share of word pairs that stand in another text, too", "[compose]") {
  const std::u32string_view text = U"渡口街的旧码头";
  CHECK(share(text, text) == 1);
  CHECK(share(text, U"") == 0);
  CHECK(share(U"", text) == 0);
  CHECK(share(U"旧码头。渡口", text) == 1);  // over a mark there is no pair
  CHECK(share(U"旧码头很远", U"旧码头") == Catch::Approx(.5).margin(.01));
}

TEST_CASE("a blank in the middle of a word is where a head went on in the next line", "[compose]") {
  CHECK(parts_word_zh(U"渡口小学添了图书 馆和操场"));
  CHECK_FALSE(parts_word_zh(U"老百 姓不再绕远路"));  // too little on one side
  CHECK_FALSE(parts_word_zh(U"创造佳绩 永远向前"));
  CHECK_FALSE(parts_word_zh(U"——编 者"));
}

TEST_CASE("a line that parts a word heads a story between two texts of which it is no part", "[compose]") {
  const Page page = parse_page("page.txt",
                               "渡口新添一盏灯\n\n"
                               "本报讯 去年十月，县里请来的老师傅爬上了渡口的塔，把塔上的旧灯换了下来。\n\n"
                               "夜里行船的人远远就能看见它的光，再也不用摸着黑靠岸。老船工说这是规矩。\n\n"
                               "镇上小学添了图书 馆和操场\n\n"
                               "孩子们下课以后都往新书架跑，借书的卡片一个上午就用完了。\n\n"
                               "操场边种了两排梨树，明年春天就会开花。\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[1].headline.starts_with("镇上小学"));
}
