// Heads whose story stands elsewhere, and runs of text that keep themselves in the wrong one.
#include "compose/floating.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

#include "compose/assign.h"
#include "compose/stitch.h"
#include "compose/topic.h"
#include "read/reader.h"
#include "strand_of.h"

using namespace broadsheet;

namespace {

const std::vector<std::string> kPage = {
    /* 0 */ "渡口街垃圾房变身修理铺",
    /* 1 */
    "渡口街的垃圾房空了三年，去年冬天来了两个修理工，垃圾房从此变身修理铺，坏了的雨伞都能修好。",
    /* 2 */ "修理铺的两个师傅一个修伞一个修鞋，渡口街的孩子们放学后喜欢来看他们干活。",
    /* 3 */ "热带风暴预计明晚",
    /* 4 */ "擦过白鹭湾",
    /* 5 */ "街坊们说，修理铺的师傅收钱不多，坏了的雨伞修好还能用三年，渡口街少了许多垃圾。",
    /* 6 */
    "今年第二号热带风暴昨天下午生成，市气象台说，风暴中心预计明晚擦过白鹭湾，渔船已经全部回港。",
    /* 7 */ "白鹭湾的两处海滨浴场从今天中午起关闭，热带风暴过去之前不再开放。",
    /* 8 */ "预计这场热带风暴在白鹭湾外停留六个小时，擦过海岸时风力九级，明晚十点以后减弱。",
    /* 9 */ "春茶早了九天",
    /* 10 */ "青石岭的春茶今年三月九日开园，比去年早了九天。茶农说，冬天暖和，茶树的芽头冒得早。",
    /* 11 */ "青石岭的茶农雇不到足够的采茶人，春茶只好分三批采，茶树最老的那片留到最后。",
};

Sheet laid_out() {
  std::string text;
  Reading reading;
  for (const std::string& words : kPage) {
    const auto begin = static_cast<uint32_t>(text.size());
    text += words;
    Fragment fragment;
    fragment.lines.push_back({begin, static_cast<uint32_t>(text.size())});
    fragment.blank_before = fragment.blank_after = 1;
    reading.fragments.push_back(fragment);
    text += "\n\n";
  }
  Sheet sheet = lay_out(std::make_shared<Source>(decode_source("page.txt", text)), std::move(reading));
  for (const size_t i : {0, 9}) sheet.pieces[i].role = Role::kHeadline;
  for (const size_t i : {3, 4}) sheet.pieces[i].role = Role::kSubhead;
  stitch(sheet);
  return sheet;
}

Story under(std::vector<size_t> heads) {
  Story story;
  story.heads = std::move(heads);
  return story;
}

}  // namespace

TEST_CASE("a story without a head finds its lines between those of another", "[floating]") {
  Sheet sheet = laid_out();
  sheet.stories = {under({0}), under({9}), under({})};
  std::vector<Strand> strands = {strand_of({1, 2, 3, 4, 5}, 0), strand_of({6, 7, 8}, 2),
                                 strand_of({10, 11}, 1)};
  std::vector<size_t> head_at = {0, 9, 6};
  size_t headed = 2;
  REQUIRE(give_floating_heads(sheet, strands, head_at, headed));
  CHECK(headed == 3);
  CHECK(head_at == std::vector<size_t>{0, 6, 9});  // in the order of the dump
  REQUIRE(sheet.stories.size() == 3);
  CHECK(sheet.stories[1].heads == std::vector<size_t>{3, 4});
  CHECK(sheet.pieces[3].role == Role::kHeadline);
  CHECK(strands[0].pieces == std::vector<size_t>{1, 2, 5});
  CHECK(strands[1].story == 1);
  CHECK(strands[2].story == 2);
}

TEST_CASE("a sub-head stays where its words are at home", "[floating]") {
  Sheet sheet = laid_out();
  sheet.stories = {under({9}), under({})};
  // The storm has its own lines, and the story without a head is about something else.
  std::vector<Strand> strands = {strand_of({3, 4, 6, 7, 8}, 0), strand_of({1, 2, 5}, 1)};
  std::vector<size_t> head_at = {9, 1};
  size_t headed = 1;
  CHECK_FALSE(give_floating_heads(sheet, strands, head_at, headed));
  CHECK(sheet.stories[1].heads.empty());
}

