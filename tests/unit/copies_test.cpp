// Passages that a dump says twice, and those that only look like it.
#include "compose/copies.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "compose/compose.h"

using namespace broadsheet;

namespace {

const std::string kBegin =
    "修桥的办法有很多。比如请老石匠到学堂里讲课，让年轻人先学会认石头、看水势，再比如把废弃的采石场改成练手的"
    "地方，"
    "开春以后由镇上出钱添置新的工具，请各村的匠人轮流来住上半个月，带出一批会干活的徒弟";

std::string page_with(const std::string& first, const std::string& second) {
  return "石桥镇上重修老桥\n\n本报讯 石桥镇今年要重修三座老桥，最年轻的石匠也有六十岁了。\n\n" + first +
         "\n\n" + second + "\n\n老石匠说，桥修好了，手艺也就留住了。\n";
}

}  // namespace

TEST_CASE("of a paragraph and its begin, said again, the begin is the copy, whichever stands first",
          "[compose]") {
  const std::string whole = kBegin + "，三年以后就不用再到外县去请人了。各村凑的工钱由镇上的账房统一管。";
  for (const std::string& text : {page_with(whole, kBegin), page_with(kBegin, whole)}) {
    const Page page = parse_page("page.txt", text);
    REQUIRE(page.duplicates.size() == 1);
    CHECK(page.duplicates[0].text.find("账房") == std::string::npos);
  }
}

TEST_CASE("what two stories quote of one speech, in pieces, is no copy", "[compose]") {
  const std::string text =
      "石桥镇上重修老桥\n\n"
      "本报讯 镇长在会上要求，“全力修好三座老桥，妥善安排过河的乡亲，查明石料的来路，按时付清工钱”。他强调，"
      "“各村和各作坊要始终把安全放在头里，抓紧每一个晴天，赶在雨季以前合龙”。\n\n"
      "渡口的旧船先不收起来，由两个老船工照看，哪天桥上不能走，哪天就撑船。\n\n"
      "采石场里开了夜校\n\n"
      "本报讯 采石场的夜校昨晚开课，十二个年轻人来听课。\n\n"
      "老石匠拿着会议记录念，镇长要求全力修好三座老桥、妥善安排过河的乡亲，查明石料来路，按时付清工钱。强调各"
      "村和各作"
      "坊要始终把安全放在头里、抓紧每一个晴天，赶在雨季前合龙。\n\n"
      "念完以后他把灯挂到墙上，开始讲怎么看石头的纹路。\n";
  const Page page = parse_page("page.txt", text);
  CHECK(page.duplicates.empty());
}
