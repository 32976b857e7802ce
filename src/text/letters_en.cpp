#include "text/letters_en.h"

namespace broadsheet {

extern const std::string_view kLettersEn;

int letter_class(char32_t c) {
  if (c >= U'a' && c <= U'z') return static_cast<int>(c - U'a') + 1;
  if (c >= U'A' && c <= U'Z') return static_cast<int>(c - U'A') + 1;
  if (c >= U'0' && c <= U'9') return 27;
  if (c == U' ' || c == U'\t' || c == 0xA0) return 0;
  return 28;
}

double english_likeness(std::u32string_view text) {
  if (text.empty() || kLettersEn.size() != kLetterTable) return 0;
  size_t before = 0;
  size_t last = 0;
  double sum = 0;
  size_t count = 0;
  const auto step = [&](char32_t c) {
    const auto now = static_cast<size_t>(letter_class(c));
    if (now == 0 && last == 0) return;
    const size_t slot = (before * kLetterClasses + last) * kLetterClasses + now;
    sum -= static_cast<unsigned char>(kLettersEn[slot]) / 8.0;
    ++count;
    before = last;
    last = now;
  };
  for (char32_t c : text) step(c);
  step(U' ');
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace broadsheet
