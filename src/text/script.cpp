#include "text/script.h"

#include <algorithm>
#include <array>

#include "text/english.h"
#include "text/every.h"

namespace broadsheet {

namespace {

struct Block {
  char32_t first;
  char32_t last;
  Script script;
};
constexpr std::array<Block, 14> kBlocks{{{0x370, 0x3FF, Script::kGreek},
                                         {0x400, 0x52F, Script::kCyrillic},
                                         {0x531, 0x587, Script::kArmenian},
                                         {0x5D0, 0x5F4, Script::kHebrew},
                                         {0x620, 0x6D3, Script::kArabic},
                                         {0x6FA, 0x7BF, Script::kArabic},
                                         {0x8A0, 0x8FF, Script::kArabic},
                                         {0x900, 0xDFF, Script::kIndic},
                                         {0xE01, 0xEFF, Script::kThai},
                                         {0x10A0, 0x13FF, Script::kOther},  // Georgian, Ethiopic, …
                                         {0x1780, 0x17FF, Script::kOther},  // Khmer
                                         {0x1E00, 0x1EFF, Script::kLatin},
                                         {0x1F00, 0x1FFF, Script::kGreek},
                                         {0xAC00, 0xD7A3, Script::kHangul}}};

// kHan for what is no letter of a spaced script.
Script spaced_script(char32_t c) {
  if (c < 0x370) return is_latin(c) ? Script::kLatin : Script::kHan;
  for (const Block& block : kBlocks) {
    if (c >= block.first && c <= block.last) return block.script;
  }
  return is_latin(c) ? Script::kLatin : Script::kHan;
}

// More than one letter in six is kana: Japanese prose has more than one in two, a head of it one in five.
bool has_kana(std::string_view text, size_t letters) {
  // Kana begin with the byte that the marks of Chinese begin with, too.
  const size_t may_be = every_count(text, [](uint8_t b) { return b == 0xE3; });
  if (may_be * 6 <= letters) return false;
  size_t kana = 0;
  for (size_t at = 0; at < text.size();) kana += is_kana(every_code_point(text, at)) ? 1 : 0;
  return kana * 6 > letters;
}

}  // namespace

Script script_of(std::string_view text) {
  // What each first byte of a character may begin tells the scripts apart that are most: no character is
  // made.
  const size_t latin = every_count(text, [](uint8_t b) { return (b | 0x20) >= 'a' && (b | 0x20) <= 'z'; });
  const size_t hanzi = every_count(text, [](uint8_t b) { return b >= 0xE3 && b <= 0xE9; });
  const size_t others = every_count(text, [](uint8_t b) {
    return (b >= 0xCD && b <= 0xDF) || b == 0xE0 || b == 0xE1 || (b >= 0xEA && b <= 0xED);
  });
  if (hanzi * 4 >= latin + others) return has_kana(text, hanzi) ? Script::kKana : Script::kHan;
  if (others * 2 <= latin) return Script::kLatin;
  constexpr auto kScripts = static_cast<size_t>(Script::kOther) + 1;
  std::array<size_t, kScripts> counts{};
  for (size_t at = 0; at < text.size();)
    ++counts[static_cast<size_t>(spaced_script(every_code_point(text, at)))];
  counts[static_cast<size_t>(Script::kHan)] = 0;
  return static_cast<Script>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

const char* language_of(Script script) {
  static const char* const kTags[] = {"zh-Hans", "ja",       "und-Latn", "el",       "und-Cyrl", "hy",
                                      "he",      "und-Arab", "und",      "und-Thai", "ko",       "und"};
  return kTags[static_cast<size_t>(script)];
}

bool is_other_latin(std::string_view text) {
  constexpr size_t kLeast = 15;
  const EnglishWords found = english_words(text);
  return found.words >= kLeast && found.english * 30 < found.words;
}

bool is_other_tongue(std::string_view text) {
  const Script script = script_of(text);
  return script == Script::kLatin ? is_other_latin(text) : script != Script::kHan;
}

bool sets_blanks(Script script) {
  return script != Script::kHan && script != Script::kKana && script != Script::kThai;
}

bool is_spaced_letter(char32_t c) {
  return c < 0x80 ? is_latin(c) : spaced_script(c) != Script::kHan;
}

bool is_capital(char32_t c) {
  if (c < 0x370) return is_latin_capital(c);
  if (c <= 0x3FF) return (c >= 0x386 && c <= 0x38F) || (c >= 0x391 && c <= 0x3AB);
  if (c <= 0x45F) return c <= 0x42F;
  if (c <= 0x52F) return (c >= 0x460 && c <= 0x481) || c >= 0x48A ? (c & 1) == 0 : false;
  if (c <= 0x587) return c >= 0x531 && c <= 0x556;
  return c >= 0x1E00 && c <= 0x1EFF && (c & 1) == 0;
}

bool is_small(char32_t c) {
  if (c < 0x370) return is_latin(c) && !is_latin_capital(c);
  const bool cased = c <= 0x587 || (c >= 0x1E00 && c <= 0x1FFF);
  return cased && is_spaced_letter(c) && !is_capital(c);
}

char32_t small_form(char32_t c) {
  if (!is_capital(c)) return c;
  if (c < 0x80) return c + 0x20;
  if (c < 0xE0) return c + 0x20;
  if (c == 0x178) return 0xFF;
  if (c < 0x370) return c + 1;
  if (c < 0x391) {  // capitals with a tonos
    constexpr std::array<char32_t, 10> kTonos{0x3AC, 0x387, 0x3AD, 0x3AE, 0x3AF,
                                              0x38B, 0x3CC, 0x38D, 0x3CD, 0x3CE};
    return kTonos[c - 0x386];
  }
  if (c <= 0x3AB) return c + 0x20;
  if (c < 0x410) return c + 0x50;
  if (c <= 0x42F) return c + 0x20;
  if (c < 0x531) return c + 1;
  if (c <= 0x556) return c + 0x30;
  return c + 1;
}

}  // namespace broadsheet
