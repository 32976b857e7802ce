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

TEST_CASE("a notice asks in each frame to be taken away, as the host may have an earlier alarm", "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}, {"", log_json("渡口的老人每天都来看一回。", "subhead")}});
  desk.settle();
  REQUIRE(desk.node("toast"));
  desk.host.alarms.clear();
  desk.frame();
  REQUIRE(desk.host.alarms.size() == 1);
  desk.host.time = desk.host.alarms[0];
  desk.frame();
  CHECK_FALSE(desk.node("toast"));
}

TEST_CASE("a log that comes with its page is taken over once: what is undone of it stays undone", "[proof]") {
  Desktop desk;
  const std::vector<InputFile> files = {{"tower.txt", kDump},
                                        {"", log_json("渡口的老人每天都来看一回。", "subhead")}};
  desk.app->open_files(files);
  desk.settle();
  REQUIRE(subheads(desk.app->edition()) == 1);
  REQUIRE(desk.node("toast"));
  CHECK(desk.node("toast")->name == "并入 1 处订正");
  desk.app->open_files(files);
  desk.settle();
  CHECK(subheads(desk.app->edition()) == 1);
  desk.key(ImGuiKey_Z, true);
  REQUIRE(subheads(desk.app->edition()) == 0);
  desk.app->open_files(files);
  desk.settle();
  CHECK(subheads(desk.app->edition()) == 0);
  // Another log is another matter.
  desk.app->open_files(
      {{"tower.txt", kDump}, {"", log_json("渡口的老人每天都来看一回。", "subhead", "Ann")}});
  desk.settle();
  CHECK(subheads(desk.app->edition()) == 1);
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

namespace {

// The passage of the source view that shows the words.
std::string passage_with(Desktop& desk, const std::string& words) {
  for (const MirrorNode& node : desk.app->mirror().nodes())
    if (node.id.rfind("passage.", 0) == 0 && node.name.find(words) != std::string::npos) return node.id;
  return {};
}

void open_source(Desktop& desk) {
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  desk.key(ImGuiKey_S);
  REQUIRE(desk.node("source.dump"));
}

// A click or a right click on a mirror node.
void press(Desktop& desk, const std::string& id, int button = 0) {
  REQUIRE(desk.node(id));
  const Rect rect = desk.node(id)->rect;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(rect.x + rect.w / 2, rect.y + rect.h / 2);
  desk.settle();
  io.AddMouseButtonEvent(button, true);
  desk.settle();
  io.AddMouseButtonEvent(button, false);
  desk.settle();
}

std::string role_of(Desktop& desk, const std::string& words) {
  for (const Article& article : desk.app->edition().pages[0].articles) {
    if (article.kicker.find(words) != std::string::npos) return "kicker";
    if (article.headline.find(words) != std::string::npos) return "headline";
    for (const Block& block : article.blocks)
      if (block.text.find(words) != std::string::npos) return name_of(block.kind);
  }
  for (const Furniture& item : desk.app->edition().pages[0].furniture)
    if (item.text.find(words) != std::string::npos) return "furniture";
  return "";
}

}  // namespace

TEST_CASE("a passage gets a role by keys: shown first, taken by Enter, left by Escape", "[proof]") {
  Desktop desk;
  open_source(desk);
  desk.act(passage_with(desk, "渡口的老人"));
  const std::string before = to_json(desk.app->edition());
  desk.key(ImGuiKey_5);
  REQUIRE(desk.node("draft"));
  CHECK(to_json(desk.app->edition()) == before);  // shown, not done
  bool told = false;
  for (const MirrorNode& node : desk.app->mirror().nodes())
    told = told || node.name.find("＋ 小标题") != std::string::npos;
  CHECK(told);
  desk.key(ImGuiKey_Escape);
  CHECK_FALSE(desk.node("draft"));
  CHECK(to_json(desk.app->edition()) == before);
  desk.key(ImGuiKey_5);
  desk.key(ImGuiKey_Enter);
  CHECK_FALSE(desk.node("draft"));
  CHECK(role_of(desk, "渡口的老人") == "subhead");
}

TEST_CASE("the menu of a passage opens by the right button and by its key, and does by letter and by mouse",
          "[proof]") {
  Desktop desk;
  open_source(desk);
  press(desk, passage_with(desk, "渡口的老人"), 1);
  REQUIRE(desk.node("proof.menu"));
  press(desk, "proof.roles");
  REQUIRE(desk.node("role.caption"));
  press(desk, "role.caption");
  REQUIRE(desk.node("draft"));
  press(desk, "draft.take");
  CHECK(role_of(desk, "渡口的老人") == "caption");
  desk.key(ImGuiKey_E);
  REQUIRE(desk.node("proof.menu"));
  desk.key(ImGuiKey_R);
  desk.key(ImGuiKey_9);
  desk.key(ImGuiKey_Enter);
  CHECK(role_of(desk, "渡口的老人") == "furniture");
  desk.key(ImGuiKey_Z, true);
  CHECK(role_of(desk, "渡口的老人") == "caption");
}

TEST_CASE("every operation is done by keys in the source view", "[proof]") {
  Desktop desk;
  open_source(desk);
  const auto articles = [&]() -> const std::vector<Article>& {
    return desk.app->edition().pages[0].articles;
  };
  REQUIRE(articles().size() == 2);
  const size_t blocks = articles()[1].blocks.size();
  // Join: this paragraph goes on with the next.
  desk.act(passage_with(desk, "首批三艘电船"));
  desk.key(ImGuiKey_J);
  REQUIRE(desk.node("draft"));
  desk.key(ImGuiKey_Enter);
  CHECK(articles()[1].blocks.size() == blocks - 1);
  // Split: at the sentence that is proposed, then another.
  desk.act(passage_with(desk, "渡口的老人"));
  desk.key(ImGuiKey_L);
  REQUIRE(desk.node("draft"));
  desk.key(ImGuiKey_Enter);
  CHECK(articles()[1].blocks.size() == blocks);
  // A new article begins.
  desk.act(passage_with(desk, "渡口的老人"));
  desk.key(ImGuiKey_B);
  desk.key(ImGuiKey_Enter);
  REQUIRE(articles().size() == 3);
  // And is merged into the one before it.
  desk.act(passage_with(desk, "渡口的老人"));
  desk.key(ImGuiKey_G);
  desk.key(ImGuiKey_Enter);
  REQUIRE(articles().size() == 2);
  // Moved to the first article.
  desk.act(passage_with(desk, "渡口的老人"));
  desk.key(ImGuiKey_V);
  for (int i = 0; i < 20; ++i) desk.key(ImGuiKey_UpArrow);
  for (int i = 0; i < 2; ++i) desk.key(ImGuiKey_DownArrow);
  desk.key(ImGuiKey_Enter);
  bool there = false;
  for (const Block& block : articles()[0].blocks)
    there = there || block.text.find("渡口的老人") != std::string::npos;
  CHECK(there);
  // Names.
  desk.act(passage_with(desk, "渡口改用电船"));
  desk.key(ImGuiKey_Y);
  REQUIRE(desk.node("draft.field"));
  ImGui::GetIO().AddInputCharactersUTF8("、阿明");
  desk.settle();
  desk.key(ImGuiKey_Enter);
  REQUIRE(articles()[1].byline.size() == 2);
  CHECK(articles()[1].byline[1].name == "阿明");
  // Words, sentence by sentence.
  desk.act(passage_with(desk, "老周说"));
  desk.key(ImGuiKey_W);
  REQUIRE(desk.node("draft.field"));
  ImGui::GetIO().AddInputCharactersUTF8("真的。");
  desk.settle();
  desk.key(ImGuiKey_Enter);
  CHECK(role_of(desk, "停了七年。真的。") == "paragraph");
  // All the way back.
  for (int i = 0; i < 7; ++i) desk.key(ImGuiKey_Z, true);
  Desktop untouched;
  untouched.app->open_files({{"tower.txt", kDump}});
  CHECK(to_json(desk.app->edition()) == to_json(untouched.app->edition()));
}

TEST_CASE("a passage is dragged to another place", "[proof]") {
  Desktop desk;
  open_source(desk);
  const Rect from = desk.node(passage_with(desk, "渡口的老人"))->rect;
  const Rect to = desk.node(passage_with(desk, "老周说"))->rect;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(from.x + 60, from.y + from.h / 2);
  desk.settle();
  io.AddMouseButtonEvent(0, true);
  desk.settle();
  io.AddMousePosEvent(from.x + 60, from.y - 30);
  desk.settle();
  io.AddMousePosEvent(to.x + 60, to.y + to.h - 3);
  desk.settle();
  io.AddMouseButtonEvent(0, false);
  desk.settle();
  REQUIRE(desk.node("draft"));
  desk.key(ImGuiKey_Enter);
  const Article& first = desk.app->edition().pages[0].articles[0];
  CHECK(first.blocks.back().text.find("渡口的老人") == 0);
}

TEST_CASE("several passages are picked with Shift and get one role", "[proof]") {
  Desktop desk;
  open_source(desk);
  desk.act(passage_with(desk, "清晨六点"));
  desk.key(ImGuiKey_DownArrow, false, true);
  desk.key(ImGuiKey_0);
  desk.key(ImGuiKey_Enter);
  CHECK(role_of(desk, "清晨六点") == "furniture");
  CHECK(role_of(desk, "老周说") == "furniture");
  CHECK(desk.app->edition().pages[0].furniture.back().kind == "advertisement");
}

TEST_CASE("review walks through the repairs, keeps and rejects by one key, and notes who and when",
          "[proof]") {
  // A sentence that the parser joined over a caption.
  Desktop desk;
  const std::string dump =
      "灯塔重新点亮\n\n本报记者 "
      "林知远\n\n清晨六点，守塔人推开了门，把灯罩擦得发亮。海上起了雾，三十里外的船都看得\n\n"
      "守塔人在擦拭灯罩。周南 摄\n\n见它的光。老周说，这座灯塔停了七年。今年春天，镇上凑钱换了新灯。\n";
  desk.host.kept["who"] = "Ann";
  desk.app = std::make_unique<App>(desk.host, desk.fonts);
  desk.app->open_files({{"tower.txt", dump}});
  desk.settle();
  const std::string before = to_json(desk.app->edition());
  size_t repairs = 0;
  for (const Article& article : desk.app->edition().pages[0].articles) repairs += article.repairs.size();
  REQUIRE(repairs >= 1);
  desk.key(ImGuiKey_S);
  bool seam = false;  // whole, from the last letter of the one side to the first of the other
  for (const MirrorNode& node : desk.app->mirror().nodes())
    seam = seam || node.name.find("船都看得｜守塔人") != std::string::npos;
  CHECK(seam);
  desk.key(ImGuiKey_R);
  REQUIRE(desk.node("review"));
  REQUIRE(desk.node("review.seen"));
  CHECK(desk.node("review.seen")->name.find("0 / " + std::to_string(repairs)) != std::string::npos);
  desk.key(ImGuiKey_Y);
  CHECK(to_json(desk.app->edition()) == before);  // accepted: nothing changes
  CHECK(desk.app->corrections().find("keep-repair") != std::string::npos);
  CHECK(desk.app->corrections().find("\"who\": \"Ann\"") != std::string::npos);
  CHECK(desk.app->corrections().find("\"when\": \"2031-01-12T") != std::string::npos);
  CHECK(desk.node("review.seen")->name.find("1 / " + std::to_string(repairs)) != std::string::npos);
  desk.key(ImGuiKey_Z, true);
  CHECK(desk.node("review.seen")->name.find("0 / " + std::to_string(repairs)) != std::string::npos);
  for (size_t i = 0; i < repairs; ++i) desk.key(ImGuiKey_X);
  CHECK(desk.app->corrections().find("undo-repair") != std::string::npos);
  CHECK(to_json(desk.app->edition()) != before);
  desk.key(ImGuiKey_Escape);
  CHECK_FALSE(desk.node("review"));
  for (size_t i = 0; i < repairs; ++i) desk.key(ImGuiKey_Z, true);
  CHECK(to_json(desk.app->edition()) == before);
}

TEST_CASE("two people's logs merge, and what they disagree on is decided side by side", "[proof]") {
  for (const bool theirs : {false, true}) {
    CAPTURE(theirs);
    Desktop desk;
    desk.app->open_files({{"tower.txt", kDump}});
    desk.settle();
    desk.app->open_files({{"mine.json", log_json("渡口的老人每天都来看一回。", "subhead", "Ann")}});
    desk.settle();
    desk.app->open_files({{"theirs.json", log_json("渡口的老人每天都来看一回。", "quote", "Bo")}});
    desk.settle();
    REQUIRE(desk.node("conflict"));
    bool ann = false, bo = false;
    for (const MirrorNode& node : desk.app->mirror().nodes()) {
      ann = ann || node.name.find("Ann") != std::string::npos;
      bo = bo || node.name.find("Bo") != std::string::npos;
    }
    CHECK(ann);
    CHECK(bo);
    CHECK(role_of(desk, "渡口的老人") == "subhead");  // ours until somebody chooses
    if (theirs)
      desk.act("conflict.theirs");
    else
      desk.key(ImGuiKey_LeftArrow);
    CHECK_FALSE(desk.node("conflict"));
    CHECK(role_of(desk, "渡口的老人") == (theirs ? "quote" : "subhead"));
  }
}

TEST_CASE(
    "what was taken from another is undone to one's own, and to nothing, and redone, after a reload too",
    "[proof]") {
  const std::string words = "渡口的老人";
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  const std::string before = to_json(desk.app->edition());
  desk.app->open_files({{"mine.json", log_json("渡口的老人每天都来看一回。", "subhead", "Ann")}});
  desk.settle();
  desk.app->open_files({{"theirs.json", log_json("渡口的老人每天都来看一回。", "quote", "Bo")}});
  desk.settle();
  desk.act("conflict.theirs");
  const auto reopen = [&] {
    desk.app = std::make_unique<App>(desk.host, desk.fonts);
    desk.app->open_files({{"tower.txt", kDump}});
    desk.settle();
    CHECK_FALSE(desk.node("conflict"));
  };
  for (int round = 0; round < 2; ++round) {
    CAPTURE(round);
    CHECK(role_of(desk, words) == "quote");
    desk.key(ImGuiKey_Z, true);
    CHECK(role_of(desk, words) == "subhead");
    if (round > 0) reopen();
    desk.key(ImGuiKey_Z, true);
    CHECK(to_json(desk.app->edition()) == before);
    desk.key(ImGuiKey_Z, true, true);
    CHECK(role_of(desk, words) == "subhead");
    if (round > 0) reopen();
    desk.key(ImGuiKey_Z, true, true);
    if (round == 0) reopen();
  }
  CHECK(role_of(desk, words) == "quote");
  // The log says which of the two counts.
  desk.key(ImGuiKey_S);
  desk.key(ImGuiKey_K);
  REQUIRE(desk.node("log"));
  size_t undone = 0;
  for (const MirrorNode& node : desk.app->mirror().nodes())
    undone += node.name.find("Ann") != std::string::npos && node.name.find("已撤销") != std::string::npos;
  CHECK(undone == 1);
}

TEST_CASE("a log that brings nothing new leaves what was undone to be redone", "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  desk.app->open_files({{"mine.json", log_json("渡口的老人每天都来看一回。", "subhead")}});
  desk.app->open_files({{"more.json", log_json("首批三艘电船昨日下水", "quote")}});
  desk.settle();
  desk.key(ImGuiKey_Z, true);
  desk.app->open_files({{"mine.json", log_json("渡口的老人每天都来看一回。", "subhead")}});
  desk.settle();
  CHECK(role_of(desk, "首批三艘") == "paragraph");
  desk.key(ImGuiKey_Z, true, true);
  CHECK(role_of(desk, "首批三艘") == "quote");
}

TEST_CASE("two logs dropped at once are merged as two people's", "[proof]") {
  Desktop desk;
  const InputFile ann{"ann.json", log_json("渡口的老人每天都来看一回。", "subhead", "Ann")};
  const InputFile bo{"bo.json", log_json("渡口的老人每天都来看一回。", "quote", "Bo")};
  SECTION("on the open edition") {
    desk.app->open_files({{"tower.txt", kDump}});
    desk.settle();
    desk.app->open_files({ann, bo});
  }
  SECTION("with the page") {
    desk.app->open_files({{"tower.txt", kDump}, ann, bo});
  }
  desk.settle();
  CHECK(desk.node("conflict"));
  CHECK(role_of(desk, "渡口的老人") == "subhead");
}

TEST_CASE("a disagreement that nobody decides is there again when the window is closed and opened",
          "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  desk.app->open_files({{"mine.json", log_json("渡口的老人每天都来看一回。", "subhead", "Ann")}});
  desk.app->open_files({{"theirs.json", log_json("渡口的老人每天都来看一回。", "quote", "Bo")}});
  desk.settle();
  desk.act("conflict.later");
  CHECK_FALSE(desk.node("conflict"));
  desk.app = std::make_unique<App>(desk.host, desk.fonts);
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  CHECK_FALSE(desk.node("conflict"));  // nobody is pressed to decide
  desk.key(ImGuiKey_S);
  desk.key(ImGuiKey_K);
  REQUIRE(desk.node("log.decide"));
  desk.act("log.decide");
  REQUIRE(desk.node("conflict"));
  desk.key(ImGuiKey_RightArrow);
  CHECK(role_of(desk, "渡口的老人") == "quote");
  desk.key(ImGuiKey_K);
  CHECK(desk.node("log"));
  CHECK_FALSE(desk.node("log.decide"));
}

TEST_CASE("passages are picked by hand at the foot of the source, one by one, and let go by Escape",
          "[proof]") {
  Desktop desk;
  desk.host.wishes.coarse_pointer = true;
  desk.app = std::make_unique<App>(desk.host, desk.fonts);
  open_source(desk);
  CHECK_FALSE(desk.node("picked.count"));
  press(desk, passage_with(desk, "清晨六点"));
  REQUIRE(desk.node("picked.count"));
  press(desk, passage_with(desk, "老周说"));
  CHECK(desk.node("picked.count")->name == "已选 1 段");
  press(desk, "picked.more");
  press(desk, passage_with(desk, "清晨六点"));
  CHECK(desk.node("picked.count")->name == "已选 2 段");
  press(desk, "picked.correct");
  REQUIRE(desk.node("proof.menu"));
  press(desk, "proof.roles");
  press(desk, "role.subhead");
  press(desk, "draft.take");
  CHECK(role_of(desk, "清晨六点") == "subhead");
  CHECK(role_of(desk, "老周说") == "subhead");
  press(desk, passage_with(desk, "老周说"));
  desk.key(ImGuiKey_Escape);
  CHECK_FALSE(desk.node("picked.count"));
  CHECK(desk.node("source.dump"));
}

TEST_CASE("the log is shown with its misfits, undone from there and exported", "[proof]") {
  Desktop desk;
  open_source(desk);
  Log log;
  Correction wrong;
  wrong.page = "tower.txt";
  wrong.kind = CorrectionKind::kUndoRepair;
  wrong.repair = "move";
  wrong.at = 3;
  log.add(wrong);
  desk.app->open_files(
      {{"old.json", to_json(log)}, {"mine.json", log_json("渡口的老人每天都来看一回。", "subhead", "Ann")}});
  desk.settle();
  desk.key(ImGuiKey_K);
  REQUIRE(desk.node("log"));
  bool misfit = false;
  for (const MirrorNode& node : desk.app->mirror().nodes())
    misfit = misfit || node.name.find("不再适用") != std::string::npos;
  CHECK(misfit);
  desk.act("log.export");
  CHECK(desk.host.saved == "corrections.json");
  desk.act("log.undo");
  CHECK(role_of(desk, "渡口的老人") == "paragraph");
  desk.act("log.redo");
  CHECK(role_of(desk, "渡口的老人") == "subhead");
  desk.act("log.truth");
  CHECK(desk.host.saved == "expected.json");
  desk.key(ImGuiKey_Escape);
  CHECK_FALSE(desk.node("log"));
}

TEST_CASE("in the reader a paragraph is corrected by the menu, by keys and on selected words", "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  const std::string id = desk.app->edition().pages[0].articles[0].id;
  desk.app->go("/a/" + id);
  desk.settle();
  REQUIRE(desk.node("block.1"));
  press(desk, "block.1", 1);
  REQUIRE(desk.node("proof.menu"));
  desk.key(ImGuiKey_R);
  desk.act("role.caption");
  desk.key(ImGuiKey_Enter);
  CHECK(role_of(desk, "老周说") == "caption");
  desk.key(ImGuiKey_Z, true);
  // The first paragraph by keys: it goes on with the second.
  desk.key(ImGuiKey_E);
  REQUIRE(desk.node("proof.menu"));
  desk.key(ImGuiKey_J);
  desk.key(ImGuiKey_Enter);
  CHECK(desk.app->edition().pages[0].articles[0].blocks.size() == 1);
  desk.key(ImGuiKey_Z, true);
  // The first two letters, selected by keys, read otherwise.
  desk.key(ImGuiKey_RightArrow, false, true);
  desk.key(ImGuiKey_RightArrow, false, true);
  REQUIRE(desk.node("select.correct"));
  desk.act("select.correct");
  desk.key(ImGuiKey_W);
  REQUIRE(desk.node("draft.field"));
  CHECK(desk.node("draft.field")->value == "清晨");
  ImGui::GetIO().AddInputCharactersUTF8("约");
  desk.settle();
  desk.key(ImGuiKey_Enter);
  CHECK(desk.app->edition().pages[0].articles[0].blocks[0].text.rfind("清晨约六点，守塔人", 0) == 0);
}

TEST_CASE("in the reader a selection over several paragraphs picks them all, whole", "[proof]") {
  Desktop desk;
  desk.app->open_files({{"tower.txt", kDump}});
  desk.settle();
  desk.app->go("/a/" + desk.app->edition().pages[0].articles[0].id);
  desk.settle();
  const std::string before = to_json(desk.app->edition());
  desk.key(ImGuiKey_RightArrow, false, true);
  for (int i = 0; i < 3; ++i) desk.key(ImGuiKey_DownArrow, false, true);
  REQUIRE(desk.node("select.correct"));
  desk.act("select.correct");
  REQUIRE(desk.node("proof.menu"));
  desk.key(ImGuiKey_R);
  desk.key(ImGuiKey_9);
  desk.key(ImGuiKey_Enter);
  CHECK(role_of(desk, "清晨六点") == "furniture");
  CHECK(role_of(desk, "孩子们在塔下站成一排。") == "furniture");
  desk.key(ImGuiKey_Z, true);
  CHECK(to_json(desk.app->edition()) == before);
}
