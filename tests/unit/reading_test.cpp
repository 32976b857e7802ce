#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "fake_host.h"
#include "view/scroller.h"
#include "view/table.h"
#include "view/typeset.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

TextStyle plain(float em = 20) {
  TextStyle style;
  style.size = em;
  style.line_height = 36;
  return style;
}

std::vector<Block> list_of(const std::vector<std::string>& rows) {
  std::vector<Block> blocks;
  for (const std::string& row : rows) {
    Block block;
    block.kind = BlockKind::kList;
    block.text = row;
    blocks.push_back(block);
  }
  return blocks;
}

// Where each cell of a row begins and ends.
std::vector<std::pair<float, float>> cells_in(const Layout& layout, const std::string& text) {
  std::vector<std::pair<float, float>> cells;
  for (uint32_t g = 0; g < layout.lines[0].count; ++g) {
    const Glyph& glyph = layout.glyphs[g];
    if (g == 0 || text[glyph.offset - 1] == ' ') cells.emplace_back(glyph.x, 0);
    cells.back().second = glyph.x + glyph.advance;
  }
  return cells;
}

}  // namespace

TEST_CASE("a note's number is small and never begins a line; the number of a document is text") {
  FakeHost host;
  Typesetter setter(host);
  std::string text;
  for (int i = 0; i < 12; ++i)
    text += "平台累计六十二家[1]，研发投入占比又高〔12〕了，依国发〔2020〕十号文。";
  TextStyle style = plain();
  style.justify = true;
  for (float width = 200; width < 500; width += 10) {
    Layout layout = setter.set(text, style, width);
    size_t small = 0;
    for (const Glyph& glyph : layout.glyphs) {
      small += glyph.note;
      if (glyph.note) CHECK(glyph.advance < style.size);
    }
    CHECK(small == 12 * (3 + 4));
    for (const Line& line : layout.lines) {
      CHECK_FALSE(layout.glyphs[line.first].note);
      CHECK(line.width <= width + 0.51f);
    }
  }
  CHECK(setter.width("家[1]", style) < setter.width("家（1）", style));
  CHECK_FALSE(setter.set("[1] 见上文", style, 400).glyphs[0].note);
}

TEST_CASE("the rows of a table fall into columns, figures to the right, the first row heads them") {
  FakeHost host;
  Typesetter setter(host);
  std::vector<Block> blocks = list_of(
      {"品种 本周 上周 涨跌", "大白菜 1.05 1.18 -11.0%", "土豆 11.76 1.80 -2.2%", "黄瓜 3.88 3.88 持平"});
  REQUIRE(table_rows(blocks, 0) == 4);
  TextStyle style = plain();
  Table table = measure_table(setter, blocks, 0, 4, style, 684);
  REQUIRE(table.columns.size() == 4);
  CHECK(table.headed);
  CHECK_FALSE(table.columns[0].right);
  CHECK(table.columns[1].right);
  std::vector<std::vector<std::pair<float, float>>> rows;
  for (const Block& block : blocks) {
    Layout layout = setter.set(block.text, style, 684);
    tabulate(setter, layout, block.text, table);
    rows.push_back(cells_in(layout, block.text));
    REQUIRE(rows.back().size() == 4);
    CHECK(layout.lines[0].width <= 684);
    for (size_t c = 0; c + 1 < 4; ++c) CHECK(rows.back()[c].second <= rows.back()[c + 1].first);
  }
  for (const auto& row : rows) {
    CHECK(std::fabs(row[0].first - rows[0][0].first) < 0.01f);
    for (size_t c = 1; c < 4; ++c) CHECK(std::fabs(row[c].second - rows[0][c].second) < 1.01f);
  }
  CHECK(measure_table(setter, blocks, 0, 4, style, 120).columns.empty());
}

