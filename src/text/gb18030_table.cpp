// The two-byte codes of GB18030 from the table in the program; the page asks its browser instead
// (src/browser).
#include "text/gb18030.h"
#include "text/packed.h"

namespace broadsheet {

extern const std::string_view kGb18030;  // embedded by the build from src/text/gb18030.bin

std::vector<char32_t> gb18030_codes() {
  std::vector<char32_t> codes;
  codes.reserve(kGb18030Codes);
  uint32_t code = 0;
  for (PackedBytes in{kGb18030}; !in.done();) {
    uint32_t step = in.number();  // even: so many halves up; odd: down
    code += step & 1 ? ~(step >> 1) : step >> 1;
    codes.push_back(code);
  }
  return codes;
}

}  // namespace broadsheet
