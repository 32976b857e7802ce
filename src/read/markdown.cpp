// Paragraphs with Markdown marks: "## head", "**bold**", "*leaning*", "![alt](path)", "---", "> quote",
// "- entry", "| row | of a table |", "```".
#include <string_view>

#include "edition/emphasis.h"
#include "read/reader.h"

namespace broadsheet {

namespace {

struct Marked {
  int headings = 0;
  int images = 0;
  int bolds = 0;
  int tables = 0;
  int fences = 0;
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

// "```text": a model's fence around what it was asked for.
bool is_fence(std::string_view words) {
  constexpr size_t kLongest = 14;
  return words.size() <= kLongest && words.substr(0, 3) == "```" && words.find(' ') == std::string_view::npos;
}

// "[Photo: Firemen at the mill.]", "[图：…]": what a model says of a picture.
bool is_picture_note(std::string_view words) {
  if (words.front() != '[' || words.back() != ']') return false;
  for (std::string_view start : {"[Photo", "[Image", "[Picture", "[图"}) {
    if (words.substr(0, start.size()) == start) return true;
  }
  return false;
}

// "|---|:--:|": the line below the heads of a table.
bool is_table_rule(std::string_view words) {
  return words.size() > 4 && words.find('|') != std::string_view::npos &&
         words.find("--") != std::string_view::npos &&
         words.find_first_not_of("|-: \t") == std::string_view::npos;
}

// Bytes of the sign that a quotation or an entry of a list begins with, its blank left out.
size_t opening_sign(std::string_view words) {
  if (words.size() < 3) return 0;
  if (words[0] == '>') return words.find_first_not_of("> ") != std::string_view::npos ? 1 : 0;
  return (words[0] == '-' || words[0] == '*' || words[0] == '+') && words[1] == ' ' ? 1 : 0;
}

// "1. entry", "2) entry": the number is read.
bool opens_with_number(std::string_view words) {
  size_t at = 0;
  while (at < words.size() && at < 3 && words[at] >= '0' && words[at] <= '9') ++at;
  return at > 0 && at + 1 < words.size() && (words[at] == '.' || words[at] == ')') && words[at + 1] == ' ';
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
      if (is_table_rule(words)) ++seen.tables;
      if (is_fence(words)) ++seen.fences;
      if (words.size() > 4 && words.substr(0, 2) == "**" && words.substr(words.size() - 2) == "**")
        ++seen.bolds;
    }
    return seen.headings + seen.images + seen.bolds + seen.tables + seen.fences > 0 ? 0.6 : 0;
  }

  Reading read(const Source& source, const std::vector<SourceLine>& lines) const override {
    Reading reading = paragraph_reader().read(source, lines);
    for (Fragment& fragment : reading.fragments) mark(source, fragment);
    mark_tables(source, reading.fragments);
    return reading;
  }

 private:
  static std::string_view text_of(const Source& source, Span span) {
    return std::string_view(source.text).substr(span.begin, span.end - span.begin);
  }

  // The lines around a table's rule that have bars in them are its rows; bars at both ends are marks.
  static void mark_tables(const Source& source, std::vector<Fragment>& fragments) {
    const auto row = [&](size_t i) {
      Fragment& fragment = fragments[i];
      if (fragment.lines.empty() || fragment.apart == Apart::kRow) return false;
      Span& line = fragment.lines[0];
      std::string_view words = text_of(source, line);
      if (words.find('|') == std::string_view::npos) return false;
      fragment.apart = Apart::kRow;
      const auto cut = [&](uint32_t at) { fragment.marks.push_back({at, at + 1}); };
      if (words.front() == '|') cut(line.begin++);
      if (words.back() == '|' && line.end > line.begin) cut(--line.end);
      const auto blank = [&](uint32_t at) { return source.text[at] == ' ' || source.text[at] == '\t'; };
      while (line.begin < line.end && blank(line.begin)) ++line.begin;
      while (line.begin < line.end && blank(line.end - 1)) --line.end;
      if (line.begin == line.end) fragment.lines.clear();
      return true;
    };
    for (size_t i = 1; i + 1 < fragments.size(); ++i) {
      if (!fragments[i].rule || !is_table_rule(text_of(source, fragments[i].marks[0])) || !row(i - 1))
        continue;
      while (i + 1 < fragments.size() && row(i + 1)) ++i;
    }
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
    if (is_rule(words) || is_table_rule(words) || is_fence(words)) {
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
    fragment.caption = is_picture_note(words);
    fragment.heading = heading_level(words);
    if (fragment.heading > 0) cut_front(static_cast<size_t>(fragment.heading));
    if (words.size() > 4 && words.substr(0, 2) == "**" && words.substr(words.size() - 2) == "**" &&
        words.find("**", 2) == words.size() - 2) {
      fragment.bold = true;
      cut_back(2);
      cut_front(2);
    }
    if (size_t sign = fragment.heading > 0 ? 0 : opening_sign(words)) {
      fragment.apart = words[0] == '>' ? Apart::kQuote : Apart::kItem;
      cut_front(sign);
    } else if (fragment.heading == 0 && opens_with_number(words)) {
      fragment.apart = Apart::kItem;
    }
    // Emphasis inside a paragraph: marks within the line.
    const std::string flags = emphasis_in(words);
    for (size_t at = 0; at < flags.size();) {
      size_t end = at + 1;
      const bool is_mark = (flags[at] & kMark) != 0;
      while (end < flags.size() && ((flags[end] & kMark) != 0) == is_mark) ++end;
      if (is_mark)
        fragment.marks.push_back(
            {line.begin + static_cast<uint32_t>(at), line.begin + static_cast<uint32_t>(end)});
      at = end;
    }
  }
};

}  // namespace

const Reader& markdown_reader() {
  static const MarkdownReader reader;
  return reader;
}

}  // namespace broadsheet
