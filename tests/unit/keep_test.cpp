// What the reader saves, what is remembered, and coming back to a place.
#include <catch2/catch_test_macros.hpp>

#include "edition/json.h"
#include "fake_host.h"
#include "handmade.h"

namespace broadsheet::view {
namespace {

// One article of forty paragraphs, no two alike.
std::string long_page() {
  Edition edition;
  edition.title = "The Harbour Daily";
  Handmade made;
  Article article;
  article.headline = "A Long Afternoon";
  article.spans = {made.put(article.headline)};
  for (int i = 0; i < 40; ++i) {
    Block block;
    for (int word = 0; word < 60; ++word) block.text += "boat" + std::to_string(i * 60 + word) + " ";
    block.text += "and the water.";
    block.spans = {made.put(block.text)};
    block.cuts = {0};
    article.blocks.push_back(block);
  }
  article.id = make_article_id(article.headline, article.blocks[0].text);
  made.page.articles.push_back(article);
  edition.pages.push_back(made.done("a.txt"));
  return to_json(edition);
}

TEST_CASE("the panel saves in every form, and forgets at the second press") {
  Desktop desktop;
  desktop.app->open_files({{"a.json", long_page()}});
  desktop.settle();
  const char* const kEndings[][2] = {{"keep.epub", ".epub"}, {"keep.html", ".html"},
                                     {"keep.md", ".md"},     {"keep.txt", ".txt"},
                                     {"keep.json", ".json"}, {"keep.ndjson", ".ndjson"}};
  for (const auto& [id, ending] : kEndings) {
    desktop.key(ImGuiKey_F);
    REQUIRE(desktop.node(id));
    desktop.act(id);
    CHECK(desktop.host.saved.ends_with(ending));
    CHECK_FALSE(desktop.node(id));
  }
  desktop.host.before = {{"other", "Another paper"}};
  desktop.key(ImGuiKey_F);
  desktop.act("keep.page");
  CHECK(desktop.host.pages_saved == 1);
  desktop.key(ImGuiKey_F);
  desktop.act("keep.edition.other");
  CHECK(desktop.host.reopened == "other");
  desktop.key(ImGuiKey_F);
  desktop.act("keep.forget");
  CHECK(desktop.host.forgotten == 0);
  desktop.act("keep.forget");
  CHECK(desktop.host.forgotten == 1);
  desktop.host.storage = false;
  desktop.key(ImGuiKey_F);
  CHECK_FALSE(desktop.node("keep.forget"));
}

TEST_CASE("a saved page is told to start as a kiosk, and told otherwise again") {
  Desktop desktop;
  desktop.app->open_files({{"a.json", long_page()}});
  desktop.settle();
  desktop.key(ImGuiKey_F);
  CHECK_FALSE(desktop.node("keep.kiosk")->pressed);
  desktop.act("keep.kiosk");
  CHECK(desktop.host.recall("kiosk") == "?kiosk");
  CHECK(desktop.node("keep.kiosk")->pressed);
  desktop.act("keep.kiosk");
  CHECK(desktop.host.recall("kiosk").empty());
}

TEST_CASE("a place is come back to at the same line, and not lit") {
  Desktop desktop(900, 600);
  desktop.app->open_files({{"a.json", long_page()}});
  desktop.settle();
  const std::string article = desktop.app->edition().pages[0].articles[0].id;
  CHECK(desktop.app->knows("/a/" + article));
  CHECK_FALSE(desktop.app->knows("/a/nothing"));
  desktop.app->go("/a/" + article);
  desktop.settle();
  CHECK(desktop.app->place() == "/a/" + article);
  desktop.app->scroll(0, 900);
  desktop.settle();
  const std::string place = desktop.app->place();
  CHECK(place.size() > article.size() + 4);
  REQUIRE(desktop.node("block.20"));
  const float y = desktop.node("block.20")->rect.y;
  desktop.app->go("/");
  desktop.settle();
  desktop.app->resume(place);
  desktop.settle();
  CHECK(desktop.host.address == "/a/" + article);
  CHECK(std::abs(desktop.node("block.20")->rect.y - y) < 30);
  desktop.app->resume("/a/nothing/3:1-1");
  CHECK(desktop.host.address == "/a/" + article);
}

}  // namespace
}  // namespace broadsheet::view
