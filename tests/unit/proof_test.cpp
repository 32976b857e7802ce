// The open edition and its corrections: applied, undone, remembered, saved and read back.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "correct/log.h"
#include "edition/json.h"
#include "fake_host.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

const std::string kDump =
    "灯塔重新点亮\n\n本报记者 "
    "林知远\n\n清晨六点，守塔人推开了门，把灯罩擦得发亮。海上起了雾，三十里外的船都看得见它的光。\n\n"
    "老周说，这座灯塔停了七年。今年春天，镇上凑钱换了新灯。孩子们在塔下站成一排。\n\n"
    "渡口改用电船\n\n本报记者 "
    "苏禾\n\n首批三艘电船昨日下水，票价不变。船长说，新船没有声音，水鸟也不再惊飞。\n\n"
    "渡口的老人每天都来看一回。他们说，河水比从前清了。\n";

std::string log_json(const std::string& words, const std::string& role, const std::string& who = "") {
  const size_t begin = kDump.find(words);
  REQUIRE(begin != std::string::npos);
  Log log;
  Correction entry;
  entry.page = "tower.txt";
  entry.spans = {{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + words.size())}};
  entry.role = role;
  entry.who = who;
  log.add(entry);
  return to_json(log);
}

size_t subheads(const Edition& edition) {
  size_t count = 0;
  for (const Article& article : edition.pages[0].articles)
    for (const Block& block : article.blocks) count += block.kind == BlockKind::kSubhead;
  return count;
}

}  // namespace

TEST_CASE("a log that is dropped on the open edition corrects it, is undone and redone by keys", "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  REQUIRE(desk.settle());
  const std::string before = to_json(desk.app->edition());
  CHECK(desk.app->corrections().empty());
  desk.app->open_files({{"mine.json", log_json("渡口的老人每天都来看一回。", "subhead")}});
  desk.settle();
  REQUIRE(subheads(desk.app->edition()) == 1);
  const std::string after = to_json(desk.app->edition());
  desk.key(ImGuiKey_Z, true);
  CHECK(to_json(desk.app->edition()) == before);
  desk.key(ImGuiKey_Z, true);
  CHECK(to_json(desk.app->edition()) == before);
  desk.key(ImGuiKey_Z, true, true);
  CHECK(to_json(desk.app->edition()) == after);
}

TEST_CASE("corrections are remembered with the edition at once, and with what was undone", "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  desk.app->open_files({{"mine.json", log_json("渡口的老人每天都来看一回。", "subhead")}});
  desk.settle();
  const auto kept = desk.host.kept;
  desk.key(ImGuiKey_Z, true);
  const auto undone = desk.host.kept;
  // The window is closed and opened again; another edition does not get them.
  desk.host.kept = kept;
  desk.app = std::make_unique<App>(desk.host, desk.fonts);
  desk.app->open_files({{"tower.txt", kDump + "另一期。\n"}});
  desk.settle();
  CHECK(subheads(desk.app->edition()) == 0);
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  CHECK(subheads(desk.app->edition()) == 1);
  desk.host.kept = undone;
  desk.app = std::make_unique<App>(desk.host, desk.fonts);
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  CHECK(subheads(desk.app->edition()) == 0);
  desk.key(ImGuiKey_Z, true, true);
  CHECK(subheads(desk.app->edition()) == 1);
}

TEST_CASE("the exported JSON carries the corrections and can be undone where it is opened", "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  const std::string before = to_json(desk.app->edition());
  desk.app->open_files({{"mine.json", log_json("渡口的老人每天都来看一回。", "subhead", "Ann")}});
  const std::string json = desk.app->json(1);
  CHECK(json.find("\"corrections\"") != std::string::npos);
  desk.host.kept.clear();
  desk.app = std::make_unique<App>(desk.host, desk.fonts);
  desk.app->open_files({{"edition.json", json}});
  desk.settle();
  CHECK(subheads(desk.app->edition()) == 1);
  CHECK(desk.app->corrections().find("Ann") != std::string::npos);
  desk.key(ImGuiKey_Z, true);
  CHECK(to_json(desk.app->edition()) == before);
}

TEST_CASE("a bad log is told by its name and changes nothing", "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  const std::string before = to_json(desk.app->edition());
  desk.app->open_files(
      {{"bad.json", R"({"format": "broadsheet-corrections-1", "corrections": [{"do": "dance"}]})"}});
  desk.settle();
  REQUIRE(desk.node("message"));
  CHECK(desk.node("message")->name.find("bad.json") != std::string::npos);
  CHECK(to_json(desk.app->edition()) == before);
}
