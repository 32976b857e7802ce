#include <charconv>

#include "view/address.h"
#include "view/desk.h"

namespace broadsheet::view {

namespace {

// encodeURIComponent's set: what may stand unescaped after '#'.
bool is_plain(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '~';
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

template <typename Number>
bool number(std::string_view text, Number& out) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

}  // namespace

std::string escape_address(std::string_view text) {
  static const char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (char letter : text) {
    auto c = static_cast<unsigned char>(letter);
    if (is_plain(c)) {
      out.push_back(letter);
    } else {
      out.push_back('%');
      out.push_back(kHex[c >> 4]);
      out.push_back(kHex[c & 15]);
    }
  }
  return out;
}

std::string unescape_address(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out.push_back(static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

std::string address_of(const Place& place) {
  switch (place.screen) {
    case Screen::kOpening:
    case Screen::kFront:
      return "/";
    case Screen::kContents:
      return "/contents";
    case Screen::kSource:
      return std::string("/source/").append(std::to_string(place.page + 1));
    case Screen::kFind:
      return std::string("/find/").append(escape_address(place.query));
    case Screen::kReader:
      break;
  }
  std::string out = "/a/";
  out += place.article;
  if (place.block >= 0) {
    out += '/';
    out += std::to_string(place.block);
    out += ':';
    out += std::to_string(place.begin);
    out += '-';
    out += std::to_string(place.end);
  }
  return out;
}

bool parse_address(std::string_view fragment, Place& place) {
  if (!fragment.empty() && fragment[0] == '#') fragment.remove_prefix(1);
  if (!fragment.empty() && fragment[0] == '/') fragment.remove_prefix(1);
  Place out;
  auto head = [&] {
    size_t slash = fragment.find('/');
    std::string_view part = fragment.substr(0, slash);
    fragment.remove_prefix(slash == std::string_view::npos ? fragment.size() : slash + 1);
    return part;
  };
  std::string_view first = head();
  if (first.empty()) {
    out.screen = Screen::kFront;
  } else if (first == "contents") {
    out.screen = Screen::kContents;
  } else if (first == "source") {
    out.screen = Screen::kSource;
    std::string_view page = head();
    if (!page.empty() && (!number(page, out.page) || --out.page < 0)) return false;
  } else if (first == "find") {
    out.screen = Screen::kFind;
    out.query = unescape_address(fragment);
  } else if (first == "a") {
    out.screen = Screen::kReader;
    out.article = unescape_address(head());
    if (out.article.empty()) return false;
    std::string_view passage = head();
    size_t colon = passage.find(':'), dash = passage.find('-');
    if (!passage.empty()) {
      if (colon == std::string_view::npos || dash == std::string_view::npos || dash < colon) return false;
      if (!number(passage.substr(0, colon), out.block) || out.block < 0) return false;
      if (!number(passage.substr(colon + 1, dash - colon - 1), out.begin)) return false;
      if (!number(passage.substr(dash + 1), out.end) || out.end < out.begin) return false;
    }
  } else {
    return false;
  }
  place = out;
  return true;
}

}  // namespace broadsheet::view
