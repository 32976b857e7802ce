#include "compose/titles_zh.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/compose.h"

using namespace broadsheet;

namespace {

const std::string kSummary =
    "渡口街的垃圾房空了三年，去年冬天来了两个修理工。一把雨伞修好还能用三年，街坊们把坏了的都提了来，渡口街少"
    "了许多"
    "垃圾，也多了一处说话的地方。\n\n";

std::string page(const std::string& title) {
  return "渡口街垃圾房变身修理铺\n\n▶ 本报记者 林知远\n\n" + title + kSummary + kSummary +
         "修理铺的两个师傅一个修伞一个修鞋，孩子们放学后喜欢来看他们干活，排队的人从门口一直站到桥头。\n\n";
}

}  // namespace

TEST_CASE("titles that papers set again and again", "[titles]") {
  CHECK(is_part_title_zh(U"核心阅读"));
  CHECK(is_part_title_zh(U"记者手记"));
  CHECK(is_note_title_zh(U"让修好的伞再走一程(记者手记)"));
  CHECK_FALSE(is_note_title_zh(U"让修好的伞再走一程(街谈)"));
  CHECK(is_summary_title_zh(U"【内容提要】"));
  CHECK_FALSE(is_summary_title_zh(U"记者手记"));
  CHECK(is_story_title_zh(U"图片 报道"));
  CHECK(is_story_title_zh(U"公告"));
  CHECK(is_picture_title_zh(U"图片 报道"));
  CHECK_FALSE(is_picture_title_zh(U"公告"));
}

TEST_CASE("a summary may be in its story's own words, and is no copy", "[titles]") {
  const Page with = parse_page("page.txt", page("核心阅读\n\n"));
  CHECK(with.duplicates.empty());
  REQUIRE(with.articles.size() == 1);
  CHECK(with.articles[0].blocks.size() == 4);  // the title, the summary, and two paragraphs
  CHECK(parse_page("page.txt", page("")).duplicates.size() == 1);
}

TEST_CASE("a summary that the dump says twice is one", "[titles]") {
  const Page twice = parse_page("page.txt", page("核心阅读\n\n" + kSummary + "核心阅读\n\n"));
  CHECK(twice.duplicates.size() == 1);
}

TEST_CASE("a reporter's note is a part of the story above in whose words it is", "[titles]") {
  const std::string note =
      "修好一把伞要半个钟头，师傅说这三年没有一把伞是白修的，渡口街的雨伞从此少进了垃圾房。\n\n";
  const std::string story = page("") + "让修好的伞再走一程（记者手记）\n\n" + note;
  CHECK(parse_page("page.txt", story).articles.size() == 1);
  // Closed by a name, the story is over, and what follows has a head.
  const std::string closed = page("") + "林知远\n\n" + "让修好的伞再走一程（记者手记）\n\n" + note;
  CHECK(parse_page("page.txt", closed).articles.size() == 2);
  CHECK(parse_page("page.txt", "让修好的伞再走一程（记者手记）\n\n" + note).articles[0].headline ==
        "让修好的伞再走一程（记者手记）");
}

TEST_CASE("a title on one line with the picture's text below it is a head of its own", "[titles]") {
  const std::string text = "本报讯 日前，望川市的老灯塔重新点亮，守塔人推开了门，把灯罩擦得发亮。";
  const Page pictures = parse_page("page.txt", page("") + "图片报道" + text + "\n\n");
  REQUIRE(pictures.articles.size() == 2);
  CHECK(pictures.articles[1].headline == "图片报道");
  CHECK(pictures.articles[1].blocks[0].text == text);
  // No lead behind it: a sentence that begins so.
  CHECK(parse_page("page.txt", page("") + "图片报道了老灯塔重新点亮，守塔人推开了门，把灯罩擦得发亮。\n\n")
            .articles.size() == 1);
}
