#include "read/knots.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "read/reader.h"

using namespace broadsheet;

namespace {

// Text of two stories, so that the page has a measure and words.
const std::string kBelow =
    "\n渡口街的垃圾房空了三年，去年冬天\n"
    "来了两个修理工，一个修伞一个修鞋\n"
    "，垃圾房从此变身修理铺，街坊们把\n"
    "家里坏了的东西都提了来，排队的人\n"
    "从门口一直站到桥头，修好一把雨伞\n"
    "只收两元。\n"
    "\n"
    "今年第二号热带风暴昨天下午生成，\n"
    "市气象台说，风暴中心预计明晚擦过\n"
    "白鹭湾，沿岸的渔船已经全部回港，\n"
    "两处海滨浴场从今天中午起关闭，开\n"
    "放时间另行通知，市民出门请注意安\n"
    "全。\n";

// Blocks, their lines joined by '/'.
std::vector<std::string> blocks_of(const std::string& text) {
  const Source source = decode_source("knot", text);
  std::vector<std::string> out;
  bool open = false;
  for (const SourceLine& line : part_knots(source, lines_of(source))) {
    if (line.blank()) {
      open = false;
      continue;
    }
    const std::string words = source.text.substr(line.words.begin, line.words.end - line.words.begin);
    if (open)
      out.back() += "/" + words;
    else
      out.push_back(words);
    open = true;
  }
  return out;
}

}  // namespace

TEST_CASE("heads that stand side by side come apart") {
  const std::vector<std::string> blocks =
      blocks_of("渡口街垃 今年第二号热带\n圾房变身\n风暴预计明晚擦\n修理铺\n过白鹭湾\n" + kBelow);
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[0] == "渡口街垃/圾房变身/修理铺");
  CHECK(blocks[1] == "今年第二号热带/风暴预计明晚擦/过白鹭湾");
}

TEST_CASE("a head that stands alone stays as it is") {
  const std::string head = "渡口街垃圾房空了三年之后\n变身修理铺 街坊排队修伞\n修好一把只收两元\n";
  const std::vector<std::string> blocks = blocks_of(head + kBelow);
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[0] == "渡口街垃圾房空了三年之后/变身修理铺 街坊排队修伞/修好一把只收两元");
}

TEST_CASE("neither names below a head nor the first words below them are a head's") {
  const std::string head = "渡口街垃圾房三年之后变身\n▶ 记者 何嘉木 林知远\n渡口街的垃圾房空了整整三年去\n";
  CHECK(blocks_of(head + kBelow)[0] ==
        "渡口街垃圾房三年之后变身/▶ 记者 何嘉木 林知远/渡口街的垃圾房空了整整三年去");
  const std::string tag = "帮街坊修伞 给孩子补鞋（街巷·一条渡口街）\n▶ 记者 何嘉木\n人物小传\n";
  CHECK(blocks_of(tag + kBelow)[0].starts_with("帮街坊修伞 给孩子补鞋（街巷·一条渡口街）/▶ 记者 何嘉木"));
}

TEST_CASE("a table is no knot of heads") {
  const std::vector<std::string> blocks =
      blocks_of("品种 本周 上周\n青椒 3.20 3.60\n土豆 1.80 1.76\n" + kBelow);
  CHECK(blocks[0] == "品种 本周 上周/青椒 3.20 3.60/土豆 1.80 1.76");
}

TEST_CASE("a list of names is no knot of heads") {
  std::string list;
  for (const char* row :
       {"江屿舟 柳闻笛 温棠生 阮青山", "陆遥远 何嘉木 丁岚光 孟小满", "沈一舟 罗望年 叶知秋 钟离人",
        "林知远 苏禾生 白露霜 夏雨声", "周南山 顾青衣 梁思齐 丁越江", "盛夏长 解雨桐 麦春生 仲晨光",
        "韩松柏 许星河 程野望 宋清和", "高远志 方寸心 石磊落 贺新凉"})
    list += std::string(row) + "\n";
  const Source source = decode_source("list", list + kBelow);
  uint32_t last = 0;
  for (const SourceLine& line : part_knots(source, lines_of(source))) {
    if (line.blank()) continue;
    CHECK(line.words.begin >= last);
    last = line.words.end;
  }
}

TEST_CASE("a knot keeps every word once") {
  const std::string text =
      "渡口街垃 图片报道 今年第二号热带\n圾房变身\n◎ 本报记者 何嘉木\n风暴预计明晚擦\n修理铺\n过白鹭湾\n" +
      kBelow;
  const Source source = decode_source("knot", text);
  CHECK(blocks_of(text).size() > 4);
  std::vector<int> seen(text.size(), 0);
  for (const SourceLine& line : part_knots(source, lines_of(source))) {
    for (uint32_t i = line.words.begin; i < line.words.end; ++i) ++seen[i];
  }
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n' && text[i] != ' ') CHECK(seen[i] == 1);
  }
}

TEST_CASE("only names run over from a line of names") {
  const Source source = decode_source(
      "names",
      "■ 本报记者 桑可为 特约通讯员 卓桂\n香 文/图\n■ 本报记者 桑可为 通讯员 麦春生芦\n核心阅读\n" + kBelow);
  std::vector<std::string> first;
  const Reading reading = read_source(source);
  for (size_t k = 0; k < 3; ++k) {
    std::string& all = first.emplace_back();
    for (const Span& line : reading.fragments[k].lines)
      all += source.text.substr(line.begin, line.end - line.begin);
  }
  CHECK(first == std::vector<std::string>{"■ 本报记者 桑可为 特约通讯员 卓桂香 文/图",
                                          "■ 本报记者 桑可为 通讯员 麦春生芦", "核心阅读"});
}

TEST_CASE("behind the name of a series in brackets begins the head beside it") {
  const std::vector<std::string> blocks =
      blocks_of("渡口街变身修理铺（街巷） 热带风暴明晚擦\n过白鹭湾（观察）\n" + kBelow);
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[0] == "渡口街变身修理铺（街巷）");
  CHECK(blocks[1] == "热带风暴明晚擦/过白鹭湾（观察）");
  CHECK(blocks_of("陈鹏摄（影像中国） （傅霞）\n" + kBelow)[0] == "陈鹏摄（影像中国） （傅霞）");
}
