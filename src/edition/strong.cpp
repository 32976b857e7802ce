#include "edition/strong.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

bool is_star(std::string_view text, size_t at) {
  return text.substr(at, 2) == "**";
}

}  // namespace

std::vector<Span> strong_words(const Block& block, const Source& source) {
  // Characters that are no blanks are the same on both sides, whatever became of the width of punctuation:
  // they are counted from the block's beginning.
  std::vector<Span> counted;
  if (source.format != "markdown") return counted;
  const std::string_view whole = source.text;
  for (const Span& span : block.spans)
    if (span.end > whole.size() || span.begin > span.end) return counted;
  const auto is_mark = [&](const Span& span) {
    return span.end - span.begin == 2 && is_star(whole, span.begin);
  };
  std::vector<Span> marks;  // the parser lists them apart, behind the words
  for (const Span& span : block.spans)
    if (is_mark(span)) marks.push_back(span);
  uint32_t count = 0, open = 0;
  bool inside = false;
  const auto turn = [&] {
    if (inside && count > open) counted.push_back({open, count});
    inside = !inside;
    open = count;
  };
  // A mark of the list with nothing but blanks between it and the words.
  const auto touch = [&](uint32_t begin, uint32_t end, bool before) {
    for (size_t m = 0; m < marks.size(); ++m) {
      const uint32_t from = before ? marks[m].end : end, to = before ? begin : marks[m].begin;
      if (from > to || to - from > 8) continue;
      if (whole.substr(from, to - from).find_first_not_of(" \t\r\n") != std::string_view::npos) continue;
      marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(m));
      turn();
      return;
    }
  };
  for (const Span& span : block.spans) {
    if (is_mark(span)) continue;
    touch(span.begin, span.end, true);
    for (uint32_t at = span.begin; at < span.end; ++at) {
      if (at + 1 < span.end && is_star(whole, at)) {
        ++at;
        turn();
      } else if (!is_blank(whole[at]) && begins_character(whole[at])) {
        ++count;
      }
    }
    touch(span.begin, span.end, false);
  }
  if (counted.empty()) return counted;
  std::vector<Span> found;
  uint32_t seen = 0;
  size_t next = 0;
  const std::string& text = block.text;
  for (uint32_t at = 0; at < text.size(); ++at) {
    if (is_blank(text[at]) || !begins_character(text[at])) continue;
    if (next < counted.size() && seen >= counted[next].begin) {
      uint32_t end = at + 1;
      while (end < text.size() && !begins_character(text[end])) ++end;
      if (seen == counted[next].begin) found.push_back({at, end});
      found.back().end = end;
      if (seen + 1 == counted[next].end) ++next;
    }
    ++seen;
  }
  if (seen != count) found.clear();
  return found;
}

}  // namespace broadsheet
