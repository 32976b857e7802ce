#include "view/front_story.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::view {

std::string StoryWriter::id_of(const Article& article) const {
  return "article." + article.id;
}

float StoryWriter::pour(const Article& article, float x, float y, float w, int columns, int lines) {
  float gap = kColumnGap * std::min(1.4f, scale.text);
  TextStyle style = scale.excerpt();
  float column = (w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  if (column < 15 * style.size) style.justify = column > 9 * style.size;
  std::vector<Layout> paragraphs;
  std::vector<const std::string*> texts;
  int want = columns * lines, have = 0;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::kParagraph && block.kind != BlockKind::kQuote &&
        (block.kind != BlockKind::kList || block.text.find('|') != std::string::npos))
      continue;
    if (have >= want) break;
    paragraphs.push_back(set.setter.set(block.text, style, column));
    texts.push_back(&block.text);
    have += static_cast<int>(paragraphs.back().lines.size());
  }
  if (have > want && !paragraphs.empty()) {
    TextStyle cut = style;
    cut.max_lines = static_cast<int>(paragraphs.back().lines.size()) - (have - want);
    paragraphs.back() = set.setter.set(*texts.back(), cut, column);
    have = want;
  }
  int each = std::min(lines, (have + columns - 1) / columns);
  float bottom = y;
  int col = 0, row = 0;
  for (size_t p = 0; p < paragraphs.size(); ++p) {
    Layout& layout = paragraphs[p];
    size_t from = 0, n = layout.lines.size();
    while (from < n) {
      if (row >= each && col + 1 < columns) {
        ++col;
        row = 0;
      }
      size_t room = static_cast<size_t>(std::max(1, each - row));
      size_t take = col + 1 == columns ? n - from : std::min(room, n - from);
      Piece piece;
      piece.x = x + static_cast<float>(col) * (column + gap);
      piece.y = y + static_cast<float>(row) * style.line_height;
      piece.from = from;
      piece.to = from + take;
      piece.words = *texts[p];
      piece.spoken = from == 0;
      piece.layout = layout;
      bottom = std::max(bottom, piece.bottom());
      sheet.pieces.push_back(std::move(piece));
      from += take;
      row += static_cast<int>(take);
    }
  }
  sheet.height = std::max(sheet.height, bottom);
  return bottom;
}

float StoryWriter::heads(const Article& article, TextStyle head, float x, float y, float w, bool lead,
                         bool dry) {
  bool centre = head.centre;
  auto put = [&](std::string_view text, TextStyle style, Tone tone, float at, Role role, int level) {
    if (text.empty()) return at;
    style.centre = centre;
    if (dry) return at + set.height(text, style, w);
    return set.put(text, style, tone, x, at, w, role, level);
  };
  float bottom = put(article.kicker, scale.kicker(), Tone::kAccent, y, Role::kText, 0);
  if (!article.kicker.empty()) bottom += lead ? 6 : 2;
  size_t index = sheet.pieces.size();
  std::string title = headline_of(article, words);
  bottom = put(title, head, Tone::kInk, bottom, Role::kHeading, lead ? 2 : 3);
  if (!dry) sheet.targets.back().underline = static_cast<int>(index);
  if (!article.deck.empty()) {
    TextStyle deck = scale.deck();
    if (!lead) {
      deck.size = scale.px(15);
      deck.line_height = scale.px(23);
    }
    bottom = put(article.deck, deck, Tone::kSoft, bottom + (lead ? 8 : 4), Role::kText, 0);
  }
  std::string by = byline_of(article, lead);
  if (lead) {
    std::string length = length_of(extent_of(article), desk), both = by;
    if (!by.empty()) both += " · ";
    both += length;
    if (!by.empty() && set.setter.width(both, scale.meta()) > w)  // not torn in the middle of a number
      bottom = put(by, scale.meta(), Tone::kSoft, bottom + 6, Role::kText, 0) - 6;
    else
      length = std::move(both);
    by = std::move(length);
  }
  bottom = put(by, scale.meta(), Tone::kSoft, bottom + (lead ? 6 : 4), Role::kText, 0);
  return bottom + (lead ? 14 : 8);
}

void StoryWriter::begin_story(const Article& article) {
  set.link(id_of(article), headline_of(article, words), {}, -1);
}

