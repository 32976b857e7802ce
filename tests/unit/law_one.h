// Law 1, counted anew for tests: how often does each byte of the source stand in a span of the page?
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "edition/edition.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

inline void check_law_one(const Page& page) {
  const std::string& text = page.source->text;
  std::vector<int> seen(text.size(), 0);
  size_t wrong = 0;
  const auto mark = [&](const std::vector<Span>& spans) {
    for (const Span& span : spans) {
      wrong += span.begin > span.end || span.end > text.size();
      for (uint32_t i = span.begin; i < span.end && i < text.size(); ++i) ++seen[i];
    }
  };
  for (const Article& article : page.articles) {
    mark(article.spans);
    for (const Byline& by : article.byline) mark(by.spans);
    for (const Block& block : article.blocks) {
      wrong += block.spans.size() != block.cuts.size();
      mark(block.spans);
    }
  }
  for (const Furniture& item : page.furniture) mark(item.spans);
  for (const Duplicate& item : page.duplicates) mark(item.spans);
  for (const Unplaced& item : page.unplaced) mark(item.spans);
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    const bool blank = is_space(next_code_point(text, i));
    for (size_t byte = begin; byte < i && !blank; ++byte) wrong += seen[byte] != 1;
  }
  REQUIRE(wrong == 0);
}

}  // namespace broadsheet
