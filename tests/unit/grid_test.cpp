#include "read/grid.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "read/bands.h"
#include "read/divided_names.h"
#include "read/gap_captions.h"
#include "read/grid_rows.h"
#include "read/reader.h"
#include "read/regions.h"

using namespace broadsheet;

namespace {

std::string words(std::string_view text, const GridPiece& piece) {
  return std::string(text.substr(piece.span.begin, piece.span.end - piece.span.begin));
}

// Two columns of eight, a head over both, and a second story below.
const char* const kTwoStories =
    "        河边新桥今日通车\n"
    "\n"
    "  清晨六点整，    车的人排成长队\n"
    "桥头已经站满了     ，孩子们骑着小\n"
    "看热闹的街坊，     车来回跑了三趟\n"
    "卖豆浆的大叔把     才肯回家吃饭。\n"
    "车推到桥面中央       大家都说，有\n"
    "，说今天的头一     了桥，去镇上只\n"
    "碗不收钱。等着     要五分钟就到。\n"
    "\n"
    "        果园里来了年轻人\n"
    "\n"
    "  山坡上的梨园    把枝条压得弯下\n"
    "荒了好几年，草     了腰。她笑着说\n"
    "比人还要高些。     ，明年还要再种\n"
    "去年春天，小周     二百棵，请村里\n"
    "从城里回到村子     的老人来教她剪\n"
    "，把果园包了下     枝，再修一条水\n"
    "来。秋天的果子     渠通到山脚下。\n";

// Two columns, a story in each.
const std::string kColumns =
    "  清晨六点整，      山坡上的梨园\n"
    "桥头已经站满了     荒了好几年，草\n"
    "看热闹的街坊，     比人还要高些。\n"
    "卖豆浆的大叔把       去年春天，小周\n"
    "车推到桥面中央     从城里回到村子\n"
    "，说今天的头一     ，把果园包了下\n"
    "碗不收钱。等着     来。秋天的果子\n"
    "过桥的人排成长     把枝条压得弯下\n"
    "队，孩子们骑着     了腰。她笑着说\n"
    "小车来回跑三趟     ，明年还要再种\n"
    "才肯回家吃饭。     二百棵梨树苗。\n";

std::vector<std::string> in_order(const std::string& text) {
  Grid grid = cut_grid(text, {});
  const JoinScore none;
  LineSeams seams(grid, text, none);
  std::vector<std::string> out;
  for (const Strip& strip : order_strips(grid, seams)) {
    std::string line = std::to_string(strip.region) + ":";
    for (int i : strip.pieces) line += words(text, grid.pieces[static_cast<size_t>(i)]);
    out.push_back(line);
  }
  return out;
}

}  // namespace

TEST_CASE("columns are found where lines begin, and every word is in one piece") {
  std::string text = kTwoStories;
  Grid grid = cut_grid(text, {});
  REQUIRE(grid.bases == std::vector<int>{0, 12});
  CHECK(grid.measure == 7);
  size_t bytes = 0;
  uint32_t last = 0;
  for (const GridPiece& piece : grid.pieces) {
    CHECK(piece.span.begin >= last);
    last = piece.span.end;
    bytes += piece.span.end - piece.span.begin;
  }
  size_t printed = 0;
  for (char c : text) printed += c != ' ' && c != '\n';
  CHECK(bytes == printed);
}

TEST_CASE("two stories one above the other are read one after the other, column by column") {
  std::vector<std::string> strips = in_order(kTwoStories);
  std::string all;
  for (const std::string& strip : strips) all += strip + "|";
  INFO(all);
  size_t bridge = all.find("河边新桥");
  size_t market = all.find("清晨六点");
  size_t queue = all.find("车的人排成");
  size_t orchard = all.find("果园里来了");
  size_t slope = all.find("山坡上的");
  size_t branch = all.find("把枝条");
  CHECK(bridge < market);
  CHECK(market < queue);
  CHECK(queue < orchard);
  CHECK(orchard < slope);
  CHECK(slope < branch);
  CHECK(strips.front().substr(0, 2) != strips.back().substr(0, 2));
}

