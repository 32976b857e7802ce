#include "compose/page_words.h"

#include <string>

namespace broadsheet {

PageWords::PageWords(const std::vector<Piece>& pieces) {
  size_t characters = 64;
  for (const Piece& piece : pieces) characters += piece.text.size();
  size_t size = 256;
  while (size < characters * 8) size *= 2;
  bits_.assign(size / 64, 0);
  mask_ = size - 1;
  for (const Piece& piece : pieces) {
    const std::u32string& text = piece.text;
    for (size_t i = 0; i + 2 < text.size(); ++i) {
      const size_t bit = place(text[i], text[i + 1], text[i + 2]);
      bits_[bit / 64] |= uint64_t{1} << (bit % 64);
    }
  }
}

int PageWords::known(const Piece& left, const Piece& right) const {
  const std::u32string& a = left.text;
  const std::u32string& b = right.text;
  if (a.size() < 2 || b.size() < 2) return 0;
  return has(a[a.size() - 2], a.back(), b[0]) + has(a.back(), b[0], b[1]);
}

size_t PageWords::place(char32_t a, char32_t b, char32_t c) const {
  const uint64_t key = (static_cast<uint64_t>(a) * 0x9E3779B97F4A7C15ULL) ^
                       (static_cast<uint64_t>(b) * 0xC2B2AE3D27D4EB4FULL) ^
                       (static_cast<uint64_t>(c) * 0x165667B19E3779F9ULL);
  return (key >> 20) & mask_;
}

int PageWords::has(char32_t a, char32_t b, char32_t c) const {
  const size_t bit = place(a, b, c);
  return static_cast<int>(bits_[bit / 64] >> (bit % 64) & 1);
}

}  // namespace broadsheet
