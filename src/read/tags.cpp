#include "read/tags.h"

#include <algorithm>

namespace broadsheet {

namespace {

using View = std::string_view;

constexpr View kComment = "<!--";
constexpr size_t kLongestName = 24;
constexpr size_t kLongestQuoted = 1000;  // bytes of a tag in which a '>' may stand within quotation marks

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool in_name(char c) {
  return c != '/' && c != '>' && static_cast<unsigned char>(c) > ' ';
}

// `at` goes behind the name.
std::string name_at(View text, size_t& at) {
  std::string name;
  for (; at < text.size() && in_name(text[at]) && name.size() < kLongestName; ++at) {
    if (text[at] == ':')
      name.clear();  // a namespace
    else
      name.push_back(small(text[at]));
  }
  return name;
}

}  // namespace

bool opens_tag(View text, size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return (small(c) >= 'a' && small(c) <= 'z') || c == '/' || c == '!' || c == '?';
}

size_t Tags::end_of(size_t at) {
  const size_t plain = unended_ ? View::npos : text_.find('>', at);
  unended_ = plain == View::npos;
  if (unended_) return plain;
  char quote = 0;
  for (size_t k = at + 1; k < std::min(text_.size(), at + kLongestQuoted); ++k) {
    const char here = text_[k];
    if (quote == 0 && here == '>') return k;
    if (quote != 0 ? here == quote : here == '"' || here == '\'') quote = quote != 0 ? 0 : here;
  }
  return plain;  // a mark that nothing closes
}

std::optional<MarkupTag> Tags::at(size_t at) {
  if (!opens_tag(text_, at + 1) || text_.substr(at, kComment.size()) == kComment) return std::nullopt;
  const size_t end = end_of(at);
  if (end == View::npos) return std::nullopt;
  MarkupTag tag;
  tag.closes = text_[at + 1] == '/';
  size_t from = at + 1 + tag.closes;
  tag.name = name_at(text_, from);
  tag.inside = text_.substr(from, end - from);
  tag.end = end + 1;
  return tag;
}

size_t Tags::behind_comment(size_t at) {
  if (text_.substr(at, kComment.size()) != kComment) return at;
  const size_t end = uncommented_ ? View::npos : text_.find("-->", at);
  uncommented_ = end == View::npos;
  return uncommented_ ? at : end + 3;
}

size_t Tags::closing(const MarkupTag& tag) {
  if (std::find(unclosed_.begin(), unclosed_.end(), tag.name) != unclosed_.end()) return View::npos;
  for (size_t at = text_.find("</", tag.end); at != View::npos; at = text_.find("</", at + 2)) {
    // Its end is looked for only where the name is right, lest each of many tags that never end look for it.
    size_t from = at + 2;
    if (name_at(text_, from) != tag.name) continue;
    if (this->at(at)) return at;
    break;
  }
  unclosed_.push_back(tag.name);
  return View::npos;
}

}  // namespace broadsheet
