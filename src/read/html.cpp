// A web page as it was saved: what stands between its block tags is a Fragment each, tags are marks without
// words, and what no reader of the page came for (its head, scripts, menus, foot) is a Fragment of marks
// alone.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "read/reader.h"
#include "read/tags.h"
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

class WebPage {
 public:
  explicit WebPage(std::string_view text) : text_(text), tags_(text) {}

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
    const size_t behind = tags_.behind_comment(at);
    if (behind > at) return mark(at, behind);
    const std::optional<MarkupTag> tag = tags_.at(at);
    if (!tag) return at;
    if (!tag->closes && is_one_of(kApart, tag->name)) {
      const size_t foot = tags_.closing(*tag);
      if (foot != std::string_view::npos) {
        close();
        mark(at, tags_.at(foot)->end);
        const size_t end = marks_.back().end;
        apart();
        return end;
      }
    }
    if (!is_one_of(kInline, tag->name)) close();
    if (tag->name.size() == 2 && tag->name[0] == 'h' && tag->name[1] >= '1' && tag->name[1] <= '6')
      heading_ = tag->closes ? 0 : tag->name[1] - '0';
    return mark(at, tag->end);
  }

  size_t mark(size_t begin, size_t end) {
    marks_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    return end;
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
  Tags tags_;
  Reading reading_;
  Span line_;  // of the block under way; its end is 0 where it has no words yet
  std::vector<Span> marks_;
  int heading_ = 0;
};

class HtmlReader : public Reader {
 public:
  const char* format() const override { return "html"; }
  double claim(const Source& source, const std::vector<SourceLine>& lines) const override {
    const auto first =
        std::find_if(lines.begin(), lines.end(), [](const SourceLine& line) { return !line.blank(); });
    if (first == lines.end()) return 0;
    Tags tags(source.text);
    std::optional<MarkupTag> tag = tags.at(first->words.begin);
    if (source.text[first->words.begin] != '<' || !tag) return 0;
    if (tag->name == "?xml") {
      size_t at = tag->end;
      while (at < source.text.size() && static_cast<unsigned char>(source.text[at]) <= ' ') ++at;
      if (source.text.substr(at, 1) != "<") return 0;
      tag = tags.at(at);
    }
    return tag && (tag->name == "!doctype" || tag->name == "html" || tag->name == "body") ? 1 : 0;
  }
  Reading read(const Source& source, const std::vector<SourceLine>&) const override {
    return WebPage(source.text).run();
  }
};

}  // namespace

const Reader& html_reader() {
  static const HtmlReader reader;
  return reader;
}

}  // namespace broadsheet
