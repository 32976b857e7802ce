// Finds a needle in a row of units by SIMD: eight 16-bit units (sixteen bytes) at once; and passes over bytes
// without a digit.
//
// The first and the last unit of the needle are compared with the text in step; only where both are equal is
// the rest looked at (W. Muła, "SIMD-friendly algorithms for substring searching", 2016, generic SIMD).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace broadsheet {

namespace scan_detail {

// Bit i is set where a[i] == first and b[i] == last, for the 16 bytes at each.
#if defined(__wasm_simd128__)
template <class T>
struct Pair {
  v128_t first, last;
  Pair(T f, T l) {
    if constexpr (sizeof(T) == 2) {
      first = wasm_i16x8_splat(static_cast<int16_t>(f)), last = wasm_i16x8_splat(static_cast<int16_t>(l));
    } else {
      first = wasm_i8x16_splat(static_cast<int8_t>(f)), last = wasm_i8x16_splat(static_cast<int8_t>(l));
    }
  }
  uint32_t at(const T* a, const T* b) const {
    v128_t x = wasm_v128_load(a), y = wasm_v128_load(b);
    if constexpr (sizeof(T) == 2) {
      v128_t both = wasm_v128_and(wasm_i16x8_eq(x, first), wasm_i16x8_eq(y, last));
      return wasm_v128_any_true(both) ? wasm_i16x8_bitmask(both) : 0;
    } else {
      v128_t both = wasm_v128_and(wasm_i8x16_eq(x, first), wasm_i8x16_eq(y, last));
      return wasm_v128_any_true(both) ? wasm_i8x16_bitmask(both) : 0;
    }
  }
};
#elif defined(__SSE2__)
template <class T>
struct Pair {
  __m128i first, last;
  Pair(T f, T l) {
    if constexpr (sizeof(T) == 2) {
      first = _mm_set1_epi16(static_cast<int16_t>(f)), last = _mm_set1_epi16(static_cast<int16_t>(l));
    } else {
      first = _mm_set1_epi8(static_cast<char>(f)), last = _mm_set1_epi8(static_cast<char>(l));
    }
  }
  uint32_t at(const T* a, const T* b) const {
    __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(a));
    __m128i y = _mm_loadu_si128(reinterpret_cast<const __m128i*>(b));
    if constexpr (sizeof(T) == 2) {
      __m128i both = _mm_and_si128(_mm_cmpeq_epi16(x, first), _mm_cmpeq_epi16(y, last));
      return static_cast<uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(both, _mm_setzero_si128())));
    } else {
      return static_cast<uint32_t>(
          _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(x, first), _mm_cmpeq_epi8(y, last))));
    }
  }
};
#else
template <class T>
struct Pair {
  T first, last;
  Pair(T f, T l) : first(f), last(l) {}
  uint32_t at(const T* a, const T* b) const {
    uint32_t bits = 0;
    for (unsigned i = 0; i < 16 / sizeof(T); ++i)
      bits |= static_cast<uint32_t>(a[i] == first && b[i] == last) << i;
    return bits;
  }
};
#endif

// Whether a digit, ASCII or full-width (EF BC 90 to EF BC 99), may begin among the 16 bytes; reads 18.
inline bool may_hold_digit(const unsigned char* at) {
#if defined(__wasm_simd128__)
  v128_t x = wasm_v128_load(at), y = wasm_v128_load(at + 2);
  v128_t ten = wasm_i8x16_splat(10), wide = wasm_i8x16_eq(x, wasm_i8x16_splat(static_cast<int8_t>(0xEF)));
  v128_t digit = wasm_u8x16_lt(wasm_i8x16_sub(x, wasm_i8x16_splat('0')), ten);
  v128_t third = wasm_u8x16_lt(wasm_i8x16_sub(y, wasm_i8x16_splat(static_cast<int8_t>(0x90))), ten);
  return wasm_v128_any_true(wasm_v128_or(digit, wasm_v128_and(wide, third)));
#elif defined(__SSE2__)
  __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  __m128i y = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 2));
  auto below_ten = [](__m128i v) { return _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(9)), v); };
  __m128i digit = below_ten(_mm_sub_epi8(x, _mm_set1_epi8('0')));
  __m128i third = below_ten(_mm_sub_epi8(y, _mm_set1_epi8(static_cast<char>(0x90))));
  __m128i wide = _mm_and_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(static_cast<char>(0xEF))), third);
  return _mm_movemask_epi8(_mm_or_si128(digit, wide)) != 0;
#else
  (void)at;
  return true;
#endif
}

}  // namespace scan_detail

// Calls found(offset) for every place of the needle in text, overlapping ones too, ascending. T: char16_t,
// uint8_t or char.
template <class T, class Found>
void scan_units(const T* text, size_t size, const T* needle, size_t length, Found&& found) {
  if (length == 0 || length > size) return;
  size_t starts = size - length + 1, i = 0;
  constexpr size_t kStep = 16 / sizeof(T);
  scan_detail::Pair<T> pair(needle[0], needle[length - 1]);
  const T* tail = text + length - 1;
  size_t middle = length > 2 ? (length - 2) * sizeof(T) : 0;
  for (; i + kStep <= starts; i += kStep) {
    uint32_t bits = pair.at(text + i, tail + i);
    while (bits != 0) {
      size_t at = i + static_cast<size_t>(__builtin_ctz(bits));
      bits &= bits - 1;
      if (middle == 0 || std::memcmp(text + at + 1, needle + 1, middle) == 0) found(at);
    }
  }
  for (; i < starts; ++i)
    if (text[i] == needle[0] && tail[i] == needle[length - 1] &&
        (middle == 0 || std::memcmp(text + i + 1, needle + 1, middle) == 0))
      found(i);
}

}  // namespace broadsheet
