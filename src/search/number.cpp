#include "search/number.h"

#include <algorithm>
#include <cmath>

#include "search/scan.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

struct Cursor {
  std::string_view text;
  size_t at;
  char32_t peek(size_t* behind = nullptr) const {
    if (at >= text.size()) return 0;
    size_t i = at;
    char32_t c = fold_char(next_code_point(text, i));
    if (behind != nullptr) *behind = i;
    return c;
  }
  bool is_digit_next() const {
    char32_t c = peek();
    return c >= '0' && c <= '9';
  }
};

double multiplier_of(char32_t c) {
  switch (c) {
    case U'百':
      return 1e2;
    case U'千':
      return 1e3;
    case U'万':
    case U'萬':
      return 1e4;
    case U'亿':
    case U'億':
      return 1e8;
    default:
      return 0;
  }
}

struct Word {
  std::string_view word;
  double times;
};
constexpr Word kWords[] = {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}};

// The byte behind `word` where it stands at `at`, in any case, and no letter goes on; 0 where not.
size_t behind_word(std::string_view text, size_t at, std::string_view word) {
  if (text.size() - at < word.size()) return 0;
  for (size_t i = 0; i < word.size(); ++i)
    if ((text[at + i] | 0x20) != (word[i] | 0x20)) return 0;
  size_t end = at + word.size();
  if (end < text.size() && ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z')) return 0;
  return end;
}

}  // namespace

Number read_number(std::string_view text, uint32_t at) {
  Number number;
  Cursor cursor{text, at};
  size_t behind = at;
  int digits = 0;
  auto take_digits = [&](double& value, double step) {
    int taken = 0;
    for (;;) {
      size_t next;
      char32_t c = cursor.peek(&next);
      if (c < '0' || c > '9') return taken;
      value = step == 10 ? value * 10 + (c - '0') : value + (c - '0') * step;
      if (step != 10) step /= 10;
      cursor.at = next;
      ++taken;
    }
  };
  digits = take_digits(number.value, 10);
  // 1,044,140: as long as exactly three digits follow each comma.
  while (digits <= 3) {
    Cursor back = cursor;
    double value = number.value;
    if (cursor.peek(&behind) != ',') break;
    cursor.at = behind;
    if (take_digits(value, 10) != 3) {
      cursor = back;
      break;
    }
    number.value = value;
    number.plain = false;
  }
  if (char32_t c = cursor.peek(&behind); c == '.') {
    Cursor back = cursor;
    cursor.at = behind;
    // Whole digits first: 0.1 + 0.04 is not 0.14.
    double part = 0;
    int count = take_digits(part, 10);
    if (count == 0) {
      cursor = back;
    } else {
      number.value += part / std::pow(10.0, count);
      number.plain = false;
    }
  }
  for (;;) {
    double times = multiplier_of(cursor.peek(&behind));
    if (times == 0) break;
    number.value *= times;
    number.plain = false;
    cursor.at = behind;
  }
  char32_t c = cursor.peek(&behind);
  if (c == '%') {
    number.percent = true;
    number.plain = false;
    cursor.at = behind;
  } else {
    size_t word = cursor.at + (c == ' ' ? behind - cursor.at : 0);
    if (word < text.size()) {
      for (const Word& entry : kWords)
        if (size_t end = behind_word(text, word, entry.word)) {
          number.value *= entry.times;
          number.plain = false;
          cursor.at = end;
          break;
        }
      for (std::string_view percent : {"percent", "per cent"})
        if (size_t end = behind_word(text, word, percent)) {
          number.percent = true;
          number.plain = false;
          cursor.at = end;
          break;
        }
    }
  }
  // Hundreds of digits are infinite, or no number at all, and would stand in every range.
  if (!(number.value < 1e38)) number.value = 1e38;
  number.end = static_cast<uint32_t>(cursor.at);
  return number;
}

uint32_t next_number(std::string_view text, uint32_t at) {
  const auto* data = reinterpret_cast<const unsigned char*>(text.data());
  for (size_t i = at; i < text.size();) {
    if (i + 18 <= text.size() && !scan_detail::may_hold_digit(data + i)) {
      i += 16;
      continue;
    }
    for (size_t end = std::min(i + 16, text.size()); i < end; ++i) {
      unsigned char c = data[i];
      if (c >= '0' && c <= '9') return static_cast<uint32_t>(i);
      if (c == 0xEF && i + 2 < text.size() && data[i + 1] == 0xBC && data[i + 2] >= 0x90 &&
          data[i + 2] <= 0x99)
        return static_cast<uint32_t>(i);
    }
  }
  return static_cast<uint32_t>(text.size());
}

}  // namespace broadsheet
