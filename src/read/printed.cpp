// Printed lines with columns one after another, as mutool, pdftotext and tesseract write them, and as vision
// models do that keep the lines: lines of one measure belong together, a short one ends a paragraph.
#include <algorithm>
#include <array>

#include "read/reader.h"
#include "read/untangle.h"

namespace broadsheet {

namespace {

constexpr int kMaxCells = 80;  // wider lines are paragraphs, not printed lines
constexpr int kSlack = 2;      // a line is full when it misses at most one hanzi (no mark may begin a line)

class PrintedReader : public Reader {
 public:
  const char* format() const override { return "printed"; }

  double claim(const Source&, const std::vector<SourceLine>& lines) const override {
    // Printed lines are many, and most are as wide as a few others.
    std::array<int, kMaxCells + 1> widths{};
    int count = 0;
    for (const SourceLine& line : lines) {
      if (line.blank()) continue;
      ++count;
      if (line.cells <= kMaxCells) ++widths[static_cast<size_t>(line.cells)];
    }
    if (count < 12) return 0;
    int most = 0;
    for (size_t w = 12; w + kSlack < widths.size(); ++w) {
      most = std::max(most, widths[w] + widths[w + 1] + widths[w + 2]);
    }
    const double share = static_cast<double>(most) / count;
    return share > 0.35 ? 0.5 + share / 2 : 0;
  }

  Reading read(const Source& source, const std::vector<SourceLine>& as_given) const override {
    const std::vector<SourceLine> lines = untangled_lines(source, as_given);
    Reading reading;
    reading.printed = true;
    std::vector<const SourceLine*> printed;
    std::vector<int> blanks;
    int blank = 0;
    for (const SourceLine& line : lines) {
      if (line.blank()) {
        ++blank;
        continue;
      }
      printed.push_back(&line);
      blanks.push_back(blank);
      blank = 0;
    }
    const std::vector<int> measures = measures_of(printed);
    for (size_t i = 0; i < printed.size(); ++i) {
      const bool goes_on = i > 0 && measures[i] == measures[i - 1] &&
                           printed[i - 1]->cells + kSlack >= measures[i] && printed[i]->indent < 2;
      if (!goes_on) {
        Fragment fragment;
        fragment.blank_before = blanks[i];
        fragment.measure = static_cast<float>(measures[i]);
        if (!reading.fragments.empty()) reading.fragments.back().blank_after = blanks[i];
        reading.fragments.push_back(fragment);
      }
      Fragment& fragment = reading.fragments.back();
      fragment.lines.push_back(printed[i]->words);
      fragment.ends_full = printed[i]->cells + kSlack >= measures[i];
    }
    if (!reading.fragments.empty()) reading.fragments.back().blank_after = blank;
    return reading;
  }

 private:
  // The measure of each line: the width that the most lines near it come up to.
  static std::vector<int> measures_of(const std::vector<const SourceLine*>& lines) {
    constexpr size_t kNear = 12;
    std::vector<int> out(lines.size(), 0);
    for (size_t i = 0; i < lines.size(); ++i) {
      std::array<int, kMaxCells + 1> widths{};
      const size_t from = i < kNear ? 0 : i - kNear;
      for (size_t k = from; k < std::min(lines.size(), i + kNear); ++k) {
        if (lines[k]->cells <= kMaxCells) ++widths[static_cast<size_t>(lines[k]->cells)];
      }
      int best = 0;
      for (int w = 8; w + 1 <= kMaxCells; ++w) {
        const int here = widths[static_cast<size_t>(w)] + widths[static_cast<size_t>(w - 1)];
        if (here > best) {
          best = here;
          out[i] = w;
        }
      }
      if (lines[i]->cells > out[i] + kSlack) out[i] = lines[i]->cells;
    }
    return out;
  }
};

}  // namespace

const Reader& printed_reader() {
  static const PrintedReader reader;
  return reader;
}

}  // namespace broadsheet
