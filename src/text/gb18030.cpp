#include "text/gb18030.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "text/every.h"
#include "text/fold.h"

namespace broadsheet {

namespace {

struct Tables {
  std::vector<char32_t> two;   // by (lead - 0x81) * 190 + trail
  std::vector<char32_t> four;  // the BMP's code points without a shorter code, in order
};

Tables make_tables() {
  Tables tables;
  tables.two = gb18030_codes();
  std::vector<bool> shorter(0x10000, false);
  for (char32_t c : tables.two) {
    if (c < 0x10000) shorter[c] = true;
  }
  for (char32_t c = 0x80; c < 0x10000; ++c) {
    if (!shorter[c] && (c < 0xD800 || c > 0xDFFF)) tables.four.push_back(c);
  }
  return tables;
}

const Tables& tables() {
  static const Tables kTables = make_tables();
  return kTables;
}

}  // namespace

char32_t next_gb18030(std::string_view bytes, size_t& i) {
  const auto at = [&](size_t k) -> unsigned {
    return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0;
  };
  const unsigned lead = at(i);
  if (lead < 0x80) {
    ++i;
    return lead;
  }
  const unsigned second = at(i + 1);
  if (lead >= 0x81 && lead <= 0xFE && second >= 0x40 && second <= 0xFE && second != 0x7F) {
    const size_t index = (lead - 0x81) * kGb18030Trails + second - (second > 0x7F ? 0x41 : 0x40);
    if (index < tables().two.size() && tables().two[index] != 0) {
      i += 2;
      return tables().two[index];
    }
  }
  const unsigned third = at(i + 2);
  const unsigned fourth = at(i + 3);
  if (lead >= 0x81 && lead <= 0xFE && second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xFE &&
      fourth >= 0x30 && fourth <= 0x39) {
    const size_t line =
        (((lead - 0x81) * size_t{10} + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
    constexpr size_t kBeyond = 189000;  // 0x90308130 is U+10000
    char32_t c = kReplacement;
    if (line < tables().four.size()) c = tables().four[line];
    if (line >= kBeyond && line - kBeyond < 0x100000) c = static_cast<char32_t>(0x10000 + line - kBeyond);
    if (c != kReplacement) {
      i += 4;
      return c;
    }
  }
  ++i;
  return kReplacement;
}

bool looks_like_gb18030(std::string_view bytes) {
  const std::string_view part = bytes.substr(0, 1 << 16);
  if (every_is_plain(part)) return false;
  size_t good = 0;
  size_t bad = 0;
  for (size_t i = 0; i < part.size();) {
    const size_t from = i;
    const bool wide = static_cast<unsigned char>(part[i]) >= 0x80;
    const char32_t c = every_code_point(part, i);
    if (wide) ++(c == kReplacement && i == from + 1 ? bad : good);
  }
  if (bad < 4 || bad < good) return false;  // UTF-8, with a bad byte or two
  size_t chars = 0;
  size_t hanzi = 0;
  size_t broken = 0;
  for (size_t i = 0; i < part.size();) {
    const bool wide = static_cast<unsigned char>(part[i]) >= 0x80;
    const char32_t c = next_gb18030(part, i);
    if (c == 0) return false;
    if (!wide) continue;
    ++chars;
    broken += c == kReplacement;
    hanzi += is_hanzi(c) || (c >= 0x2010 && c < 0x2040) || (c >= 0x3000 && c < 0x3020) ||
             (c >= 0xFF00 && c < 0xFFF0);
  }
  return broken * 50 <= chars && hanzi * 10 >= chars * 9;
}

}  // namespace broadsheet
