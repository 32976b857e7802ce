#include "read/first_rows.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace broadsheet;

namespace {

// Four columns of one story, of our own writing, below its head.
const std::vector<std::vector<std::string>> kColumns = {
    {"本报讯 清晨的码头上，", "渔民们正把一筐筐鲜鱼搬", "上岸边的货车。过去这里", "只有一条泥路，遇到下雨"},
    {"天车辆很难通行，鱼虾往", "往运不出去。去年秋天新", "修的公路通车以后，从码", "头到县城只要二十分钟，"},
    {"村民的收入也跟着多了起", "来。货车司机说，从前一", "天只能跑一趟，如今上午", "下午各跑一趟，晚上还能"},
    {"回家吃饭。码头边新开了", "三家饭馆，周末的时候座", "位要提前预订，老板们都", "忙得脚不沾地。"}};

struct Dump {
  std::string text;
  std::vector<Span> lines;
  void add(const std::string& line) {
    const auto from = static_cast<uint32_t>(text.size());
    text += line + "\n";
    lines.push_back({from, static_cast<uint32_t>(from + line.size())});
  }
  void add_column(size_t number, size_t from) {
    for (size_t i = from; i < kColumns[number].size(); ++i) add(kColumns[number][i]);
    add("");
  }
};

std::string row_of(size_t line) {
  std::string row;
  for (const std::vector<std::string>& column : kColumns) row += (row.empty() ? "" : " ") + column[line];
  return row;
}

// The head, `rows` rows, and what is left of the columns.
Dump below_head(size_t rows) {
  Dump dump;
  dump.add("码头的新路");
  for (size_t line = 0; line < rows; ++line) dump.add(row_of(line));
  dump.add("");
  for (size_t c = 0; c < 4; ++c) dump.add_column(c, rows);
  return dump;
}

// The lines that come out, a bar for each blank line or several.
std::string taken(const Dump& dump) {
  std::string out;
  for (const Span& span : taken_off_rows(dump.text, dump.lines, goes_on)) {
    if (span.begin < span.end)
      out += dump.text.substr(span.begin, span.end - span.begin);
    else if (!out.ends_with('|'))
      out += "|";
  }
  return out;
}

std::string column_of(size_t number) {
  std::string out;
  for (const std::string& line : kColumns[number]) out += line;
  return out + "|";
}

const std::string kAll = column_of(0) + column_of(1) + column_of(2) + column_of(3);

}  // namespace

TEST_CASE("the first lines of columns, printed as one, go back above their columns", "[first_rows]") {
  CHECK(taken(below_head(1)) == "码头的新路|" + kAll);
}

TEST_CASE("so do two rows below one another", "[first_rows]") {
  CHECK(taken(below_head(2)) == "码头的新路|" + kAll);
}

TEST_CASE("where the columns stand before the head, the first line stays below it", "[first_rows]") {
  Dump dump;
  for (size_t c = 0; c < 4; ++c) dump.add_column(c, 1);
  dump.add("码头的新路");
  dump.add(row_of(0));
  dump.add("");
  std::string rest = column_of(0).substr(kColumns[0][0].size());
  CHECK(taken(dump) ==
        rest + column_of(1) + column_of(2) + column_of(3) + "码头的新路" + kColumns[0][0] + "|");
}

TEST_CASE("a line whose parts go on with no column stays, and so do columns side by side", "[first_rows]") {
  Dump dump;
  dump.add("码头的新路");
  dump.add("图书馆二楼的阅览室里，坐满 污水处理厂终于投入使用。工 管理员介绍说，暑假期间这里");
  dump.add("");
  for (size_t c = 0; c < 4; ++c) dump.add_column(c, 0);
  CHECK(taken(dump).empty());
  Dump beside;
  for (size_t i = 0; i < 4; ++i) beside.add(row_of(i));
  CHECK(taken(beside).empty());
  CHECK(taken_off_rows({}, {}, goes_on).empty());
}

TEST_CASE("a list below a head stays whole beside columns", "[first_rows]") {
  Dump dump;
  dump.add_column(0, 1);
  dump.add_column(1, 1);
  dump.add("今日看点");
  dump.add("城北队二比一胜河东队哦 山前队零比零平海湾队哦 桥南队三比一负石岭队哦");
  dump.add("");
  dump.add_column(2, 1);
  dump.add_column(3, 1);
  CHECK(taken(dump).empty());
}
