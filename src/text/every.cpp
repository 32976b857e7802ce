#include "text/every.h"

namespace broadsheet {

bool every_is_plain(std::string_view text) {
  const auto* const byte = reinterpret_cast<const unsigned char*>(text.data());
  for (size_t i = 0; i < text.size();) {
    // All of 0x1000 to 0xCFFF, most of them hanzi.
    if (text.size() - i >= 3 && byte[i] - 0xE1U < 12 &&
        ((byte[i + 1] ^ 0x80U) | (byte[i + 2] ^ 0x80U)) < 0x40) {
      i += 3;
      continue;
    }
    const char32_t c = every_code_point(text, i);
    if (c == kReplacement || (c < 0x20 && !every_is_space(c))) return false;
  }
  return true;
}

}  // namespace broadsheet
