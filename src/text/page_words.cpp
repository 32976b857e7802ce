#include "text/page_words.h"

#include <array>
#include <string>

#include "text/every.h"

namespace broadsheet {

PageWords::PageWords(size_t characters) {
  size_t size = 256;
  while (size < (characters + 64) * 64) size *= 2;
  bits_.assign(size / 64, 0);
  mask_ = size - 1;
}

PageWords::PageWords(std::string_view text) : PageWords(text.size() / 3) {
  std::u32string run;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = every_code_point(text, at);
    const bool space = every_is_space(c);
    if (!space) run.push_back(every_fold(c));
    if (!space && at < text.size()) continue;
    add(run);
    run.clear();
  }
}

void PageWords::add(std::u32string_view run) {
  for (size_t i = 0; i + 2 < run.size(); ++i) {
    const size_t bit = place(run[i], run[i + 1], run[i + 2]);
    bits_[bit / 64] |= uint64_t{1} << (bit % 64);
  }
}

int PageWords::known(std::u32string_view left, std::u32string_view right) const {
  if (left.size() < 2 || right.size() < 2) return 0;
  return has(left[left.size() - 2], left.back(), right[0]) + has(left.back(), right[0], right[1]);
}

int PageWords::known(std::string_view left, std::string_view right) const {
  std::array<char32_t, 2> last{};
  for (size_t at = left.size() > 16 ? left.size() - 16 : 0; at < left.size();) {
    const char32_t c = next_code_point(left, at);
    if (is_space(c)) continue;
    last = {last[1], fold_char(c)};
  }
  std::array<char32_t, 2> first{};
  size_t count = 0;
  for (size_t at = 0; at < right.size() && count < 2;) {
    const char32_t c = next_code_point(right, at);
    if (!is_space(c)) first[count++] = fold_char(c);
  }
  if (last[0] == 0 || count < 2) return 0;
  return known(std::u32string_view(last.data(), 2), std::u32string_view(first.data(), 2));
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
