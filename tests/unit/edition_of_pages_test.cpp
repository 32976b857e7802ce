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
