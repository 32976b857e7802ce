#include "read/ocr_dump.h"

#include <string_view>

#include "text/every.h"

namespace broadsheet {

namespace {

constexpr size_t kOcrMarks =
    3;                        // marks with a blank that no typesetter sets, which tell an OCR engine's hand
constexpr size_t kLabel = 5;  // characters of what stands before a colon at a line's begin: "时间: 周一"
constexpr size_t kOcrShare = 4;  // one in so many of the half-width ones at least

// Does one of ;:?! stand anywhere with a blank behind it? On most pages none does.
bool has_mark_apart(std::string_view text) {
  for (size_t i = text.find(' '); i < text.size(); i = text.find(' ', i + 1)) {
    if (i > 0 && std::string_view(";:?!").find(text[i - 1]) < 4) return true;
  }
  return false;
}

}  // namespace

bool is_ocr_zh(const Source& source) {
  if (!has_mark_apart(source.text)) return false;
  size_t apart = 0;   // half-width marks that have a blank behind them
  size_t marks = 0;   // all of them
  size_t others = 0;  // blanks at brackets and quotation marks
  size_t column = 0;  // characters of the line so far
  char32_t second = 0;
  char32_t before = 0;
  for (size_t i = 0; i < source.text.size();) {
    const char32_t c = every_code_point(source.text, i);
    column = c == '\n' ? 0 : column + 1;
    const bool label = c == ':' && column <= kLabel;
    if ((c < 0x80 || c == 0x201D) && !label) {
      const bool more = i < source.text.size() && source.text[i] != '\n';
      // Two blanks and more are a gutter's.
      const bool blank = more && source.text[i] == ' ' && i + 1 < source.text.size() &&
                         source.text[i + 1] != ' ' && source.text[i + 1] != '\n';
      if ((c == ';' || c == ':' || c == '?' || c == '!') && is_hanzi(before) && more) {
        ++marks;
        apart += blank;
      }
      const bool stop = second == U'。' || second == U'，';
      others += (c == ')' && is_hanzi(before) && blank) ||
                (c == '(' && before == ' ' && (stop || is_hanzi(second))) ||
                (c == 0x201D && before == ' ' && stop);
    }
    second = before;
    before = c;
  }
  return apart > 0 && apart + others >= kOcrMarks && apart * kOcrShare >= marks;
}

}  // namespace broadsheet
