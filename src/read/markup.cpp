#include "read/markup.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "read/tags.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

using View = std::string_view;

enum class Kind { kNone, kWebPage, kTool, kOcr, kPageXml };

constexpr size_t kHead = 4096;  // bytes in which a format says what it is
constexpr size_t kLongestEntity = 10;
constexpr std::array<View, 6> kApart = {"head", "style", "script", "title", "metadata", "description"};
constexpr std::array<View, 5> kBlocks = {"textblock", "textregion", "block", "flow", "hr"};
constexpr std::array<View, 6> kLines = {"textline", "line", "p", "br", "text", "div"};
constexpr std::array<std::pair<View, char32_t>, 15> kNamed = {{{"amp", '&'},
                                                               {"lt", '<'},
                                                               {"gt", '>'},
                                                               {"quot", '"'},
                                                               {"apos", '\''},
                                                               {"nbsp", 0xA0},
                                                               {"mdash", 0x2014},
                                                               {"ndash", 0x2013},
                                                               {"hellip", 0x2026},
                                                               {"ldquo", 0x201C},
                                                               {"rdquo", 0x201D},
                                                               {"lsquo", 0x2018},
                                                               {"rsquo", 0x2019},
                                                               {"middot", 0xB7},
                                                               {"copy", 0xA9}}};

