// The kiosk on the desk: plates, takeover, reset, lock, a new edition. The clock is the fake host's.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "fake_host.h"
#include "view/kiosk.h"
#include "view/telling.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

const char* kDump =
    "云麓高新报\n\n2031年1月7日\n\n两年建成十七个公共平台\n\n云麓高新区把试验台搬到车间门口\n\n本报记者 "
    "林知远\n\n"
    "清晨六点，第三试验场的灯已经亮了。一台刚下线的减速器被推上台架，三百米外的装配线同步停了下来，等着这组数"
    "据。\n"
    "“以前送一次样要排半个月的队，现在下楼走三百步就到了。”厂长周敏说，去年一年，园区的企业少跑了3."
    "2万公里。\n\n"
    "临川药谷首款吸入制剂获准上市\n\n本报记者 何川\n\n"
    "临川药谷昨天接到批件，第一款自己研制的吸入制剂可以上市了。这家只有六十个人的公司，为它用了整整九年时间。"
    "\n\n";

struct FakeKiosk : KioskHost {
  float hour() const override { return at; }
  void note(std::string_view event) override { log_text.append(event).append("\n"); }
  std::string log() override { return log_text; }
  void act(KioskAct act) override { acts.push_back(act); }
  std::string address() override { return "https://paper.example/"; }
  float at = 12;
  std::string log_text;
  std::vector<KioskAct> acts;
};

struct Lobby {
  Desktop desk;
  FakeKiosk kiosk;
  explicit Lobby(const char* settings = "kiosk&pin=2468&language=zh", float width = 1920, float height = 1080)
      : desk(width, height) {
    desk.app->open_files({{"a01.txt", kDump}});
    REQUIRE(desk.app->start_kiosk(settings, kiosk));
    wait(2);
  }
  // Time passes; a frame is drawn whenever the program asked for one.
  void wait(double seconds) {
    double end = desk.host.time + seconds;
    for (int i = 0; i < 2000 && desk.host.time < end; ++i) {
      desk.frame();
      if (!desk.host.woken) desk.host.time += 0.2;
    }
    desk.settle();
  }
  std::string said() const {
    std::string all;
    for (const MirrorNode& node : desk.app->mirror().nodes()) all += node.name + "\n";
    return all;
  }
  bool looping() const { return desk.node("kiosk.progress") != nullptr; }
  void pin(const char* digits) {
    for (const char* p = digits; *p; ++p) desk.act(std::string("pin.") + *p);
    desk.act("pin.enter");
  }
  void corner() {
    for (int i = 0; i < 5; ++i) desk.app->kiosk_input(KioskInput::kPointer, 1900, 20);
    desk.settle();
  }
};

}  // namespace

TEST_CASE("a plate stands without frames, and the loop goes round") {
  Lobby lobby;
  CHECK(lobby.looping());
  CHECK(lobby.said().find("云麓高新区把试验台搬到车间门口") != std::string::npos);
  CHECK(lobby.said().find("手机读全文") != std::string::npos);
  REQUIRE(lobby.desk.settle());
  CHECK_FALSE(lobby.desk.host.woken);
  lobby.wait(14.5);
  CHECK(lobby.said().find("临川药谷首款吸入制剂获准上市") != std::string::npos);
  lobby.wait(14.5);
  CHECK(lobby.said().find("云麓高新区把试验台搬到车间门口") != std::string::npos);
}

TEST_CASE("what stands on every plate stands on other pixels from turn to turn, and never far away") {
  Lobby lobby;
  std::vector<std::pair<float, float>> places;
  for (int turn = 0; turn < 8; ++turn) {
    const MirrorNode* head = nullptr;
    for (const MirrorNode& node : lobby.desk.app->mirror().nodes())
      if (node.role == Role::kHeading && head == nullptr) head = &node;
    REQUIRE(head != nullptr);
    places.emplace_back(head->rect.x, head->rect.y);
    lobby.wait(14.5);
  }
  // Two plates: every second turn shows the same one.
  for (size_t i = 0; i + 2 < places.size(); ++i) {
    CHECK(places[i] != places[i + 2]);
    CHECK(std::abs(places[i].first - places[i + 2].first) <= 16);
    CHECK(std::abs(places[i].second - places[i + 2].second) <= 16);
  }
}

