#include "compose/strip_stories.h"

#include <catch2/catch_test_macros.hpp>

#include "compose/topic.h"
#include "strand_of.h"

using namespace broadsheet;

namespace {

Piece piece(Role role, std::u32string text) {
  Piece out;
  out.role = role;
  for (uint32_t i = 0; i < text.size(); ++i) out.at.push_back(3 * i);
  out.text = std::move(text);
  return out;
}

// A story without its head, and in the next strip a head over the column in which it goes on.
Sheet laid_out() {
  Sheet sheet;
  sheet.pieces = {piece(Role::kParagraph, U"本报讯 渡口街的渡船昨天停了,街坊说,"),
                  piece(Role::kHeadline, U"渡口街的渡船停了"),
                  piece(Role::kParagraph, U"渡船还会再开,渡口街的人都在等。")};
  sheet.pieces[0].next = 2;
  sheet.pieces[2].previous = 0;
  sheet.stories.resize(2);
  sheet.stories[1].heads = {1};
  sheet.topics = std::make_shared<Topics>(sheet);
  return sheet;
}

}  // namespace

TEST_CASE("In strips a head takes the text that began without it and goes on below it") {
  Sheet sheet = laid_out();
  std::vector<size_t> head_at = {0, 1};
  std::vector<Strand> strands = {strand_of({0, 2}, 0)};
  int pick = -1;
  CHECK_FALSE(goes_on_under(sheet, strands, head_at, 1, pick));
  REQUIRE(pick == 0);
  strands[0].story = 1;
  drop_taken(sheet, strands, head_at);
  REQUIRE(sheet.stories.size() == 1);
  CHECK(sheet.stories[0].heads == std::vector<size_t>{1});
  CHECK(strands[0].story == 0);
  CHECK(head_at == std::vector<size_t>{1});
}

TEST_CASE("In strips a head over text of a story that has one is a further part of it") {
  Sheet sheet = laid_out();
  sheet.pieces.insert(sheet.pieces.begin(), piece(Role::kHeadline, U"街坊都在等"));
  sheet.pieces[1].next = 3;
  sheet.pieces[3].previous = 1;
  sheet.stories[0].heads = {0};
  sheet.stories[1].heads = {2};
  sheet.topics = std::make_shared<Topics>(sheet);
  std::vector<size_t> head_at = {0, 2};
  std::vector<Strand> strands = {strand_of({1, 3}, 0)};
  int pick = -1;
  CHECK(goes_on_under(sheet, strands, head_at, 1, pick));
  CHECK(sheet.stories[0].heads == std::vector<size_t>{0, 2});
  drop_taken(sheet, strands, head_at);
  CHECK(sheet.stories.size() == 1);
}
