// What sets words apart on a page is really drawn: read back from the draw list, glyph by glyph.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "edition/json.h"
#include "fake_host.h"
#include "handmade.h"
#include "view/theme.h"

using namespace broadsheet;
using namespace broadsheet::view;

namespace {

// A rectangle of one colour: a rule, a bar, or a glyph, of which the lower edge tells the face (block_type).
struct Drawn {
  Rect rect;
  Ink ink;
  float right() const { return rect.x + rect.w; }
  bool is_glyph(Face face, float size) const {
    return std::fabs(rect.w - size / 2) < 0.02f && std::fabs(rect.h - letter_height(size, face)) < 0.02f;
  }
};

struct Picture {
  std::vector<Drawn> quads;
  std::vector<ImVec2> rest;  // corners of circles

  explicit Picture(const Desktop& desk) {
    (void)desk;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
      for (const ImDrawCmd& command : list->CmdBuffer) take(*list, command);
  }
  void take(const ImDrawList& list, const ImDrawCmd& command) {
    const auto corner = [&](unsigned i) -> const ImDrawVert& {
      const unsigned index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
      return list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
    };
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
      const ImDrawVert &a = corner(i), &c = corner(i + 2);
      const bool quad = i + 5 < command.ElemCount && &corner(i + 3) == &a && &corner(i + 4) == &c &&
                        corner(i + 1).pos.y == a.pos.y && corner(i + 1).pos.x == c.pos.x;
      if (quad) {
        quads.push_back({{a.pos.x, a.pos.y, c.pos.x - a.pos.x, c.pos.y - a.pos.y}, a.col});
        i += 3;
      } else {
        rest.insert(rest.end(), {a.pos, corner(i + 1).pos, c.pos});
      }
    }
  }
  std::vector<Drawn> glyphs(Rect within, Face face, float size, Ink ink) const {
    std::vector<Drawn> out;
    for (const Drawn& one : quads)
      if (one.rect.y >= within.y && one.rect.y < within.y + within.h && one.ink == ink &&
          one.is_glyph(face, size))
        out.push_back(one);
    return out;
  }
  const Drawn* bar(float x, float y, float w, float h, Ink ink) const {
    for (const Drawn& one : quads) {
      const Rect& r = one.rect;
      const bool here = std::fabs(r.x - x) < 1.01f && std::fabs(r.y - y) < 1.01f;
      if (here && std::fabs(r.w - w) < 1.01f && std::fabs(r.h - h) < 0.51f && one.ink == ink) return &one;
    }
    return nullptr;
  }
};

const Palette& day() {
  return palette_of(Theme::kDay);
}

// One story with everything that a text can be dressed in.
std::vector<InputFile> rich() {
  Handmade made;
  Article article;
  article.headline = "灯塔重新点亮";
  article.id = make_article_id(article.headline, "");
  article.spans = {made.put(article.headline)};
  const auto add = [&](const std::string& words, BlockKind kind, const std::string& printed = {}) {
    Span span = made.put(printed.empty() ? words : printed);
    article.blocks.push_back(Handmade::block(words, span, kind));
  };
  add("守塔人老周推开铁门，RX7 灯机昨夜亮了。", BlockKind::kParagraph,
      "守塔人**老周**推开*铁门*，*RX7* 灯机昨夜亮了。");
  article.blocks.back().spans.clear();
  article.blocks.back().cuts.clear();
  {  // the words without their stars, as the parser leaves them
    const std::string& text = article.blocks.back().text;
    size_t from = made.text.find("守塔人**");
    for (size_t at = 0, in = from; at < text.size();) {
      while (made.text[in] == '*') ++in;
      size_t end = at;
      while (end < text.size() && made.text[in + (end - at)] != '*') ++end;
      article.blocks.back().spans.push_back(
          {static_cast<uint32_t>(in), static_cast<uint32_t>(in + (end - at))});
      article.blocks.back().cuts.push_back(static_cast<uint32_t>(at));
      in += end - at;
      at = end;
    }
  }
  add("塔上的七年", BlockKind::kSubhead);
  add("光照出三十里[1]远。", BlockKind::kParagraph);
  add("灯是给看不见的人点的。", BlockKind::kQuote);
  add("换下旧灯丝十二根", BlockKind::kList);
  add("月份 开灯 船次", BlockKind::kList);
  add("一月 26 310", BlockKind::kList);
  add("二月 24 9", BlockKind::kList);
  add("老周在塔顶擦拭灯罩", BlockKind::kCaption);
  add("江屿 摄", BlockKind::kCredit);
  made.page.articles = {article};
  Edition edition;
  edition.title = "云麓高新报";
  Page page = made.done("page.md");
  auto source = std::make_shared<Source>(*page.source);
  source->format = "markdown";
  page.source = source;
  edition.pages.push_back(page);
  return {{"edition.json", to_json(edition, -1, SourceText::kWith)}};
}

