// The contents: every article of the edition, page by page.
#pragma once

#include "view/desk.h"

namespace broadsheet::view {

struct ContentsState {
  Sheet sheet;
  Scroller scroll;
  int filter = 0;  // 0 all, 1 stories, 2 pictures, 3 briefs
  int generation = -1, filtered = -1;
  float width = 0, text = 0;
  const Words* words = nullptr;
  std::vector<float> tops;  // of each page's section; -1 where the filter leaves nothing of it
};

}  // namespace broadsheet::view
