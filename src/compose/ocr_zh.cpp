#include "compose/ocr_zh.h"

#include <algorithm>

#include "compose/marks_zh.h"
#include "compose/names.h"
#include "read/line_names.h"
#include "text/every.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

bool is_stop(char32_t c) {
  return c == U'。' || c == '!' || c == '?';
}

// Does the title mark at `i` stand for a bracket, which a bracket closes?
bool opens_bracket(const std::u32string& text, size_t i) {
  constexpr size_t kLongest = 24;
  for (size_t k = i + 1; k < std::min(text.size(), i + kLongest); ++k) {
    if (text[k] == ')') return true;
    if (text[k] == U'》' || text[k] == '(' || text[k] == U'《') return false;
  }
  return false;
}

// Does 一 go on from it as a word or a number: 唯一, 周一, 十一?
bool is_before_one(char32_t c) {
  return std::u32string_view(U"统之第唯合周期十百千廿归如万专逐划同月任初三二单").find(c) !=
         std::u32string_view::npos;
}

// 一一 at `i` that is no word: 一一列举.
bool is_two_strokes(const std::u32string& text, size_t i) {
  if (text[i] != U'一' || i + 1 >= text.size() || text[i + 1] != U'一') return false;
  if (i > 0 && is_before_one(text[i - 1])) return false;
  const char32_t behind = i + 2 < text.size() ? text[i + 2] : 0;
  return std::u32string_view(U"列对解作介回落道分呈核排询说讲走记数查指点").find(behind) ==
         std::u32string_view::npos;
}

// A short line that ends in 一, where that is no number: 气象台一.
bool ends_in_dash(const std::u32string& text) {
  constexpr size_t kLongest = 40;
  const size_t n = text.size();
  if (n < 5 || n > kLongest || text.find(U'。') != std::u32string::npos || !is_hanzi(text[n - 2]))
    return false;
  return !is_before_one(text[n - 2]);
}

// Is the digit at `i` an exclamation mark: "真好啊1 ”"?
bool calls_out(const std::u32string& text, size_t i) {
  if (i == 0 || std::u32string_view(U"了啊吧呢吗呀哦啦").find(text[i - 1]) == std::u32string_view::npos)
    return false;
  size_t next = i + 1;
  while (next < text.size() && text[next] == ' ') ++next;
  return next < text.size() && (text[next] == 0x201D || text[next] == '"');
}

// Does the text end in reporters' names whose bracket is open: "(记者林知远"?
bool closes_reporter(const std::u32string& text) {
  constexpr size_t kLongest = 16;
  const std::u32string_view end =
      std::u32string_view(text).substr(text.size() - std::min(text.size(), kLongest));
  const size_t open = end.rfind(U'(');
  if (open == std::u32string_view::npos) return false;
  const std::u32string_view inside = end.substr(open + 1);
  const bool reporter = inside.starts_with(U"记者") || inside.starts_with(U"本报记者");
  return reporter && inside.find_first_of(U"),。:;") == std::u32string_view::npos;
}

// Does a bracket close a few characters on: "(记者林知远;夏雨)"?
bool is_closed_soon(const std::u32string& text, size_t i) {
  constexpr size_t kSoon = 12;
  const std::u32string_view next = std::u32string_view(text).substr(i, kSoon);
  return next.find(U')') < next.find(U'(');
}

// A mark before nothing but family names that was read as a hanzi: "国 林知远".
bool is_misread_mark(const std::u32string& text) {
  constexpr size_t kLongest = 16;
  if (text.size() < 4 || text.size() > kLongest || misread_mark(to_utf8(text.substr(0, 2))) == 0)
    return false;
  for (size_t from = 2; from < text.size();) {
    const size_t to = std::min(text.find(U' ', from), text.size());
    const auto word = std::u32string_view(text).substr(from, to - from);
    if (word.size() < 2 || word.size() > 3 || !is_name_zh(word) || !is_family_name_zh(word[0])) return false;
    from = to + 1;
  }
  return true;
}

// Quotation marks as they were printed. An engine takes a single one for a double one, one that closes for
// one that opens, a typewriter's for either, and leaves some out; what was left out is not put back.
class Quotes {
 public:
  bool open() const { return depth_ > 0; }

  char32_t mended(const std::u32string& text, size_t i, char32_t before, char32_t c) {
    const char32_t after = i + 1 < text.size() ? text[i + 1] : 0;
    // A closing mark was left out: its blank stands behind the full stop.
    if (depth_ > 0 && is_hanzi(c) && i > 1 && text[i - 1] == ' ' && text[i - 2] == U'。') depth_ = 0;
    if (depth_ > 0 && is_stop(c)) said_ = true;
    if (c == '"') c = depth_ > 0 ? 0x201D : 0x201C;
    if (c == 0x201C && depth_ > 0 &&
        ((is_stop(before) && !closes_next(text, i + 1)) || (before == ',' && opens_next(text, i + 1))))
      c = 0x201D;
    if (c == 0x201D && depth_ == 0 && is_hanzi(after) && begins_clause(before) && closes_next(text, i + 1))
      c = 0x201C;
    if (c == 0x201C) {
      if (depth_ == 0) {
        depth_ = 1;
        said_ = false;
      } else if (depth_ == 1 && is_inner(text, i)) {
        depth_ = 2;
        return 0x2018;
      }
    } else if (c == 0x201D && depth_ > 0) {
      return --depth_ == 1 ? char32_t{0x2019} : c;
    }
    return c;
  }

