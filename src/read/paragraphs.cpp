// One paragraph a line, as vision models write them: every line that is not blank is a Fragment, but for the
// letters of a head set upright, which are one.
#include "read/reader.h"
#include "read/upright_lines.h"

namespace broadsheet {

namespace {

class ParagraphReader : public Reader {
 public:
  const char* format() const override { return "paragraphs"; }
  double claim(const Source&, const std::vector<SourceLine>&) const override { return 0.3; }
  Reading read(const Source& source, const std::vector<SourceLine>& given) const override {
    Reading reading;
    std::vector<SourceLine> lines = given;
    mark_uprights(source.text, lines);
    int upright = 0;
    int blank = 0;
    for (const SourceLine& line : lines) {
      if (line.blank()) {
        ++blank;
        continue;
      }
      if (line.upright > 0 && line.upright == upright) {
        reading.fragments.back().lines.push_back(line.words);
        blank = 0;
        continue;
      }
      upright = line.upright;
      Fragment fragment;
      fragment.heading = upright > 0 ? 1 : 0;
      fragment.lines.push_back(line.words);
      fragment.blank_before = blank;
      fragment.indented = line.indent >= 2 && line.indent <= 8;
      if (!reading.fragments.empty()) reading.fragments.back().blank_after = blank;
      reading.fragments.push_back(std::move(fragment));
      blank = 0;
    }
    if (!reading.fragments.empty()) reading.fragments.back().blank_after = blank;
    return reading;
  }
};

}  // namespace

const Reader& paragraph_reader() {
  static const ParagraphReader reader;
  return reader;
}

}  // namespace broadsheet
