// Newspaper columns: what stands at their heads and feet, and that they end together.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <random>
#include <string>

#include "fake_host.h"
#include "view/reader.h"
#include "view/words.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

Article story(std::mt19937& random, int paragraphs) {
  Article article;
  article.headline = "灯塔重新点亮";
  article.id = make_article_id(article.headline, std::to_string(random()));
  const auto roll = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  for (int i = 0; i < paragraphs; ++i) {
    Block block;
    if (i > 0 && article.blocks.back().kind != BlockKind::kSubhead && roll(4) == 0) {
      block.kind = BlockKind::kSubhead;
      block.text = "塔上的七年";
    } else {
      if (roll(8) == 0) block.kind = BlockKind::kQuote;
      if (roll(9) == 0) block.kind = BlockKind::kCaption;
      for (int n = roll(160) + 4; n > 0; --n) block.text += "灯";
      block.text += "。";
    }
    article.blocks.push_back(block);
  }
  Block last;
  last.text = "船都看得见它的光。";
  article.blocks.push_back(last);
  return article;
}

}  // namespace

TEST_CASE("columns stand on one grid, leave no line alone and end together") {
  Desktop desktop;
  Desk desk(desktop.host, desktop.fonts);
  desk.words = &words_of(true);
  std::mt19937 random(4);
  size_t breaks = 0, balanced = 0;
  for (int round = 0; round < 60; ++round) {
    Edition edition;
    edition.pages.resize(1);
    edition.pages[0].articles.push_back(story(random, 1 + round));
    desk.take(edition);
    const Article& article = desk.article(0);
    for (const auto& [width, height] : {std::pair{1216.0f, 800.0f}, {760.0f, 600.0f}, {1368.0f, 1080.0f}}) {
      CAPTURE(round, width);
      ReaderState state;
      state.columns = true;
      set_article(desk, state, article, width, height);
      const float step = desk.scale().body().line_height;
      size_t lines = 0;
      for (size_t i = 0; i < state.flow.size(); ++i) lines += state.flow.ready(i)->lines.size();
      REQUIRE(state.slots.size() == lines);  // every line once
      const float last_top = state.band_rules.empty() ? 0 : state.band_rules.back() + step / 2;
      std::map<float, float> depths;  // of the last band's columns
      for (size_t i = 0; i < lines; ++i) {
        const LineSlot& slot = state.slots[i];
        const Layout& layout = *state.flow.ready(slot.cell);
        const float bottom = slot.y + layout.style.line_height;
        CHECK(bottom <= state.body_height + 0.6f);
        if (layout.style.line_height == step)
          CHECK(std::fabs(slot.y - step * std::round(slot.y / step)) < 0.01f);
        const float x = slot.x - state.flow.item(slot.cell).inset;
        if (slot.y >= last_top) depths[x] = std::max(depths[x], bottom - last_top);
        if (i == 0) continue;
        const LineSlot& before = state.slots[i - 1];
        if (slot.y > before.y && x == before.x - state.flow.item(before.cell).inset) continue;
        ++breaks;
        const size_t n = layout.lines.size();
        if (before.cell == slot.cell) {
          CHECK(before.line >= 1);
          CHECK(slot.line + 2 <= n);
        } else {
          CHECK_FALSE(state.flow.item(before.cell).style.centre);  // a sub-head with nothing below it
        }
      }
      if (depths.size() < 2 || depths.rbegin()->second > 8 * step) continue;
      ++balanced;
      float most = 0, all = 0;
      for (const auto& [x, depth] : depths) most = std::max(most, depth), all += depth;
      const auto columns = static_cast<float>(depths.size());
      if (most > 4.5f * step) CHECK(most * columns - all < 4 * columns * step);
    }
  }
  CHECK(breaks > 300);
  CHECK(balanced > 20);
}

TEST_CASE("the last band of columns is shared out, not left in the first") {
  Desktop desktop;
  Desk desk(desktop.host, desktop.fonts);
  desk.words = &words_of(true);
  Edition edition;
  edition.pages.resize(1);
  Article article;
  article.id = "a";
  article.headline = "灯塔重新点亮";
  for (int i = 0; i < 21; ++i) {
    Block block;
    for (int n = 0; n < 76; ++n) block.text += "灯";
    article.blocks.push_back(block);
  }
  edition.pages[0].articles.push_back(article);
  desk.take(edition);
  ReaderState state;
  state.columns = true;
  set_article(desk, state, desk.article(0), 1216, 800);
  REQUIRE_FALSE(state.band_rules.empty());
  std::map<float, int> lines;
  for (const LineSlot& slot : state.slots)
    if (slot.y > state.band_rules.back()) ++lines[slot.x];
  REQUIRE(lines.size() == 3);
  const auto [few, many] =
      std::minmax_element(lines.begin(), lines.end(), [](auto& a, auto& b) { return a.second < b.second; });
  CHECK(many->second - few->second <= 4);
}