TEST_CASE("every plate fits its screen, whatever shape that has") {
  for (auto [w, h] : {std::pair{1920.0f, 1080.0f},
                      {3840.0f, 2160.0f},
                      {1080.0f, 1920.0f},
                      {1280.0f, 800.0f},
                      {390.0f, 844.0f}}) {
    Lobby lobby("kiosk&language=zh", w, h);
    for (const MirrorNode& node : lobby.desk.app->mirror().nodes()) {
      INFO(w << " x " << h << ": " << node.name);
      CHECK(node.rect.x >= -10);
      CHECK(node.rect.y >= -10);
      CHECK(node.rect.y + node.rect.h <= h + 10);
    }
  }
}

TEST_CASE(
    "heads and stories far too long and far too short fit their plates, and nothing lies on anything else") {
  std::string head, text;
  for (int i = 0; i < 14; ++i) head += "全市滨江两岸老码头改造";
  for (int i = 0; i < 60; ++i) text += "守了三十年的老灯昨晚熄灭，新灯在六点整亮起来。";
  std::string json =
      R"({"format":"broadsheet-1","title":"江滨晚报","date":"2031-02-08","pages":[{"articles":[)";
  auto story = [&](const char* id, const char* kind, const std::string& title, const std::string& words) {
    if (json.back() == '}') json += ',';
    json += std::string(R"({"id":")") + id + R"(","kind":")" + kind + R"(","headline":")" + title +
            R"(","blocks":[{"kind":"paragraph","text":")" + words + R"("}]})";
  };
  story("plate2", "article", head, text);
  story("plate3", "article", "灯亮了", "今晚六点。");
  story("plate4", "photo", "", text);
  story("plate5", "article", head, "“" + text.substr(0, 69) + "”");
  json += "]}]}";
  for (auto [w, h] : {std::pair{1920.0f, 1080.0f}, {3840.0f, 2160.0f}, {1080.0f, 1920.0f}})
    for (const char* scale : {"0.8", "1.2", "2"}) {
      Lobby lobby(("kiosk&language=zh&scale=" + std::string(scale)).c_str(), w, h);
      REQUIRE(lobby.desk.app->offer_kiosk({{"e.json", json}}, "2031-02-08 09:00").empty());
      lobby.desk.app->kiosk_offline(true, "2031-02-08 09:00");
      lobby.wait(14.5);
      for (int plate = 0; plate < 4; ++plate, lobby.wait(14.5)) {
        std::vector<const MirrorNode*> words;
        for (const MirrorNode& node : lobby.desk.app->mirror().nodes())
          if (node.role == Role::kHeading || node.role == Role::kText) words.push_back(&node);
        CHECK(words.size() >= 5);
        for (const MirrorNode* one : words) {
          INFO(w << " x " << h << " at " << scale << ", plate " << plate << ": " << one->name.substr(0, 60));
          CHECK(one->rect.x >= 0);
          CHECK(one->rect.y >= 0);
          CHECK(one->rect.x + one->rect.w <= w);
          CHECK(one->rect.y + one->rect.h <= h);
          for (const MirrorNode* other : words) {
            if (other <= one || one->rect.x + one->rect.w <= other->rect.x ||
                other->rect.x + other->rect.w <= one->rect.x)
              continue;
            INFO("and " << other->name.substr(0, 60));
            CHECK((one->rect.y + one->rect.h <= other->rect.y + 1 ||
                   other->rect.y + other->rect.h <= one->rect.y + 1));
          }
        }
      }
    }
}