TEST_CASE("the bars of a Markdown table part its cells, blanks in them and empty ones too") {
  FakeHost host;
  Typesetter setter(host);
  std::vector<Block> blocks = list_of({"渡口 | 船 名 | 班次", "东渡 | 白鹭 一号 | 12", "西渡 | | 8"});
  REQUIRE(table_rows(blocks, 0) == 3);
  const TextStyle style = plain();
  const Table table = measure_table(setter, blocks, 0, 3, style, 684);
  REQUIRE(table.columns.size() == 3);
  CHECK(table.headed);
  CHECK(table.columns[2].right);
  for (const Block& block : blocks) {
    Layout layout = setter.set(block.text, style, 684);
    tabulate(setter, layout, block.text, table);
    float before = 0;
    for (uint32_t g = 0; g < layout.lines[0].count; ++g) {
      const Glyph& glyph = layout.glyphs[g];
      CHECK(glyph.x >= before - 0.01f);  // a pointer finds its place in the row
      before = glyph.x + glyph.advance;
      CHECK(glyph.code != '|');
      if (block.text[glyph.offset] == '|') CHECK(glyph.code == 0);
    }
    CHECK(layout.lines[0].width == table.columns[2].x + table.columns[2].width);
  }
  CHECK(table_rows(list_of({"渡口 | 船名"}), 0) == 0);
}

TEST_CASE("a note's number is known by its brackets, its roof or its ring") {
  FakeHost host;
  Typesetter setter(host);
  const auto notes = [&](const std::string& text) {
    size_t found = 0;
    for (const Glyph& glyph : setter.set(text, plain(), 4000).glyphs) found += glyph.note && glyph.code != 0;
    return found;
  };
  CHECK(notes("见它的光[^3]。") == 3);
  CHECK(notes("面积十^2^里") == 1);
  CHECK(notes("x^2 + y") == 1);
  CHECK(notes("换了新灯①。") == 1);
  CHECK(notes("他说“好”②，") == 1);
  CHECK(notes("要办两件事：①修石阶；②立灯柱。") == 0);
  CHECK(notes("a ^ b") == 0);
  CHECK(notes("依国发〔2020〕十号文") == 0);
}

TEST_CASE("lines that are no table stay lines") {
  CHECK(table_rows(list_of({"• 打开窗户", "• 关上煤气", "• 等人来"}), 0) == 0);
  CHECK(table_rows(list_of({"大白菜 1.05", "土豆 1.76"}), 0) == 0);
  CHECK(table_rows(list_of({"品种 本周 上周", "大白菜 1.05 1.18", "这里只有一句话", "土豆 1.76 1.80"}), 0) ==
        0);
}

TEST_CASE("the lines of a list hang below its words") {
  FakeHost host;
  Typesetter setter(host);
  TextStyle style = plain();
  style.hang = 30;
  Layout layout = setter.set("1. 本周主要蔬菜零售均价每斤三元一角二分比上周下降", style, 200);
  REQUIRE(layout.lines.size() > 2);
  CHECK(layout.glyphs[layout.lines[0].first].x == 0);
  for (size_t i = 1; i < layout.lines.size(); ++i) {
    CHECK(layout.glyphs[layout.lines[i].first].x == 30);
    CHECK(layout.lines[i].width <= 200.5f);
  }
}

TEST_CASE("a finger pulls a page beyond its end, ever harder, and the page goes back") {
  Scroller pane;
  pane.limit = 1000;
  double now = 1;
  pane.step(now, false);
  pane.by(-50);  // a wheel does not
  CHECK(pane.shown() == 0);
  float before = 0;
  for (int i = 0; i < 20; ++i) {
    pane.by(-50, true);
    CHECK(pane.offset == 0);
    CHECK(pane.shown() <= before);
    CHECK(before - pane.shown() < 26);
    before = pane.shown();
  }
  CHECK(before < -60);
  CHECK(before > -200);
  CHECK_FALSE(pane.step(now += 0.016, false, true));
  CHECK(pane.shown() == before);  // held
  pane.by(10, true);
  CHECK(pane.shown() == before + 10);
  int frames = 0;
  while (pane.step(now += 0.016, false) && frames < 100) ++frames;
  CHECK(pane.shown() == 0);
  CHECK(frames < 40);
  pane.to(900, true);
  pane.fling(4000);
  float most = 0;
  for (frames = 0; pane.step(now += 0.016, false) && frames < 200; ++frames)
    most = std::max(most, pane.shown());
  CHECK(most > 1020);
  CHECK(most < 1150);
  CHECK(pane.shown() == 1000);
  CHECK(frames < 80);
  pane.by(80, true);
  pane.step(now += 0.016, true);  // no motion is wanted
  CHECK(pane.shown() == 1000);
}
