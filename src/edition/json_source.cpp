#include "edition/json_source.h"

#include <array>

namespace broadsheet {

namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

uint32_t byte_at(std::string_view bytes, size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (size_t at = 0; at < bytes.size(); at += 3) {
    const uint32_t three = byte_at(bytes, at) << 16 | byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2);
    out += kLetters[three >> 18];
    out += kLetters[three >> 12 & 63];
    out += at + 1 < bytes.size() ? kLetters[three >> 6 & 63] : '=';
    out += at + 2 < bytes.size() ? kLetters[three & 63] : '=';
  }
  return out;
}

bool from_base64(std::string_view text, std::string& bytes) {
  static const std::array<int, 256> kValues = [] {
    std::array<int, 256> values{};
    values.fill(-1);
    for (size_t i = 0; i < kLetters.size(); ++i)
      values[static_cast<unsigned char>(kLetters[i])] = static_cast<int>(i);
    return values;
  }();
  bytes.clear();
  if (text.size() % 4 != 0) return false;
  for (int padding = 0; padding < 2 && !text.empty() && text.back() == '='; ++padding) text.remove_suffix(1);
  bytes.reserve(text.size() / 4 * 3 + 2);
  if (text.size() % 4 == 1) return false;
  uint32_t bits = 0;
  int have = 0;
  for (const char letter : text) {
    const int value = kValues[static_cast<unsigned char>(letter)];
    if (value < 0) return false;
    bits = bits << 6 | static_cast<uint32_t>(value);
    have += 6;
    if (have >= 8) {
      have -= 8;
      bytes += static_cast<char>(bits >> have & 0xFF);
    }
  }
  return true;
}

std::vector<uint32_t> pack_origin(const std::vector<uint32_t>& origin) {
  std::vector<uint32_t> packed;
  if (origin.empty()) return packed;
  size_t at = 0;
  while (at + 1 < origin.size()) {
    // One character: offsets stand still over its bytes and step on at its end.
    uint32_t length = 1;
    while (at + length + 1 < origin.size() && origin[at + length] == origin[at]) ++length;
    const uint32_t step = origin[at + length] - origin[at];
    const size_t runs = packed.size();
    if (runs >= 3 && packed[runs - 2] == length && packed[runs - 1] == step) {
      ++packed[runs - 3];
    } else {
      packed.insert(packed.end(), {1, length, step});
    }
    at += length;
  }
  // Text that does not begin where the bytes do (a byte order mark left out) needs its start.
  packed.insert(packed.begin(), origin.front());
  return packed;
}

bool unpack_origin(const std::vector<uint32_t>& packed, size_t limit, std::vector<uint32_t>& origin) {
  origin.clear();
  if (packed.size() % 3 != 1) return false;
  uint64_t now = packed.front();
  for (size_t run = 1; run < packed.size(); run += 3) {
    const uint64_t count = packed[run];
    const uint64_t length = packed[run + 1];
    const uint64_t step = packed[run + 2];
    if (length == 0 || count * length > limit || origin.size() + count * length > limit) return false;
    for (uint64_t i = 0; i < count; ++i) {
      origin.insert(origin.end(), static_cast<size_t>(length), static_cast<uint32_t>(now));
      now += step;
      if (now > UINT32_MAX) return false;
    }
  }
  origin.push_back(static_cast<uint32_t>(now));
  return true;
}

}  // namespace broadsheet