TEST_CASE("the line of date and page stands over no story and draws none to it") {
  const std::string text = "云麓日报                  第7版\n" + std::string(kTwoStories);
  Grid grid = cut_grid(text, {});
  const JoinScore none;
  LineSeams seams(grid, text, none);
  const std::vector<Strip> strips = order_strips(grid, seams);
  REQUIRE(strips.size() > 2);
  CHECK(strips.front().margin);
  CHECK(strips.front().pieces.size() == 2);
  for (size_t i = 1; i < strips.size(); ++i) {
    CHECK_FALSE(strips[i].margin);
    CHECK(strips[i].region != strips.front().region);
  }
}

TEST_CASE("a line that fills its column is a head where the writers' names stand below it") {
  const std::string text =
      "孩子们在操场上跑     银杏树下坐着老人\n"
      "步，老师吹着哨子     说着从前的事情，\n"
      "让他们停下来喝水     太阳慢慢落到山后\n"
      "新桥通车街坊欢喜     ，风里有桂花的香\n"
      "本报记者 周小山     味，谁也不想先走\n"
      "  清晨六点整桥头     ，直到家里人来喊\n"
      "已经站满了看热闹     吃饭才肯站起来，\n"
      "的街坊和孩子们。     拍拍衣服上的土。\n";
  Grid grid = cut_grid(text, {});
  const JoinScore none;
  LineSeams seams(grid, text, none);
  for (size_t i = 0; i < grid.pieces.size(); ++i) {
    if (grid.pieces[i].row < 3) continue;
    const bool head = grid.pieces[i].column == 0 && grid.pieces[i].row < 5;
    INFO(words(text, grid.pieces[i]));
    CHECK(seams.look(static_cast<int>(i)).headish == head);
  }
}

TEST_CASE("a row set tight, with one blank between the columns, is cut all the same") {
  std::string text =
      "老街的茶馆开了 门口挂着的铜铃 是他从南方带回\n"
      "一百多年，木门     风一吹就响起来     来的，听说已经\n"
      "上的漆早就掉光     掌柜姓陈，今年     有六十多年了。\n"
      "，可是每天早上     七十二岁，说话     他说，这铃声一\n"
      "还是坐满了客人     慢慢的，泡茶却     响，就知道有老\n"
      "。有的下棋，有     快得很。这副铃     朋友进门来了。\n";
  Grid grid = cut_grid(text, {});
  REQUIRE(grid.bases.size() == 3);
  std::vector<std::string> first;
  for (const GridPiece& piece : grid.pieces) {
    if (piece.row == 0) first.push_back(words(text, piece));
  }
  CHECK(first == std::vector<std::string>{"老街的茶馆开了", "门口挂着的铜铃", "是他从南方带回"});
}

TEST_CASE("two rows that the tool wrote in the wrong order change places") {
  const std::string text =
      "清晨六点整，河边的新桥正      山坡上的果园去年春天由年      图书馆从本月开始延长开放\n"
      "式通车。桥头已经站满了看 轻人承包下来，修了水渠， 时间，每天晚上九点关门。\n"
      "车来回跑了三趟，大家都说 家剪枝。今年秋天的收成比 学以后需要一个安静的地方\n"
      "热闹的街坊，孩子们骑着小 请村里有经验的老师傅教大 工作人员介绍，不少学生放\n"
      "，有了这座桥，去镇上的医      往年多了一半，合作社计划      学习，周末来看书的家长也\n"
      "院只要五分钟就能到，再也      明年再种二百棵梨树，还要      越来越多。为了方便读者，\n"
      "不用绕路。老人们记得，过      建设一座仓库，方便保存和      图书馆增加了座位，还准备\n"
      "去要等渡船，遇到大风天气      运输新鲜的水果，让更多城      在社区设立新的服务点，预\n"
      "就只能在岸边等到天黑。       市居民买到当地特产。        计年底以前完成。\n";
  Grid grid = cut_grid(text, goes_on);
  REQUIRE(grid.bases.size() == 3);
  std::vector<std::string> columns(3);
  for (const GridPiece& piece : grid.pieces) columns[static_cast<size_t>(piece.column)] += words(text, piece);
  CHECK(
      columns[0].starts_with("清晨六点整，河边的新桥正式通车。桥头已经站满了看热闹的街坊，孩子们骑着小车来回"
                             "跑了三趟，大家都说，有了这座桥，去镇上的医"));
  CHECK(
      columns[1].starts_with("山坡上的果园去年春天由年轻人承包下来，修了水渠，请村里有经验的老师傅教大家剪枝"
                             "。今年秋天的收成比往年多了一半，合作社计划"));
  CHECK(
      columns[2].starts_with("图书馆从本月开始延长开放时间，每天晚上九点关门。工作人员介绍，不少学生放学以后"
                             "需要一个安静的地方学习，周末来看书的家长也"));
}

