#include "view/phone_code.h"

#include <qrcodegen.h>

#include <string>

namespace broadsheet::view {

namespace {
constexpr int kFinest = 12;  // QR version: 65 modules a side, links of about 280 bytes
constexpr size_t kBuffer = qrcodegen_BUFFER_LEN_FOR_VERSION(kFinest);
}  // namespace

bool PhoneCode::dark(int x, int y) const {
  return qrcodegen_getModule(bits.data(), x, y);
}

PhoneCode make_phone_code(std::string_view link) {
  PhoneCode code;
  if (link.empty() || link.size() > 400) return code;
  std::vector<uint8_t> scratch(kBuffer);
  code.bits.resize(kBuffer);
  // Medium correction, more where it costs no finer modules: a wall has glare and dust.
  if (qrcodegen_encodeText(std::string(link).c_str(), scratch.data(), code.bits.data(), qrcodegen_Ecc_MEDIUM,
                           qrcodegen_VERSION_MIN, kFinest, qrcodegen_Mask_AUTO, true))
    code.size = qrcodegen_getSize(code.bits.data());
  return code;
}

}  // namespace broadsheet::view
