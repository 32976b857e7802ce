// A page taken apart into pieces that can be moved: what `apply` works on.
//
// Every non-blank byte of the source is in one Piece of one Unit, before and after every operation: that is
// how law 1 is kept. take_apart and put_together are inverse to each other up to what an operation touched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {
// Its own names for pieces and stories: compose has others of the same name.
inline namespace corrections {

struct Piece {
  Span span;
  std::string text;             // as it is shown, the blank behind it included
  uint32_t glued = UINT32_MAX;  // where the piece ends that it meets as it is, without another blank
};

// A block, a head line, a signature, a piece of furniture: something with one role.
struct Unit {
  std::string role;
  std::vector<Piece> pieces;
  std::string whole;  // the text as the parser set it; empty once an operation has touched the pieces
  Byline by;          // for role byline: the name that has the line's bytes
  std::vector<Byline> others;  // for role byline: the line's further names
  std::string kind;            // for role furniture: folio, masthead, …
  std::string of_article;      // for role duplicate
  int of_block = -1;
  std::string text() const;  // `whole`, or the pieces one after another
};

struct Story {
  Article frame;  // id, kind, dateline, repairs, continues; its text lives in `units`
  std::vector<Unit> units;
  std::vector<Byline> loose_byline;  // names that stand inside paragraphs
};

struct Pieces {
  std::vector<Story> stories;
  std::vector<Unit> aside;  // furniture, advertisements, duplicates, unplaced
};

// Where a byte is. `story` is -1 for what stands aside.
struct Place {
  int story = -1;
  size_t unit = 0;
  size_t piece = 0;
};

Pieces take_apart(const Page& page);
// Fills the page's articles, furniture, duplicates and unplaced; keeps its source and language.
void put_together(const Pieces& pieces, Page& page);

// The piece that holds byte `at`, or the first piece after it within the same stretch of blanks.
std::optional<Place> find(const Pieces& pieces, const Source& source, uint32_t at);
std::vector<Unit>& units_of(Pieces& pieces, int story);

// Cuts the piece that holds byte `at` in two there; `at` is then the beginning of a piece. False where no
// piece holds it.
bool cut(Pieces& pieces, const Source& source, uint32_t at);

// Byte offset in `text` that corresponds to byte `offset` of `source`, where `text` is `source` as shown
// (white space dropped or added, widths folded, marks left out). Always at a code point boundary.
size_t shown_offset(std::string_view source, std::string_view text, size_t offset);

}  // namespace corrections
}  // namespace broadsheet
