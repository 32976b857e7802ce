// Heads that stand side by side in a text grid.
#include "read/bands.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "read/grid.h"
#include "read/seam.h"

using namespace broadsheet;

TEST_CASE("a line that ends in the name of a series is the last of the head which it goes on") {
  const std::string text =
      "渡口老梨树何时才会开 镇上修好八座石桥三条水渠\n"
      "                      乡亲出门不绕远路\n"
      "花？（街坊来信）\n"
      "  本报讯 渡口的灯是三十       本报讯 石桥修好以后，     了三趟才肯回家吃饭。大家都\n"
      "年前装的，每年开春都要换一     去镇上只要走五分钟，卖豆浆     说有了桥真好，往后下雨天也\n"
      "盏，老船工说这是规矩。夜里     的大叔把车推到了桥中央，说     不用绕到上游去了。山坡上的\n"
      "行船的人远远就能看见它的光     今天的头一碗不收钱。等着过     果子熟了可以直接运出去，价\n"
      "，再也不用摸着黑靠岸。孩子     桥的人排成长队，谁也不肯先     钱也比往年好得多。水渠通到\n"
      "们把旧灯擦干净收进阁楼。      回家，孩子们骑着车来回跑      山脚下，地里不缺水了。\n";
  Grid grid = cut_grid(text, goes_on);
  part_bands(grid, text, LineSeams(grid, text, goes_on, false), goes_on);
  std::vector<std::string> first;
  std::vector<std::string> second;
  for (const GridPiece& piece : grid.pieces) {
    if (piece.row > 2) break;
    (piece.column == 0 ? first : second)
        .push_back(text.substr(piece.span.begin, piece.span.end - piece.span.begin));
  }
  CHECK(first == std::vector<std::string>{"渡口老梨树何时才会开", "花？（街坊来信）"});
  CHECK(second == std::vector<std::string>{"镇上修好八座石桥三条水渠", "乡亲出门不绕远路"});
}
