// Heads set upright, a letter a line.
#include "read/upright_lines.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "read/reader.h"

using namespace broadsheet;

namespace {

std::vector<int> numbers(const std::string& text) {
  const Source source = decode_source("x", text);
  std::vector<SourceLine> lines = lines_of(source);
  mark_uprights(source.text, lines);
  std::vector<int> out;
  for (const SourceLine& line : lines) out.push_back(line.upright);
  return out;
}

}  // namespace

TEST_CASE("three letters below one another are a head, two are not", "[read]") {
  CHECK(numbers("渡\n口\n灯\n") == std::vector<int>{1, 1, 1});
  CHECK(numbers("渡\n口\n") == std::vector<int>{0, 0});
  CHECK(numbers("1\n2\n3\n") == std::vector<int>{0, 0, 0});
  CHECK(numbers("渡口\n新灯\n三盏\n") == std::vector<int>{0, 0, 0});
}

TEST_CASE("columns of letters with blank lines between them are one head, with text between them two",
          "[read]") {
  CHECK(numbers("渡\n口\n“灯\n\n亮\n了”\n吗\n") == std::vector<int>{1, 1, 1, 0, 1, 1, 1});
  CHECK(numbers("渡\n口\n灯\n渡口街昨夜停电。\n亮\n了\n吗\n") == std::vector<int>{1, 1, 1, 0, 2, 2, 2});
  CHECK(numbers("渡\n口\n灯\n\n\n\n亮\n了\n吗\n") == std::vector<int>{1, 1, 1, 0, 0, 0, 2, 2, 2});
}

TEST_CASE("what begins as a report does is none") {
  CHECK(numbers("本\n报\n讯\n") == std::vector<int>{0, 0, 0});
}

TEST_CASE("an upright head reads without blanks") {
  const Page page = parse_page("x",
                               "渡\n口\n新\n添\n三\n盏\n灯\n\n本报讯 "
                               "渡口的旧灯用了三十年，去年十月终于换成了新的，夜里靠岸再也不用摸黑。\n");
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].headline == "渡口新添三盏灯");
}
