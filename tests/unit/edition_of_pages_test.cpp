#include <catch2/catch_test_macros.hpp>

#include "compose/compose.h"
#include "compose/jumps.h"
#include "compose/masthead.h"
#include "edition/json.h"

using namespace broadsheet;

namespace {

Page with_furniture(std::vector<std::pair<std::string, std::string>> lines) {
  Page page;
  for (auto& [kind, text] : lines) page.furniture.push_back({kind, text, {{0, 1}}});
  return page;
}

}  // namespace

TEST_CASE("dates are read as they are printed", "[masthead]") {
  CHECK(date_in(U"云麓高新报 2031年1月7日 星期二") == "2031-01-07");
  CHECK(date_in(U"二〇三一年十二月二十一日") == "2031-12-21");
  CHECK(date_in(U"望川日报 2031年2月4日 第1版") == "2031-02-04");
  CHECK(date_in(U"Tuesday, January 7, 2031") == "2031-01-07");
  CHECK(date_in(U"7th February 2031") == "2031-02-07");
  CHECK(date_in(U"2031-01-07") == "2031-01-07");
  CHECK(date_in(U"2031年13月7日").empty());
  CHECK(date_in(U"In May 3 ships came").empty());
}

TEST_CASE("a masthead gives name, date and page", "[masthead]") {
  const Masthead zh = read_masthead(with_furniture({{"date", "云麓高新报 2031年1月7日 星期二 第4版 园区"}}));
  CHECK(zh.title == "云麓高新报");
  CHECK(zh.date == "2031-01-07");
  CHECK(zh.page == 4);
  const Masthead en = read_masthead(
      with_furniture({{"date", "4 THE RAVENSEY COURIER Monday, February 3, 2031"},
                      {"advertisement", "Sell your car in 7 days in our News, call us today"}}));
  CHECK(en.title == "THE RAVENSEY COURIER");
  CHECK(en.date == "2031-02-03");
  CHECK(en.page == 4);
  const Masthead parts =
      read_masthead(with_furniture({{"folio", "07版"}, {"section", "要 闻"}, {"editor", "责任编辑:林报"}}));
  CHECK(parts.page == 7);
  CHECK(parts.title.empty());
  const Masthead edited = read_masthead(
      with_furniture({{"editor", "A04 望川日报 2031年3月8日 星期六 责编：罗望"}, {"date", "2031年3月7日"}}));
  CHECK(edited.title == "望川日报");
  CHECK(edited.date == "2031-03-08");
  CHECK(edited.page == 4);
}

TEST_CASE("jump lines say where a story goes on", "[jumps]") {
  CHECK(read_jump("（下转3版）").page == 3);
  CHECK_FALSE(read_jump("（下转3版）").from);
  CHECK(read_jump("上接第一版").page == 1);
  CHECK(read_jump("上接第一版").from);
  CHECK(read_jump("Continued on page 4").page == 4);
  CHECK(read_jump("See FERRY, page 12").page == 12);
  CHECK(read_jump("From page 1").from);
  CHECK(read_jump("The council met").page == 0);
}

TEST_CASE("parts of a story on two pages find each other, and only they", "[jumps]") {
  const auto page = [](std::string folio, std::string head, std::string text, std::string jump,
                       uint32_t jump_at) {
    Page out = with_furniture({{"folio", folio}});
    Article article;
    article.headline = head;
    article.blocks.push_back({BlockKind::kParagraph, text, {{100, 200}}, {0}});
    article.id = make_article_id(head, text);
    out.articles.push_back(article);
    out.furniture.push_back({"jump", jump, {{jump_at, jump_at + 10}}});
    return out;
  };
  const Page first = page("第1版", "船坞", "站在望川老船坞的坞口往下看", "（下转3版）", 210);
  const Page third = page("第3版", "从船坞说起", "老船坞的工人也回来了", "（上接1版）", 80);
  const Page fourth = page("第4版", "气象", "市气象台发布消息", "（上接2版）", 80);
  const Edition edition = compose_edition({first, fourth, third});
  CHECK(edition.pages[0].articles[0].continues == third.articles[0].id);
  CHECK(edition.pages[2].articles[0].kind == ArticleKind::kContinued);
  CHECK(edition.pages[1].articles[0].kind == ArticleKind::kArticle);
}

