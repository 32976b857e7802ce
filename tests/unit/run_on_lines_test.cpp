// Lines of a dump that are two printed lines.
#include "read/run_on_lines.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "read/reader.h"

using namespace broadsheet;

namespace {

// Full lines of ten hanzi, and a column's last one with the next column's first behind it.
const std::string kColumn =
    "渡口街的旧码头昨天清\n晨重新开航第一班渡船\n在六点半载着四十多位\n乘客过江船工老麦说码\n";
const std::string kNext = "街道办事处在候船室里\n摆了两排长椅和一台热\n水炉墙上挂着旧时的航\n";

std::vector<std::string> parted(const std::string& text) {
  const Source source = decode_source("x", text);
  std::vector<std::string> out;
  for (const SourceLine& line : parted_lines(source, lines_of(source))) {
    if (!line.blank()) out.push_back(source.text.substr(line.words.begin, line.words.end - line.words.begin));
  }
  return out;
}

}  // namespace

TEST_CASE("a column's last line and the report that the next one begins with are two lines") {
  const std::vector<std::string> lines =
      parted(kColumn + "头停了十年。本报讯望川小学的新楼\n" + kNext + kColumn);
  CHECK(std::count(lines.begin(), lines.end(), "头停了十年。") == 1);
  CHECK(std::count(lines.begin(), lines.end(), "本报讯望川小学的新楼") == 1);
  CHECK(lines.size() == 13);
}

TEST_CASE("one wide line is no sign of it, nor is a wide head") {
  const std::string page = kColumn + "旧码头停用十一年。今又重新开航\n" + kNext + kColumn;
  CHECK(parted(page).size() == 12);
  CHECK(parted(kColumn + "渡口街的旧码头今天又重新开航了\n" + kNext).size() == 8);
}
