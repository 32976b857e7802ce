#include <catch2/catch_test_macros.hpp>
#include <string>

#include "edition/json.h"
#include "fake_host.h"
#include "view/find_past.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

// Three pages of four stories; the word 灯 in all of them, 桥 in the head of one and the text of another.
Edition lamps() {
  Edition edition;
  edition.title = "河湾晚报";
  edition.date = "2031-05-04";
  for (int p = 0; p < 3; ++p) {
    Page page;
    page.number = p + 1;
    for (int a = 0; a < 4; ++a) {
      Article article;
      article.headline = "第" + std::to_string(p * 4 + a) + "盏灯亮了";
      if (p == 1 && a == 2) article.headline = "桥上的灯";
      if (a == 3) article.kind = ArticleKind::kPhoto;
      article.byline.push_back({a % 2 == 0 ? "林小舟" : "何远", "本报记者", {}});
      article.dateline.date = p == 2 ? "2031-05-03" : "";
      for (int b = 0; b < 12; ++b) {
        Block block;
        block.text = "天黑以后，河边的人看见灯一盏一盏地亮起来，第" + std::to_string(b) + "段里没有别的事。";
        if (p == 0 && a == 0 && b == 3) block.text += "桥在那边，桥很长。";
        article.blocks.push_back(block);
      }
      article.id = make_article_id(article.headline, article.blocks[0].text);
      page.articles.push_back(article);
    }
    edition.pages.push_back(page);
  }
  return edition;
}

struct Found : Desktop {
  Found() {
    app->open_files({{"lamps.json", to_json(lamps())}});
    settle();
  }
  void type(const char* words) {
    key(ImGuiKey_Slash);
    ImGui::GetIO().AddInputCharactersUTF8(words);
    settle();
  }
  std::string says(std::string_view id) const {
    const MirrorNode* at = node(id);
    return at ? at->name : std::string();
  }
  // The id of the button with this name; empty where there is none.
  std::string button(std::string_view name) const {
    for (const MirrorNode& at : app->mirror().nodes())
      if (at.name == name && at.role == Role::kButton) return at.id;
    return {};
  }
  bool focused(std::string_view id) const {
    const MirrorNode* at = node(id);
    return at && at->focused;
  }
};

}  // namespace

TEST_CASE("from the field to a story, from match to match, to the next story and back, by keys alone") {
  Found desk;
  desk.type("桥");
  CHECK(desk.says("find.count").find("3 处") != std::string::npos);
  desk.key(ImGuiKey_DownArrow);
  CHECK(desk.focused("hit.0"));
  desk.key(ImGuiKey_DownArrow);
  CHECK(desk.focused("hit.1"));
  desk.key(ImGuiKey_UpArrow);
  desk.key(ImGuiKey_Enter);
  // The head is the only match of the first.
  REQUIRE(desk.node("found.count"));
  CHECK(desk.says("found.count").find("第 1 处，共 1 处") == 0);
  CHECK(desk.says("found.count").find("第 1 篇，共 2 篇") != std::string::npos);
  desk.key(ImGuiKey_N);
  CHECK(desk.says("found.count").find("第 1 处，共 2 处 · 第 2 篇") == 0);
  CHECK(desk.host.address.find("/3:") != std::string::npos);
  desk.key(ImGuiKey_N);
  CHECK(desk.says("found.count").find("第 2 处，共 2 处") == 0);
  desk.key(ImGuiKey_P);
  desk.key(ImGuiKey_P);
  CHECK(desk.says("found.count").find("第 1 处，共 1 处") == 0);
  desk.key(ImGuiKey_Escape);
  CHECK(desk.host.address == "/find/%E6%A1%A5");
  CHECK(desk.node("hit.1"));
}