TEST_CASE("words set apart letter by letter stay one piece") {
  std::string text;
  for (int i = 0; i < 6; ++i) text += "镇里的小学今年添了新操场      操场边上种了两排银杏树\n";
  text += "孩  子  们  很  高  兴  呀      秋天的时候叶子会变黄色\n";
  for (int i = 0; i < 6; ++i) text += "镇里的小学今年添了新操场      操场边上种了两排银杏树\n";
  Grid grid = cut_grid(text, {});
  int pieces = 0;
  for (const GridPiece& piece : grid.pieces) pieces += piece.row == 6;
  CHECK(pieces == 2);
}

TEST_CASE("empty and blank texts have no pieces") {
  CHECK(cut_grid("", {}).pieces.empty());
  CHECK(cut_grid(" \n\n \f", {}).pieces.empty());
  Grid none;
  const JoinScore nothing;
  CHECK(order_strips(none, LineSeams(none, "", nothing)).empty());
}

TEST_CASE("heads side by side that were set tight are told apart, each over its own column") {
  const std::string text =
      "05版        2031年3月4日\n"
      "河边的新桥 果园来了\n"
      "今日已全线 一群年轻\n"
      "正式通车了 的大学生\n"
      "\n" +
      kColumns;
  Grid grid = cut_grid(text, goes_on);
  part_bands(grid, text, LineSeams(grid, text, goes_on), goes_on);
  std::vector<std::string> heads(grid.bases.size());
  size_t bytes = 0;
  for (const GridPiece& piece : grid.pieces) {
    bytes += piece.span.end - piece.span.begin;
    if (piece.row >= 1 && piece.row <= 3) heads[static_cast<size_t>(piece.column)] += words(text, piece);
  }
  CHECK(heads == std::vector<std::string>{"河边的新桥今日已全线正式通车了", "果园来了一群年轻的大学生"});
  size_t printed = 0;
  for (char c : text) printed += c != ' ' && c != '\n';
  CHECK(bytes == printed);
}

// Three columns: a story in two of them, another in the third.
const std::string kThreeColumns =
    "本报讯 河边的新桥今日    百个街坊，孩子们骑着小    本报讯 山坡上的果园去\n"
    "正式通车。清晨六点整，    车来回跑了三趟，大家都    年春天由年轻人承包下来\n"
    "桥头已经站满了看热闹的    说，有了这座桥，去镇上    ，修了水渠，请村里有经\n"
    "街坊，他们等了四年，终    的医院只要五分钟就能到    验的老师傅教大家剪枝。\n"
    "于等到这一天。卖豆浆的    ，再也不用绕路。老人们    今年秋天的收成比往年多\n"
    "大叔把车推到桥面中央，    记得，过去要等渡船，遇    了一半，合作社计划明年\n"
    "说今天的头一碗不收钱。    到大风天气就只能在岸边    再种二百棵梨树，还要建\n"
    "等着过桥的人里有将近二    等到天黑才肯回家吃饭。    设一座仓库方便保存水果。\n";

TEST_CASE("a head that was set tight stands over the story that begins, not where its cell is") {
  const std::string text =
      "清晨新桥通车了     果园里来了一\n"
      "街坊走上新桥，看看日出 群年轻的人\n"
      "\n" +
      kThreeColumns;
  Grid grid = cut_grid(text, goes_on);
  REQUIRE(grid.bases.size() == 3);
  part_bands(grid, text, LineSeams(grid, text, goes_on), goes_on);
  std::string head;
  for (const GridPiece& piece : grid.pieces) {
    if (piece.row < 2 && piece.column == 2) head += words(text, piece);
  }
  CHECK(head == "果园里来了一群年轻的人");
}

