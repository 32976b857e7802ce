// Puts a program together again whose instructions web/apart.mjs has taken apart, which says how.
//
//     const uint32_t whole = size_together(packed, size);
//     if (put_together(packed, size, out)) …    // `out`: room for `whole` bytes and kSpare more
#pragma once

#include <cstdint>

namespace broadsheet {

// Bytes behind the result that may be written as well.
constexpr uint32_t kSpare = 64;

// The size that the result will have, in bytes; 0 where `packed` cannot be what was packed.
uint32_t size_together(const uint8_t* packed, uint32_t size);

// False where the parts do not fit together; what is at `out` is then of no use.
bool put_together(const uint8_t* packed, uint32_t size, uint8_t* out);

}  // namespace broadsheet
