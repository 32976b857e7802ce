// Words below a picture that a tool printed among the lines of the text beside it.
//
//     const WovenCaptions captions = woven_captions(source, lines, goes_on);
//     lines = captions_laid(source, untangled(captions_off(source, lines, captions)), captions);
//
// Where text stands beside a picture's words, pdftotext writes a line of these and a line of that, or both as
// one line. The photographer's line tells where the words end: from it the lines above are searched upward
// for the words that go on into each other, line by line, where what begins there goes on from nothing above.
#pragma once

#include <cstdint>
#include <vector>

#include "edition/edition.h"
#include "read/go_on.h"
#include "read/lines.h"

namespace broadsheet {

struct WovenCaption {
  std::vector<Span> lines;  // the photographer's last
  uint32_t beside = 0;      // where the text among its lines begins
};
using WovenCaptions = std::vector<WovenCaption>;  // in the order of the dump

WovenCaptions woven_captions(const Source& source, const std::vector<SourceLine>& lines,
                             const JoinScore& join_score);

// `lines` without the words of the captions: what the rest must be untangled from.
std::vector<SourceLine> captions_off(const Source& source, const std::vector<SourceLine>& lines,
                                     const WovenCaptions& captions);

// Each laid behind the block in which the text beside it stands, a blank line around it and another above the
// photographer.
std::vector<SourceLine> captions_laid(const Source& source, const std::vector<SourceLine>& lines,
                                      const WovenCaptions& captions);

}  // namespace broadsheet
