#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>

#include "fake_host.h"
#include "view/typeset.h"

using namespace broadsheet::view;

namespace {

const std::string kStory =
    "清晨六点，云麓高新区第三试验场的灯已经亮了。一台刚下线的减速器被推上台架，工程师按下开关，转速表的指针缓"
    "缓爬升。"
    "“以前送检要跑三个城市，来回二十天；现在下楼就是试验台。”云麓精传公司负责人说（他姓周）：“这叫‘把仪器变成"
    "邻居’！”"
    "重点实验室等平台累计62家，研发投入占比达5.3%，高出全市平均1.9个百分点——比AlphaFold问世那年高得多……"
    "《园区条例》《用地办法》、《人才十条》相继出台，COVID-19之后的2020-2021年尤其如此。";

TextStyle body(float em = 20) {
  TextStyle style;
  style.size = em;
  style.line_height = 36;
  style.justify = true;
  style.indent = 2 * em;
  return style;
}

std::string text_of(const Layout& layout, const std::string& text) {
  std::string out;
  for (const Line& line : layout.lines) out += text.substr(line.begin, line.end - line.begin);
  return out;
}

uint32_t first_code(const Layout& layout, const Line& line) {
  return layout.glyphs[line.first].code;
}
uint32_t last_code(const Layout& layout, const Line& line) {
  return layout.glyphs[line.first + line.count - 1].code;
}

}  // namespace

TEST_CASE("no line begins or ends with a mark that may not stand there, at any width") {
  FakeHost host;
  Typesetter setter(host);
  for (float width = 160; width < 900; width += 7) {
    Layout layout = setter.set(kStory, body(), width);
    CAPTURE(width);
    for (size_t i = 0; i < layout.lines.size(); ++i) {
      const Line& line = layout.lines[i];
      CAPTURE(i, kStory.substr(line.begin, line.end - line.begin));
      if (i > 0) CHECK(may_begin_line(first_code(layout, line)));
      if (i + 1 < layout.lines.size()) CHECK(may_end_line(last_code(layout, line)));
      CHECK(line.width <= width + 0.51f);
    }
    CHECK(text_of(layout, kStory) == kStory);
  }
}

TEST_CASE("every line but the last fills the measure") {
  FakeHost host;
  Typesetter setter(host);
  Layout layout = setter.set(kStory, body(), 684);
  REQUIRE(layout.lines.size() > 4);
  for (size_t i = 0; i + 1 < layout.lines.size(); ++i) CHECK(std::fabs(layout.lines[i].width - 684) < 0.6f);
  CHECK(layout.lines.back().width < 684.0f);
  CHECK(layout.glyphs[0].x == 40.0f);
}

TEST_CASE("no line is torn apart to fill its measure") {
  FakeHost host;
  Typesetter setter(host);
  const std::string hanzi =
      "报名网址是https://paper.example/towers/2031，联系人是Bartholomew "
      "Featherstonehaugh女士，逾期不候，特此通知。";
  const std::string english =
      "The uncharacteristically straightforward representatives of the interdepartmental commission met at "
      "https://paper.example/commission/interdepartmental for the third time on Tuesday.";
  for (const std::string& text : {hanzi, english}) {
    for (float width = 200; width < 800; width += 7) {
      const Layout layout = setter.set(text, body(), width);
      for (const Line& line : layout.lines) {
        CHECK(line.width <= width + 0.51f);
        for (uint32_t g = line.first; g < line.first + line.count; ++g)
          CHECK(layout.glyphs[g].advance <= 1.8f * 20);  // a mark in its cell, a quarter em, and the stretch
      }
    }
  }
}

TEST_CASE("dashes, ellipses, words, dates and numbers with units stay whole") {
  FakeHost host;
  Typesetter setter(host);
  for (float width = 160; width < 700; width += 3) {
    Layout layout = setter.set(kStory, body(), width);
    for (size_t i = 0; i + 1 < layout.lines.size(); ++i) {
      std::string end = kStory.substr(0, layout.lines[i].end),
                  next = kStory.substr(layout.lines[i + 1].begin);
      CAPTURE(width, next);
      CHECK_FALSE((end.ends_with("—") && next.starts_with("—")));
      CHECK_FALSE((end.ends_with("…") && next.starts_with("…")));
      auto ascii = [](char c) { return (c & 0x80) == 0 && is_latin_letter(static_cast<unsigned char>(c)); };
      bool inside = ascii(end.back()) && ascii(next.front());
      CHECK_FALSE(inside);
      CHECK_FALSE((end.ends_with("COVID-") || end.ends_with("2020-") || end.ends_with("5.")));
    }
  }
}