struct Open {
  Desktop desk;
  std::vector<Rect> block;
  explicit Open(bool columns) {
    desk.host.wishes.reduced_motion = true;
    desk.app->open_files(rich());
    REQUIRE(desk.settle());
    desk.app->go("/a/" + desk.app->edition().pages[0].articles[0].id);
    REQUIRE(desk.settle());
    if (columns) desk.key(ImGuiKey_C);
    for (size_t i = 0; const MirrorNode* node = desk.node("block." + std::to_string(i)); ++i)
      block.push_back(node->rect);
  }
};

}  // namespace

TEST_CASE("bold, italic, emphasis marks and a note's number are drawn in their own faces", "[drawn]") {
  Open open(false);
  REQUIRE(open.block.size() == 10);
  const Picture picture(open.desk);
  const Rect first = open.block[0];
  CHECK(picture.glyphs(first, Face::kSerifBold, 18, day().ink).size() == 2);    // 老周
  CHECK(picture.glyphs(first, Face::kSerifItalic, 18, day().ink).size() == 3);  // RX7
  CHECK(picture.glyphs(first, Face::kSerif, 18, day().ink).size() == 15);
  // A dot stands below each of 铁门, which no face leans.
  std::vector<float> dots;
  for (const ImVec2& at : picture.rest) {
    if (at.y < first.y || at.y > first.y + first.h) continue;
    CHECK(at.y > first.y + 7 + 18);
    bool known = false;
    for (float dot : dots) known = known || std::fabs(dot - at.x) < 9;
    if (!known) dots.push_back(at.x);
  }
  CHECK(dots.size() == 2);
  // [1] is small and stands above the line's middle.
  const std::vector<Drawn> note = picture.glyphs(open.block[2], Face::kSerif, note_size(18), day().ink);
  REQUIRE(note.size() == 3);
  const std::vector<Drawn> plain = picture.glyphs(open.block[2], Face::kSerif, 18, day().ink);
  REQUIRE(plain.size() > 5);
  CHECK(note[0].rect.y + note[0].rect.h < plain[0].rect.y + plain[0].rect.h - 4);
  CHECK(note[0].rect.y <= plain[0].rect.y + 1);
}

TEST_CASE("sub-heads, pull quotes, lists, tables, captions and credits are drawn as such", "[drawn]") {
  for (const bool columns : {false, true}) {
    CAPTURE(columns);
    Open open(columns);
    REQUIRE(open.block.size() == 10);
    const Picture picture(open.desk);
    const Rect everywhere{0, 0, 1440, 900};
    // Heavier and larger than the text, in the middle.
    const std::vector<Drawn> head = picture.glyphs(everywhere, Face::kSansBold, 21, day().ink);
    REQUIRE(head.size() >= 5);
    // The quotation: larger, with a bar of the accent beside each of its lines.
    const std::vector<Drawn> quote = picture.glyphs(everywhere, Face::kSerif, 22, day().ink);
    REQUIRE(quote.size() == 11);
    CHECK(picture.bar(quote[0].rect.x - 20, quote[0].rect.y - 7, 2, 36, day().accent));
    // The entry: a dot before it.
    const std::vector<Drawn> text = picture.glyphs(everywhere, Face::kSerif, 18, day().ink);
    bool dotted = false;
    for (const Drawn& letter : text)
      for (const ImVec2& at : picture.rest)
        dotted = dotted || (at.x < letter.rect.x - 8 && at.x > letter.rect.x - 22 && at.y > letter.rect.y &&
                            at.y < letter.rect.y + 18);
    CHECK(dotted);
    // The table: its heads bold, figures end together, rules as wide as it is.
    const std::vector<Drawn> heads = picture.glyphs(everywhere, Face::kSerifBold, 16, day().ink);
    REQUIRE(heads.size() == 6);
    const std::vector<Drawn> cells = picture.glyphs(everywhere, Face::kSerif, 16, day().ink);
    REQUIRE(cells.size() == 2 + 2 + 3 + 2 + 2 + 1);
    CHECK(std::fabs(cells[6].right() - cells[11].right()) < 1.01f);  // 310 above 9
    const Drawn* below = nullptr;
    for (const Drawn& one : picture.quads)
      if (one.ink == day().ink && one.rect.h <= 1 && one.rect.w > 60 && one.rect.y > cells.back().rect.y &&
          one.rect.y < cells.back().rect.y + 30)
        below = &one;
    REQUIRE(below);
    CHECK(std::fabs(below->right() - cells[6].right()) < 2);
    CHECK(picture.bar(heads[0].rect.x, heads[0].rect.y - 8, below->rect.w, 1, day().ink));
    CHECK(picture.bar(heads[0].rect.x, heads[0].rect.y + 21, below->rect.w, 1, day().hairline));
    // The caption: small and quiet below a short rule, its credit right below it.
    const std::vector<Drawn> note = picture.glyphs(everywhere, Face::kSans, 13, day().soft);
    REQUIRE(note.size() >= 9 + 3);
    const Drawn* frame = nullptr;
    for (const Drawn& one : picture.quads)
      if (one.ink == day().ink && std::fabs(one.rect.w - 96) < 0.6f && one.rect.h <= 1) frame = &one;
    REQUIRE(frame);
    size_t under = 0;
    for (const Drawn& one : note) under += one.rect.y > frame->rect.y && one.rect.y < frame->rect.y + 50;
    CHECK(under == 9 + 3);
  }
}
