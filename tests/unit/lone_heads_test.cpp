// Lines of heads with nothing below them go to the head that they are a part of.
#include "compose/lone_heads.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

#include "compose/stitch.h"
#include "read/reader.h"

using namespace broadsheet;

namespace {

struct Printed {
  std::string words;
  float x = 0;  // half-cells
  float y = 0;
};

const std::vector<Printed> kPage = {
    /* 0 */ {"老街坊重演《白", 0, 3},
    /* 1 */ {"渡口的老街坊昨晚重演了《白鹭湾》，这出戏三十年没有人唱过，戏台前坐满了人。", 0, 8},
    /* 2 */ {"鹭湾》", 2, 5},
    /* 3 */ {"渔港今天起休渔——", 60, 3},
    /* 4 */ {"三百条渔船靠岸", 60, 5},
    /* 5 */ {"从今天中午起渔港休渔三个月，三百条渔船全部靠岸，渔民们上岸补网，修理船板。", 60, 8},
    /* 6 */ {"图片报道", 120, 4},
    /* 7 */ {"春茶早了九天", 60, 40},
};

Sheet laid_out() {
  std::string text;
  Reading reading;
  for (const Printed& printed : kPage) {
    const auto begin = static_cast<uint32_t>(text.size());
    text += printed.words;
    Fragment fragment;
    fragment.lines.push_back({begin, static_cast<uint32_t>(text.size())});
    fragment.blank_before = fragment.blank_after = 1;
    Place place;
    place.x = printed.x;
    place.y = printed.y;
    place.width = 14;
    fragment.place = place;
    reading.fragments.push_back(fragment);
    text += "\n\n";
  }
  Sheet sheet = lay_out(std::make_shared<Source>(decode_source("page.txt", text)), std::move(reading));
  stitch(sheet);
  for (const std::vector<size_t>& heads : std::vector<std::vector<size_t>>{{0}, {2}, {3}, {4}, {6}, {7}}) {
    sheet.stories.emplace_back();
    sheet.stories.back().heads = heads;
  }
  return sheet;
}

std::vector<Strand> strands() {
  std::vector<Strand> out(2);
  out[0].pieces = {1};
  out[0].story = 0;
  out[1].pieces = {5};
  out[1].story = 3;
  return out;
}

}  // namespace

TEST_CASE("a line alone goes to the head whose brackets it closes, a kicker above its headline") {
  Sheet sheet = laid_out();
  std::vector<Strand> texts = strands();
  join_lone_heads(sheet, texts, sheet.stories.size());
  CHECK(sheet.stories[0].heads == std::vector<size_t>{0, 2});
  CHECK(sheet.stories[1].heads.empty());
  CHECK(sheet.stories[2].heads.empty());
  CHECK(sheet.stories[3].heads == std::vector<size_t>{3, 4});
  // Neither the head that all of a picture's story has, nor one far away.
  CHECK(sheet.stories[4].heads == std::vector<size_t>{6});
  CHECK(sheet.stories[5].heads == std::vector<size_t>{7});
}

TEST_CASE("lines whose place on the page nobody knows stay where they are") {
  Sheet sheet = laid_out();
  for (Fragment& fragment : sheet.reading.fragments) fragment.place.reset();
  std::vector<Strand> texts = strands();
  join_lone_heads(sheet, texts, sheet.stories.size());
  CHECK(sheet.stories[1].heads == std::vector<size_t>{2});
  CHECK(sheet.stories[2].heads == std::vector<size_t>{3});
}

TEST_CASE("a line that came to the head beside its own goes back to it") {
  Sheet sheet = laid_out();
  sheet.stories[0].heads = {0, 4, 2};  // the headline of the story beside it stands in the middle
  sheet.stories[1].heads.clear();
  sheet.stories[3].heads = {3};
  sheet.stories[2].heads.clear();
  std::vector<Strand> texts = strands();
  join_lone_heads(sheet, texts, sheet.stories.size());
  CHECK(sheet.stories[0].heads == std::vector<size_t>{0, 2});
  CHECK(sheet.stories[3].heads == std::vector<size_t>{3, 4});
}
