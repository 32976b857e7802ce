// Law 1 by other means than the product's own account: marks bytes, and stops the fuzzer where one is left or
// marked twice.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "edition/edition.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

class Once {
 public:
  explicit Once(const std::string& text) : text_(text), marks_(text.size(), 0) {}

  void mark(const std::vector<Span>& spans) {
    for (const Span& span : spans) {
      if (span.begin > span.end || span.end > text_.size()) stop("a span lies outside the text", span.begin);
      for (uint32_t i = span.begin; i < span.end; ++i) ++marks_[i];
    }
  }

  // Every byte that is not white space has exactly one mark.
  void check() const {
    for (size_t at = 0; at < text_.size();) {
      const size_t begin = at;
      const bool space = is_space(next_code_point(text_, at));
      for (size_t i = begin; i < at && !space; ++i) {
        if (marks_[i] == 0) stop("a byte is in no span", i);
        if (marks_[i] > 1) stop("a byte is in more than one span", i);
      }
    }
  }

 private:
  [[noreturn]] static void stop(const char* what, size_t at) {
    std::fprintf(stderr, "%s: byte %zu\n", what, at);
    std::abort();
  }

  const std::string& text_;
  std::vector<unsigned> marks_;
};

inline void mark_page(Once& once, const Page& page) {
  for (const Article& article : page.articles) {
    once.mark(article.spans);
    for (const Byline& by : article.byline) once.mark(by.spans);
    for (const Block& block : article.blocks) once.mark(block.spans);
  }
  for (const Furniture& item : page.furniture) once.mark(item.spans);
  for (const Duplicate& item : page.duplicates) once.mark(item.spans);
  for (const Unplaced& item : page.unplaced) once.mark(item.spans);
}

}  // namespace broadsheet
