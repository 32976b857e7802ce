#include "view/linebreak.h"

#include <algorithm>
#include <iterator>

extern "C" {
#include <linebreak.h>
}

namespace broadsheet::view {

namespace {

constexpr char32_t kOpening[] = U"‘“〈《「『【〔〖〘〝（［｛｟";
constexpr char32_t kClosing[] = U"’”、。〉》」』】〕〗〙〞，．：；！？）］｝｠";
constexpr char32_t kNeverFirst[] = U"·・‧々〻ーゝゞヽヾ％‰℃℉°′″%~～)]}!?,.:;";
constexpr char32_t kNeverLast[] = U"([{$¥￥€£＄№#＃";
// Measure words and units, and what they are made of: 万元 公里 小时 平方米 摄氏度. A number keeps up to
// three.
constexpr char32_t kUnits[] =
    U"元万亿年月日时分秒个家人名位项件次届期号版栋座台辆吨米里亩度倍成折岁层章条款千百十多余"
    U"小钟天周公斤顷平方立摄氏毫厘升克瓦美欧萬億個歲層輛噸號";

template <size_t N>
bool among(const char32_t (&set)[N], uint32_t code) {
  return std::find(std::begin(set), std::end(set) - 1, static_cast<char32_t>(code)) != std::end(set) - 1;
}

bool is_digit(uint32_t code) {
  return code >= '0' && code <= '9';
}

}  // namespace

uint32_t decode(std::string_view text, size_t& at) {
  uint8_t lead = static_cast<uint8_t>(text[at]);
  if (lead < 0x80) return static_cast<uint8_t>(text[at++]);
  size_t more = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
  uint32_t code = lead & (0x3fu >> more);
  for (size_t i = 1; i <= more; ++i) {
    uint8_t next = at + i < text.size() ? static_cast<uint8_t>(text[at + i]) : 0;
    if ((next & 0xc0) != 0x80) more = 0;
    code = (code << 6) | (next & 0x3f);
  }
  if (more == 0) {
    ++at;
    return 0xfffd;
  }
  at += more + 1;
  return code;
}

bool is_opening(uint32_t code) {
  return among(kOpening, code);
}
bool is_closing(uint32_t code) {
  return among(kClosing, code);
}
bool may_begin_line(uint32_t code) {
  return !is_closing(code) && !among(kNeverFirst, code);
}
bool may_end_line(uint32_t code) {
  return !is_opening(code) && !among(kNeverLast, code);
}

bool is_hanzi(uint32_t code) {
  return (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0x3003 && code <= 0x3007) || code == 0x3012 ||
         (code >= 0x3021 && code <= 0x3029) || (code >= 0x3041 && code <= 0x312f) ||
         (code >= 0x3190 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) ||
         (code >= 0xff02 && code <= 0xff5e && !is_opening(code) && !is_closing(code)) ||
         (code >= 0x20000 && code <= 0x3ffff);
}

bool is_latin_letter(uint32_t code) {
  return is_digit(code) || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
         (code >= 0xc0 && code <= 0x24f && code != 0xd7 && code != 0xf7) || (code >= 0x370 && code <= 0x52f);
}

std::vector<Break> find_breaks(std::string_view text) {
  static const bool ready = (init_linebreak(), true);
  (void)ready;
  std::vector<Break> breaks(text.size(), Break::kNone);
  if (text.empty()) return breaks;
  bool chinese = false;
  for (size_t at = 0; at < text.size() && !chinese;) chinese = is_hanzi(decode(text, at));
  std::vector<char> raw(text.size());
  set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), chinese ? "zh" : "en",
                      raw.data());
  uint32_t before = 0;
  int units = 0;  // that may still go with the number before
  for (size_t at = 0; at < text.size();) {
    uint32_t code = decode(text, at);
    size_t last = at - 1;
    if (is_digit(code))
      units = 3;
    else if (code == ' ' ? units < 3 : !among(kUnits, code))
      units = 0;
    if (at >= text.size()) break;
    size_t peek = at;
    uint32_t next = decode(text, peek);
    Break& here = breaks[last];
    if (raw[last] == LINEBREAK_MUSTBREAK) {
      here = Break::kForced;
    } else if (raw[last] == LINEBREAK_ALLOWBREAK) {
      here = Break::kAllowed;
      bool dash = (code == 0x2014 && next == 0x2014) || (code == 0x2026 && next == 0x2026);
      bool joined =
          chinese && (code == '-' || code == 0x2013) && is_latin_letter(next) && is_latin_letter(before);
      bool apostrophe = code == 0x2019 && is_latin_letter(before) && is_latin_letter(next);
      if (dash || joined || apostrophe || !may_begin_line(next) || !may_end_line(code)) here = Break::kNone;
      // A number and the Latin unit after its space: 62 km.
      if (code == ' ' && is_digit(before) && is_latin_letter(next)) {
        size_t end = at;
        while (end < text.size() && end - at < 4 && is_latin_letter(static_cast<uint8_t>(text[end]))) ++end;
        if (end - at < 4) here = Break::kDiscouraged;
      }
    } else if (chinese && raw[last] == LINEBREAK_NOBREAK &&
               ((is_hanzi(next) && is_closing(code)) || (is_opening(next) && is_hanzi(code)))) {
      here = Break::kAllowed;  // behind or before a quotation mark that UAX #14 leaves ambiguous
    }
    if (units > 0 && here == Break::kAllowed && among(kUnits, next)) {
      --units;
      here = Break::kDiscouraged;
    }
    before = code;
  }
  return breaks;
}

}  // namespace broadsheet::view
