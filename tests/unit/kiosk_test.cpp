// The kiosk's pure parts: settings, clockwork, lock, codes. The clock is a number.
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "view/kiosk_lock.h"
#include "view/kiosk_machine.h"
#include "view/kiosk_settings.h"
#include "view/phone_code.h"

using namespace broadsheet::view;

TEST_CASE("kiosk settings: all of them, as they stand in an address") {
  KioskSettings settings;
  std::vector<std::string> complaints;
  CHECK(
      parse_kiosk("?kiosk&dwell=9.5&idle=90&order=shuffled&language=zh&scale=1.4&night=18:30-6&dim=never"
                  "&refresh=news%2Fedition.json&every=60&pin=2468&link=https%3A%2F%2Fpaper.example%2F",
                  settings, complaints));
  CHECK(complaints.empty());
  CHECK(settings.dwell == 9.5);
  CHECK(settings.idle == 90);
  CHECK(settings.order == KioskOrder::kShuffled);
  CHECK(settings.language == "zh");
  CHECK(settings.scale == 1.4);
  CHECK(settings.night.from == 18.5f);
  CHECK(settings.night.to == 6);
  CHECK_FALSE(settings.dim.holds(23));
  CHECK(settings.refresh == "news/edition.json");
  CHECK(settings.every == 60);
  CHECK(settings.pin == "2468");
  CHECK(settings.link == "https://paper.example/");
}

TEST_CASE("kiosk settings: without the word there is no kiosk, and what is bad keeps its default") {
  KioskSettings settings;
  std::vector<std::string> complaints;
  CHECK_FALSE(parse_kiosk("", settings, complaints));
  CHECK_FALSE(parse_kiosk("src=a.txt&dwell=8", settings, complaints));
  CHECK(complaints.empty());
  settings = {};
  CHECK(
      parse_kiosk("kiosk=1&dwell=0&idle=&order=best&language=fr&scale=9&night=x&dim=25-3&every=1e3&pin=12a4"
                  "&refresh=javascript:alert(1)&link=data:x,&dwell=12.5.5&%zz&=&&",
                  settings, complaints));
  CHECK(complaints.size() == 12);
  KioskSettings plain;
  CHECK(settings.dwell == plain.dwell);
  CHECK(settings.idle == plain.idle);
  CHECK(settings.order == plain.order);
  CHECK(settings.language.empty());
  CHECK(settings.scale == plain.scale);
  CHECK(settings.night.from == plain.night.from);
  CHECK(settings.every == plain.every);
  CHECK(settings.pin.empty());
  CHECK(settings.refresh.empty());
  CHECK(settings.link.empty());
  // A PIN is never repeated where others may read it.
  for (const std::string& complaint : complaints) CHECK(complaint.find("12a4") == std::string::npos);
}

TEST_CASE("hours of the day, over midnight and not") {
  Hours night{19, 7}, noon{11.5f, 13}, never{};
  CHECK(night.holds(19));
  CHECK(night.holds(0));
  CHECK(night.holds(6.99f));
  CHECK_FALSE(night.holds(7));
  CHECK_FALSE(night.holds(18.99f));
  CHECK(noon.holds(12));
  CHECK_FALSE(noon.holds(13));
  for (float hour = 0; hour < 24; hour += 0.5f) CHECK_FALSE(never.holds(hour));
}

namespace {

// Steps until the machine is due no more at this instant, as frames would; returns the time.
double run_turn(KioskMachine& machine, double now) {
  now = machine.due(now);
  for (int i = 0; i < 1000; ++i) {
    machine.step(now);
    double due = machine.due(now);
    if (due > now) return now;
    now += 1.0 / 60;
  }
  return -1;
}

}  // namespace