TEST_CASE("a page is known by the number that it prints, and by its place where it prints none",
          "[masthead]") {
  const Edition edition =
      compose_edition({with_furniture({{"folio", "第4版"}}), with_furniture({{"section", "要闻"}})});
  CHECK(edition.pages[0].number == 4);
  CHECK(edition.pages[1].number == 0);
  CHECK(shown_number(edition, 0) == 4);
  CHECK(shown_number(edition, 1) == 2);
  Edition with_sources = edition, again;
  for (Page& page : with_sources.pages) {
    auto source = std::make_shared<Source>();
    source->bytes = 10;
    page.source = source;
  }
  const Complaint fault = from_json(to_json(with_sources), "again.json", again);
  INFO(fault.text());
  REQUIRE(again.pages.size() == 2);
  CHECK(again.pages[0].number == 4);
  CHECK(again.pages[1].number == 0);
}

TEST_CASE("a story goes on behind a jump line in the same line, with a head there or without", "[jumps]") {
  const Page first = parse_page(
      "1",
      "第1版\n湖岸晚报\n2030年6月2日\n\n两江口大桥合龙\n本报记者 "
      "邢可为\n昨天上午十点，两江口大桥主桥顺利合龙。"
      "大桥全长三千二百米，连接南北两个新区。\n\n项目负责人说，预计年底前通车。届时从南区到北区的车程将由"
      "五十分钟缩短到十（下转3版）\n\n早稻收割机下田\n\n本报讯（记者 温小满）连日晴好，湖岸区早稻陆续成熟，"
      "两百多台收割机开进田间。\n");
  const Page third = parse_page(
      "3",
      "第3版\n湖岸晚报\n2030年6月2日\n\n（上接1版）分钟以内。为了赶工期，三百多名建设者放弃了假期。焊工老卞"
      "已经连续工作了四十一天。\n按照规划，大桥通车后还将配套建设两条快速路。\n\n社区里的修鞋铺\n本报记者 "
      "樊小楼"
      "\n老街拐角有一间不到六平方米的修鞋铺，主人姓栾，今年七十三岁。\n“能修的就别扔。”栾师傅总是这样说。\n");
  const Edition edition = compose_edition({first, third});
  REQUIRE(edition.pages[0].articles.size() == 2);
  REQUIRE(edition.pages[1].articles.size() == 2);
  const Article& bridge = edition.pages[0].articles[0];
  CHECK(bridge.blocks.back().text.ends_with("缩短到十"));
  const Article& rest = edition.pages[1].articles[1];
  CHECK(rest.headline.empty());
  CHECK(rest.kind == ArticleKind::kContinued);
  CHECK(rest.blocks.front().text.starts_with("分钟以内"));
  CHECK(rest.blocks.size() == 2);
  CHECK(bridge.continues == rest.id);
  const Article& shop = edition.pages[1].articles[0];
  CHECK(shop.headline == "社区里的修鞋铺");
  CHECK(shop.blocks.size() == 2);
}

TEST_CASE("a short head right over its byline is no name of a section", "[masthead]") {
  const Page page =
      parse_page("5",
                 "第５版　副刊\n\n巷口的理发店\n◎ "
                 "柏松\n　　巷口那家理发店开了三十多年，门口的转灯早就不转了。\n\n旧书摊\n◎ 冷月"
                 "\n　　星期天的早晨，我总要去河边的旧书摊看看。\n");
  REQUIRE(page.articles.size() == 2);
  CHECK(page.articles[0].headline == "巷口的理发店");
}

TEST_CASE("what tells on which pages stories stand is no head", "[masthead]") {
  const Page page = parse_page("1",
                               "今日导读\n老船坞里的新生意 2版\n泳池限时免费开放 "
                               "3版\n\n渡船改成电动\n本报记者 沈一舟\n从今天起，望川渡口的"
                               "六艘渡船全部改成电动。\n");
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].kicker.empty());
  CHECK(page.articles[0].headline == "渡船改成电动");
  CHECK(page.furniture.size() == 3);
  CHECK(read_masthead(page).page == 0);
}
