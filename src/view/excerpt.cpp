#include "view/excerpt.h"

#include <algorithm>

#include "text/utf8.h"

namespace broadsheet::view {

namespace {

constexpr int kBefore = 30;   // letters; a hanzi is as wide as two
constexpr int kAfter = 1200;  // bytes: more than a panel shows of it

bool of_word(char c) {
  return c > ' ' && c < 0x7f;
}

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

// Whether a cut at the byte would part an English word.
bool parts_word(const std::string& text, size_t at) {
  return at > 0 && at < text.size() && of_word(text[at - 1]) && of_word(text[at]);
}

}  // namespace

std::string words_before(const std::string& text, size_t at) {
  size_t end = std::min(at, text.size());
  while (end > 0 && ends_line(text[end - 1])) --end;
  size_t i = end;
  for (int room = kBefore; i > 0 && room > 0 && !ends_line(text[i - 1]);) {
    room -= of_word(text[i - 1]) || text[i - 1] == ' ' ? 1 : 2;
    do --i;
    while (i > 0 && is_trail_byte(text[i]));
  }
  while (i < end && (parts_word(text, i) || text[i] == ' ')) ++i;
  return (i > 0 && !ends_line(text[i - 1]) ? "…" : "") + text.substr(i, end - i);
}

std::string words_after(const std::string& text, size_t at, size_t end) {
  end = std::min(end, text.size());
  while (at < end && ends_line(text[at])) ++at;
  size_t i = at;
  while (i < end && (i - at < kAfter || is_trail_byte(text[i])) && !ends_line(text[i])) ++i;
  return text.substr(std::min(at, end), i - at);
}

}  // namespace broadsheet::view
