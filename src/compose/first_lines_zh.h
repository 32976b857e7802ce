// What the length of its first line says of a paragraph in an OCR dump: the engine drops the blank that sets
// a first line in, so that such a line is two hanzi short of its column, and one that fills it goes on from
// elsewhere.
//
//     const FirstLines lines(sheet);
//     double nats = lines.goes_on(sheet.pieces[i]);   // > 0: begins in mid-sentence
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

class FirstLines {
 public:
  explicit FirstLines(const Sheet& sheet);
  // 0 for all on pages that set no paragraph in, and where the line's length says nothing.
  double goes_on(const Piece& piece) const;
  // The same as 1, -1 or 0.
  int sign(const Piece& piece) const;

 private:
  enum class Look { kUnknown, kFull, kSetIn };
  Look look(const Fragment& fragment) const;

  const Sheet& sheet_;
  bool set_in_ = false;  // a habit of the page
};

}  // namespace broadsheet