void StoryWriter::end_story(size_t target, float x, float y, float w, float bottom) {
  sheet.targets[target].rect = {x, y, w, bottom - y};
}

float StoryWriter::story(const Article& article, TextStyle head, float x, float y, float w, int columns,
                         int lines, bool lead) {
  size_t target = sheet.targets.size();
  begin_story(article);
  float bottom = heads(article, head, x, y, w, lead, false);
  bottom = pour(article, x, bottom, w, columns, lines);
  end_story(target, x, y, w, bottom);
  return bottom;
}

float StoryWriter::picture(const Article& article, float x, float y, float w) {
  size_t target = sheet.targets.size();
  begin_story(article);
  set.across(x, y, w, Tone::kInk, 2);
  float inner = y + 14;
  float bottom = set.put(words.untitled_photo, scale.meta(), Tone::kAccent, x, inner, w) + 4;
  size_t index = sheet.pieces.size();
  if (!article.headline.empty()) {
    bottom = set.put(article.headline, scale.brief_head(), Tone::kInk, x, bottom, w, Role::kHeading, 3) + 4;
    sheet.targets[target].underline = static_cast<int>(index);
  }
  TextStyle note = scale.excerpt();
  note.indent = 0;
  note.justify = w > 16 * note.size;
  note.max_lines = w < 24 * note.size ? 8 : 5;
  for (const Block& block : article.blocks) {
    bottom = set.put(block.text, note, Tone::kInk, x, bottom, w);
    if (block.kind != BlockKind::kCredit) break;
  }
  std::string by = byline_of(article, true);
  if (!by.empty()) bottom = set.put(by, scale.meta(), Tone::kSoft, x, bottom + 6, w);
  bottom += 14;
  if (w < width - 1) set.across(x, bottom, w, Tone::kHairline);
  end_story(target, x, y, w, bottom);
  return bottom;
}

float StoryWriter::pull(const Telling& telling, float x, float y, float w) {
  set.across(x, y, w, Tone::kAccent, 2);
  TextStyle large = scale.quote();
  if (telling.kind == Telling::kFigure) {
    large.face = Face::kSansBold;
    large.size = scale.px(54);
    large.line_height = scale.px(68);
  }
  float bottom = set.put(telling.text, large, Tone::kInk, x, y + 16, w);
  sheet.pieces.back().spoken = false;  // the story says it
  if (telling.kind == Telling::kFigure && !telling.note.empty()) {
    bottom = set.put(telling.note, scale.note(), Tone::kSoft, x, bottom + 4, w);
    sheet.pieces.back().spoken = false;
  }
  set.across(x, bottom + 16, w, Tone::kHairline);
  return bottom + 17;
}

float StoryWriter::brief_list(const std::vector<Story>& briefs, float x, float y, float w) {
  set.across(x, y, w, Tone::kInk, 2);
  float bottom = set.put(words.brief, scale.meta(), Tone::kAccent, x, y + 14, w) + 4;
  for (size_t i = 0; i < briefs.size(); ++i) {
    if (i > 0) set.across(x, bottom + 6, w, Tone::kHairline);
    bottom = brief(*briefs[i].article, x, bottom + (i > 0 ? 16 : 0), w);
  }
  return bottom;
}

float StoryWriter::brief(const Article& article, float x, float y, float w) {
  size_t target = sheet.targets.size();
  begin_story(article);
  TextStyle head = scale.brief_head();
  head.size = scale.px(17);
  head.line_height = scale.px(25);
  size_t index = sheet.pieces.size();
  float bottom = y;
  if (!article.headline.empty()) {
    bottom = set.put(article.headline, head, Tone::kInk, x, y, w, Role::kHeading, 3) + 2;
    sheet.targets[target].underline = static_cast<int>(index);
  }
  TextStyle text = scale.excerpt();
  text.size = scale.px(15);
  text.line_height = scale.px(24);
  text.indent = 0;
  text.max_lines = article.headline.empty() ? 4 : 2;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::kParagraph) continue;
    bottom = set.put(block.text, text, Tone::kInk, x, bottom, w);
    break;
  }
  end_story(target, x, y, w, bottom);
  return bottom;
}

}  // namespace broadsheet::view
