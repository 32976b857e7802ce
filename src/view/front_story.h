// The parts that a front page is put together from: a story with its head and the beginning of its text, a
// picture note, a brief. front_page.cpp arranges them.
#pragma once

#include <vector>

#include "view/front.h"
#include "view/telling.h"

namespace broadsheet::view {

inline constexpr float kColumnGap = 32;

struct Story {
  const Article* article;
  double weight;
};

struct StoryWriter {
  Desk& desk;
  Sheet& sheet;
  Setting set;
  Scale scale;
  const Words& words;
  float width;  // of the page

  std::string id_of(const Article& article) const;
  // Text of the story poured into columns, at most `lines` each; a little shorter where the text is. Returns
  // the bottom.
  float pour(const Article& article, float x, float y, float w, int columns, int lines);
  // Kicker, head, deck and byline. `dry` measures only.
  float heads(const Article& article, TextStyle head, float x, float y, float w, bool lead, bool dry);
  void begin_story(const Article& article);
  void end_story(size_t target, float x, float y, float w, float bottom);
  float story(const Article& article, TextStyle head, float x, float y, float w, int columns, int lines,
              bool lead);
  // A picture that the dump does not have: its caption as a framed note.
  float picture(const Article& article, float x, float y, float w);
  // A quotation or a figure of the lead, large, where a picture would stand.
  float pull(const Telling& telling, float x, float y, float w);
  float brief_list(const std::vector<Story>& briefs, float x, float y, float w);
  float brief(const Article& article, float x, float y, float w);
};

}  // namespace broadsheet::view
