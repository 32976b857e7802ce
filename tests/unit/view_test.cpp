#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>
#include <string>

#include "edition/json.h"
#include "fake_host.h"
#include "view/desk.h"
#include "view/linebreak.h"
#include "view/proof_words.h"
#include "view/words.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

Edition small_edition() {
  Edition edition;
  edition.title = "云麓高新报";
  edition.date = "2031-01-07";
  Page page;
  auto source = std::make_shared<Source>();
  source->name = "a04.txt";
  std::string& text = source->text;
  auto article = [&](const std::string& head, const std::string& para, int times, ArticleKind kind) {
    Article out;
    out.headline = head;
    out.kind = kind;
    uint32_t begin = static_cast<uint32_t>(text.size());
    text += head;
    out.spans = {{begin, static_cast<uint32_t>(text.size())}};
    text += "\n";
    for (int i = 0; i < times; ++i) {
      Block block;
      block.text = para + "第" + std::to_string(i) + "段。";
      begin = static_cast<uint32_t>(text.size());
      text += block.text;
      uint32_t half = begin + 3 * 8;
      block.spans = {{begin, half}, {half, static_cast<uint32_t>(text.size())}};
      block.cuts = {0, 24};
      if (i == 1) out.repairs.push_back({RepairKind::kJoin, 0.9, {half, half}, "前段无句末标点"});
      out.blocks.push_back(block);
      text += "\n";
    }
    out.byline.push_back({"林知远", "本报记者", {}});
    out.id = make_article_id(out.headline, para);
    return out;
  };
  std::string para =
      "清晨六点，云麓高新区第三试验场的灯已经亮了。一台刚下线的减速器被推上台架，工程师按下开关。";
  page.articles.push_back(article("云麓高新区把试验台搬到车间门口", para, 30, ArticleKind::kArticle));
  page.articles.push_back(article("临川药谷首款吸入制剂获准上市", para + "药。", 6, ArticleKind::kArticle));
  page.articles.push_back(article("一张表办成开工许可", para + "表。", 4, ArticleKind::kArticle));
  page.articles.push_back(article("", "试验人员在第三试验场校准台架。", 1, ArticleKind::kPhoto));
  source->bytes = text.size();
  page.source = source;
  edition.pages.push_back(page);
  return edition;
}

std::vector<InputFile> files() {
  return {{"edition.json", to_json(small_edition())}};
}

}  // namespace

TEST_CASE("an edition opens on its front page and every story has a link") {
  Desktop desk;
  desk.app->open_files(files());
  REQUIRE(desk.settle());
  for (const Article& article : desk.app->edition().pages[0].articles) {
    const MirrorNode* node = desk.node("article." + article.id);
    REQUIRE(node);
    CHECK(node->rect.w > 0.0f);
  }
  CHECK(desk.node("nav.contents"));
  CHECK(ImGui::GetDrawData()->TotalVtxCount > 1000);
}

TEST_CASE("every size of screen is composed and idle afterwards asks for no frame") {
  for (auto [w, h] : {std::pair{320.0f, 568.0f},
                      {390.0f, 844.0f},
                      {768.0f, 1024.0f},
                      {1440.0f, 900.0f},
                      {3840.0f, 2160.0f}}) {
    CAPTURE(w);
    Desktop desk(w, h);
    desk.app->open_files(files());
    for (const char* address : {"/", "/contents", "/source/1", "/find/试验", "/nowhere"}) {
      CAPTURE(address);
      desk.app->go(address);
      CHECK(desk.settle());
      CHECK(desk.node("main"));
      desk.host.alarms.clear();
    }
  }
}

TEST_CASE("a story is read, left and its neighbour opened, by names as a screen reader does") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  const auto& articles = desk.app->edition().pages[0].articles;
  desk.act("article." + articles[0].id);
  CHECK(desk.host.address == "/a/" + articles[0].id);
  REQUIRE(desk.node("block.0"));
  CHECK(desk.node("block.0")->name == articles[0].blocks[0].text);
  desk.act("reader.next");
  CHECK(desk.host.address == "/a/" + articles[1].id);
  desk.key(ImGuiKey_Escape);
  CHECK(desk.host.address == "/");
}

TEST_CASE("a story opens by mouse where its head stands") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  const auto& articles = desk.app->edition().pages[0].articles;
  Rect rect = desk.node("article." + articles[0].id)->rect;
  desk.click(rect.x + 20, rect.y + 30);
  CHECK(desk.host.address == "/a/" + articles[0].id);
}

TEST_CASE("an address leads to its passage and an unknown one to the front page with a message") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  const auto& article = desk.app->edition().pages[0].articles[0];
  desk.app->go("/a/" + article.id + "/20:0-24");
  REQUIRE(desk.settle());
  REQUIRE(desk.node("block.20"));
  CHECK(desk.node("block.20")->rect.y > 0.0f);
  CHECK(desk.node("block.20")->rect.y < 900.0f);
  desk.app->go("/a/nosuchid");
  desk.settle();
  CHECK(desk.node("message"));
}