TEST_CASE("100,000 plates: each in its turn, and still between two turns") {
  for (KioskOrder order : {KioskOrder::kPrinted, KioskOrder::kWeight, KioskOrder::kShuffled}) {
    KioskSettings settings;
    settings.order = order;
    KioskMachine machine(settings);
    std::vector<double> weights = {3, 9, 1, 9, 4, 7, 2};
    double now = 5;
    machine.deal(weights, now, true);
    std::set<size_t> round;
    size_t before = machine.plate();
    round.insert(before);
    int twice = 0, rounds = 0;
    for (int i = 1; i <= 100000; ++i) {
      double due = machine.due(now);
      CHECK(due == now + settings.dwell);
      CHECK_FALSE(machine.step(due - 0.01));
      CHECK(machine.step(due));
      now = due;
      twice += machine.plate() == before;
      before = machine.plate();
      if (machine.place() == 0) {
        rounds += round.size() == weights.size();
        round.clear();
      }
      round.insert(before);
    }
    CHECK(machine.turns() == 100000);
    CHECK(machine.place() == 100000 % weights.size());
    CHECK(twice == 0);
    CHECK(rounds == 100000 / 7);
    if (order == KioskOrder::kPrinted) CHECK(machine.plate() == 100000 % 7);
    if (order == KioskOrder::kWeight)
      CHECK(machine.plate() == std::vector<size_t>{1, 3, 5, 4, 0, 6, 2}[100000 % 7]);
  }
}

TEST_CASE("a turn: the old plate goes, the new one comes, then nothing is due until its time is over") {
  KioskSettings settings;
  settings.dwell = 10;
  KioskMachine machine(settings);
  machine.deal({1, 1}, 100);
  bool coming = false;
  CHECK(machine.veil(100, coming) == 1);
  CHECK(coming);
  CHECK(machine.due(100.1) == 100.1);
  CHECK(machine.veil(101, coming) == 0);
  CHECK(machine.due(101) == 110);
  CHECK_FALSE(machine.step(110.1));
  CHECK(machine.plate() == 0);
  CHECK(machine.veil(110.2, coming) > 0.3);
  CHECK_FALSE(coming);
  CHECK(machine.step(110.5));
  CHECK(machine.plate() == 1);
  CHECK(machine.veil(110.5, coming) == 1);
  CHECK(coming);
  double still = run_turn(machine, 111);
  CHECK(still > 0);
  CHECK(machine.due(still) > still + 5);
}

TEST_CASE("a machine that slept for a day turns one plate, not six thousand") {
  KioskMachine machine{KioskSettings{}};
  machine.deal({1, 1, 1}, 0, true);
  CHECK(machine.step(86400));
  CHECK(machine.turns() == 1);
  CHECK_FALSE(machine.step(86401));
}

TEST_CASE("one plate, and none") {
  KioskMachine machine{KioskSettings{}};
  machine.deal({}, 0);
  CHECK_FALSE(machine.step(1000));
  CHECK(machine.due(1000) > 1e9);
  machine.deal({1}, 1000, true);
  CHECK(machine.step(2000));
  CHECK(machine.plate() == 0);
  CHECK(machine.count() == 1);
}

TEST_CASE("a touch takes over at once; silence gives the screen back after a countdown") {
  KioskSettings settings;
  settings.idle = 60;
  KioskMachine machine(settings);
  machine.deal({1, 1, 1}, 0, true);
  machine.step(20);
  CHECK(machine.plate() == 1);
  machine.life(21);  // a mouse that is shaken by the floor starts nothing
  CHECK(machine.mode() == KioskMode::kLoop);
  CHECK(machine.touch(22));
  CHECK(machine.mode() == KioskMode::kVisit);
  CHECK_FALSE(machine.touch(23));
  CHECK(machine.due(23) == 73);
  CHECK_FALSE(machine.step(72.9));
  CHECK(machine.mode() == KioskMode::kVisit);
  machine.life(72.9);
  CHECK_FALSE(machine.step(73));
  CHECK(machine.mode() == KioskMode::kVisit);
  CHECK_FALSE(machine.step(123));
  CHECK(machine.mode() == KioskMode::kAsk);
  CHECK(machine.seconds_left(123) == 10);
  CHECK(machine.due(123) > 123);
  CHECK(machine.due(123) <= 124);
  CHECK(machine.seconds_left(machine.due(123)) == 9);
  machine.life(125);
  CHECK(machine.mode() == KioskMode::kVisit);
  machine.step(176);
  CHECK(machine.mode() == KioskMode::kAsk);
  CHECK(machine.step(185));
  CHECK(machine.mode() == KioskMode::kLoop);
  CHECK(machine.plate() == 1);
  CHECK(machine.due(185) == 185 + settings.dwell);
}

