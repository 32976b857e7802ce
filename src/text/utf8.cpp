#include "text/utf8.h"

namespace broadsheet {

char32_t next_code_point(std::string_view text, size_t& i) {
  const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char lead = byte(i);
  if (lead < 0x80) {
    ++i;
    return lead;
  }
  int length = 0;
  char32_t value = 0;
  unsigned char low = 0x80;  // bounds of the second byte, which rule out overlong forms and surrogates
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    value = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    value = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    value = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    ++i;
    return kReplacement;
  }
  for (int k = 1; k < length; ++k) {
    const size_t at = i + static_cast<size_t>(k);
    if (at >= text.size() || byte(at) < low || byte(at) > high) {
      ++i;
      return kReplacement;
    }
    value = (value << 6) | (byte(at) & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  i += static_cast<size_t>(length);
  return value;
}

char* put_utf8(char* to, char32_t c) {
  const auto put = [&](char32_t byte) { *to++ = static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return to;
}

void append_utf8(std::string& out, char32_t c) {
  char bytes[4];
  out.append(bytes, static_cast<size_t>(put_utf8(bytes, c) - bytes));
}

std::string to_utf8(std::u32string_view text) {
  std::string out(text.size() * 4, 0);
  char* to = out.data();
  for (char32_t c : text) to = put_utf8(to, c);
  out.resize(static_cast<size_t>(to - out.data()));
  return out;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (size_t i = 0; i < text.size();) out.push_back(next_code_point(text, i));
  return out;
}

int utf8_length(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

bool is_valid_utf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const size_t before = i;
    if (next_code_point(text, i) == kReplacement && i == before + 1) return false;
  }
  return true;
}

}  // namespace broadsheet
