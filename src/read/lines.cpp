#include "read/lines.h"

#include "read/measure.h"
#include "text/every.h"

namespace broadsheet {

SourceLine line_at(std::string_view text, Span words) {
  SourceLine line;
  line.all = line.words = words;
  for (size_t at = words.begin; at < words.end;) line.cells += cells_of(every_code_point(text, at));
  return line;
}

int cells_of(char32_t c) {
  if (c < 0x300) return 1;
  if (c < 0x370) return 0;
  if (c < 0x1100) return 1;
  const bool wide = (c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
                    (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
                    (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

std::vector<SourceLine> lines_of(const Source& source) {
  std::vector<SourceLine> lines;
  const std::string& text = source.text;
  SourceLine line;
  bool words = false;
  int cells = 0;  // since the words began, trailing white space included
  uint32_t begin = 0;
  const auto finish = [&](uint32_t end) {
    line.all = {begin, end};
    if (!words) line.words = {begin, begin};
    lines.push_back(line);
    line = {};
    words = false;
    cells = 0;
  };
  for (size_t i = 0; i < text.size();) {
    const auto at = static_cast<uint32_t>(i);
    const char32_t c = every_code_point(text, i);
    if (c > 0x3000 && c <= 0xA4CF) {  // most of all: wide, neither blank nor a line's end
      if (!words) line.words.begin = at;
      words = true;
      line.cells = cells += 2;
      line.words.end = static_cast<uint32_t>(i);
      continue;
    }
    if (c == '\n' || c == '\r' || c == '\f' || c == 0x2028 || c == 0x2029) {
      finish(at);
      if (c == '\r' && i < text.size() && text[i] == '\n') ++i;
      begin = static_cast<uint32_t>(i);
      continue;
    }
    const int width = c == '\t' ? 4 : c == 0xFEFF ? 0 : cells_of(c);
    if (every_is_space(c)) {
      if (words) {
        cells += width;
      } else {
        line.indent += width;
      }
      continue;
    }
    if (!words) line.words.begin = at;
    words = true;
    cells += width;
    line.cells = cells;
    line.words.end = static_cast<uint32_t>(i);
  }
  if (begin < text.size()) finish(static_cast<uint32_t>(text.size()));
  return lines;
}

}  // namespace broadsheet