 private:
  static bool begins_clause(char32_t before) {
    return before == 0 || before == ' ' || before == ',' || before == ':' || is_stop(before);
  }

  // Is the next quotation mark behind `from` the very next character?
  static bool opens_next(const std::u32string& text, size_t from) {
    while (from < text.size() && text[from] == ' ') ++from;
    return from < text.size() && text[from] == 0x201C;
  }

  static size_t next_mark(const std::u32string& text, size_t from) {
    return text.find_first_of(U"\"\u201C\u201D", from);
  }

  // Is there a quotation mark behind `from`, and one that closes?
  static bool closes_next(const std::u32string& text, size_t from) {
    const size_t next = next_mark(text, from);
    return next != std::u32string::npos && text[next] != 0x201C;
  }

  // A mark that opens while another is open, with one that closes behind it: the inner of two, where the
  // outer one's sentence goes on, or a second one closes.
  bool is_inner(const std::u32string& text, size_t i) const {
    const size_t first = next_mark(text, i + 1);
    if (first == std::u32string::npos || text[first] == 0x201C) return false;
    if (!said_) return true;
    const size_t second = next_mark(text, first + 1);
    return second != std::u32string::npos && text[second] != 0x201C;
  }

  int depth_ = 0;
  bool said_ = false;  // a sentence has ended since the outer one was opened
};

}  // namespace

void mend_ocr_names_zh(std::vector<Byline>& names) {
  // What an engine read, and the family name: of names printed for this in several ways, pairs that
  // that came three times or more and hardly with another name.
  static constexpr std::u32string_view kMisread =
      U"能熊页贾修侯雇廖攀樊净阎歼黎问闫股殷传傅菏蒋薪蒋锅贺只喻昌吕印邱宛柳莆萧喜袁后岳部郝获龚";
  for (Byline& byline : names) {
    std::u32string name = to_utf32(byline.name);
    if (name.size() < 2 || name.size() > 3 || is_family_name_zh(name[0])) continue;
    for (size_t i = 0; i < kMisread.size(); i += 2) {
      if (kMisread[i] != name[0]) continue;
      byline.read = byline.name;
      name[0] = kMisread[i + 1];
      byline.name = to_utf8(name);
      break;
    }
  }
}

void mend_ocr_marks_zh(Piece& piece) {
  std::u32string text;
  std::vector<uint32_t> at;
  Quotes quotes;
  const std::u32string& was = piece.text;
  const bool angled = was.find(U'〉') == std::u32string::npos;
  for (size_t i = 0; i < was.size(); ++i) {
    char32_t c = was[i];
    const char32_t before = text.empty() ? 0 : text.back();
    const char32_t after = i + 1 < was.size() ? was[i + 1] : 0;
    const bool hanzi_after = is_hanzi(after) || (after >= 0x2018 && after <= 0x201D) || after == '"';
    if (c == ' ' && hanzi_after && (before == ';' || before == ':' || before == '?' || before == '!'))
      continue;
    if (c == ' ' && (after == 0x201D || after == 0x2019) && quotes.open()) continue;
    if (c == U'〈' && angled) c = '(';
    if (c == U'《' && opens_bracket(was, i)) c = '(';
    if (c == '*' && quotes.open() && is_hanzi(before) && after != '"' && !is_digit(after)) c = 0x201D;
    if (c == '1' && calls_out(was, i)) c = '!';
    if (c == ';' && is_hanzi(after) && closes_reporter(text) && !is_closed_soon(was, i)) c = ')';
    c = quotes.mended(was, i, before, c);
    if (c == '`' && is_hanzi(before) && is_hanzi(after)) c = U'·';
    if (c == '.' && is_hanzi(before)) {
      if (is_hanzi(after)) c = U'·';
      if (after == 0x201D) c = U'。';
    }
    if ((c == '-' && after == U'一') ||
        (c == U'一' && (before == 0x2014 || before == '-') && i > 0 && was[i - 1] == '-') ||
        (c == U'一' && after == '-') || (c == '-' && before == 0x2014 && was[i - 1] == U'一') ||
        (c == U'一' && is_digit(before) && is_digit(after)))
      c = 0x2014;
    // A long dash that was read as one stroke, or as two.
    const bool strokes = c == U'一' && !text.empty() && i + 1 == was.size() && ends_in_dash(was);
    if (c == U'一' && (is_two_strokes(was, i) || (i > 0 && is_two_strokes(was, i - 1)))) c = 0x2014;
    if (strokes) {
      c = 0x2014;
      if (before != c) {
        text.push_back(c);
        at.push_back(piece.at[i]);
      }
    }
    text.push_back(c);
    at.push_back(piece.at[i]);
  }
  if (is_misread_mark(text)) text[0] = U'■';
  piece.text = std::move(text);
  piece.at = std::move(at);
}

}  // namespace broadsheet
