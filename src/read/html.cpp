// A web page as it was saved: what stands between its block tags is a Fragment each, tags are marks without
// words, and what no reader of the page came for (its head, scripts, menus, foot) is a Fragment of marks
// alone.
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "read/reader.h"
#include "text/every.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 13> kApart = {"head",   "script",   "style", "nav", "footer",
                                                     "aside",  "form",     "title", "svg", "noscript",
                                                     "select", "template", "button"};
constexpr std::array<std::string_view, 22> kInline = {
    "a",    "b",    "i",    "em",   "strong", "span", "u", "s",    "sup", "sub", "small",
    "mark", "font", "code", "abbr", "cite",   "time", "q", "ruby", "rt",  "wbr", "tt"};

template <size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The name of the tag that begins at `at`, in small letters, with its slash; empty where none does.
std::string tag_at(std::string_view text, size_t at) {
  std::string name;
  for (size_t i = at + 1; i < text.size() && name.size() < 12; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (std::isalnum(c) == 0 && !(name.empty() && (c == '/' || c == '!'))) break;
    name += static_cast<char>(std::tolower(c));
  }
  return name == "/" ? "" : name;
}

class Tags {
 public:
  explicit Tags(std::string_view text) : text_(text) {}

  Reading run() {
    size_t at = 0;
    while (at < text_.size()) {
      if (text_[at] == '<') {
        const size_t end = tag(at);
        if (end > at) {
          at = end;
          continue;
        }
      }
      const size_t from = at;
      if (!every_is_space(every_code_point(text_, at))) {
        if (line_.end == 0) line_.begin = static_cast<uint32_t>(from);
        line_.end = static_cast<uint32_t>(at);
      }
    }
    close();
    if (!marks_.empty() && !reading_.fragments.empty()) {
      std::vector<Span>& last = reading_.fragments.back().marks;
      last.insert(last.end(), marks_.begin(), marks_.end());
    } else if (!marks_.empty()) {
      apart();
    }
    return std::move(reading_);
  }

 private:
  // Takes the tag at `at`, or the element that is kept apart; returns where it ends, `at` where it is none.
  size_t tag(size_t at) {
    const std::string name = tag_at(text_, at);
    if (name.empty() || unended_) return at;
    const size_t close_at = text_.find('>', at);
    if (close_at == std::string_view::npos) {
      unended_ = true;
      return at;
    }
    size_t end = close_at + 1;
    if (name == "!") {  // a comment
      const size_t foot = uncommented_ ? std::string_view::npos : text_.find("-->", at);
      uncommented_ = foot == std::string_view::npos;
      if (uncommented_) return at;
      marks_.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(foot + 3)});
      return foot + 3;
    }
    if (is_one_of(kApart, name)) {
      const size_t foot = element_end(name, end);
      if (foot > end) {
        close();
        marks_.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(foot)});
        apart();
        return foot;
      }
    }
    const bool closes = name[0] == '/';
    const std::string_view bare = std::string_view(name).substr(closes ? 1 : 0);
    if (!is_one_of(kInline, bare)) close();
    marks_.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    if (bare.size() == 2 && bare[0] == 'h' && bare[1] >= '1' && bare[1] <= '6')
      heading_ = closes ? 0 : bare[1] - '0';
    return end;
  }

  // Behind the closing tag; `from` where there is none any more.
  size_t element_end(const std::string& name, size_t from) {
    if (std::find(never_closed_.begin(), never_closed_.end(), name) != never_closed_.end()) return from;
    for (size_t at = text_.find("</", from); at != std::string_view::npos; at = text_.find("</", at + 2)) {
      if (tag_at(text_, at).substr(1) != name) continue;
      const size_t end = text_.find('>', at);
      if (end != std::string_view::npos) return end + 1;
      break;
    }
    never_closed_.push_back(name);
    return from;
  }

  // The block so far is a fragment, with the tags before and inside it.
  void close() {
    if (line_.end == 0) return;
    Fragment fragment;
    fragment.lines.push_back(line_);
    fragment.marks = std::move(marks_);
    fragment.heading = heading_;
    fragment.blank_before = 1;
    fragment.blank_after = 1;
    reading_.fragments.push_back(std::move(fragment));
    marks_.clear();
    line_ = {};
  }

  void apart() {
    Fragment fragment;
    fragment.marks = std::move(marks_);
    fragment.rule = true;
    reading_.fragments.push_back(std::move(fragment));
    marks_.clear();
  }

  std::string_view text_;
  Reading reading_;
  Span line_;  // of the block under way; its end is 0 where it has no words yet
  std::vector<Span> marks_;
  std::vector<std::string> never_closed_;
  int heading_ = 0;
  bool unended_ = false;      // there is no '>' any more
  bool uncommented_ = false;  // nor "-->"
};

class HtmlReader : public Reader {
 public:
  const char* format() const override { return "html"; }
  double claim(const Source& source, const std::vector<SourceLine>& lines) const override {
    for (const SourceLine& line : lines) {
      if (line.blank()) continue;
      const std::string name =
          source.text[line.words.begin] == '<' ? tag_at(source.text, line.words.begin) : "";
      return name == "!doctype" || name == "html" || name == "body" ? 1 : 0;
    }
    return 0;
  }
  Reading read(const Source& source, const std::vector<SourceLine>&) const override {
    return Tags(source.text).run();
  }
};

}  // namespace

const Reader& html_reader() {
  static const HtmlReader reader;
  return reader;
}

}  // namespace broadsheet