TEST_CASE("a kicker that the dump has below its headline stands before it; lines at one cell stay") {
  const std::string story = std::string(kTwoStories).substr(std::string("        河边新桥今日通车\n").size());
  const auto head_of = [&](const std::string& lines) {
    const std::string text = lines + story;
    Grid grid = cut_grid(text, goes_on);
    const LineSeams seams(grid, text, goes_on);
    const std::vector<Strip> strips = order_strips(grid, seams);
    std::string out;
    for (int i : strips.front().pieces) out += words(text, grid.pieces[static_cast<size_t>(i)]) + "/";
    return out;
  };
  CHECK(head_of("    河边新桥今日通车（街谈）\n        等了四年 等来一座桥\n") ==
        "等了四年 等来一座桥/河边新桥今日通车（街谈）/");
  CHECK(head_of("    河边新桥今日通车（街谈）\n    等了四年 等来一座桥\n") ==
        "河边新桥今日通车（街谈）/等了四年 等来一座桥/");
  CHECK(head_of("河边新桥今日通车\n        街坊等了四年\n") == "街坊等了四年/河边新桥今日通车/");
  CHECK(head_of("河边新桥今日通车\n        ——街坊等了四年\n") == "河边新桥今日通车/——街坊等了四年/");
}

TEST_CASE("heads between two stories and two others are whole, each over its own") {
  const std::string text = kColumns +
                           "\n"
                           "算经济账， 果园来了\n"
                           "更要算口碑 一群年轻\n"
                           "账的老街坊 的大学生\n"
                           "\n" +
                           kColumns;
  Grid grid = cut_grid(text, goes_on);
  part_bands(grid, text, LineSeams(grid, text, goes_on), goes_on);
  const LineSeams seams(grid, text, goes_on);
  std::vector<std::string> heads;
  for (const Strip& strip : order_strips(grid, seams)) {
    if (!strip.head) continue;
    heads.emplace_back();
    for (int i : strip.pieces) heads.back() += words(text, grid.pieces[static_cast<size_t>(i)]);
  }
  CHECK(heads == std::vector<std::string>{"算经济账，更要算口碑账的老街坊", "果园来了一群年轻的大学生"});
}

// 0xA0 by itself is no UTF-8, and so no blank either, which it is as a code point.
TEST_CASE("a byte that is no UTF-8 is a word of its row") {
  const std::string text = "2\n\xa7\n\x85\n\xe4  \xa0 \n\xe8  \x8b\n\xef";
  const std::vector<GridRow> rows = read_grid_rows(text);
  REQUIRE(rows.size() == 6);
  REQUIRE(rows[3].tokens.size() == 2);
  CHECK(rows[3].tokens[1].span.begin == 9);
  CHECK(rows[3].tokens[1].span.end == 10);
}

// The head 河边新桥通车 stands upright on the left, 街坊说好 beside it on the left again.
TEST_CASE("a head set upright is taken out of the rows and stands over the column beside it") {
  const std::string text =
      "街     河        清晨六点整，桥头     车的人排成长队，\n"
      "坊     边      已经站满看热闹的     孩子们骑着小车来\n"
      "              街坊，卖豆浆的大     回跑了三趟才肯回\n"
      "说     新      叔把车推到桥面中     家吃饭。大家都说\n"
      "好     桥      央，说今天的头一     ，有了桥，去镇上\n"
      "              碗不收钱。等着过     只要五分钟就到。\n"
      "       通      桥的人都笑起来，     孩子们还要再骑一\n"
      "       车      给他让出一条路，     趟，老人们也不着\n";
  const Grid grid = cut_grid(text, {});
  REQUIRE(grid.uprights.size() == 1);
  std::string letters;
  for (const Span& s : grid.uprights[0].letters) letters += text.substr(s.begin, s.end - s.begin);
  CHECK(letters == "河边新桥通车街坊说好");
  const JoinScore none;
  const LineSeams seams(grid, text, none);
  const std::vector<Strip> strips = order_strips(grid, seams);
  REQUIRE(strips.size() == 3);
  CHECK(strips[0].head);
  CHECK(grid.pieces[static_cast<size_t>(strips[0].pieces[0])].upright == 0);
  CHECK(strips[1].pieces.size() == 8);
  for (const GridPiece& piece : grid.pieces) CHECK(words(text, piece).find("  ") == std::string::npos);
}

