#include "text/traditional.h"

#include "text/fold_table.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

using View = std::u32string_view;

// The commonest that the other has not.
constexpr View kTraditional =
    U"國這們個來時會對說為學過發還經長開關問實點從動兩現進種應當與業產間電車東門話員總報區華後體機無頭見記"
    U"張陳劉黃書寫讓給將選認議論設計軍馬雙標環價";
constexpr View kSimplified =
    U"国这们个来时会对说为学过发还经长开关问实点从动两现进种应当与业产间电车东门话员总报区华后体机无头见记"
    U"张陈刘黄书写让给将选认议论设计军马双标环价";
constexpr size_t kEnough = 16;   // hits that decide
constexpr size_t kFar = 100000;  // bytes in which they are looked for
constexpr size_t kFewest = 3;

// Of a character of three bytes at `at`; 0 where none stands there.
char32_t three_bytes(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  if (at + 2 >= text.size() || byte(at) < 0xE2 || byte(at) > 0xE9) return 0;
  if ((byte(at + 1) & 0xC0) != 0x80 || (byte(at + 2) & 0xC0) != 0x80) return 0;
  return (byte(at) & 15U) << 12 | (byte(at + 1) & 63U) << 6 | (byte(at + 2) & 63U);
}

bool is_common_hanzi(char32_t c) {
  return c >= 0x3400 && c <= 0x9FFF;
}

}  // namespace

bool is_traditional(std::string_view text) {
  size_t traditional = 0;
  size_t simple = 0;
  for (size_t i = 0; i < text.size() && i < kFar && traditional + simple < kEnough;) {
    const char32_t c = three_bytes(text, i);
    i += c == 0 ? 1 : 3;
    if (!is_common_hanzi(c)) continue;
    if (kTraditional.find(c) != View::npos)
      ++traditional;
    else
      simple += kSimplified.find(c) != View::npos;
  }
  return traditional >= kFewest && traditional > 2 * simple;
}

char32_t simplified(char32_t c) {
  switch (c) {
    case U'「':
      return U'“';
    case U'」':
      return U'”';
    case U'『':
      return U'‘';
    case U'』':
      return U'’';
    default:
      break;
  }
  if (!is_common_hanzi(c)) return c;
  const char32_t to = fold_table().units[c];
  return is_common_hanzi(to) ? to : c;
}

std::string simplified(std::string_view text) {
  std::string out(text);
  for (size_t i = 0; i < out.size();) {
    const char32_t c = three_bytes(out, i);
    if (c == 0) {
      ++i;
      continue;
    }
    const char32_t to = simplified(c);
    if (to != c) {
      out[i] = static_cast<char>(0xE0 | to >> 12);
      out[i + 1] = static_cast<char>(0x80 | (to >> 6 & 63));
      out[i + 2] = static_cast<char>(0x80 | (to & 63));
    }
    i += 3;
  }
  return out;
}

}  // namespace broadsheet
