// GB18030 (and so GBK and GB 2312) to Unicode.
//
//     if (looks_like_gb18030(bytes)) { size_t i = 0; while (i < bytes.size()) c = next_gb18030(bytes, i); }
//
// Two-byte codes come from a table (src/text/gb18030.bin: the 126 x 190 codes in order, each as the
// zigzag-coded difference from the one before, seven bits a byte, low bits first; facts of GB 18030-2005,
// printed by Python's codec of that name). Four-byte codes follow from it: those of the BMP stand for all
// code points that have no shorter code, in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

// The 126 x 190 two-byte codes in order, 0 where there is none. Read from the table, or by the browser in the
// page.
inline constexpr size_t kGb18030Trails = 190;  // of each lead: 0x40 to 0xFE without 0x7F
inline constexpr size_t kGb18030Codes = 126 * kGb18030Trails;
std::vector<char32_t> gb18030_codes();

// Bytes that are no UTF-8, and make sense as GB18030: hardly a bad sequence, and mostly hanzi.
bool looks_like_gb18030(std::string_view bytes);

// The code point at byte `i` (i < size); `i` moves behind it. A byte that does not belong is U+FFFD and
// passed alone.
char32_t next_gb18030(std::string_view bytes, size_t& i);

}  // namespace broadsheet
