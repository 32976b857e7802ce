#include "read/measure.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "text/every.h"

namespace broadsheet {

char32_t next_point(std::string_view text, size_t& at) {
  auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  unsigned b = byte(at);
  int more = b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : b >= 0xC2 ? 1 : 0;
  if (b < 0xC2 || b > 0xF4) more = 0;
  char32_t c = more == 3 ? b & 7U : more == 2 ? b & 15U : more == 1 ? b & 31U : b;
  for (int i = 1; i <= more; ++i) {
    unsigned n = byte(at + static_cast<size_t>(i));
    if ((n & 0xC0U) != 0x80U) {
      ++at;
      return b;
    }
    c = (c << 6U) | (n & 63U);
  }
  at += static_cast<size_t>(more) + 1;
  return c;
}

double em_of(char32_t c) {
  if (c >= 0x2E80) return 1;
  if (c >= 0x2018 && c <= 0x201D) return 1;
  if (c == 0x2014 || c == 0x2026 || (c >= 0x2460 && c <= 0x27BF)) return 1;
  return .5;
}

double width_of(std::string_view text) {
  double width = 0;
  for (size_t at = 0; at < text.size();) width += em_of(next_point(text, at));
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
  return letters * 2 > printed;
}

}  // namespace broadsheet