TEST_CASE("no letter is taken from a row of too many words, nor does a piece reach over one that is") {
  for (size_t words : {5U, 70U}) {
    std::string text;
    for (const char* letter : {"天", "地", "山", "水", "风", "云", "日", "月"}) {
      for (size_t i = 0; i < words; ++i) text += "新米上市好价钱  ";
      text += std::string("  ") + letter + "    稻谷\n";
    }
    const Grid grid = cut_grid(text, {});
    CHECK(grid.uprights.empty() == (words > 64));
    std::vector<int> seen(text.size(), 0);
    for (const GridPiece& piece : grid.pieces) {
      if (piece.upright >= 0) continue;
      for (uint32_t at = piece.span.begin; at < piece.span.end; ++at) ++seen[at];
    }
    for (const Upright& head : grid.uprights) {
      for (const Span& letter : head.letters) {
        for (uint32_t at = letter.begin; at < letter.end; ++at) ++seen[at];
      }
    }
    int wrong = 0;
    for (size_t at = 0; at < text.size(); ++at)
      wrong += seen[at] > 1 || (seen[at] == 0 && text[at] != ' ' && text[at] != '\n');
    CHECK(wrong == 0);
  }
}

TEST_CASE("columns of a table and marks of a list are no heads set upright") {
  const std::vector<std::vector<std::string>> cells = {
      {"1", "2", "3", "4", "5", "6"}, {"●", "●", "●", "●", "●", "●"},  {"：", "：", "：", "：", "：", "："},
      {"a", "b", "c", "d", "e", "f"}, {"胜", "3", "1", "0", "2", "4"}, {"晴", "阴", "雨", "晴", "雪", "晴"},
  };
  const std::vector<std::string> towns = {"上河", "下河", "柳庄", "马家", "石桥", "河湾"};
  for (const std::vector<std::string>& column : cells) {
    std::string text = kColumns + "\n";
    for (size_t row = 0; row < towns.size(); ++row)
      text += towns[row] + std::string(12, ' ') + column[row] + std::string(12, ' ') + "山里的路\n";
    CHECK(cut_grid(text, {}).uprights.empty());
  }
  std::string text = kColumns + "\n";
  for (const char* row : {"胜  负  分", "三  一  九", "二  二  六", "一  三  三", "零  四  零"})
    text += std::string("     ") + row + "\n";
  CHECK(cut_grid(text, {}).uprights.empty());
}

TEST_CASE("single letters that stand below one another by chance are no head") {
  const std::string text = kColumns + "                天\n\n                好\n" + kColumns;
  CHECK(cut_grid(text, {}).uprights.empty());
}

TEST_CASE("a box may have wider columns than the page: its lines are full, and no heads") {
  std::string text = kColumns + "\n";
  for (int i = 0; i < 4; ++i)
    text +=
        "山坡上的梨园荒了好几年草比人高\n"
        "去年春天小周从城里回到村子里把\n"
        "果园包了下来秋天的果子把枝条压\n"
        "弯了腰她说明年还要再种二百棵树\n"
        "请村里的老人来教她剪枝再修一条\n";
  const Grid grid = cut_grid(text, {});
  const JoinScore none;
  const LineSeams seams(grid, text, none);
  int boxed = 0;
  for (size_t i = 0; i < grid.pieces.size(); ++i) {
    if (grid.pieces[i].row < 18) continue;  // near the columns above both measures count
    ++boxed;
    CHECK(grid.pieces[i].measure == 15);
    CHECK(seams.look(static_cast<int>(i)).full);
    CHECK_FALSE(seams.look(static_cast<int>(i)).wide);
    CHECK_FALSE(seams.look(static_cast<int>(i)).headish);
  }
  CHECK(boxed == 14);
  CHECK(grid.pieces.front().measure == grid.measure);
}

