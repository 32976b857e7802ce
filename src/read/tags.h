// The tags of mark-up, as XML and HTML have them: where one begins and ends, how it is called, where its
// element closes.
//
//     Tags tags(text);
//     if (const std::optional<MarkupTag> tag = tags.at(place)) …   // text[place] is its '<'
//
// What a text has no more is not looked for again: any text is gone through in linear time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct MarkupTag {
  std::string name;         // in small letters, without slash and namespace; with its '!' or '?'
  std::string_view inside;  // what stands behind the name
  size_t end = 0;           // behind the '>'
  bool closes = false;      // </name>
  bool single() const { return inside.ends_with('/'); }
};

// Would a tag begin with a '<' before `at`?
bool opens_tag(std::string_view text, size_t at);

class Tags {
 public:
  explicit Tags(std::string_view text) : text_(text) {}

  // Nothing where no tag begins (but a comment), or none ends. A '>' within quotation marks is no end.
  std::optional<MarkupTag> at(size_t at);
  // Behind the comment that begins at `at`; `at` where none does, or it never ends.
  size_t behind_comment(size_t at);
  // Where the tag stands that closes the element of `tag`; npos where none does any more.
  size_t closing(const MarkupTag& tag);

 private:
  size_t end_of(size_t at);

  std::string_view text_;
  bool unended_ = false;      // there is no '>' any more
  bool uncommented_ = false;  // nor "-->"
  std::vector<std::string> unclosed_;
};

}  // namespace broadsheet
