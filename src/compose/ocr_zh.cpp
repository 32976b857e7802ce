#include "compose/ocr_zh.h"

#include "text/every.h"

namespace broadsheet {

namespace {

constexpr size_t kOcrMarks =
    3;  // marks with a blank that no typesetter sets, which tell an OCR engine's hand
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
  char32_t second = 0;
  char32_t before = 0;
  for (size_t i = 0; i < source.text.size();) {
    const char32_t c = every_code_point(source.text, i);
    if (c < 0x80 || c == 0x201D) {
      const bool more = i < source.text.size() && source.text[i] != '\n';
      const bool blank = more && source.text[i] == ' ';
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

void mend_ocr_marks_zh(Piece& piece) {
  std::u32string text;
  std::vector<uint32_t> at;
  bool quoted = false;
  const std::u32string& was = piece.text;
  for (size_t i = 0; i < was.size(); ++i) {
    char32_t c = was[i];
    const char32_t before = text.empty() ? 0 : text.back();
    const char32_t after = i + 1 < was.size() ? was[i + 1] : 0;
    const bool hanzi_after = is_hanzi(after) || (after >= 0x2018 && after <= 0x201D) || after == '"';
    if (c == ' ' && hanzi_after && (before == ';' || before == ':' || before == '?' || before == '!'))
      continue;
    if (c == ' ' && (after == 0x201D || after == 0x2019) && quoted) continue;
    if (c == U'〈' && was.find(U'〉', i) == std::u32string::npos) c = '(';
    if (c == '"') c = quoted ? 0x201D : 0x201C;
    if (c == 0x201C) quoted = true;
    if (c == 0x201D) quoted = false;
    if (c == '`' && is_hanzi(before) && is_hanzi(after)) c = U'·';
    if ((c == '-' && after == U'一') ||
        (c == U'一' && (before == 0x2014 || before == '-') && i > 0 && was[i - 1] == '-'))
      c = 0x2014;
    text.push_back(c);
    at.push_back(piece.at[i]);
  }
  piece.text = std::move(text);
  piece.at = std::move(at);
}

}  // namespace broadsheet
