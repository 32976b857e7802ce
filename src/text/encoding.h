// What encoding bytes are in, and the same as UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct Decoded {
  std::string encoding = "utf-8";  // utf-8, utf-16le, utf-16be, gb18030
  std::string text;                // UTF-8; for utf-8 the very bytes, BOM and bad bytes included
  std::vector<uint32_t> origin;  // offset in the given bytes of each byte of `text` and one past; empty: same
};

// Never fails: what cannot be read becomes U+FFFD.
Decoded decode(std::string_view bytes);

}  // namespace broadsheet
