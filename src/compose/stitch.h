// Which piece goes on where: scores every open end against every open start, then chooses globally.
#pragma once

#include <string_view>

#include "compose/sheet.h"

namespace broadsheet {

// Marks copies; fills open_start, open_end, previous, next and link of paragraphs, and sheet.chains.
void stitch(Sheet& sheet);

// What one language knows about ends. One file a language.
class Seams {
 public:
  virtual ~Seams() = default;
  // Does the text stop in mid-sentence?
  virtual bool open_end(const Piece& piece) const = 0;
  // Log-odds that the text begins in mid-sentence and not a paragraph, by itself.
  virtual double open_start(const Piece& piece) const = 0;
  // Log-odds that `right` goes on from `left` in mid-sentence, by their texts alone.
  virtual double continuation(const Piece& left, const Piece& right) const = 0;
  // Only a story's first paragraph begins like this.
  virtual bool is_lead(const Piece& piece) const = 0;
};
const Seams& seams_zh();
const Seams& seams_en();

}  // namespace broadsheet
