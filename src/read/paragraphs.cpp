// One paragraph a line, as vision models write them: every line that is not blank is a Fragment.
#include "read/reader.h"

namespace broadsheet {

namespace {

class ParagraphReader : public Reader {
 public:
  const char* format() const override { return "paragraphs"; }
  double claim(const Source&, const std::vector<SourceLine>&) const override { return 0.3; }
  Reading read(const Source&, const std::vector<SourceLine>& lines) const override {
    Reading reading;
    int blank = 0;
    for (const SourceLine& line : lines) {
      if (line.blank()) {
        ++blank;
        continue;
      }
      Fragment fragment;
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
