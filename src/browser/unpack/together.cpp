#include "browser/unpack/together.h"

namespace broadsheet {
namespace {

// As in web/apart.mjs.
enum Stream : uint8_t {
  kOperations,
  kReadLocals,
  kLocals,
  kAdded,
  kNumbers,
  kPlaces,
  kBranches,
  kDeclared,
  kFloats,
  kLongs,
  kTypes,
  kGlobals,
  kStreams
};
constexpr uint32_t kSizes =
    kStreams + 3;  // the first part, the streams, the whole, and how many functions there are
constexpr uint32_t kLongestSize = 5;  // bytes of a function's length
constexpr uint32_t kUnaligned = 0xc5;
constexpr uint32_t kMostLocals = 512;
// Alignments of the loads and stores.
constexpr uint32_t kFirstLoad = 0x28;
constexpr uint8_t kNatural[] = {2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2};

uint32_t number_at(const uint8_t* at) {
  uint32_t value = 0;
  __builtin_memcpy(&value, at, sizeof value);
  return value;
}

bool within(uint32_t value, uint32_t low, uint32_t high) {
  return value >= low && value <= high;
}

class Weaver {
 public:
  // `streams`: where the first begins, `end`: behind the last byte of all; `sizes`: how long they are.
  Weaver(const uint8_t* streams, const uint8_t* end, const uint8_t* sizes, uint8_t* out)
      : out_(out), end_(end) {
    for (const uint8_t*& stream : streams_) {
      stream = streams;
      const uint32_t size = number_at(sizes);
      if (size > static_cast<uint32_t>(end - streams)) return;
      streams += size;
      sizes += sizeof(uint32_t);
    }
    rest_ = streams;
  }

  // False where the streams do not fit in, or were read beyond.
  bool fits() const {
    for (const uint8_t* stream : streams_) {
      if (!stream || stream > end_) return false;
    }
    return rest_ != nullptr;
  }

  uint8_t* out() const { return out_; }
  const uint8_t* rest() const { return rest_; }

  // One function, its length before it. False where it does not end before `end`.
  bool function(const uint8_t* end) {
    uint8_t* const begin = out_;
    out_ += kLongestSize;
    for (uint32_t groups = number(kDeclared); groups > 0; --groups) {
      if (out_ > end) return false;
      number(kDeclared);
      bytes(kDeclared, 1);
    }
    for (; moved_ > 0; --moved_) recent_[moved_ - 1] = static_cast<uint16_t>(moved_ - 1);
    for (uint32_t depth = 1; depth > 0;) {
      if (out_ > end || !fits()) return false;
      const uint32_t align = *streams_[kOperations];
      const bool unaligned = within(align, kUnaligned, kUnaligned + 3);
      if (unaligned) ++streams_[kOperations];
      const uint32_t op = *streams_[kOperations];
      bytes(kOperations, 1);
      if (within(op, kFirstLoad, 0x3e))
        *out_++ = unaligned ? static_cast<uint8_t>(align - kUnaligned) : kNatural[op - kFirstLoad];
      if (op == 0x0b) --depth;
      if (within(op, 0x02, 0x04)) ++depth;
      if (!operation(op, end)) return false;
    }
    const uint8_t* const body = begin + kLongestSize;
    const auto size = static_cast<uint32_t>(out_ - body);
    out_ = begin;
    uint32_t left = size;
    for (; left >= 128; left >>= 7) *out_++ = static_cast<uint8_t>(left | 128);
    *out_++ = static_cast<uint8_t>(left);
    for (uint32_t i = 0; i < size; ++i) *out_++ = body[i];
    return true;
  }

 private:
  void bytes(Stream stream, uint32_t count) {
    for (; count > 0; --count) *out_++ = *streams_[stream]++;
  }

  uint32_t number(Stream stream) {
    uint32_t value = 0;
    for (uint32_t shift = 0; shift < 35; shift += 7) {
      const uint32_t byte = *streams_[stream]++;
      *out_++ = static_cast<uint8_t>(byte);
      value |= (byte & 127) << (shift & 31);
      if (byte < 128) break;
    }
    return value;
  }

