// Pages in traditional hanzi are read as if set in simplified ones, and shown as they are.
#include "text/traditional.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/account.h"
#include "compose/compose.h"
#include "text/utf8.h"

using namespace broadsheet;

TEST_CASE("a text is traditional by the hanzi that the other script has not", "[text]") {
  CHECK(is_traditional("北門夜市的攤位遷到河邊，老闆們說還會回來"));
  CHECK_FALSE(is_traditional("北门夜市的摊位迁到河边，老板们说还会回来"));
  CHECK_FALSE(is_traditional("天空明日多雲"));  // none of them
  CHECK_FALSE(is_traditional(""));
  CHECK_FALSE(is_traditional("The mayor's hat"));
  // A name in a simplified text, however early.
  CHECK_FALSE(is_traditional("國際書展上，记者看到许多读者从各地来，书店里的人说还会再开两天"));
}

TEST_CASE("every byte keeps its place in the simplified text", "[text]") {
  const std::string text = "「門」外：\xE5\x9C A、㐂、𠮷、記者『駱』\xE8";
  const std::string simple = simplified(text);
  CHECK(simple.size() == text.size());
  CHECK(simple == "“门”外：\xE5\x9C A、㐂、𠮷、记者‘骆’\xE8");
  CHECK(simplified(U'國') == U'国');
  CHECK(simplified(U'A') == U'A');
  CHECK(simplified(U'𠮷') == U'𠮷');
}

TEST_CASE("what is shown of a traditional page has its own hanzi") {
  const std::string text =
      "渡口新添一盞燈\n\n【記者林知遠／望川報導】渡口的燈昨夜換了新的。「這裡的船，再也不用摸黑靠岸了。」擺渡"
      "的老人"
      "說。\n\n"
      "換燈的師傅從縣裡來，爬上塔頂只用了八分鐘。\n\n"
      "學校開設木工課\n\n本報記者 陳 "
      "鵬\n\n望川中學從這個學期起開設木工課，學生們每週有兩個下午在車間裡過。\n\n";
  const Page page = parse_page("x", text);
  REQUIRE(page.articles.size() == 2);
  CHECK(page.language == "zh-Hant");
  CHECK(page.source->text == text);
  const Article& lamp = page.articles[0];
  CHECK(lamp.headline == "渡口新添一盞燈");
  REQUIRE(lamp.byline.size() == 1);
  CHECK(lamp.byline[0].name == "林知遠");
  CHECK(lamp.byline[0].role == "記者");
  REQUIRE(lamp.blocks.size() == 2);
  CHECK(lamp.blocks[0].text.find("「這裡的船，再也不用摸黑靠岸了。」擺渡的老人說。") != std::string::npos);
  REQUIRE(page.articles[1].byline.size() == 1);
  CHECK(page.articles[1].byline[0].name == "陳鵬");
  CHECK(page.articles[1].byline[0].role == "本報記者");
}

TEST_CASE("the stroke that papers of Taiwan set before a place parts it from the name, too") {
  const Page page = parse_page("x",
                               "海堤加高工程動土\n\n【記者馮子安╱港灣報導】海堤加高工程昨天動土，預計明年汛期"
                               "前完工，總經費四億二千萬元。\n");
  REQUIRE(page.articles.size() == 1);
  REQUIRE(page.articles[0].byline.size() == 1);
  CHECK(page.articles[0].byline[0].name == "馮子安");
}