template <size_t N>
bool is_one_of(const std::array<View, N>& names, View name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Kind kind_of(View text) {
  const View head = text.substr(0, kHead);
  size_t begin = 0;
  while (begin < head.size()) {
    size_t next = begin;
    if (!is_space(next_code_point(head, next))) break;
    begin = next;
  }
  if (begin == head.size() || head[begin] != '<') return Kind::kNone;
  const auto says = [&](View words) { return head.find(words) != View::npos; };
  if (says("ocr_page") || says("ocr-system") || says("<alto") || says(":alto")) return Kind::kOcr;
  if (says("<PcGts") || says(":PcGts")) return Kind::kPageXml;
  if (says("<word xMin=") || says("<p style=\"top:") || says("pdftohtml") || says("<pdf2xml") ||
      (says("<document") && says("<page") && says("<block")))
    return Kind::kTool;
  return says("<html") || says("<HTML") || says("<body") ? Kind::kWebPage : Kind::kNone;
}

// The character that is named at `at`, and where its name ends; 0 where none is.
std::pair<char32_t, size_t> entity_at(View text, size_t at) {
  const size_t end = text.substr(0, at + kLongestEntity).find(';', at);
  if (text[at] != '&' || end == View::npos || end < at + 3) return {0, at};
  View name = text.substr(at + 1, end - at - 1);
  if (name[0] != '#') {
    const auto known =
        std::find_if(kNamed.begin(), kNamed.end(), [&](const auto& one) { return one.first == name; });
    return known == kNamed.end() ? std::pair<char32_t, size_t>(0, at) : std::pair(known->second, end + 1);
  }
  name.remove_prefix(1);
  const bool hex = name[0] == 'x' || name[0] == 'X';
  if (hex) name.remove_prefix(1);
  char32_t c = 0;
  for (const char digit : name) {
    const bool decimal = digit >= '0' && digit <= '9';
    const auto low = static_cast<char>(digit | 0x20);
    if (!decimal && !(hex && low >= 'a' && low <= 'f')) return {0, at};
    c = c * (hex ? 16 : 10) + static_cast<char32_t>(decimal ? digit - '0' : low - 'a' + 10);
  }
  if (c == 9 || c == 10 || c == 13) c = ' ';
  const bool valid = !name.empty() && c >= 0x20 && c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
  return valid ? std::pair(c, end + 1) : std::pair<char32_t, size_t>(0, at);
}

class Teller {
 public:
  Teller(View text, Kind kind) : text_(text), tags_(text), kind_(kind) {}

  Source run() {
    for (size_t at = 0; at < text_.size();) {
      const size_t end = text_[at] == '<' ? tag(at) : at;
      at = end > at ? end : letter(at);
    }
    told_.origin.push_back(static_cast<uint32_t>(text_.size()));
    told_.origin.front() = 0;
    return std::move(told_);
  }

  // A web page: its tags stay, and so does what would make a new one.
  Source with_entities() {
    for (size_t at = 0; at < text_.size();) {
      const auto [c, end] = entity_at(text_, at);
      if (c != 0 && !(c == '<' && (opens_tag(text_, end) || text_.substr(end, 1) == "&"))) {
        put(c, at, at);
        at = end;
      } else {
        told_.text.push_back(text_[at]);
        told_.origin.push_back(static_cast<uint32_t>(at++));
      }
    }
    told_.origin.push_back(static_cast<uint32_t>(text_.size()));
    return std::move(told_);
  }

 private:
  // Takes the tag at `at`; returns where it ends, `at` where none is.
  size_t tag(size_t at) {
    const size_t behind = tags_.behind_comment(at);
    if (behind > at) return behind;
    static constexpr View kRaw = "<![CDATA[";
    if (text_.substr(at, kRaw.size()) == kRaw) {
      const size_t end = std::min(text_.size(), text_.find("]]>", at));
      for (size_t k = at + kRaw.size(); k < end;) k = letter(k);
      return std::min(text_.size(), end + 3);
    }
    const std::optional<MarkupTag> tag = tags_.at(at);
    if (!tag) return at;
    const std::string& name = tag->name;
    if (!tag->closes && !tag->single() && is_one_of(kApart, name)) {
      const size_t foot = tags_.closing(*tag);
      if (foot != View::npos) return foot;
    }
    if (kind_ == Kind::kPageXml && !tag->single()) {
      const int step = tag->closes ? -1 : 1;
      if (name == "textline") line_ += step;
      if (name == "word" || name == "glyph") word_ += step;
      if (name == "unicode") unicode_ += step;
    }
    breaks(name, tag->inside);
    if (name == "string" || name == "hyp" || name == "char") {
      if (name == "string") blank_ = true;
      attribute(tag->inside, name == "char" ? "c" : "CONTENT");
    }
    if (name == "word" || name == "sp") blank_ = true;
    return tag->end;
  }

  // Does a new line, or a new block, begin at the tag?
  void breaks(View name, View inside) {
    const auto is = [&](View what) { return inside.find(what) != View::npos; };
    if (name == "span" || name == "div" || name == "p") {
      if (is("ocrx_word") || is("ocr_cinfo")) blank_ = true;
      if (is("ocr_par") || is("ocr_carea") || is("ocr_page"))
        rows_ = 2;
      else if (is("'ocr_") || is("\"ocr_") || is("ocrx_line") || (name != "span" && kind_ == Kind::kTool))
        rows_ = std::max(rows_, 1);
    } else if (is_one_of(kBlocks, name)) {
      rows_ = 2;
    } else if (is_one_of(kLines, name)) {
      rows_ = std::max(rows_, 1);
    }
  }

  // What the tag says under `name`: in either kind of marks, with any white space around.
  void attribute(View inside, View name) {
    const auto blank = [&](size_t k) {
      return k < inside.size() && static_cast<unsigned char>(inside[k]) <= ' ';
    };
    for (size_t found = inside.find(name); found != View::npos; found = inside.find(name, found + 1)) {
      if (found == 0 || !blank(found - 1)) continue;
      size_t k = found + name.size();
      while (blank(k)) ++k;
      if (k >= inside.size() || inside[k] != '=') continue;
      ++k;
      while (blank(k)) ++k;
      if (k >= inside.size() || (inside[k] != '"' && inside[k] != '\'')) continue;
      const size_t end = std::min(inside.size(), inside.find(inside[k], k + 1));
      const auto begin = static_cast<size_t>(inside.data() - text_.data());
      for (size_t at = begin + k + 1; at < begin + end;) at = letter(at, true);
      return;
    }
  }

  // Takes the character at `at`; returns where it ends.
  size_t letter(size_t at, bool named = false) {
    const auto [c, end] = entity_at(text_, at);
    size_t next = end;
    const char32_t own = c != 0 ? c : next_code_point(text_, next = at);
    const bool told = named || kind_ != Kind::kPageXml || (line_ > 0 && word_ == 0 && unicode_ > 0);
    if (!told || own < 0x20 || own == ' ' || own == 0xA0 || own == 0xFEFF) {
      blank_ = blank_ || (told && own != 0xFEFF);
      written_ = written_ || (told && (own == ' ' || own == 0xA0) && (named || kind_ != Kind::kOcr));
      return next;
    }
    // Of OCR each hanzi may be a word.
    const bool glued = !written_ && kind_ == Kind::kOcr && (is_wide(own) || is_wide(last_));
    if (rows_ > 0 && !told_.text.empty()) {
      for (; rows_ > 0; --rows_) put('\n', at, at);
    } else if (blank_ && !told_.text.empty() && !glued) {
      put(' ', at, at);
    }
    rows_ = 0;
    blank_ = written_ = false;
    last_ = own;
    put(own, at, c != 0 ? at : next);
    return next;
  }

  static bool is_wide(char32_t c) {
    return is_hanzi(c) || is_kana(c) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x303F) ||
           c >= 0xFF00;
  }

  // Bytes of a character of the source stand where they stand there; all of another at `at`.
  void put(char32_t c, size_t at, size_t end) {
    const size_t before = told_.text.size();
    append_utf8(told_.text, c);
    for (size_t k = before; k < told_.text.size(); ++k) {
      told_.origin.push_back(static_cast<uint32_t>(at));
      if (at + 1 < end) ++at;
    }
  }

  View text_;
  Tags tags_;
  Kind kind_;
  Source told_;
  int rows_ = 0;          // lines that end before the next character
  bool blank_ = false;    // a word has ended
  bool written_ = false;  // with a blank that stands in the text
  char32_t last_ = 0;
  int line_ = 0;  // of PAGE XML: open elements of these names
  int word_ = 0;
  int unicode_ = 0;
};

}  // namespace

std::optional<Source> text_of_markup(const Source& source) {
  const Kind kind = kind_of(source.text);
  if (kind == Kind::kNone || (kind == Kind::kWebPage && source.text.find('&') == std::string::npos))
    return std::nullopt;
  Teller teller(source.text, kind);
  Source told = kind == Kind::kWebPage ? teller.with_entities() : teller.run();
  told.name = source.name;
  told.bytes = source.bytes;
  told.encoding = source.encoding;
  return told;
}

}  // namespace broadsheet
