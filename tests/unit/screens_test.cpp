#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>

#include "edition/json.h"
#include "fake_host.h"
#include "handmade.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

// Stories of which the dump has the paragraphs row by row: the first of each, then the second of each, …
std::vector<InputFile> row_by_row(int stories, int paragraphs) {
  Handmade made;
  Page& page = made.page;
  for (int s = 0; s < stories; ++s) {
    Article article;
    article.headline = "渡口改用电船之" + std::to_string(s);
    article.id = make_article_id(article.headline, "");
    article.spans = {made.put(article.headline)};
    page.articles.push_back(article);
  }
  page.furniture.push_back({"folio", "第4版", {made.put("第4版")}});
  for (int p = 0; p < paragraphs; ++p) {
    for (int s = 0; s < stories; ++s) {
      Block block;
      const std::string name = std::to_string(s) + "之" + std::to_string(p);
      for (int i = 0; i < 3 + (s + p) % 4; ++i)
        block.text += "首批三艘电船昨日下水，票价不变，这是" + name + "。";
      block.spans = {made.put(block.text)};
      block.cuts = {0};
      page.articles[static_cast<size_t>(s)].blocks.push_back(block);
    }
  }
  Edition edition;
  edition.title = "云麓高新报";
  edition.pages.push_back(made.done("a04.txt"));
  return {{"edition.json", to_json(edition, -1, SourceText::kWith)}};
}

const MirrorNode* node_with(const Desktop& desk, const std::string& kind, const std::string& words) {
  for (const MirrorNode& node : desk.app->mirror().nodes())
    if (node.id.starts_with(kind) && node.name.find(words) != std::string::npos) return &node;
  return nullptr;
}

// The middle of what is drawn of the passage that lies at `share` of the pane's height.
std::string passage_at_height(const Desktop& desk, const std::string& kind, float y) {
  for (const MirrorNode& node : desk.app->mirror().nodes())
    if (node.id.starts_with(kind) && node.rect.y <= y && y < node.rect.y + node.rect.h + 10) return node.name;
  return {};
}

void check_ids(const Desktop& desk) {
  std::set<std::string> ids;
  for (const MirrorNode& node : desk.app->mirror().nodes()) {
    CAPTURE(node.id);
    CHECK((node.id.empty() || ids.insert(node.id).second));
  }
}

}  // namespace

TEST_CASE("both sides of the source show the same passage at the same height, whichever is scrolled") {
  Desktop desk;
  desk.host.wishes.reduced_motion = true;
  desk.app->open_files(row_by_row(3, 30));
  desk.app->go("/source/1");
  REQUIRE(desk.settle());
  for (const bool from_dump : {true, false}) {
    const std::string here = from_dump ? "passage." : "result.", there = from_dump ? "result." : "passage.";
    ImGui::GetIO().AddMousePosEvent(from_dump ? 300 : 800, 500);
    desk.settle();
    desk.app->scroll(0, -1e6f);
    desk.settle();
    for (int step = 0; step < 12; ++step) {
      desk.app->scroll(0, 230);
      REQUIRE(desk.settle());
      size_t same = 0, seen = 0;
      for (float y = 100; y < 880; y += 5) {
        std::string words = passage_at_height(desk, here, y);
        if (words.find("这是") == std::string::npos) continue;
        ++seen;
        words = words.substr(words.rfind("这是"));
        const MirrorNode* other = node_with(desk, there, words);
        same += other && other->rect.y < y + 30 && other->rect.y + other->rect.h > y - 30;
      }
      CAPTURE(from_dump, step, seen);
      CHECK(seen > 50);
      CHECK(same > 2);  // around the height that the eye is at; elsewhere the two differ in order
    }
    desk.app->scroll(0, 1e6f);
    desk.settle();
    CHECK(node_with(desk, here, from_dump ? "2之29" : "2之29"));
    CHECK(node_with(desk, there, "2之29"));
    desk.app->scroll(0, -1e6f);
    desk.settle();
    CHECK(node_with(desk, there, "电船之0"));
  }
}

TEST_CASE("no two things of a screen have one id") {
  for (float width : {390.0f, 1440.0f}) {
    Desktop desk(width, 900);
    desk.app->open_files(row_by_row(4, 5));
    desk.settle();
    const std::string story = "/a/" + desk.app->edition().pages[0].articles[1].id;
    for (const std::string& address : {std::string("/"), std::string("/contents"), std::string("/source/1"),
                                       std::string("/find/电船"), story}) {
      CAPTURE(address);
      desk.app->go(address);
      desk.settle();
      check_ids(desk);
      desk.key(ImGuiKey_F1);
      check_ids(desk);
      desk.key(ImGuiKey_F1);
    }
  }
}

TEST_CASE("while the sheet of keys is open they do nothing below it, and scroll it") {
  Desktop desk(600, 400);
  desk.app->open_files(row_by_row(4, 5));
  desk.settle();
  const auto& articles = desk.app->edition().pages[0].articles;
  desk.act("article." + articles[1].id);
  const std::string address = desk.host.address;
  desk.key(ImGuiKey_F);
  REQUIRE(desk.node("panel.keep"));
  desk.key(ImGuiKey_F1);
  REQUIRE(desk.node("help"));
  CHECK_FALSE(desk.node("panel.keep"));
  for (ImGuiKey key : {ImGuiKey_F, ImGuiKey_A, ImGuiKey_J, ImGuiKey_RightArrow, ImGuiKey_T, ImGuiKey_Z})
    desk.key(key);
  CHECK(desk.host.address == address);
  const float top = desk.node("help")->rect.y;
  desk.key(ImGuiKey_PageDown);
  CHECK(desk.node("help")->rect.y < top - 100);
  desk.key(ImGuiKey_End);
  const Rect help = desk.node("help")->rect;
  CHECK(help.y + help.h <= 400);
  desk.key(ImGuiKey_Escape);
  CHECK_FALSE(desk.node("help"));
  desk.key(ImGuiKey_F1);
  CHECK(desk.node("help")->rect.y == top);  // opened anew it begins at its head
  desk.key(ImGuiKey_Escape);
  CHECK_FALSE(desk.node("panel.keep"));
  CHECK_FALSE(desk.node("panel.text"));
}

TEST_CASE("a panel that is higher than the screen scrolls, by wheel and with the focus") {
  Desktop desk(427, 267);
  desk.app->open_files(row_by_row(2, 3));
  desk.settle();
  desk.key(ImGuiKey_F);
  REQUIRE(desk.node("keep.forget"));
  const Rect panel = desk.node("panel.keep")->rect;
  CHECK(panel.y + panel.h <= 267);
  CHECK(desk.node("keep.forget")->rect.y > 267);
  desk.app->scroll(0, 2000);
  desk.settle();
  const Rect last = desk.node("keep.forget")->rect;
  CHECK(last.y + last.h <= panel.y + panel.h);
  desk.app->mirror().focus("keep.page");
  desk.settle();
  CHECK(desk.node("keep.page")->rect.y >= panel.y);
}