TEST_CASE("the keypad and the service page are not left standing open") {
  KioskMachine machine{KioskSettings{}};
  machine.deal({1, 1}, 0, true);
  machine.ask_pin(10);
  CHECK_FALSE(machine.step(29));
  CHECK(machine.mode() == KioskMode::kPin);
  CHECK(machine.step(30));
  CHECK(machine.mode() == KioskMode::kLoop);
  machine.open_service(40);
  CHECK_FALSE(machine.step(339));
  CHECK(machine.step(340));
}

TEST_CASE("new plates begin with the first, whatever stood") {
  KioskMachine machine{KioskSettings{}};
  machine.deal({1, 1, 1}, 0, true);
  machine.step(20);
  machine.step(40);
  machine.deal({1, 1}, 50, true);
  CHECK(machine.plate() == 0);
  CHECK(machine.count() == 2);
  CHECK(machine.due(50) == 64);
}

TEST_CASE("the corner: five touches, not too slow, not elsewhere") {
  KioskLock lock("2468");
  double now = 0;
  for (int i = 0; i < 4; ++i) CHECK_FALSE(lock.corner(now += 0.4));
  CHECK(lock.corner(now += 0.4));
  for (int i = 0; i < 4; ++i) CHECK_FALSE(lock.corner(now += 0.4));
  CHECK_FALSE(lock.corner(now += 1.6));
  for (int i = 0; i < 3; ++i) CHECK_FALSE(lock.corner(now += 0.4));
  lock.elsewhere();
  CHECK_FALSE(lock.corner(now += 0.4));
}

TEST_CASE("the PIN: a growing pause after wrong ones, in which even the right one is of no use") {
  KioskLock lock("2468");
  auto type = [&](const char* digits) {
    for (const char* p = digits; *p; ++p) lock.digit(*p);
  };
  double now = 100;
  double expected = 2;
  for (int i = 0; i < 12; ++i) {
    type("1111");
    CHECK_FALSE(lock.enter(now));
    CHECK(lock.wait(now) == std::min(expected, 600.0));
    type("2468");
    CHECK_FALSE(lock.enter(now + lock.wait(now) - 0.1));
    CHECK(lock.wrong() == i + 1);
    now += lock.wait(now);
    expected *= 2;
  }
  type("246");
  lock.digit('x');
  lock.digit('9');
  lock.erase();
  lock.digit('8');
  CHECK(lock.typed() == 4);
  CHECK(lock.enter(now));
  CHECK(lock.wrong() == 0);
  CHECK(lock.wait(now) == 0);
  type("24681234567890");
  CHECK(lock.typed() == 12);
}

TEST_CASE("the PIN: the pause goes on where the page was loaded anew") {
  KioskLock lock("2468");
  lock.begin_wrong(3, 100);
  CHECK(lock.wait(100) == 8);
  for (char c : std::string("2468")) lock.digit(c);
  CHECK_FALSE(lock.enter(107));
  for (char c : std::string("1111")) lock.digit(c);
  CHECK_FALSE(lock.enter(108));
  CHECK(lock.wrong() == 4);
  CHECK(lock.wait(108) == 16);
}

TEST_CASE("a phone code has its finders, and none is made of what is too long") {
  PhoneCode code = make_phone_code("https://paper.example/#/a/k3v9q2xw");
  REQUIRE(code.size >= 21);
  for (int i = 0; i < 7; ++i) {
    CHECK(code.dark(i, 0));
    CHECK(code.dark(0, i));
    CHECK(code.dark(code.size - 1 - i, 0));
    CHECK(code.dark(i, code.size - 1));
  }
  CHECK_FALSE(code.dark(1, 1));
  CHECK(code.dark(3, 3));
  CHECK(make_phone_code("").size == 0);
  CHECK(make_phone_code(std::string(380, 'a')).size == 0);
  CHECK(make_phone_code(std::string(16000, 'a')).size == 0);
}
