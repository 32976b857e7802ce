// The two-byte codes of GB18030 from the table in the program; the page asks its browser instead
// (src/browser).
#include "text/gb18030.h"

namespace broadsheet {

extern const std::string_view kGb18030;  // embedded by the build from src/text/gb18030.bin

std::vector<char32_t> gb18030_codes() {
  std::vector<char32_t> codes;
  codes.reserve(kGb18030Codes);
  int64_t code = 0;
  int64_t value = 0;
  int shift = 0;
  for (char byte : kGb18030) {
    const auto bits = static_cast<unsigned char>(byte);
    value |= static_cast<int64_t>(bits & 0x7F) << shift;
    shift += 7;
    if (bits & 0x80) continue;
    code += value & 1 ? -((value + 1) / 2) : value / 2;
    codes.push_back(static_cast<char32_t>(code));
    value = 0;
    shift = 0;
  }
  return codes;
}

}  // namespace broadsheet
