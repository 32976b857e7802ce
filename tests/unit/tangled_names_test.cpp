// Whose names, and what is a head's, in dumps whose columns were read into each other.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "compose/label.h"
#include "compose/orphans.h"
#include "compose/stitch.h"
#include "read/reader.h"
#include "read/untangle.h"
#include "strand_of.h"

using namespace broadsheet;

namespace {

struct Words {
  std::string text;
  bool apart = false;  // blank lines before it
};

Sheet laid_out(const std::vector<Words>& page, bool tangled) {
  std::string text;
  Reading reading;
  reading.printed = true;
  reading.tangled = tangled;
  for (const Words& words : page) {
    const auto begin = static_cast<uint32_t>(text.size());
    text += words.text;
    Fragment fragment;
    fragment.lines.push_back({begin, static_cast<uint32_t>(text.size())});
    fragment.measure = 34;
    fragment.blank_before = words.apart ? 1 : 0;
    if (!reading.fragments.empty()) reading.fragments.back().blank_after = fragment.blank_before;
    reading.fragments.push_back(fragment);
    text += "\n";
  }
  return lay_out(std::make_shared<Source>(decode_source("page.txt", text)), std::move(reading));
}

std::vector<Role> roles_of(const std::vector<Words>& page, bool tangled) {
  Sheet sheet = laid_out(page, tangled);
  label(sheet);
  std::vector<Role> out;
  for (const Piece& piece : sheet.pieces) out.push_back(piece.role);
  return out;
}

const std::string kTower = "灯塔管理员昨天爬上六十米高的灯塔，擦亮了停用九年的灯，夜里渔船远远看见光。";
const std::string kFerry = "渡口的旧船停航十一年后重新开航，第一班渡船载着四十多位乘客过江，船工老麦掌舵。";
const std::string kTea = "茶农说，冬天暖和，茶树的芽头冒得早，今年的春茶比去年早了九天，采茶人不够用了。";

// The lines of each fragment that the reader of printed lines finds.
std::vector<std::string> fragments_of(const std::string& text) {
  const Source source = decode_source("page.txt", text);
  std::vector<std::string> out;
  for (const Fragment& fragment : printed_reader().read(source, lines_of(source)).fragments) {
    std::string& all = out.emplace_back();
    for (const Span& line : fragment.lines) all += source.text.substr(line.begin, line.end - line.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("names on a line of their own sign the text above, whatever comes below", "[label]") {
  for (const std::string names : {"（何嘉木 林知远）", "何嘉木 林知远", "何嘉木"}) {
    const std::vector<Words> page = {{"灯塔重新点亮", true}, {kTower, true}, {names}, {kFerry}};
    CHECK(roles_of(page, true)[2] == Role::kSignature);
    CHECK(roles_of(page, false)[2] == Role::kSignature);
  }
}

TEST_CASE("a sub-head at the foot of a text is no line of the head apart from it", "[label]") {
  const std::vector<Words> page = {{"灯塔重新点亮", true}, {"■ 记者 何嘉木"},    {kTower},
                                   {"渔船夜里有了方向"},   {"旧渡口开航", true}, {"本报讯 " + kFerry}};
  CHECK(roles_of(page, true)[3] == Role::kSubhead);
  CHECK(roles_of(page, true)[4] == Role::kHeadline);
  CHECK(roles_of(page, false)[3] == Role::kHeadline);
}

TEST_CASE("the name of a section stands apart anywhere", "[label]") {
  const std::vector<Words> page = {
      {"灯塔重新点亮", true}, {kTower}, {kFerry}, {"综合", true}, {"旧渡口开航", true}, {"本报讯 " + kFerry}};
  CHECK(roles_of(page, true)[3] == Role::kFurniture);
}

TEST_CASE("a beginning that no head has goes to the story that lacks one", "[compose]") {
  const std::string more =
      "灯塔管理员每天擦亮灯塔的灯。停用九年之后，夜里渔船远远看见光，灯塔管理员说，六十米高的灯塔要守到退休"
      "。";
  Sheet sheet = laid_out({{"渡口开航", true},
                          {kFerry, true},
                          {"船工老麦说，渡口的旧船停航十一年，四十多位乘客等着开航，第一班渡船六点半过江。"},
                          {"春茶早了", true},
                          {kTea, true},
                          {"采茶人不够，茶农把今年的春茶分三批采，茶树的芽头比去年早了九天，冬天暖和。"},
                          {"渔船有了光", true},
                          {more, true},
                          {"本报讯 " + kTower, true}},
                         true);
  stitch(sheet);
  sheet.stories.resize(4);
  for (const size_t s : {0, 1, 2}) sheet.stories[s].heads = {3 * s};
  std::vector<Strand> strands = {strand_of({1, 2}, 0), strand_of({4, 5}, 1), strand_of({7}, 2),
                                 strand_of({8}, 3)};
  strands[3].lead = true;
  strands[0].lead = strands[1].lead = true;
  adopt_beginnings(sheet, {0, 3, 6, 8}, 3, strands);
  CHECK(strands[3].story == 2);
  // Not where it has one.
  strands[3].story = 3;
  strands[2].lead = true;
  adopt_beginnings(sheet, {0, 3, 6, 8}, 3, strands);
  CHECK(strands[3].story == 3);
}

TEST_CASE("heads in a row are of two stories where two texts without a lead say so", "[compose]") {
  const std::vector<Words> page = {
      {"渡口旧船停航十一年后重新开航", true},
      {"冬天暖和 春茶的芽头早了九天", true},
      {"今年春天，" + kFerry, true},
      {"船工老麦说，渡口的旧船停航十一年，四十多位乘客等着重新开航，第一班渡船六点半过江。"},
      {"今年以来，" + kTea, true},
      {"采茶人不够，茶农把今年的春茶分三批采，茶树的芽头比去年早了九天，冬天暖和。"},
      {kTower},
      {"灯塔管理员说，六十米高的灯塔停用九年，擦亮的灯夜里渔船远远看见，灯塔管理员每天爬上去。"},
      {"云麓高新区的无人货车昨夜驶上货运专线，把零件从仓库送到车间，货车的速度不超过四十公里。"},
      {"货运专线上三十六辆无人货车往来仓库和车间，云麓高新区的零件夜里也送得到。"}};
  for (const bool tangled : {true, false}) {
    Sheet sheet = laid_out(page, tangled);
    stitch(sheet);
    sheet.stories.resize(1);
    sheet.stories[0].heads = {0, 1};
    std::vector<size_t> head_at = {0};
    part_heads(sheet, {strand_of({2, 3}, -1), strand_of({4, 5}, -1)}, head_at);
    CHECK(sheet.stories.size() == (tangled ? 2 : 1));
  }
}

TEST_CASE("marked names at the end of a line of text go behind the block", "[read]") {
  const std::vector<std::string> found = fragments_of(
      "近年来，我市积极推进农业现代化建\n设，不断加强农村基础设施， ■ 记者 "
      "何嘉木\n努力提高农民的生活水平，取得了明\n"
      "显的成效。\n\n孩子们放学后喜欢来看师傅干活，街\n坊们把坏了的雨伞都提了来。\n");
  REQUIRE(found.size() >= 3);
  CHECK(found[0].find("何嘉木") == std::string::npos);
  CHECK(found[0].ends_with("显的成效。"));
  CHECK(found[1] == "■ 记者 何嘉木");
}

TEST_CASE("marked names behind a head or the last words of a text stay there", "[read]") {
  const std::string text = "近年来，我市积极推进农业现代化建\n设，不断加强农村基础设施，努力提\n";
  for (const std::string& names : std::vector<std::string>{"今年春茶早了九天 ■ 记者 何嘉木\n" + text,
                                                           text + "高产量。 ■ 记者 何嘉木\n"}) {
    const std::vector<std::string> found = fragments_of(names + "\n" + text + text + text);
    CHECK(std::any_of(found.begin(), found.end(), [](const std::string& words) {
      return words.find("天 ■ 记者 何嘉木") != words.npos || words.find("。 ■ 记者 何嘉木") != words.npos;
    }));
  }
}

TEST_CASE("names below the source of a story's figures, or behind a note, sign it", "[read]") {
  // First lines are set in, which the tool does not show.
  const std::string text =
      "近年来，我市积极推进农业现代\n化建设，不断加强农村基础设施，努\n力提高农民的生活水平，推动产业融\n"
      "合发展，让更多的群众得到实惠，过\n上好日子，望川的山更青水更绿了，\n村里的路灯也亮了。\n";
  std::vector<std::string> found =
      fragments_of(text + "数据来源：中共云麓区委宣传部\n何嘉木 林知远\n\n" + text);
  REQUIRE(found.size() >= 3);
  CHECK(found[1] == "数据来源：中共云麓区委宣传部");
  CHECK(found[2] == "何嘉木 林知远");
  found = fragments_of(
      text + "（摘编自《望川日报》，\n原题为《码头长椅》） (沈一舟)\n\n昨天上午，孩子们在渡口街放风筝，街\n" +
      text);
  CHECK(std::any_of(found.begin(), found.end(),
                    [](const std::string& words) { return words.ends_with("(沈一舟)"); }));
}

TEST_CASE("a name that is cut at the end of a line goes on below", "[read]") {
  const std::string text =
      "近年来，我市积极推进农业现代化建\n设，不断加强农村基础设施，努力提\n高农民的生活水平，推动产业融合发\n"
      "展，让更多的群众得到实惠，过上好\n日子，望川的山更青水更绿了，村里\n";
  for (const std::string names : {"的路灯也亮了。 林知\n远 夏雨声", "路灯亮。\n林\n知远 夏雨声"}) {
    const std::vector<std::string> found = fragments_of(text + names + "\n\n" + text);
    CHECK(std::any_of(found.begin(), found.end(),
                      [](const std::string& words) { return words.ends_with("林知远 夏雨声"); }));
  }
}