TEST_CASE("a bad file is named and what was open stays open") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  desk.app->open_files({{"empty.txt", ""}});
  desk.settle();
  REQUIRE(desk.node("message"));
  CHECK(desk.node("message")->name.find("empty.txt") != std::string::npos);
  CHECK(desk.app->edition().title == "云麓高新报");
  desk.act("message.close");
  CHECK_FALSE(desk.node("message"));
}

TEST_CASE("a word is found, its story opened at the match") {
  Desktop desk;
  desk.app->open_files(files());
  desk.app->go("/find/%E7%AC%AC3%E6%AE%B5");
  REQUIRE(desk.settle());
  REQUIRE(desk.node("find.count"));
  REQUIRE(desk.node("hit.0"));
  desk.act("hit.0");
  CHECK(desk.host.address.find("/3:") != std::string::npos);
}

TEST_CASE("the slash key leads into the field, and what is typed is found") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  desk.key(ImGuiKey_Slash);
  REQUIRE(ImGui::GetIO().WantTextInput);
  ImGui::GetIO().AddInputCharactersUTF8("药");
  desk.settle();
  REQUIRE(desk.node("find.field"));
  CHECK(desk.node("find.field")->value == "药");
  CHECK(desk.node("hit.0"));
}

TEST_CASE("text is selected by keys and copied, plain and as a quotation with its source") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  const auto& article = desk.app->edition().pages[0].articles[0];
  desk.act("article." + article.id);
  for (int i = 0; i < 4; ++i) desk.key(ImGuiKey_RightArrow, false, true);
  desk.key(ImGuiKey_C, true);
  CHECK(desk.host.copied == "清晨六点");
  desk.key(ImGuiKey_Q);
  CHECK(desk.host.copied.find("云麓高新区把试验台搬到车间门口") != std::string::npos);
  CHECK(desk.host.copied.find("#/a/" + article.id + "/0:0-12") != std::string::npos);
}

TEST_CASE("a double click selects a word and offers what can be done with it") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  const auto& article = desk.app->edition().pages[0].articles[0];
  desk.act("article." + article.id);
  Rect rect = desk.node("block.0")->rect;
  desk.click(rect.x + 45, rect.y + 16);  // on the second cell after the indent
  desk.click(rect.x + 45, rect.y + 16);
  REQUIRE(desk.node("select.copy"));
  desk.act("select.copy");
  CHECK(desk.host.copied == "清晨");
  desk.act("select.find");
  CHECK(desk.host.address.find("/find/") == 0);
}

TEST_CASE("everything on the front page is reached by Tab, and the focus is seen") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  std::string seen;
  for (int i = 0; i < 30; ++i) {
    desk.key(ImGuiKey_Tab);
    for (const MirrorNode& node : desk.app->mirror().nodes())
      if (node.focused) seen += node.id + " ";
  }
  for (const Article& article : desk.app->edition().pages[0].articles)
    CHECK(seen.find("article." + article.id) != std::string::npos);
  CHECK(seen.find("nav.contents") != std::string::npos);
  CHECK(seen.find("nav.help") != std::string::npos);
}

TEST_CASE("a repaired join shows its evidence and the source steps through the repairs") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  const auto& article = desk.app->edition().pages[0].articles[0];
  desk.act("article." + article.id);
  REQUIRE(desk.node("mark.0"));
  desk.act("mark.0");
  REQUIRE(desk.node("evidence"));
  desk.act("evidence.source");
  CHECK(desk.host.address == "/source/1");
  REQUIRE(desk.node("repair.0"));
  desk.key(ImGuiKey_N);
  CHECK(desk.node("repair.0")->current);
}

TEST_CASE("theme, size and language are kept") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  desk.act("nav.text");
  desk.act("theme.night");
  desk.act("text.larger");
  desk.act("language.en");
  CHECK(desk.host.kept["theme"] == "night");
  CHECK(desk.host.kept["size"] == "1");
  CHECK(desk.node("nav.contents")->name == "Contents");
}

TEST_CASE("the evidence of a repair speaks the interface's language; a number of one is singular") {
  Repair repair;
  repair.why = "as the file tells it";
  CHECK(why_of(repair, words_of(true)) == repair.why);
  repair.evidence = Evidence::kCopy;
  CHECK(why_of(repair, words_of(true)) == "同样的文字在这一版别处已有");
  CHECK(why_of(repair, words_of(false)) == repair.why);
  const Words& words = words_of(false);
  CHECK(fill(words.photo_count, "1") == "1 picture");
  CHECK(fill(words.photo_count, "21") == "21 pictures");
  CHECK(fill(words.matches, "3", "1") == "3 places in 1 story");
  CHECK(fill(words.matches, "1", "2") == "1 place in 2 stories");
  CHECK(fill(words_of(true).matches, "1", "2") == "1 处，2 篇");
}