TEST_CASE("a touch opens the story that stands; silence resets everything and goes on with the loop") {
  Lobby lobby;
  CHECK(lobby.desk.app->kiosk_input(KioskInput::kPointer, 400, 400));
  lobby.desk.settle();
  CHECK_FALSE(lobby.looping());
  CHECK(lobby.desk.host.address.rfind("/a/", 0) == 0);
  lobby.desk.act("text.larger");
  lobby.desk.act("kiosk.language");
  CHECK(lobby.said().find("Contents") != std::string::npos);
  CHECK(lobby.desk.host.kept["language"].empty());  // nothing of it outlives the visit
  lobby.desk.act("nav.find");
  lobby.wait(48);
  CHECK_FALSE(lobby.looping());
  CHECK(lobby.desk.node("kiosk.ask") == nullptr);
  lobby.wait(4);
  CHECK(lobby.desk.node("kiosk.left") != nullptr);
  lobby.desk.act("kiosk.stay");
  CHECK(lobby.desk.node("kiosk.left") == nullptr);
  lobby.wait(61);
  CHECK(lobby.looping());
  CHECK(lobby.said().find("触摸屏幕") != std::string::npos);
  CHECK(lobby.desk.host.address == "/");
}

TEST_CASE("a pointer that moves, typing and scrolling keep a visit alive but start none") {
  Lobby lobby;
  CHECK(lobby.desk.app->kiosk_input(KioskInput::kMove, 0, 0));
  lobby.desk.settle();
  CHECK(lobby.looping());
  CHECK(lobby.desk.app->kiosk_input(KioskInput::kKey, 0, 0));
  for (int i = 0; i < 10; ++i) {
    lobby.wait(30);
    CHECK_FALSE(lobby.desk.app->kiosk_input(KioskInput::kMove, 0, 0));
    lobby.desk.settle();
    CHECK_FALSE(lobby.looping());
  }
}

TEST_CASE("no key and no address leads a visitor out of the edition") {
  Lobby lobby;
  lobby.desk.app->kiosk_input(KioskInput::kPointer, 400, 400);
  lobby.desk.settle();
  for (ImGuiKey key : {ImGuiKey_O, ImGuiKey_S, ImGuiKey_M, ImGuiKey_D, ImGuiKey_E, ImGuiKey_F1})
    lobby.desk.key(key);
  lobby.desk.app->go("/source/1");
  lobby.desk.settle();
  CHECK(lobby.desk.host.picks == 0);
  CHECK(lobby.desk.node("nav.open") == nullptr);
  CHECK(lobby.desk.node("nav.share") == nullptr);
  CHECK(lobby.desk.node("nav.source") == nullptr);
  CHECK(lobby.desk.host.address.rfind("/source", 0) == std::string::npos);
}

TEST_CASE("every target of a visit is at least 44 pixels") {
  for (auto [w, h] :
       {std::pair{1920.0f, 1080.0f}, {3840.0f, 2160.0f}, {1080.0f, 1920.0f}, {390.0f, 844.0f}}) {
    Lobby lobby("kiosk&language=zh", w, h);
    lobby.desk.app->kiosk_input(KioskInput::kKey, 0, 0);
    lobby.desk.settle();
    auto check = [&](const char* screen) {
      for (const MirrorNode& node : lobby.desk.app->mirror().nodes()) {
        if (node.role != Role::kButton && node.role != Role::kLink && node.role != Role::kField) continue;
        INFO(screen << " " << node.id << " at width " << w);
        CHECK(node.rect.w >= 44);
        CHECK(node.rect.h >= 44);
      }
    };
    check("front");
    lobby.desk.act("nav.contents");
    check("contents");
    lobby.desk.act("nav.find");
    check("asking");
    lobby.desk.app->go("/find/%E5%B9%B3%E5%8F%B0");
    lobby.desk.settle();
    check("find");
    lobby.desk.app->go("/find/%E5%85%AC");
    lobby.desk.settle();
    check("found");
    lobby.desk.act("hit.0");
    check("reader");
    lobby.corner();
    check("keypad");
    lobby.pin("2468");
    check("service");
  }
}

