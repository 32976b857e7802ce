// Numbers as the packed tables hold them: seven bits a byte, the lowest first, the eighth set while more
// follow.
//
//     PackedBytes in{kFoldTable};
//     uint32_t count = in.number();
//
// Behind the end come zeros.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet {

struct PackedBytes {
  std::string_view data;
  size_t at = 0;
  bool done() const { return at >= data.size(); }
  uint32_t byte() { return done() ? 0 : static_cast<unsigned char>(data[at++]); }
  uint32_t number() {
    uint32_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      uint32_t bits = byte();
      value |= (bits & 127) << shift;
      if (bits < 128) break;
    }
    return value;
  }
};

}  // namespace broadsheet