TEST_CASE("on a page that sets no paragraph in, the edge of a column does not speak against a beginning") {
  std::string text;
  for (int i = 0; i < 8; ++i)
    text +=
        "清晨六点整，桥头已   山坡上的梨园荒了好\n"
        "经站满看热闹的街坊   几年，草比人还要高\n"
        "都笑了。        些。\n";
  const Grid grid = cut_grid(text, {});
  const JoinScore none;
  const LineSeams seams(grid, text, none);
  int begins = 0;
  for (size_t i = 0; i < grid.pieces.size(); ++i) {
    const std::string s = words(text, grid.pieces[i]);
    const PieceLook& look = seams.look(static_cast<int>(i));
    if (s.starts_with("清晨") || s.starts_with("山坡")) {
      ++begins;
      CHECK_FALSE(look.flush);
    } else {
      CHECK(look.flush);
    }
  }
  CHECK(begins == 16);
}

TEST_CASE("names below the heads of two columns tell two stories") {
  const std::string text =
      "河边新桥通车        果园来了年轻人\n"
      "▶ 记者 林知远      ▶ 记者 沈一舟\n"
      "\n" +
      kColumns;
  const std::vector<std::string> order = in_order(text);
  REQUIRE_FALSE(order.empty());
  CHECK(order.front().find("果园") == std::string::npos);
}

// The picture stands in the second column, its words below it, in mid-sentence.
TEST_CASE("words below a picture that parts a sentence are a caption, and the sentence is whole") {
  const std::string text =
      "  清晨六点整，桥头已    荒了好几年的梨园里，\n"
      "经站满看热闹的街坊，    草比人还要高一些。\n"
      "卖豆浆的大叔把车推到      去年春天，他从城里\n"
      "桥面中央，说今天的头    回到村子，把果园包下\n"
      "一碗不收钱。等着过桥    来，请来村里的老人教\n"
      "的人都笑起来，给他让\n"
      "出一条路。孩子们骑着\n"
      "小车来回跑了三趟，直\n"
      "到太阳照到桥头，才肯\n"
      "回家吃饭。大家都说，\n"
      "有了桥，去镇上只要五\n"
      "分钟就到，再也不必等\n"
      "渡船，也不用担心下雨\n"
      "的日子里河水涨起来。    新栽的梨树开了花。\n"
      "他把豆浆分给大家喝，    他们剪枝，再修一条水\n"
      "说明天还要到这里来。    渠通到山脚下的田里。\n";
  const JoinScore score = [](std::string_view left, std::string_view right) {
    return left.ends_with("老人教") && right.starts_with("他们剪枝") ? 5.0 : 0.0;
  };
  const Grid grid = cut_grid(text, {});
  const LineSeams seams(grid, text, score);
  std::vector<int> column;
  for (size_t i = 0; i < grid.pieces.size(); ++i) {
    if (grid.pieces[i].column == 1) column.push_back(static_cast<int>(i));
  }
  const std::vector<GapCaption> found = gap_captions(column, grid, seams, score);
  REQUIRE(found.size() == 1);
  CHECK(found[0].end - found[0].begin == 1);
  CHECK(words(text, grid.pieces[static_cast<size_t>(column[found[0].begin])]) == "新栽的梨树开了花。");
}

// The first column of the text above with a picture below the end of a paragraph: what follows begins at the
// edge, and so no paragraph, up to the next that is set in.
TEST_CASE("lines at the edge below a picture are its words, where paragraphs are set in") {
  std::string text = kColumns;
  for (int i = 0; i < 8; ++i) text += "            一行接着一行写\n";
  text +=
      "新栽的梨树开满     一行接着一行写\n"
      "了白色的花。      一行接着一行写\n"
      "  清晨六点整，    一行接着一行写\n"
      "桥头又站满了人     一行接着一行写\n";
  const Grid grid = cut_grid(text, {});
  const JoinScore score = [](std::string_view, std::string_view) { return 0.0; };
  const LineSeams seams(grid, text, score);
  std::vector<int> column;
  for (size_t i = 0; i < grid.pieces.size(); ++i) {
    if (grid.pieces[i].column == 0) column.push_back(static_cast<int>(i));
  }
  const std::vector<GapCaption> found = gap_captions(column, grid, seams, score);
  REQUIRE(found.size() == 1);
  CHECK(words(text, grid.pieces[static_cast<size_t>(column[found[0].begin])]) == "新栽的梨树开满");
  CHECK(found[0].end - found[0].begin == 2);
}