TEST_CASE("a finger that comes down on one target comes down on no other") {
  const char* json =
      R"({"format":"broadsheet-1","title":"江滨晚报","date":"2031-02-08","pages":[
{"number":1,"articles":[{"id":"plate2","kind":"article","headline":"江边的灯塔换上了新灯","blocks":[{"kind":"paragraph","text":"守了三十年的老灯昨晚熄灭，新灯在六点整亮起来，渡船鸣笛三声。"}]},
{"id":"plate3","kind":"photo","blocks":[{"kind":"paragraph","text":"白鹤在湿地觅食。"}]}]},
{"number":2,"articles":[{"id":"plate4","kind":"article","headline":"渡口的茶馆今天开门","blocks":[{"kind":"paragraph","text":"水开着，门就开着。"}]}]}]})";
  for (auto [w, h] :
       {std::pair{1920.0f, 1080.0f}, {3840.0f, 2160.0f}, {1080.0f, 1920.0f}, {390.0f, 844.0f}}) {
    Lobby lobby("kiosk&language=zh", w, h);
    REQUIRE(lobby.desk.app->offer_kiosk({{"e.json", json}}, "now").empty());
    lobby.wait(14.5);
    lobby.desk.app->kiosk_input(KioskInput::kKey, 0, 0);
    lobby.desk.settle();
    for (const char* screen : {"/contents", "/find/"}) {
      lobby.desk.app->go(screen);
      lobby.desk.settle();
      std::vector<const MirrorNode*> targets;
      for (const MirrorNode& node : lobby.desk.app->mirror().nodes())
        if (node.role == Role::kButton || node.role == Role::kLink) targets.push_back(&node);
      CHECK(targets.size() > 8);
      for (const MirrorNode* one : targets)
        for (const MirrorNode* other : targets) {
          if (other <= one) continue;
          const Rect &a = one->rect, &b = other->rect;
          INFO(screen << ": " << one->id << " and " << other->id << " at width " << w);
          CHECK(
              (a.x + a.w <= b.x + 1 || b.x + b.w <= a.x + 1 || a.y + a.h <= b.y + 1 || b.y + b.h <= a.y + 1));
        }
    }
  }
}

TEST_CASE("five touches of the corner and the PIN open the service page; a wrong PIN does not") {
  Lobby lobby;
  lobby.corner();
  REQUIRE(lobby.desk.node("kiosk.pin") != nullptr);
  lobby.pin("1111");
  CHECK(lobby.desk.node("kiosk.pin.wrong") != nullptr);
  size_t logged = lobby.kiosk.log_text.size();
  lobby.pin("2468");  // within the pause
  CHECK(lobby.kiosk.log_text.size() == logged);
  CHECK(lobby.desk.node("kiosk.service") == nullptr);
  lobby.wait(3);
  lobby.pin("2468");
  REQUIRE(lobby.desk.node("kiosk.service") != nullptr);
  CHECK(lobby.said().find("wrong PIN") != std::string::npos);
  lobby.desk.act("service.save");
  lobby.desk.act("service.leave");
  CHECK(lobby.kiosk.acts == std::vector<KioskAct>{KioskAct::kSaveLog, KioskAct::kLeave});
  lobby.desk.app->leave_kiosk();
  lobby.desk.settle();
  CHECK(lobby.desk.node("nav.open") != nullptr);
}

TEST_CASE("what a technician reads wraps at the screen's edge, the newest first") {
  Lobby lobby("kiosk&pin=2468&language=zh", 1080, 1920);
  std::string words;
  for (int i = 0; i < 40; ++i) words += "and on ";
  lobby.kiosk.note("first");
  lobby.kiosk.note(words + "to here");
  lobby.kiosk.note("last");
  lobby.corner();
  lobby.pin("2468");
  const MirrorNode *first = nullptr, *wide = nullptr, *last = nullptr;
  for (const MirrorNode& node : lobby.desk.app->mirror().nodes()) {
    if (node.name == "first") first = &node;
    if (node.name == words + "to here") wide = &node;
    if (node.name == "last") last = &node;
  }
  REQUIRE((first && wide && last));
  CHECK(wide->rect.x + wide->rect.w <= 1080);
  CHECK(wide->rect.h > 2.5f * last->rect.h);
  CHECK(last->rect.y + last->rect.h == wide->rect.y);
  CHECK(wide->rect.y + wide->rect.h == first->rect.y);
}

