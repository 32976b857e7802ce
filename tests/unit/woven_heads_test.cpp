#include "read/woven_heads.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "read/reader.h"

using namespace broadsheet;

namespace {

// Text of our own, so that the page has a measure.
const std::string kText =
    "本报讯 "
    "清晨的码头上，渔民\n们正把一筐筐鲜鱼搬上岸边\n的货车。过去这里只有一条\n泥路，遇到下雨天车辆很难\n"
    "通行，鱼虾往往运不出去。\n去年秋天新修的公路通车以\n后，从码头到县城只要二十\n分钟，村民的收入也跟着多"
    "\n";

// The lines that come out, a bar for each blank line or several.
std::string laid(const std::string& dump) {
  const Source source = decode_source("a.txt", dump);
  const std::vector<SourceLine> lines = lines_of(source);
  std::string out;
  for (const SourceLine& line : heads_laid(source, lines, woven_heads(source, lines, goes_on))) {
    if (!line.blank())
      out += source.text.substr(line.words.begin, line.words.end - line.words.begin) +
             (line.follows ? "+" : "/");
    else if (!out.ends_with('|'))
      out += "|";
  }
  return out;
}

}  // namespace

TEST_CASE("heads of which a tool printed a line by turns are laid one after another", "[read]") {
  const std::string out =
      laid(kText + "\n从前鱼虾往\n渔民把鲜鱼\n往运不出去\n搬上岸边来\n一天跑两趟\n\n" + kText);
  INFO(out);
  CHECK(out.find("|从前鱼虾往/往运不出去+") != std::string::npos);
  CHECK(out.find("|渔民把鲜鱼/搬上岸边来+") != std::string::npos);
}

TEST_CASE("the lower lines of a head are taken from the ends of another's text", "[read]") {
  const std::string out = laid(kText + "\n从前鱼虾往\n码头的新路\n清晨的码头上，渔民们正把 往运不出去\n" +
                               "一筐筐鲜鱼搬上岸边，货车\n过去这里只有，一条泥路遇 如今通了车\n\n" + kText);
  INFO(out);
  CHECK(out.find("|码头的新路/|") != std::string::npos);
  CHECK(out.find("清晨的码头上，渔民们正把/一筐筐鲜鱼搬上岸边，货车/") != std::string::npos);
  CHECK(out.find("|从前鱼虾往/往运不出去+") != std::string::npos);
}

TEST_CASE("one head above its text, and a list, stay as they are", "[read]") {
  for (const std::string& block : {std::string("两年建成十七个\n公共平台\n"),
                                   std::string("张三 李四 王五\n赵六 钱七 孙八\n周九 吴十 郑甲\n"),
                                   std::string("码头的新路\n从县城到海边\n"), kText}) {
    const std::string dump = kText + "\n" + block + "\n" + kText;
    const Source source = decode_source("a.txt", dump);
    INFO(block);
    CHECK(woven_heads(source, lines_of(source), goes_on).empty());
  }
}
