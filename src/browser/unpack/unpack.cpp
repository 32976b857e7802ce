// The unpacker of the one file, a module of its own: small enough to stand in the page's first script, and
// ten times as fast from a cold start as the same in JavaScript, which a browser first interprets.
//
//     at = room(length)    where `length` bytes of the page's text go (0: no memory)
//     at = unpack()        where the unpacked bytes stand (0: the text is cut short or damaged)
//     size()               how many they are
//
// The text is LZMA (I. Pavlov's specification of 2015; lc=1, lp=0, pb=0; its size in the header) as letters,
// written by web/letters.mjs, which says how. No browser unpacks LZMA by itself, but it makes the program
// a seventh smaller than gzip does. What it unpacks to is a program taken apart, which together.h puts
// together.
#include <cstddef>
#include <cstdint>

#include "browser/unpack/together.h"

extern "C" {
extern uint8_t __heap_base;
}

namespace {

constexpr uint32_t kPageBytes = 65536;
constexpr uint32_t kHeader = 13;
constexpr uint32_t kLongest = 64 << 20;
constexpr uint32_t kLiteralBits = 1;  // lc
// As in web/letters.mjs.
constexpr uint32_t kBase = 142, kTwo = 126, kThree = 139, kPairs = (kThree - kTwo) * kBase;
constexpr uint8_t kProperties = kLiteralBits;

// All probabilities in one array, each group at its place. One position state (pb=0), but the places as for
// sixteen.
constexpr uint32_t kMatch = 0, kRep = 192, kRepFirst = 204, kRepSecond = 216, kRepThird = 228,
                   kRepShort = 240, kSlot = 432, kFar = 688, kAlign = 804, kLength = 820, kRepLength = 1334,
                   kLiteral = 1848;
constexpr uint32_t kLengthMiddle = 130, kLengthHigh = 258;
constexpr uint32_t kOdds = kLiteral + (0x300u << kLiteralBits);

uint16_t odds[kOdds];
uint8_t* text = nullptr;
uint8_t* text_end = nullptr;
uint32_t waiting = 0;
uint32_t waiting_digits = 0;
uint64_t held = 0;
uint32_t held_bits = 0;
uint32_t range = 0;
uint32_t code = 0;
uint32_t whole = 0;
uint32_t together = 0;
bool damaged = false;

// One of the digits that the letters stand for: themselves, or up to two more that wait behind it.
uint32_t next_digit() {
  if (waiting_digits == 2) {
    waiting_digits = 1;
    return waiting / kBase;
  }
  if (waiting_digits == 1) {
    waiting_digits = 0;
    return waiting % kBase;
  }
  if (text >= text_end) {
    damaged = true;
    return 0;
  }
  uint32_t letter = *text++;
  if (letter < 0x80) return letter - (letter < 13 ? 1 : 2);
  const uint32_t second = *text++ & 0x3f;
  if (letter < 0xe0) {
    letter = ((letter & 0x1f) << 6 | second) - 0x80;
    waiting_digits = 1;
    waiting = letter;
    if (letter < kPairs) return kTwo + letter / kBase;
    waiting = letter > kPairs ? '/' - 2 : '!' - 2;
    return '<' - 2;
  }
  letter = (letter & 15) << 12 | second << 6 | (*text++ & 0x3f);
  letter -= letter < 0xd800 ? 0x800 : 0x1000;
  waiting_digits = 2;
  waiting = letter % (kBase * kBase);
  return kThree + letter / (kBase * kBase);
}

uint32_t next_byte() {
  if (held_bits < 8) {
    uint64_t number = 0;
    for (uint32_t i = 0; i < 7; ++i) number = number * kBase + next_digit();
    held = held << 50 | number;
    held_bits += 50;
  }
  held_bits -= 8;
  return static_cast<uint32_t>(held >> held_bits) & 0xff;
}

void narrow() {
  if (range >= 0x1000000) return;
  range <<= 8;
  code = code << 8 | next_byte();
}

uint32_t bit(uint32_t which) {
  uint16_t& odd = odds[which];
  const uint32_t bound = (range >> 11) * odd;
  uint32_t one = 0;
  if (code < bound) {
    range = bound;
    odd = static_cast<uint16_t>(odd + ((2048 - odd) >> 5));
  } else {
    range -= bound;
    code -= bound;
    odd = static_cast<uint16_t>(odd - (odd >> 5));
    one = 1;
  }
  narrow();
  return one;
}

uint32_t tree(uint32_t base, uint32_t bits) {
  uint32_t node = 1;
  for (uint32_t i = 0; i < bits; ++i) node = node << 1 | bit(base + node);
  return node - (1u << bits);
}

uint32_t backward_tree(uint32_t base, uint32_t bits) {
  uint32_t node = 1;
  uint32_t value = 0;
  for (uint32_t i = 0; i < bits; ++i) {
    const uint32_t one = bit(base + node);
    node = node << 1 | one;
    value |= one << i;
  }
  return value;
}

uint32_t length_at(uint32_t base) {
  if (!bit(base)) return tree(base + 2, 3);
  if (!bit(base + 1)) return 8 + tree(base + kLengthMiddle, 3);
  return 16 + tree(base + kLengthHigh, 8);
}

uint32_t distance_after(uint32_t length) {
  const uint32_t slot = tree(kSlot + ((length < 3 ? length : 3) << 6), 6);
  if (slot < 4) return slot;
  const uint32_t bits = (slot >> 1) - 1;
  const uint32_t high = (2 | (slot & 1)) << bits;
  if (slot < 14) return high + backward_tree(kFar + high - slot, bits);
  uint32_t direct = 0;
  for (uint32_t i = 4; i < bits; ++i) {
    range >>= 1;
    const uint32_t one = code >= range ? 1 : 0;
    if (one) code -= range;
    direct = direct << 1 | one;
    narrow();
  }
  return high + (direct << 4) + backward_tree(kAlign, 4);
}

// False where the text is cut short or damaged.
bool decode(uint8_t* out) {
  uint32_t state = 0;
  uint32_t recent[4] = {0, 0, 0, 0};
  for (uint32_t at = 0; at < whole;) {
    if (damaged) return false;
    if (!bit(kMatch + (state << 4))) {
      const uint32_t before = at ? out[at - 1] : 0;
      const uint32_t base = kLiteral + 0x300 * (before >> (8 - kLiteralBits));
      uint32_t letter = 1;
      if (state >= 7) {
        if (recent[0] >= at) return false;
        uint32_t match = out[at - recent[0] - 1];
        while (letter < 0x100) {
          const uint32_t wanted = match >> 7 & 1;
          match <<= 1;
          const uint32_t one = bit(base + ((1 + wanted) << 8) + letter);
          letter = letter << 1 | one;
          if (one != wanted) break;
        }
      }
      while (letter < 0x100) letter = letter << 1 | bit(base + letter);
      out[at++] = static_cast<uint8_t>(letter);
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    uint32_t length = 0;
    if (bit(kRep + state)) {
      uint32_t which = 0;
      if (bit(kRepFirst + state)) which = bit(kRepSecond + state) ? 2 + bit(kRepThird + state) : 1;
      const bool one_letter = which == 0 && !bit(kRepShort + (state << 4));
      const uint32_t distance = recent[which];
      for (; which > 0; --which) recent[which] = recent[which - 1];
      recent[0] = distance;
      length = one_letter ? 1 : 2 + length_at(kRepLength);
      state = one_letter ? (state < 7 ? 9 : 11) : (state < 7 ? 8 : 11);
    } else {
      for (uint32_t i = 3; i > 0; --i) recent[i] = recent[i - 1];
      length = length_at(kLength);
      recent[0] = distance_after(length);
      length += 2;
      state = state < 7 ? 7 : 10;
    }
    if (recent[0] >= at || length > whole - at) return false;
    for (; length > 0; --length, ++at) out[at] = out[at - recent[0] - 1];
  }
  return !damaged;
}

// Memory up to `end`; false where the browser gives no more.
bool reach(const uint8_t* end) {
  const size_t wanted = (reinterpret_cast<size_t>(end) + kPageBytes - 1) / kPageBytes;
  const size_t there = __builtin_wasm_memory_size(0);
  return wanted <= there || __builtin_wasm_memory_grow(0, wanted - there) != static_cast<size_t>(-1);
}

}  // namespace

extern "C" {

__attribute__((export_name("room"))) uint8_t* room(uint32_t length) {
  text = &__heap_base;
  text_end = text + length;
  return reach(text_end) ? text : nullptr;
}

__attribute__((export_name("unpack"))) uint8_t* unpack() {
  uint8_t* out = text_end;
  if (next_byte() != kProperties) return nullptr;
  for (uint32_t i = 1; i < kHeader; ++i) {
    const uint32_t byte = next_byte();
    if (i >= 5 && i < 9) whole |= byte << ((i - 5) * 8);
  }
  if (damaged || whole > kLongest || !reach(out + whole)) return nullptr;
  for (uint16_t& odd : odds) odd = 1024;
  next_byte();  // always zero
  for (uint32_t i = 0; i < 4; ++i) code = code << 8 | next_byte();
  range = 0xffffffff;
  if (!decode(out)) return nullptr;
  together = broadsheet::size_together(out, whole);
  uint8_t* const result = out + whole;
  if (together == 0 || together > kLongest || !reach(result + together + broadsheet::kSpare)) return nullptr;
  return broadsheet::put_together(out, whole, result) ? result : nullptr;
}

__attribute__((export_name("size"))) uint32_t size() {
  return together;
}
}