TEST_CASE("a page that is loaded anew forgives no wrong PIN, until the right one was given") {
  Lobby lobby;
  for (int i = 0; i < 4; ++i) {
    lobby.corner();
    lobby.pin("1111");
    lobby.wait(9);
  }
  auto load_anew = [&] {
    lobby.desk.app->leave_kiosk();
    REQUIRE(lobby.desk.app->start_kiosk("kiosk&pin=2468&language=zh", lobby.kiosk));
    lobby.corner();
    lobby.pin("2468");
    return lobby.desk.node("kiosk.service") != nullptr;
  };
  CHECK_FALSE(load_anew());
  lobby.wait(17);
  lobby.corner();
  lobby.pin("2468");
  CHECK(lobby.desk.node("kiosk.service") != nullptr);
  CHECK(load_anew());
}

TEST_CASE("a new edition comes at the end of a story; a broken one never") {
  Lobby lobby;
  std::string fresh =
      "早春特刊\n\n2031年2月8日\n\n江边的灯塔换上了新灯\n\n本报记者 何川\n\n"
      "守了三十年的老灯昨晚熄灭，新灯在六点整亮起来，渡船鸣笛三声，岸上站满了提着小灯笼的孩子，没有一个人说话"
      "。\n";
  CHECK_FALSE(lobby.desk.app->offer_kiosk({{"e.json", "{\"format\": \"broadsheet-1\", \"pages\": ["}}, "now")
                  .empty());
  CHECK_FALSE(lobby.desk.app->offer_kiosk({{"e.txt", "  \n"}}, "now").empty());
  lobby.wait(14.5);
  CHECK(lobby.said().find("灯塔") == std::string::npos);
  CHECK(lobby.desk.app->offer_kiosk({{"e.txt", fresh}}, "now").empty());
  lobby.desk.settle();
  CHECK(lobby.said().find("灯塔") == std::string::npos);  // the story that stands is read to its end
  lobby.wait(14.5);
  CHECK(lobby.said().find("江边的灯塔换上了新灯") != std::string::npos);
  lobby.desk.app->kiosk_offline(true, "2031-02-08 09:00");
  lobby.desk.settle();
  CHECK(lobby.said().find("2031-02-08 09:00") != std::string::npos);
}

TEST_CASE("what a story tells: a whole sentence that somebody said, or a figure, never a date") {
  auto story = [](std::initializer_list<const char*> paragraphs) {
    Article out;
    for (const char* words : paragraphs) {
      Block block;
      block.text = words;
      out.blocks.push_back(block);
    }
    return find_telling(out);
  };
  Telling quote =
      story({"开头一段。", "厂长说：“以前送一次样要排半个月的队，现在下楼走三百步就到了。”她笑了。"});
  CHECK(quote.kind == Telling::kQuote);
  CHECK(quote.text == "“以前送一次样要排半个月的队，现在下楼走三百步就到了。”");
  Telling figure = story({"开头一段。", "据统计，去年园区的企业少跑了3.2万公里，省下两天。"});
  CHECK(figure.kind == Telling::kFigure);
  CHECK(figure.text == "3.2万公里");
  CHECK(figure.note == "去年园区的企业少跑了3.2万公里");
  CHECK(story({"开头。", "1998年3月12日，第14届大会在此召开，所谓“新区”由此而来。"}).kind == Telling::kNone);
  CHECK(story({"Begin here.", "The price fell by 42 percent in a single winter, the board said."}).text ==
        "42 percent");
  Telling people = story({"开头一段。", "据统计，去年从桥上走过的人有1,240.5万人次，比前年多。"});
  CHECK(people.text == "1,240.5万人次");
  Telling walked = story({"Begin here.",
                          "A count last year found that 12.4 million people had walked over it, "
                          "three hundred times as many as lived in the town when it was built."});
  CHECK(walked.text == "12.4 million");
  CHECK(walked.note == "A count last year found that 12.4 million people had walked over it");
  CHECK(story({}).kind == Telling::kNone);
}
