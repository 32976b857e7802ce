#include "read/set_heads.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace broadsheet;

namespace {

std::string set_back(const std::string& text) {
  Source source;
  source.text = text;
  std::string out;
  for (const SourceLine& line : heads_above(source, lines_of(source)))
    out += text.substr(line.words.begin, line.words.end - line.words.begin) + "\n";
  return out;
}

const std::string kColumn =
    "▶ 记者 "
    "林小满\n清晨六点整，桥头\n已经站满了看热闹\n的街坊，卖豆浆的\n大叔把车推到桥面\n中央，说今天头一\n";
const std::string kHead = "等了二十年，两岸的人终于走到一起\n";
const std::string kRest =
    "碗豆浆不收钱。过\n桥的人排成长队，\n孩子们骑着小车来\n回跑了三趟，才肯\n回家吃饭。大家说\n"
    "，有了桥，去镇上\n只要五分钟就到。\n";

}  // namespace

TEST_CASE("a head in the middle of a sentence goes above the column that begins its story") {
  CHECK(set_back("河边新桥今日通车\n\n" + kColumn + "\n" + kHead + "\n" + kRest) ==
        "河边新桥今日通车\n\n" + kHead + "\n" + kColumn + "\n" + kRest);
  // It may stand at once over the column in which the words go on.
  CHECK(set_back("河边新桥今日通车\n\n" + kColumn + "\n" + kHead + kRest) ==
        "河边新桥今日通车\n\n" + kHead + "\n" + kColumn + "\n" + kRest);
}

TEST_CASE("a head stays behind a column whose last sentence ends") {
  const std::string ended = "河边新桥今日通车\n\n" + kColumn + "碗不收钱。\n\n" + kHead + "\n" + kRest;
  CHECK(set_back(ended) == ended);
}
