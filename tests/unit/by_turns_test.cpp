#include "read/by_turns.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace broadsheet;

namespace {

// Three columns of our own writing, full lines all.
const std::vector<std::vector<std::string>> kColumns = {
    {"清晨的码头上，渔民们", "正把一筐筐鲜鱼搬上岸", "边的货车。过去这里只", "有一条泥路，遇到下雨",
     "天车辆很难通行，鱼虾", "往往运不出去。去年秋", "天新修的公路通车以后", "，从码头到县城只要二",
     "十分钟，村民的收入也"},
    {"图书馆二楼的阅览室里", "坐满了前来读书的学生", "。管理员介绍说，暑假", "期间这里每天接待读者",
     "超过八百人，为了满足", "大家的需要，他们延长", "了开放时间，还请来退", "休教师为孩子们讲解历",
     "史故事，受到许多家长"},
    {"经过三年的建设，城北", "的污水处理厂终于投入", "使用。工程师告诉记者", "，这座工厂采用先进的",
     "技术，每天能够处理污", "水五万吨，处理后的清", "水可以用来浇灌公园里", "的花草树木，河边居民",
     "再也不用忍受难闻的气"}};

struct Dump {
  std::string text;
  std::vector<Span> lines;
  void add(const std::string& line, bool bare = false) {
    const auto from = static_cast<uint32_t>(text.size());
    text += line + (bare ? "\n" : "\n\n");
    lines.push_back({from, static_cast<uint32_t>(from + line.size())});
    if (!bare) lines.emplace_back();
  }
};

// The columns that come out, each in one string.
std::vector<std::string> taken(const Dump& dump) {
  std::vector<std::string> out(1);
  for (const Span& span : taken_by_turns(dump.text, dump.lines, goes_on)) {
    if (span.begin < span.end)
      out.back() += dump.text.substr(span.begin, span.end - span.begin);
    else if (!out.back().empty())
      out.emplace_back();
  }
  out.pop_back();
  return out;
}

std::string all_of(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace

TEST_CASE("lines of three columns by turns, each between blank lines, come apart") {
  Dump dump;
  for (size_t i = 0; i < kColumns.front().size(); ++i) {
    for (const std::vector<std::string>& column : kColumns) dump.add(column[i]);
  }
  const std::vector<std::string> columns = taken(dump);
  REQUIRE(columns.size() == kColumns.size());
  for (size_t n = 0; n < columns.size(); ++n) CHECK(columns[n] == all_of(kColumns[n]));
}

TEST_CASE("a head among lines by turns stands alone") {
  Dump dump;
  for (size_t i = 0; i < kColumns.front().size(); ++i) {
    if (i == 4) dump.add("秋收时节");
    for (const std::vector<std::string>& column : kColumns) dump.add(column[i]);
  }
  const std::vector<std::string> columns = taken(dump);
  REQUIRE(columns.size() == kColumns.size() + 1);
  for (size_t n = 0; n < kColumns.size(); ++n) CHECK(columns[n] == all_of(kColumns[n]));
  CHECK(columns.back() == "秋收时节");
}

TEST_CASE("columns one below the other with a blank line behind each line are left alone") {
  Dump dump;
  for (const std::vector<std::string>& column : kColumns) {
    for (const std::string& line : column) dump.add(line);
  }
  CHECK(taken_by_turns(dump.text, dump.lines, goes_on).empty());
  CHECK(taken_by_turns({}, {}, goes_on).empty());
}

TEST_CASE("of lines by turns every one comes out once") {
  Dump dump;
  for (size_t i = 0; i < 300; ++i) {
    const std::vector<std::string>& column = kColumns[i * 7 % kColumns.size()];
    dump.add(column[i * i % column.size()]);
  }
  std::vector<uint32_t> begins;
  for (const Span& span : taken_by_turns(dump.text, dump.lines, goes_on)) {
    if (span.begin < span.end) begins.push_back(span.begin);
  }
  std::sort(begins.begin(), begins.end());
  CHECK(begins.size() == 300);
  CHECK(std::adjacent_find(begins.begin(), begins.end()) == begins.end());
}

TEST_CASE("a stretch of any length is taken apart, no line of it lost") {
  Dump dump;
  constexpr size_t kRows = 1500;  // more lines than are searched in one go
  for (size_t row = 0; row < kRows; ++row) {
    for (const std::vector<std::string>& column : kColumns) dump.add(column[row % column.size()]);
  }
  const std::vector<Span> apart = taken_by_turns(dump.text, dump.lines, goes_on);
  std::vector<uint32_t> begins;
  size_t together = 0;
  for (size_t i = 0; i < apart.size(); ++i) {
    if (apart[i].begin >= apart[i].end) continue;
    begins.push_back(apart[i].begin);
    if (i > 0 && apart[i - 1].begin < apart[i - 1].end) ++together;
  }
  std::sort(begins.begin(), begins.end());
  CHECK(begins.size() == kRows * kColumns.size());
  CHECK(std::adjacent_find(begins.begin(), begins.end()) == begins.end());
  CHECK(together > kRows * kColumns.size() * 9 / 10);
}

TEST_CASE(
    "lines by turns are told without blank lines, too, and columns one after another left as they are") {
  Dump turns;
  Dump behind;
  for (size_t row = 0; row < kColumns[0].size(); ++row) {
    for (const std::vector<std::string>& column : kColumns) turns.add(column[row], true);
  }
  for (const std::vector<std::string>& column : kColumns) {
    for (const std::string& line : column) behind.add(line, true);
  }
  const std::vector<std::string> columns = taken(turns);
  for (const std::vector<std::string>& column : kColumns)
    CHECK(std::count(columns.begin(), columns.end(), all_of(column)) == 1);
  CHECK(taken_by_turns(behind.text, behind.lines, goes_on).empty());
}