  // The local that was last named so many locals ago; false where no function has as many.
  bool local() {
    uint8_t* const begin = out_;
    const uint32_t rank = number(kLocals);
    if (rank >= kMostLocals) return false;
    if (moved_ <= rank) moved_ = rank + 1;
    const uint16_t which = recent_[rank];
    for (uint32_t i = rank; i > 0; --i) recent_[i] = recent_[i - 1];
    recent_[0] = which;
    out_ = begin;
    if (which >= 128) *out_++ = static_cast<uint8_t>(which | 128);
    *out_++ = static_cast<uint8_t>(which >= 128 ? which >> 7 : which);
    return true;
  }

  // 64-bit numbers have up to ten bytes.
  void long_number() {
    for (uint32_t left = 10; left > 0; --left) {
      bytes(kLongs, 1);
      if (out_[-1] < 128) break;
    }
  }

  void place() {
    number(kOperations);
    number(kPlaces);
  }

  bool branches(const uint8_t* end) {
    for (uint32_t left = number(kBranches) + 1; left > 0; --left) {
      if (out_ > end) return false;
      number(kBranches);
    }
    return true;
  }

  // What stands behind `op`.
  bool operation(uint32_t op, const uint8_t* end) {
    const uint32_t next = *streams_[kOperations];
    if (within(op, 0x02, 0x04)) number(kTypes);
    if (within(op, 0x23, 0x24)) number(kGlobals);
    if (op == 0x10 || op == 0x11 || within(op, 0x3f, 0x40)) number(kOperations);
    if (op == 0x11) number(kOperations);
    if (within(op, 0x0c, 0x0d)) number(kBranches);
    if (op == 0x0e) return branches(end);
    if (op == 0x20 && within(next, kFirstLoad, 0x35))
      number(kReadLocals);
    else if (within(op, 0x20, 0x22))
      return local();
    if (within(op, kFirstLoad, 0x3e)) number(kPlaces);
    if (op == 0x41 && within(next, 0x6c, 0x78)) {
      ++streams_[kOperations];
      number(kOperations);
      *out_++ = static_cast<uint8_t>(next);
    } else if (op == 0x41) {
      number(next == 0x6a ? kAdded : kNumbers);
    }
    if (op == 0x42) long_number();
    if (within(op, 0x43, 0x44)) bytes(kFloats, op == 0x43 ? 4 : 8);
    if (op == 0xfc) bytes(kOperations, within(number(kOperations), 10, 11) ? (out_[-1] == 10 ? 2 : 1) : 0);
    if (op == 0xfd) vector(number(kOperations));
    return true;
  }

  void vector(uint32_t which) {
    if (which <= 11 || within(which, 84, 93)) place();
    if (within(which, 12, 13)) bytes(kFloats, 16);
    if (within(which, 21, 34) || within(which, 84, 91)) bytes(kOperations, 1);
  }

  const uint8_t* streams_[kStreams] = {};
  uint16_t recent_[kMostLocals];  // of kLocals, as they were last named
  uint32_t moved_ = kMostLocals;  // behind so many each stands at its own place
  const uint8_t* rest_ = nullptr;
  uint8_t* out_;
  const uint8_t* end_;
};

}  // namespace

uint32_t size_together(const uint8_t* packed, uint32_t size) {
  if (size < kSizes * sizeof(uint32_t)) return 0;
  return number_at(packed + size - 2 * sizeof(uint32_t));
}

bool put_together(const uint8_t* packed, uint32_t size, uint8_t* out) {
  const uint32_t whole = size_together(packed, size);
  if (whole == 0) return false;
  const uint8_t* const sizes = packed + size - kSizes * sizeof(uint32_t);
  const uint32_t first = number_at(sizes);
  const uint8_t* const end = out + whole;
  if (first > whole || first > static_cast<uint32_t>(sizes - packed)) return false;
  for (uint32_t i = 0; i < first; ++i) *out++ = packed[i];
  Weaver weaver(packed + first, sizes, sizes + sizeof(uint32_t), out);
  if (!weaver.fits()) return false;
  for (uint32_t left = number_at(sizes + (kSizes - 1) * sizeof(uint32_t)); left > 0; --left) {
    if (!weaver.function(end)) return false;
  }
  if (!weaver.fits()) return false;
  out = weaver.out();
  const uint8_t* rest = weaver.rest();
  while (rest < sizes && out < end) *out++ = *rest++;
  return rest == sizes && out == end;
}

}  // namespace broadsheet
