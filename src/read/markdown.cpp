// Paragraphs with Markdown marks: "## head", "**bold**", "![alt](path)", "---", "> quote".
#include <string_view>

#include "read/reader.h"

namespace broadsheet {

namespace {

struct Marked {
  int headings = 0;
  int images = 0;
  int bolds = 0;
};

int heading_level(std::string_view words) {
  size_t n = 0;
  while (n < words.size() && words[n] == '#') ++n;
  return n >= 1 && n <= 6 && n < words.size() && (words[n] == ' ' || words[n] == '\t') ? static_cast<int>(n)
                                                                                       : 0;
}

bool is_rule(std::string_view words) {
  if (words.size() < 3) return false;
  const char mark = words[0];
  if (mark != '-' && mark != '*' && mark != '_' && mark != '=') return false;
  for (char c : words) {
    if (c != mark && c != ' ') return false;
  }
  return true;
}

// "![alt](path)" as a whole line: where the alternative text stands; false where it is none.
bool image_alt(std::string_view words, size_t& begin, size_t& end) {
  if (words.substr(0, 2) != "![") return false;
  const size_t close = words.find("](");
  if (close == std::string_view::npos || words.back() != ')') return false;
  begin = 2;
  end = close;
  return true;
}

class MarkdownReader : public Reader {
 public:
  const char* format() const override { return "markdown"; }

  double claim(const Source& source, const std::vector<SourceLine>& lines) const override {
    Marked seen;
    for (const SourceLine& line : lines) {
      const std::string_view words = text_of(source, line.words);
      size_t a = 0;
      size_t b = 0;
      if (heading_level(words) > 0) ++seen.headings;
      if (image_alt(words, a, b)) ++seen.images;
      if (words.size() > 4 && words.substr(0, 2) == "**" && words.substr(words.size() - 2) == "**")
        ++seen.bolds;
    }
    return seen.headings + seen.images + seen.bolds > 0 ? 0.6 : 0;
  }

  Reading read(const Source& source, const std::vector<SourceLine>& lines) const override {
    Reading reading = paragraph_reader().read(source, lines);
    for (Fragment& fragment : reading.fragments) mark(source, fragment);
    return reading;
  }

 private:
  static std::string_view text_of(const Source& source, Span span) {
    return std::string_view(source.text).substr(span.begin, span.end - span.begin);
  }

  static void mark(const Source& source, Fragment& fragment) {
    Span& line = fragment.lines[0];
    std::string_view words = text_of(source, line);
    const auto cut_front = [&](size_t n) {
      fragment.marks.push_back({line.begin, line.begin + static_cast<uint32_t>(n)});
      line.begin += static_cast<uint32_t>(n);
      while (line.begin < line.end && (source.text[line.begin] == ' ' || source.text[line.begin] == '\t'))
        ++line.begin;
      words = text_of(source, line);
    };
    const auto cut_back = [&](size_t n) {
      fragment.marks.push_back({line.end - static_cast<uint32_t>(n), line.end});
      line.end -= static_cast<uint32_t>(n);
      words = text_of(source, line);
    };
    if (is_rule(words)) {
      fragment.rule = true;
      fragment.marks.push_back(line);
      fragment.lines.clear();
      return;
    }
    size_t a = 0;
    size_t b = 0;
    if (image_alt(words, a, b)) {
      fragment.image = true;
      cut_back(words.size() - b);
      cut_front(a);
      if (line.begin == line.end) fragment.lines.clear();
      return;
    }
    fragment.heading = heading_level(words);
    if (fragment.heading > 0) cut_front(static_cast<size_t>(fragment.heading));
    if (words.size() > 4 && words.substr(0, 2) == "**" && words.substr(words.size() - 2) == "**" &&
        words.find("**", 2) == words.size() - 2) {
      fragment.bold = true;
      cut_back(2);
      cut_front(2);
    }
    // Emphasis inside a paragraph: marks within the line.
    for (size_t at = words.find("**"); at != std::string_view::npos; at = words.find("**", at + 2)) {
      const uint32_t from = line.begin + static_cast<uint32_t>(at);
      fragment.marks.push_back({from, from + 2});
    }
  }
};

}  // namespace

const Reader& markdown_reader() {
  static const MarkdownReader reader;
  return reader;
}

}  // namespace broadsheet
