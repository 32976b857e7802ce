// The two-byte codes of GB18030 from the browser, which carries them anyway: 15 KB less in the page.
#include "browser/js.h"
#include "text/gb18030.h"

namespace broadsheet {

std::vector<char32_t> gb18030_codes() {
  std::vector<char32_t> codes(kGb18030Codes);
  browser::js_gb18030(codes.data());
  return codes;
}

}  // namespace broadsheet
