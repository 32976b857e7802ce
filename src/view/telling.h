// The one thing of a story that can stand large on a wall where a picture would: a quotation, or a figure.
//
//     Telling telling = find_telling(article);
//     if (telling.kind == Telling::kQuote) put(telling.text);
//     if (telling.kind == Telling::kFigure) put_large(telling.text), put_small(telling.note);
#pragma once

#include <string>

#include "edition/edition.h"

namespace broadsheet::view {

struct Telling {
  enum Kind { kNone, kQuote, kFigure };
  Kind kind = kNone;
  std::string text;  // a quotation with its marks, or a number with its unit
  std::string note;  // of a figure: the clause that it stands in
};

// The words are the article's own, byte for byte. What stands in the first paragraph, which a plate shows
// anyway, is taken only where there is nothing else.
Telling find_telling(const Article& article);

}  // namespace broadsheet::view
