#include "text/encoding.h"

#include "text/gb18030.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

// UTF-16 shows itself by its BOM, or by every second byte of much of the text being zero or alike.
int utf16_of(std::string_view bytes) {
  if (bytes.size() < 2) return 0;
  const auto at = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (at(0) == 0xFF && at(1) == 0xFE) return 1;
  if (at(0) == 0xFE && at(1) == 0xFF) return 2;
  return 0;
}

Decoded decode_utf16(std::string_view bytes, bool big) {
  Decoded out;
  out.encoding = big ? "utf-16be" : "utf-16le";
  const auto unit = [&](size_t i) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big ? a << 8 | b : b << 8 | a);
  };
  const auto put = [&](char32_t c, size_t from) {
    append_utf8(out.text, c);
    out.origin.resize(out.text.size(), static_cast<uint32_t>(from));
  };
  size_t i = 0;
  while (i + 1 < bytes.size()) {
    const size_t from = i;
    char32_t c = unit(i);
    i += 2;
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < bytes.size() && unit(i) >= 0xDC00 && unit(i) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i) - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = kReplacement;
    }
    put(c, from);
  }
  if (i < bytes.size()) put(kReplacement, i);
  out.origin.push_back(static_cast<uint32_t>(bytes.size()));
  return out;
}

Decoded decode_gb18030(std::string_view bytes) {
  Decoded out;
  out.encoding = "gb18030";
  for (size_t i = 0; i < bytes.size();) {
    const size_t from = i;
    append_utf8(out.text, next_gb18030(bytes, i));
    out.origin.resize(out.text.size(), static_cast<uint32_t>(from));
  }
  out.origin.push_back(static_cast<uint32_t>(bytes.size()));
  return out;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  const int utf16 = utf16_of(bytes);
  if (utf16 != 0) return decode_utf16(bytes, utf16 == 2);
  if (looks_like_gb18030(bytes)) return decode_gb18030(bytes);
  Decoded out;
  out.text = std::string(bytes);
  return out;
}

}  // namespace broadsheet
