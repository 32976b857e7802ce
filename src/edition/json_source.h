// How broadsheet-1 carries a dump that is not plain UTF-8: base64 for bytes that are no text, and runs for
// the way from the text's offsets to those of the bytes as given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// RFC 4648, section 4, with padding.
std::string to_base64(std::string_view bytes);
bool from_base64(std::string_view text, std::string& bytes);

// Source::origin as a flat list: the first offset, then triples (count, length, step): `count` times a
// character of `length` bytes of text that stands for `step` given bytes. 10,000 hanzi from GB18030 are one
// triple.
std::vector<uint32_t> pack_origin(const std::vector<uint32_t>& origin);

// The way back. False where the list is no such list, or gives more than `limit` offsets.
bool unpack_origin(const std::vector<uint32_t>& packed, size_t limit, std::vector<uint32_t>& origin);

}  // namespace broadsheet