TEST_CASE("a story without a head is named by its first clause or words, never by half a word") {
  const auto named = [](const std::string& text) {
    Article article;
    Block block;
    block.text = text;
    article.blocks.push_back(block);
    return headline_of(article, words_of(false));
  };
  CHECK(named("SACRAMENTO - Senate Rules Committee Chairman David Roberti has announced it.") ==
        "SACRAMENTO - Senate Rules Committee...");
  CHECK(named("The council didn’t agree, it said on Tuesday.") == "The council didn’t agree");
  CHECK(named("Prices rose by 5.3 percent. Nobody knew why.") == "Prices rose by 5.3 percent");
  CHECK(named("清晨六点的试验场，灯已经亮了。") == "清晨六点的试验场");
  CHECK(named("1月6日，连接云麓高新区南北两片的云麓二桥合龙通车了") ==
        "1月6日，连接云麓高新区南北两片的云麓二桥合龙……");
  CHECK(named("灯亮了") == "灯亮了");
}

TEST_CASE("every word of the interface is there in Chinese and in English, with the same places to fill") {
  const auto check = [](const auto& chinese, const auto& english) {
    constexpr size_t kCount = sizeof(chinese) / sizeof(const char*);
    static_assert(kCount * sizeof(const char*) == sizeof(chinese));
    const char* zh[kCount];
    const char* en[kCount];
    std::memcpy(zh, &chinese, sizeof(chinese));
    std::memcpy(en, &english, sizeof(english));
    size_t hanzi = 0;
    for (size_t i = 0; i < kCount; ++i) {
      CAPTURE(i);
      REQUIRE(zh[i]);
      REQUIRE(en[i]);
      const std::string a = zh[i], b = en[i];
      CAPTURE(a, b);
      CHECK_FALSE(a.empty());
      CHECK_FALSE(b.empty());
      const auto places = [](const std::string& text) {
        size_t count = 0;
        for (size_t at = 0; (at = text.find("{}", at)) != std::string::npos; ++at) ++count;
        return count;
      };
      CHECK(places(a) == places(b));
      for (size_t at = 0; at < a.size();) hanzi += is_hanzi(decode(a, at));
      for (size_t at = 0; i > 0 && at < b.size();) CHECK_FALSE(is_hanzi(decode(b, at)));
    }
    CHECK(hanzi > 2 * kCount);
  };
  check(words_of(true), words_of(false));
  check(proof_words(true), proof_words(false));
}

TEST_CASE("the marks of repaired joins are put away by a key, and come back") {
  Desktop desk;
  desk.app->open_files(files());
  desk.settle();
  desk.act("article." + desk.app->edition().pages[0].articles[0].id);
  REQUIRE(desk.node("mark.0"));
  const Rect rect = desk.node("mark.0")->rect;
  const int with = ImGui::GetDrawData()->TotalVtxCount;
  desk.key(ImGuiKey_M);
  CHECK_FALSE(desk.node("mark.0"));
  CHECK(desk.host.kept["marks"] == "0");
  CHECK(ImGui::GetDrawData()->TotalVtxCount < with);
  // Nothing is left to touch there.
  desk.click(rect.x + rect.w / 2, rect.y + rect.h / 2);
  CHECK_FALSE(desk.node("evidence"));
  desk.key(ImGuiKey_M);
  REQUIRE(desk.node("mark.0"));
  desk.click(rect.x + rect.w / 2, rect.y + rect.h / 2);
  CHECK(desk.node("evidence"));
}

TEST_CASE("the page turns in 200 ms at most, and at once where no motion is wanted") {
  for (const bool calm : {false, true}) {
    CAPTURE(calm);
    Desktop desk;
    desk.host.wishes.reduced_motion = calm;
    desk.app->preferences_changed();
    desk.app->open_files(files());
    REQUIRE(desk.settle());
    const auto moving = [&] {  // seconds until nothing asks for a frame
      const double from = desk.host.time;
      REQUIRE(desk.settle());
      return desk.host.time - from;
    };
    const std::string story = "/a/" + desk.app->edition().pages[0].articles[0].id;
    for (const std::string to : {story.c_str(), "/", "/contents", "/source/1"}) {
      CAPTURE(to);
      desk.app->go(to);
      const double time = moving();
      if (calm)
        CHECK(time < 0.06);  // three frames, in which nothing moves
      else
        CHECK(time < 0.25);
      if (!calm && to != "/") CHECK(time > 0.08);
    }
    desk.app->go(story);
    moving();
    for (const ImGuiKey key : {ImGuiKey_PageDown, ImGuiKey_End, ImGuiKey_Home}) {
      const float before = desk.node("block.0")->rect.y;
      ImGui::GetIO().AddKeyEvent(key, true);
      desk.frame();
      ImGui::GetIO().AddKeyEvent(key, false);
      const double time = moving();
      CHECK(std::fabs(desk.node("block.0")->rect.y - before) > 300);
      if (calm)
        CHECK(time < 0.06);
      else
        CHECK(time < 0.25);
      if (!calm) CHECK(time > 0.06);
    }
  }
}