TEST_CASE("a number keeps its unit on its line, of one character or of three") {
  FakeHost host;
  Typesetter setter(host);
  const std::string text =
      "平台累计62家，单独购置要870万元，每年维护还要 40 "
      "万元；大桥全长1.28公里，占地3600平方米，零下55摄氏度试了"
      "412次，高出1.9个百分点，机时1500小时，2031年1月7日起每斤3.12元，出口40.7亿美元，研发16亿元，风速12 "
      "km。";
  const char* const kWhole[] = {"62家",   "870万元", "40 万元",    "1.28公里", "3600平方米", "55摄氏度",
                                "412次",  "1.9个",   "1500小时",   "2031年",   "1月",        "7日",
                                "3.12元", "16亿元",  "40.7亿美元", "12 km"};
  for (float width = 240; width < 900; width += 3) {
    const Layout layout = setter.set(text, body(18), width);
    for (size_t i = 1; i < layout.lines.size(); ++i) {
      const size_t cut = layout.lines[i].begin;
      for (const std::string whole : kWhole) {
        CAPTURE(width, whole);
        const size_t at = text.find(whole);
        REQUIRE(at != std::string::npos);
        CHECK_FALSE((cut > at && cut < at + whole.size()));
      }
      CHECK(layout.lines[i].width <= width + 0.51f);
    }
  }
  // Wider than the line it is broken all the same.
  for (const Line& line : setter.set("共计123456789012345万元", body(18), 150).lines)
    CHECK(line.width <= 150.51f);
}

TEST_CASE("a quarter em stands between hanzi and Latin, none beside punctuation") {
  FakeHost host;
  Typesetter setter(host);
  TextStyle style = body();
  style.indent = 0;
  style.justify = false;
  float plain = setter.width("累计家", style), mixed = setter.width("累计62家", style);
  CHECK(std::fabs(mixed - plain - 20 - 2 * 5) < 0.01f);
  CHECK(std::fabs(setter.width("累计 62 家", style) - mixed) < 0.01f);
  CHECK(std::fabs(setter.width("（62）", style) - 60) < 0.01f);
  CHECK(std::fabs(setter.width("1. 先修", style) - 20 - 40 - 5) < 0.01f);
}

TEST_CASE("adjoining punctuation is squeezed to half its width") {
  FakeHost host;
  Typesetter setter(host);
  TextStyle style = body();
  CHECK(std::fabs(setter.width("说：“好。”", style) - (2 * 20 + 3 * 20 + 10)) < 0.6f * 20);
  CHECK(std::fabs(setter.width("》《", style) - 30) < 0.01f);
  CHECK(std::fabs(setter.width("好。”", style) - 50) < 0.01f);
  CHECK(std::fabs(setter.width("“《好", style) - 50) < 0.01f);
  CHECK(std::fabs(setter.width("好。", style) - 40) < 0.01f);
}

TEST_CASE("text is cut to the lines that were asked for, with an ellipsis") {
  FakeHost host;
  Typesetter setter(host);
  TextStyle style = body();
  style.max_lines = 3;
  Layout layout = setter.set(kStory, style, 400);
  REQUIRE(layout.lines.size() == 3);
  CHECK(layout.cut);
  CHECK(last_code(layout, layout.lines[2]) == 0x2026);
  CHECK(layout.lines[2].width <= 400.5f);
}

TEST_CASE("a head is balanced and keeps its words whole") {
  FakeHost host;
  Typesetter setter(host);
  TextStyle style;
  style.size = 28;
  style.balance = true;
  std::string head = "云麓高新区把试验台搬到车间门口";
  Layout layout = setter.set(head, style, 350);
  REQUIRE(layout.lines.size() == 2);
  CHECK(layout.lines[1].width >= 0.6f * layout.lines[0].width);
}

TEST_CASE("a word wider than the measure is broken, and English is set without loss") {
  FakeHost host;
  Typesetter setter(host);
  TextStyle style = body();
  std::string word = "https://paper.example/a/very/long/address/that/never/ends/anywhere/at/all.html";
  Layout layout = setter.set(word, style, 200);
  for (const Line& line : layout.lines) CHECK(line.width <= 200.5f);
  CHECK(text_of(layout, word) == word);
  std::string english =
      "The council met on Tuesday — for the third time — and didn’t agree. “We’ll meet again,” it said.";
  Layout set = setter.set(english, style, 320);
  CHECK(text_of(set, english) == english);
  CHECK(set.lines.size() > 2);
}

TEST_CASE("bad bytes, control characters and empty text are set without harm") {
  FakeHost host;
  Typesetter setter(host);
  for (std::string text :
       {std::string(), std::string("\xff\xfe\x80"), std::string("\xe4\xb8"), std::string("\0a\n\n\nb", 6),
        std::string("   "), std::string("\xf0\x9f\x98\x80 é ü \xe2\x80\x8d")}) {
    Layout layout = setter.set(text, body(), 100);
    CHECK(layout.lines.size() <= 8);
  }
}