TEST_CASE("what divides the stories is counted, narrows them, and is taken out again") {
  Found desk;
  desk.app->go("/find/%E7%81%AF");
  desk.settle();
  CHECK(desk.says("find.count").find("12 篇") != std::string::npos);
  std::string photo = desk.button("图片 3");
  REQUIRE_FALSE(photo.empty());
  CHECK_FALSE(desk.button("第 2 版 4").empty());
  CHECK_FALSE(desk.button("林小舟 6").empty());
  CHECK_FALSE(desk.button("2031年5月3日 4").empty());
  desk.act(photo);
  CHECK(desk.node("find.field")->value == "灯 kind:photo");
  CHECK(desk.says("find.count").find("3 篇") != std::string::npos);
  std::string out = desk.button("去掉：图片");
  REQUIRE_FALSE(out.empty());
  desk.act(out);
  CHECK(desk.node("find.field")->value == "灯");
  CHECK(desk.says("find.count").find("12 篇") != std::string::npos);
}

TEST_CASE("stories stand by page and by day under heads of their own") {
  Found desk;
  desk.app->go("/find/%E7%81%AF");
  desk.settle();
  auto heads = [&] {
    std::string all;
    for (const MirrorNode& at : desk.app->mirror().nodes())
      if (at.role == Role::kHeading && at.name.find(" · ") != std::string::npos) all += at.name + "|";
    return all;
  };
  desk.act("order.1");
  CHECK(heads() == "第 1 版 · 2031年5月4日|第 2 版 · 2031年5月4日|第 3 版 · 2031年5月3日|");
  desk.act("order.2");
  size_t days = 0;
  for (const MirrorNode& at : desk.app->mirror().nodes())
    days += at.role == Role::kHeading && (at.name == "2031年5月4日" || at.name == "2031年5月3日");
  CHECK(days == 2);
}

TEST_CASE("searches are kept, remembered and forgotten") {
  Found desk;
  desk.app->go("/find/%E6%A1%A5");
  desk.settle();
  desk.act("find.keep");
  CHECK(desk.node("find.keep")->pressed);
  desk.act("hit.0");
  desk.app->go("/find/");
  desk.settle();
  CHECK_FALSE(desk.button("桥").empty());
  REQUIRE(desk.node("forget"));
  desk.act("forget");
  CHECK_FALSE(desk.node("forget"));
  desk.act(desk.button("桥"));
  CHECK(desk.node("hit.0"));
  desk.act("find.keep");
  desk.act("find.clear");
  CHECK(desk.button("桥").empty());
}

TEST_CASE("Escape leaves the field and not its words; the slash leads back to them") {
  Found desk;
  desk.type("桥");
  desk.key(ImGuiKey_Escape);
  CHECK_FALSE(ImGui::GetIO().WantTextInput);
  CHECK(desk.node("find.field")->value == "桥");
  desk.key(ImGuiKey_H);
  desk.key(ImGuiKey_Slash);
  CHECK(desk.node("find.field")->value == "桥");
  CHECK(desk.node("hit.0"));
}

TEST_CASE("a wrong query is named by its words, and still finds") {
  Found desk;
  desk.app->go(
      "/find/"
      "%E6%A1%A5%20date%3A%E6%98%A8%E5%A4%A9");
  desk.settle();
  bool named = false;
  for (const MirrorNode& at : desk.app->mirror().nodes())
    named = named || at.name.rfind("昨天 — 日期写作", 0) == 0;
  CHECK(named);
  CHECK(desk.node("hit.1"));
}

TEST_CASE("past searches: the latest first, beginnings dropped, read back as written") {
  PastSearches past;
  past.note("高");
  past.note("高新区");
  past.note(" 灯 ");
  past.note("");
  CHECK(past.recent == std::vector<std::string>{"灯", "高新区"});
  past.turn("灯");
  past.turn("桥");
  past.turn("灯");
  CHECK(past.kept == std::vector<std::string>{"桥"});
  CHECK(past.keeps("桥"));
  for (int i = 0; i < 100; ++i) past.note("x" + std::to_string(i) + "y");
  CHECK(past.recent.size() == PastSearches::kMostRecent);
  PastSearches again = read_past(past.text());
  CHECK(again.recent == past.recent);
  CHECK(again.kept == past.kept);
  CHECK(read_past("*\n \n\nx").recent.empty());
}
