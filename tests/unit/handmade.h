// A page put together by hand, so that a test does not depend on what the parser makes of a text.
//
//     Handmade made;
//     article.spans = {made.put("灯塔重新点亮")};
//     made.page.articles = {article};
//     const Page page = made.done("tower.txt");
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "edition/edition.h"

namespace broadsheet {

struct Handmade {
  Page page;
  std::string text;

  // A paragraph more in the source: where it stands.
  Span put(const std::string& words) {
    const auto begin = static_cast<uint32_t>(text.size());
    text += words;
    const Span span{begin, static_cast<uint32_t>(text.size())};
    text += "\n\n";
    return span;
  }
  static Block block(const std::string& words, Span span, BlockKind kind = BlockKind::kParagraph) {
    return {kind, words, {span}, {0}};
  }
  Page done(std::string name) {
    auto source = std::make_shared<Source>();
    source->name = std::move(name);
    source->text = text;
    source->bytes = text.size();
    page.source = source;
    return page;
  }
};

}  // namespace broadsheet