TEST_CASE("an English word is not broken at its apostrophe") {
  FakeHost host;
  Typesetter setter(host);
  std::string text =
      "Growers noticed that the thrushes had moved to a neighbour’s orchard and didn’t come back to their "
      "own.";
  for (float width = 120; width < 500; width += 5) {
    Layout layout = setter.set(text, body(), width);
    for (size_t i = 1; i < layout.lines.size(); ++i) {
      std::string before = text.substr(0, layout.lines[i].begin);
      CAPTURE(width, before);
      CHECK_FALSE(before.ends_with("’"));
      CHECK(before.ends_with(" "));
    }
  }
}

TEST_CASE("a byte is found at its place and a place gives its byte") {
  FakeHost host;
  Typesetter setter(host);
  Layout layout = setter.set(kStory, body(), 500);
  for (const Line& line : layout.lines) {
    for (uint32_t g = line.first; g < line.first + line.count; ++g) {
      size_t row = 0;
      float x = 0;
      layout.locate(layout.glyphs[g].offset, row, x);
      CHECK(std::fabs(x - layout.glyphs[g].x) < 0.01f);
      CHECK(layout.byte_at(x + 0.1f, (static_cast<float>(row) + 0.5f) * 36) == layout.glyphs[g].offset);
    }
  }
}

namespace {

// Words as a browser's dictionary has them.
struct DictionaryHost : FakeHost {
  std::vector<std::string> words;
  void word_bounds(std::string_view, std::vector<uint32_t>& bounds) override {
    bounds.assign(1, 0);
    for (const std::string& word : words)
      bounds.push_back(bounds.back() + static_cast<uint32_t>(word.size()));
  }
};

}  // namespace

TEST_CASE("a head is not broken before the tail of a compound, nor behind a word that leads") {
  DictionaryHost host;
  host.words = {"云", "麓", "高", "新", "区", "把", "试验", "台", "搬到", "车间", "门口"};
  Typesetter setter(host);
  TextStyle style;
  style.size = 28;
  style.balance = true;
  const std::string head = "云麓高新区把试验台搬到车间门口";
  for (float width = 255; width < 420; width += 5) {
    const Layout layout = setter.set(head, style, width);
    for (size_t i = 1; i < layout.lines.size(); ++i) {
      const std::string rest = head.substr(layout.lines[i].begin);
      CAPTURE(width, rest);
      CHECK_FALSE(rest.starts_with("台"));
      CHECK_FALSE(rest.starts_with("试"));
    }
  }
}

TEST_CASE("an ellipsis stands right behind the last word, on no letter") {
  struct WideHost : FakeHost {  // an m as wide as a hanzi
    void measure(Face, float pixels, std::string_view run, std::vector<float>& ends) override {
      ends.clear();
      float x = 0;
      for (char c : run) ends.push_back(x += c == 'm' ? pixels : pixels / 2);
    }
  } host;
  Typesetter setter(host);
  TextStyle style;
  style.size = 20;
  style.max_lines = 2;
  const std::string text =
      "gas made from them and out of them by the man from Barm and élan of the élan from him";
  for (float width = 200; width < 420; width += 7) {
    const Layout layout = setter.set(text, style, width);
    if (!layout.cut) continue;
    const Line& line = layout.lines.back();
    CHECK(line.width <= width + 0.51f);
    const Glyph& dot = layout.glyphs[line.first + line.count - 3];
    const Glyph& kept = layout.glyphs[line.first + line.count - 4];
    REQUIRE(dot.code == '.');
    CAPTURE(width, kept.offset);
    CHECK(std::fabs(dot.x - kept.x - (kept.code == 'm' ? 20 : 10)) < 0.01f);
    size_t after = kept.offset;
    decode(text, after);
    CHECK(text[after] == ' ');
  }
}

TEST_CASE("Latin text without hyphens is set ragged: no blank is wider than another") {
  FakeHost host;
  Typesetter setter(host);
  const std::string text =
      "The uncharacteristically straightforward representatives of the commission met on Tuesday to hear "
      "what the keepers of the lighthouse had to say about the lamp.";
  for (float width : {300.0f, 576.0f, 684.0f}) {
    const Layout layout = setter.set(text, body(), width);
    for (const Line& line : layout.lines)
      for (uint32_t g = line.first; g + 1 < line.first + line.count; ++g)
        CHECK(layout.glyphs[g].advance <= 20.01f);  // a letter and a blank
  }
}
