#include "view/excerpt.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace broadsheet::view {

namespace {

constexpr int kBefore = 30;       // letters; a hanzi is as wide as two
constexpr int kAfter = 1200;      // bytes: more than a panel shows of it
constexpr size_t kMarkup = 6000;  // bytes of mark-up in which as much stands

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

// In mark-up (read/markup.h) the words stand between tags, or as their CONTENT: those of the bytes [at, end),
// on one line.
bool is_markup(const std::string& text) {
  const size_t at = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (at == std::string::npos) return false;
  for (const std::string_view begin : {"<?xml", "<!", "<html", "<HTML", "<alto", "<PcGts", "<doc"}) {
    if (std::string_view(text).substr(at).starts_with(begin)) return true;
  }
  return false;
}

std::string told(const std::string& text, size_t at, size_t end) {
  static constexpr std::string_view kContent = "CONTENT=";
  std::string out;
  const auto put = [&](std::string_view words) {
    for (char c : words) {
      const bool blank = c == ' ' || ends_line(c);
      // Engines set a blank between hanzi.
      if (!blank && (c & 0x80) != 0 && out.size() > 1 && out.back() == ' ' &&
          (out[out.size() - 2] & 0x80) != 0)
        out.pop_back();
      if (!blank || (!out.empty() && out.back() != ' ')) out.push_back(blank ? ' ' : c);
    }
  };
  const size_t open = text.rfind('<', at);
  bool inside = at > 0 && open != std::string::npos && text.find('>', open) >= at && text[at] != '<';
  while (at < end) {
    if (!inside && text[at] != '<') {
      const size_t to = std::min(end, text.find('<', at));
      put(std::string_view(text).substr(at, to - at));
      at = to;
      continue;
    }
    const size_t close = std::min(text.find('>', at), end);
    const std::string_view tag = std::string_view(text).substr(at, close - at);
    const size_t content = inside ? 0 : tag.find(kContent);
    if (content != std::string_view::npos) {
      const size_t skip = inside ? 0 : std::min(tag.size(), content + kContent.size() + 1);  // the mark, too
      const char mark = skip > 0 ? tag[skip - 1] : '"';
      const std::string_view words = tag.substr(skip);
      const size_t quote = words.find_first_of(skip > 0 ? std::string_view(&mark, 1) : "\"'");
      if (!inside || quote != std::string_view::npos) put(words.substr(0, quote));
    }
    inside = false;
    at = close + 1;
  }
  return out;
}

}  // namespace

std::string words_before(const std::string& text, size_t at) {
  if (is_markup(text)) {
    at = std::min(at, text.size());
    const size_t open = text.find('<', at - std::min<size_t>(at, kMarkup));
    const std::string words = told(text, std::min(open, at), at);
    return words.starts_with('<') ? words : words_before(words, words.size());
  }
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
  if (is_markup(text)) {
    const std::string words = told(text, std::min(at, end), std::min(end, at + kMarkup));
    return words.starts_with('<') ? words : words_after(words, 0);
  }
  while (at < end && ends_line(text[at])) ++at;
  size_t i = at;
  while (i < end && (i - at < kAfter || is_trail_byte(text[i])) && !ends_line(text[i])) ++i;
  return text.substr(std::min(at, end), i - at);
}

}  // namespace broadsheet::view