TEST_CASE("two stories exchange their heads where the words say so", "[floating]") {
  Sheet sheet = laid_out();
  sheet.pieces[3].role = sheet.pieces[4].role = Role::kHeadline;
  sheet.stories = {under({3, 4}), under({0}), under({9})};
  const std::vector<Strand> strands = {strand_of({1, 2, 5}, 0), strand_of({6, 7, 8}, 1),
                                       strand_of({10, 11}, 2)};
  exchange_heads(sheet, strands, 3);
  CHECK(sheet.stories[0].heads == std::vector<size_t>{0});
  CHECK(sheet.stories[1].heads == std::vector<size_t>{3, 4});
  CHECK(sheet.stories[2].heads == std::vector<size_t>{9});
  exchange_heads(sheet, strands, 3);  // and then no more
  CHECK(sheet.stories[0].heads == std::vector<size_t>{0});
}

TEST_CASE("in strips a story without a head takes the lines above its own second column", "[floating]") {
  Sheet sheet = laid_out();
  sheet.stories = {under({0}), Story{}};
  for (const size_t i : {3, 4}) sheet.pieces[i].role = Role::kSubhead;
  sheet.stories[0].body = {1, 2};
  sheet.stories[1].body = {3, 4, 5, 6};
  sheet.pieces[5].previous = 6;
  take_strip_heads(sheet);
  CHECK(sheet.stories[1].heads == std::vector<size_t>{3, 4});
  CHECK(sheet.stories[1].body == std::vector<size_t>{5, 6});
  CHECK(sheet.stories[0].heads == std::vector<size_t>{0});
}

TEST_CASE("in strips a line that stands alone between other stories is a head, one within its own is none",
          "[floating]") {
  Sheet sheet = laid_out();
  sheet.stories = {under({0}), under({9})};
  for (const size_t i : {4, 7}) sheet.pieces[i].role = Role::kSubhead;
  sheet.stories[0].body = {1, 2, 3, 5};
  sheet.stories[1].body = {4, 6, 7, 8, 10, 11};
  take_strip_heads(sheet);
  CHECK(sheet.stories[1].heads == std::vector<size_t>{4, 9});
  CHECK(sheet.stories[1].body == std::vector<size_t>{6, 7, 8, 10, 11});
  CHECK(sheet.stories[0].heads == std::vector<size_t>{0});
}

TEST_CASE("a run of text goes to the story of its words, though its own words keep it", "[assign]") {
  Sheet sheet = laid_out();
  sheet.pieces[3].role = sheet.pieces[4].role = Role::kHeadline;
  const Topics& topics = *sheet.topics;
  std::vector<Topics::Group> heads(3, Topics::Group(topics));
  heads[0].add(topics.of(0), 3);
  for (const size_t i : {3, 4}) heads[1].add(topics.of(i), 3);
  heads[2].add(topics.of(9), 3);
  Assignment page;
  page.pieces = {1, 2, 5, 6, 7, 8, 10, 11};
  page.section = {0, 0, 1, 1, 1, 1, 2, 2};  // the head of the storm stands above 5
  page.story = {0, 0, 0, 0, 0, 0, 2, 2};    // and all of its text was taken by the story before
  page.lead.assign(8, false);
  page.signature.assign(8, false);
  assign_stories(sheet, topics, heads, page);
  CHECK(page.story == std::vector<int>{0, 0, 0, 1, 1, 1, 2, 2});
}

TEST_CASE("a line that parts a sentence is the headline of its story, a sub-head between sentences is not",
          "[floating]") {
  Sheet sheet = laid_out();
  sheet.stories = {under({9})};
  sheet.stories[0].body = {6, 3, 7};
  take_parting_head(sheet, sheet.stories[0]);
  CHECK(sheet.stories[0].heads == std::vector<size_t>{9});
  sheet.pieces[6].text = U"今年第二号热带风暴昨天下午生成,市气象台说,渔船已经全部回港,浴场今天中午起关";
  sheet.pieces[6].open_end = true;
  sheet.pieces[7].text = U"闭,热带风暴过去之前不再开放。";
  sheet.pieces[7].open_start = true;
  take_parting_head(sheet, sheet.stories[0]);
  CHECK(sheet.stories[0].heads == std::vector<size_t>{9, 3});
  CHECK(sheet.stories[0].body == std::vector<size_t>{6, 7});
  CHECK(sheet.pieces[3].role == Role::kHeadline);
}