TEST_CASE("the words of one picture may begin where those of another end") {
  std::string text = kColumns;
  for (int picture = 0; picture < 2; ++picture) {
    for (int i = 0; i < 8; ++i) text += "            一行接着一行写\n";
    text +=
        "新栽的梨树开满     一行接着一行写\n"
        "了白色的花。      一行接着一行写\n";
  }
  text +=
      "  清晨六点整，    一行接着一行写\n"
      "桥头又站满了人     一行接着一行写\n";
  const Reading reading = read_source(decode_source("page", text));
  REQUIRE(reading.format == "layout");
  int captions = 0;
  for (const Fragment& fragment : reading.fragments) {
    captions += fragment.caption;
    if (fragment.caption) CHECK(fragment.lines.size() == 2);
  }
  CHECK(captions == 2);
}

TEST_CASE("a line spread letter by letter fills its column and takes nothing from the next") {
  const std::string text =
      "渡口的老街坊说，河面上头一回     桥头的石狮子今天也披了红绸\n"
      "看 见 这 么 多 灯 笼 挂 着   ，孩子们围着它转了好几个圈\n"
      "一直挂到天亮也没有人去收走。     才肯跟着大人回家吃晚饭去。\n"
      "街上的铺子全都开到了后半夜，     卖豆浆的大叔把车推到了桥面\n"
      "卖糖人的老汉忙得没有空坐下。     中央，说今天头一碗不收钱。\n";
  const Grid grid = cut_grid(text, {});
  std::vector<std::string> second;
  for (const GridPiece& piece : grid.pieces) {
    if (piece.row == 1) second.push_back(words(text, piece));
  }
  CHECK(second == std::vector<std::string>{"看 见 这 么 多 灯 笼 挂 着", "，孩子们围着它转了好几个圈"});
}

TEST_CASE("a head of two phrases with a wide gap between them is one piece") {
  std::string text = "      河上架起新桥      镇里通了公交\n\n" + kColumns;
  for (const bool below : {false, true}) {
    // Where the names of writers stand below the right half alone, it is a head of its own.
    if (below) text.insert(text.find('\n') + 1, "                      ▶ 记者 夏雨\n");
    const Grid grid = cut_grid(text, {});
    CHECK((words(text, grid.pieces.front()) == "河上架起新桥      镇里通了公交") == !below);
  }
}

TEST_CASE("a word printed against the line of a column is cut off, and the line stays in its column") {
  const std::string text =
      "桥头已经站满了看热闹的街坊。     荒了好几年的山坡上草比人高，\n"
      "卖豆浆的大叔把车推到了桥面的     去年春天小周从城里回到村子里\n"
      "中央，说今天的头一碗不收钱。   三条把果园包了下来，秋天果子把枝\n"
      "等着过桥的人排成了长长的队，     条压得弯下了腰，她笑着说明年\n"
      "孩子们骑着小车来回跑了三趟。     还要再种下二百棵梨树的树苗。\n";
  const JoinScore score = [](std::string_view left, std::string_view right) {
    return left.ends_with("村子里") || right.starts_with("条压得") ? 3.0 : 0.0;
  };
  const Grid grid = cut_grid(text, score);
  std::vector<std::string> row;
  std::vector<int> columns;
  for (const GridPiece& piece : grid.pieces) {
    if (piece.row != 2) continue;
    row.push_back(words(text, piece));
    columns.push_back(piece.column);
  }
  CHECK(row ==
        std::vector<std::string>{"中央，说今天的头一碗不收钱。", "三条", "把果园包了下来，秋天果子把枝"});
  CHECK(columns == std::vector<int>{0, 1, 1});
}

