#include "read/measure.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "text/every.h"
#include "text/script.h"

namespace broadsheet {

double em_of(char32_t c) {
  if (c >= 0x2E80) return 1;
  if (c >= 0x2018 && c <= 0x201D) return 1;
  if (c == 0x2014 || c == 0x2026 || (c >= 0x2460 && c <= 0x27BF)) return 1;
  return .5;
}

double width_of(std::string_view text) {
  double width = 0;
  for (size_t at = 0; at < text.size();) width += em_of(every_code_point(text, at));
  return width;
}

double common_width(std::string_view text, const std::vector<Span>& lines) {
  std::map<int, int> widths;
  for (const Span& line : lines) {
    for (size_t at = line.begin; at < line.end;) {
      const size_t blank = text.substr(at, line.end - at).find(' ');
      const size_t end = blank == std::string_view::npos ? line.end : at + blank;
      const double width = width_of(text.substr(at, end - at));
      if (width >= 6) ++widths[static_cast<int>(std::lround(width))];
      at = end + 1;
    }
  }
  int best = 0;
  double measure = 20;
  for (auto [width, count] : widths) {
    if (count > best) {
      best = count;
      measure = width;
    }
  }
  return measure;
}

bool is_spaced(std::string_view text) {
  const size_t letters =
      every_count(text, [](uint8_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; });
  const size_t printed = every_count(text, [](uint8_t byte) { return byte != ' '; });
  if (letters * 2 > printed) return true;
  const size_t hanzi = every_count(text, [](uint8_t byte) { return byte >= 0xE3 && byte <= 0xE9; });
  if (hanzi * 6 > printed) return false;  // most of it: no need to look further
  const Script script = script_of(text);
  return script != Script::kLatin && sets_blanks(script);
}

}  // namespace broadsheet
