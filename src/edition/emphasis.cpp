#include "edition/emphasis.h"

#include <algorithm>
#include <cstddef>

#include "text/utf8.h"

namespace broadsheet {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Of each byte of the block's lines, what emphasis_in says. Most blocks lie on one line.
class Lines {
 public:
  explicit Lines(const std::string& text) : text_(text) {}
  char at(size_t byte) {
    if (byte < begin_ || byte >= begin_ + flags_.size()) {
      const size_t before = byte == 0 ? std::string::npos : text_.rfind('\n', byte - 1);
      begin_ = before == std::string::npos ? 0 : before + 1;
      const size_t end = std::min(text_.find('\n', byte), text_.size() - 1);
      flags_ = emphasis_in(std::string_view(text_).substr(begin_, end + 1 - begin_));
    }
    return flags_[byte - begin_];
  }

 private:
  const std::string& text_;
  size_t begin_ = 0;
  std::string flags_;
};

}  // namespace

std::string emphasis_in(std::string_view line) {
  std::string flags(line.size(), 0);
  if (line.find('*') == line.npos && line.find('_') == line.npos) return flags;
  size_t open[2][3] = {};  // by sign and by how many: one past where the open mark begins, 0: none is open
  for (size_t at = 0; at < line.size();) {
    const char sign = line[at];
    size_t end = at + 1;
    while (end < line.size() && line[end] == sign) ++end;
    const size_t n = end - at;
    const char before = at > 0 ? line[at - 1] : ' ', after = end < line.size() ? line[end] : ' ';
    const bool mark = (sign == '*' || sign == '_') && n <= 3 && before != '\\';
    // Inside a word 3*4*5 and some_long_name mean themselves; two stars never do.
    const bool loose = sign == '*' && n > 1;
    const bool opens = mark && !is_blank(after) && (loose || !is_letter(before));
    const bool closes = mark && !is_blank(before) && (loose || !is_letter(after));
    size_t& from = open[sign == '_'][mark ? n - 1 : 0];
    if (closes && from > 0 && from - 1 + n < at) {
      for (size_t i = from - 1; i < end; ++i) {
        const bool inside = i >= from - 1 + n && i < at;
        flags[i] = static_cast<char>(flags[i] | (!inside ? kMark
                                                         : static_cast<char>(n == 1   ? kLean
                                                                             : n == 2 ? kStrong
                                                                                      : kStrong | kLean)));
      }
      from = 0;
    } else if (opens) {
      from = at + 1;
    }
    at = end;
  }
  return flags;
}

std::vector<Emphasis> emphasis_of(const Block& block, const Source& source) {
  // Characters that are no blanks are the same on both sides, whatever became of the width of punctuation:
  // they are counted from the block's beginning.
  std::vector<Emphasis> found;
  if (source.format != "markdown") return found;
  const std::string& whole = source.text;
  std::string flags;  // one a character
  Lines lines(whole);
  bool any = false;
  for (const Span& span : block.spans) {
    if (span.end > whole.size() || span.begin > span.end) return found;
    const bool sign = span.end - span.begin == 1 &&
                      std::string_view("|>-*+").find(whole[span.begin]) != std::string_view::npos;
    if (sign && &span != &block.spans.front())
      continue;  // what began the line: the reader lists it behind the words
    for (uint32_t at = span.begin; at < span.end; ++at) {
      if (is_blank(whole[at]) || is_trail_byte(whole[at])) continue;
      const char flag = lines.at(at);
      any = any || flag != 0;
      if ((flag & kMark) == 0) flags.push_back(flag);
    }
  }
  if (!any) return found;
  const std::string& text = block.text;
  size_t seen = 0;
  for (uint32_t at = 0; at < text.size(); ++at) {
    if (is_blank(text[at]) || is_trail_byte(text[at])) continue;
    const char flag = seen < flags.size() ? flags[seen] : 0;
    const bool goes_on = seen > 0 && seen <= flags.size() && flags[seen - 1] == flag;
    ++seen;
    if (flag == 0) continue;
    uint32_t end = at + 1;
    while (end < text.size() && is_trail_byte(text[end])) ++end;
    if (!goes_on) found.push_back({at, end, (flag & kStrong) != 0, (flag & kLean) != 0});
    found.back().end = end;
  }
  if (seen != flags.size()) found.clear();
  return found;
}

}  // namespace broadsheet