TEST_CASE("the lines below a picture that is wider than a column are one text by itself") {
  const std::string text =
      "清晨天刚刚亮起来，     桥头站满了老街坊。     山坡上的果园荒了好\n"
      "卖豆浆的大叔把车子     推到桥面的正中央，     几年，草比人还高。\n"
      "说今天头一碗不收钱     大家排成长长的队。     今年小周回到了家。\n"
      "，等着过桥的人们排\n"
      "                       昨天傍晚渡口的孩子们提着自己糊的灯笼走\n"
      "成长队，孩子们骑着\n"
      "                       过新桥，老师说他们为这一天练了三个月，\n"
      "小车来回跑了三趟，\n"
      "                       图为灯笼队走到桥头。 林知远 摄\n"
      "后来大家都不肯回家\n";
  const JoinScore none = [](std::string_view, std::string_view) { return 1.0; };
  const Grid grid = cut_grid(text, none);
  REQUIRE(grid.blocks.size() == 1);
  std::string block;
  for (const Span& line : grid.blocks[0].lines) block += text.substr(line.begin, line.end - line.begin);
  CHECK(block ==
        "昨天傍晚渡口的孩子们提着自己糊的灯笼走过新桥，老师说他们为这一天练了三个月，"
        "图为灯笼队走到桥头。 林知远 摄");
  for (const GridPiece& piece : grid.pieces) CHECK(words(text, piece).find("灯笼") == std::string::npos);

  // Nothing is lost, and the block is a fragment that goes on nowhere.
  const Source source = decode_source("page.txt", text);
  const std::vector<SourceLine> lines = lines_of(source);
  const Reading reading = grid_reader().read(source, lines);
  size_t bytes = 0;
  size_t whole = 0;
  for (const Fragment& fragment : reading.fragments) {
    whole += fragment.whole;
    for (const Span& line : fragment.lines) bytes += line.end - line.begin;
  }
  CHECK(whole == 1);
  size_t printed = 0;
  for (char c : text) printed += c != ' ' && c != '\n';
  CHECK(bytes >= printed);
}

TEST_CASE("names that go over into a second row stay together at the edge of their column") {
  const std::string text =
      "                  桥头站满了老街坊\n"
      "卖豆浆的大叔天刚亮     ▶ 记者 夏雨 林知\n"
      "就把车推到桥面中央     远 文/图\n"
      "，说今天头一碗不收     等着过桥的人们排成\n"
      "钱。孩子们骑着小车     长队，灯笼从桥头一\n"
      "来回跑了三趟才回家     直挂到镇口的老槐树\n";
  Grid grid = cut_grid(text, {});
  keep_divided_names(grid, text);
  std::vector<std::string> kept;
  for (const GridPiece& piece : grid.pieces) {
    if (!piece.kept) continue;
    kept.push_back(words(text, piece));
    CHECK(piece.column == 1);
  }
  CHECK(kept == std::vector<std::string>{"▶ 记者 夏雨 林知", "远 文/图"});
}

TEST_CASE("lines below a picture with its credit under them are its words, though the text above is open") {
  std::string text = kColumns;
  // No full stop: the text goes on in another column.
  text.replace(text.find("才肯回家吃饭。"), std::string("才肯回家吃饭。").size(), "才肯回家吃饭的");
  for (int i = 0; i < 8; ++i) text += "            一行接着一行写\n";
  text +=
      "新栽的梨树开满     一行接着一行写\n"
      "了白色的花。      一行接着一行写\n"
      "林知远 摄       一行接着一行写\n"
      "  清晨六点整，    一行接着一行写\n"
      "桥头又站满了人     一行接着一行写\n";
  const Reading reading = read_source(decode_source("page", text));
  REQUIRE(reading.format == "layout");
  std::vector<std::string> captions;
  for (const Fragment& fragment : reading.fragments) {
    if (!fragment.caption) continue;
    for (const Span& line : fragment.lines)
      captions.push_back(text.substr(line.begin, line.end - line.begin));
  }
  CHECK(captions == std::vector<std::string>{"新栽的梨树开满", "了白色的花。", "林知远 摄"});
}
