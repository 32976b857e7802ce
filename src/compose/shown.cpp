// What a reader should see: punctuation as wide as the page's language has it.
#include "compose/hyphen_en.h"
#include "compose/sheet.h"
#include "text/every.h"
#include "text/fold.h"
#include "text/traditional.h"

namespace broadsheet {

namespace {

// The full-width form of a mark that Chinese sets wide, or the same.
char32_t wide(char32_t c) {
  switch (c) {
    case ',':
      return U'，';
    case ';':
      return U'；';
    case ':':
      return U'：';
    case '!':
      return U'！';
    case '?':
      return U'？';
    case '(':
      return U'（';
    case ')':
      return U'）';
    default:
      return c;
  }
}

// The traditional form that was read as `c`.
char32_t printed_form(const std::string& printed, size_t at, char32_t c) {
  const char32_t own = every_fold(every_code_point(printed, at));
  return simplified(own) == c ? own : c;
}

// Of a script with blanks: as the source has it.
std::string shown_spaced(const Sheet& sheet, const Piece& piece, std::vector<uint32_t>* places) {
  std::string out;
  out.reserve(piece.text.size() * 3);
  if (places) places->reserve(piece.text.size());
  const auto note = [&] {
    if (places) places->push_back(static_cast<uint32_t>(out.size()));
  };
  for (size_t i = 0; i < piece.text.size(); ++i) {
    note();
    if (mends_hyphen(sheet, piece, i)) {
      note();
      ++i;  // the hyphen and the line break behind it
      continue;
    }
    size_t at = piece.at[i];
    if (piece.text[i] != U' ') {
      const char32_t c = next_code_point(sheet.source->text, at);
      append_utf8(out, is_ligature(c) ? piece.text[i] : c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

}  // namespace

std::string shown(const Sheet& sheet, const Piece& piece, std::vector<uint32_t>* places) {
  if (sheet.tongue != Tongue::kChinese) return shown_spaced(sheet, piece, places);
  std::string out(piece.text.size() * 4, 0);
  char* to = out.data();
  if (places) places->resize(piece.text.size());
  const std::u32string& text = piece.text;
  const std::string* const printed = sheet.printed != sheet.source ? &sheet.printed->text : nullptr;
  bool opened_wide = false;  // the bracket that is open was set wide
  for (size_t i = 0; i < text.size(); ++i) {
    if (places) (*places)[i] = static_cast<uint32_t>(to - out.data());
    const char32_t c = text[i];
    if (c >= 0x80 || wide(c) == c) {
      to = every_put(to, c >= 0x80 && printed ? printed_form(*printed, piece.at[i], c) : c);
      continue;
    }
    const char32_t before = i > 0 ? text[i - 1] : 0;
    const char32_t after = i + 1 < text.size() ? text[i + 1] : 0;
    const auto chinese = [](char32_t x) {
      return is_hanzi(x) || (x >= 0x2018 && x <= 0x201D) || (x >= 0x3001 && x <= 0x3011);
    };
    const bool number = is_digit(before) && is_digit(after) && (c == ',' || c == ':');
    const bool latin = (is_latin(before) || before == ' ') && (is_latin(after) || after == ' ');
    bool set_wide = !number && !latin;
    if (c == '(') {
      set_wide = opened_wide = !latin || chinese(before);
    } else if (c == ')') {
      set_wide = opened_wide || chinese(before);
      opened_wide = false;
    }
    to = every_put(to, set_wide ? wide(c) : c);
  }
  out.resize(static_cast<size_t>(to - out.data()));
  return out;
}

}  // namespace broadsheet
