#include "text/seam_net.h"

#include <algorithm>

#include "text/every.h"
#include "text/ngram.h"

namespace broadsheet {

extern const std::string_view kSeamsZh;  // embedded by the build from src/text/seams_zh.bin

namespace {

constexpr long kMostStrange = 3;  // of the ten characters of a side
constexpr int16_t kMost = 16000;  // of a hidden unit: two of them stay within 16 bits

class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  uint32_t byte() {
    if (at_ < bytes_.size()) return static_cast<unsigned char>(bytes_[at_++]);
    ended_ = true;
    return 0;
  }
  uint32_t word() {
    uint32_t value = 0;
    for (int i = 0; i < 32; i += 8) value |= byte() << i;
    return value;
  }
  int16_t half() {
    const uint32_t low = byte();
    return static_cast<int16_t>(low | byte() << 8);
  }
  uint32_t variable() {  // seven bits a byte, the lowest first
    uint32_t value = 0;
    for (int i = 0; i < 28; i += 7) {
      const uint32_t one = byte();
      value |= (one & 0x7F) << i;
      if (one < 0x80) break;
    }
    return value;
  }
  bool ended() const { return ended_; }
  size_t left() const { return bytes_.size() - at_; }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace

// The format stands in src/text/SEAMS.md.
SeamNet::SeamNet(std::string_view table) {
  Bytes in(table);
  if (in.word() != 0x324E5342) return;  // "BSN2"
  const size_t characters = in.word();
  nat_ = std::max<uint32_t>(1, in.word());
  shift_ = static_cast<int32_t>(in.word()) / 1000.0;
  if (in.ended() || characters < 2 || characters > in.left()) return;
  std::vector<uint16_t> place(0x10000, kStrange);
  char32_t c = 0;
  for (size_t i = 2; i < characters; ++i) {
    c += in.variable();
    if (c < place.size()) place[c] = static_cast<uint16_t>(i);
  }
  std::vector<int16_t> points(characters * kPoint);
  for (int16_t& point : points) point = static_cast<int16_t>(static_cast<int>(in.byte()) - 7);
  weights_.resize(2 * kReach * kPoint * kHidden);
  for (size_t i = 0; i < weights_.size(); ++i) {
    const int more = static_cast<int>(in.byte()) - 128 + expected(weights_, i);
    weights_[i] = static_cast<int16_t>(kCoarse * std::clamp(more, -kMostWeight, kMostWeight));
  }
  for (int16_t& bias : bias_) bias = static_cast<int16_t>(in.half() >> 1);
  for (int16_t& worth : worth_) worth = in.half();
  if (in.ended()) return;
  // Words in Latin letters stand between hanzi now and then; what they say in a row is another language.
  place_.assign(place.size(), kStrange);
  for (char32_t one = 0; one < place_.size(); ++one) {
    const char32_t folded = fold_for_ngrams(one);
    if (folded < 'a' || folded > 'z') place_[one] = place[folded];
  }
  points_ = std::move(points);
  parts_.reset(new Units[2 * kReach * characters]);
  known_ = std::make_unique<std::atomic<uint8_t>[]>(2 * kReach * characters);
}

const SeamNet& SeamNet::chinese() {
  static const SeamNet kNet(kSeamsZh);
  return kNet;
}

uint16_t SeamNet::place_of(char32_t c) const {
  return c < place_.size() ? place_[c] : kStrange;
}

// What a character says in one of the 20 places, worked out when it is first asked for. Of several threads
// that ask at a time one keeps it, the others work it out for themselves.
const SeamNet::Units& SeamNet::part_of(size_t character, size_t place, Units& own) const {
  const size_t which = place * (points_.size() / kPoint) + character;
  std::atomic<uint8_t>& known = known_[which];
  if (known.load(std::memory_order_acquire) == kKnown) return parts_[which];
  uint8_t unknown = kUnknown;
  const bool keep = known.compare_exchange_strong(unknown, kUnderWay);
  Units& part = keep ? parts_[which] : own;
  part.fill(0);
  const int16_t* const point = &points_[character * kPoint];
  const int16_t* const weights = &weights_[place * kPoint * kHidden];
  // A point is at most 7, a weight 127, so that 32 products stay within 16 bits.
  for (size_t d = 0; d < kPoint; ++d) {
    for (size_t h = 0; h < kHidden; ++h)
      part[h] = static_cast<int16_t>(part[h] + point[d] * weights[d * kHidden + h]);
  }
  for (int16_t& unit : part) unit = static_cast<int16_t>(unit >> 1);
  if (keep) known.store(kKnown, std::memory_order_release);
  return part;
}

SeamNet::Side SeamNet::side(const Places& characters, size_t which) const {
  // Of halves, so that ten stay within 16 bits and eight sums are made at a time: their bound is 26,900 in
  // the table that we have.
  Units sum{};
  if (which == 0) sum = bias_;
  Units own;
  for (size_t i = 0; i < kReach; ++i) {
    const Units& part = part_of(characters[i], which * kReach + i, own);
    for (size_t h = 0; h < kHidden; ++h) sum[h] = static_cast<int16_t>(sum[h] + part[h]);
  }
  Side out;
  for (size_t h = 0; h < kHidden; ++h) out.units[h] = std::clamp(sum[h], static_cast<int16_t>(-kMost), kMost);
  out.foreign = std::count(characters.begin(), characters.end(), kStrange) >= kMostStrange;
  return out;
}

template <class Away>
SeamNet::Side SeamNet::look(Away c, Away end, size_t which) const {
  if (empty()) return {.foreign = true};
  Places characters;
  characters.fill(kNothing);
  for (size_t n = 0; c != end && n < kReach; ++c) {
    if (!every_is_space(*c)) characters[n++] = place_of(*c);
  }
  return side(characters, which);
}

SeamNet::Side SeamNet::left_of(std::u32string_view text) const {
  return look(text.rbegin(), text.rend(), 0);
}

SeamNet::Side SeamNet::right_of(std::u32string_view text) const {
  return look(text.begin(), text.end(), 1);
}

double SeamNet::continuation(const Side& left, const Side& right) const {
  if (left.foreign || right.foreign) return 0;
  Units both;  // within 16 bits, so that eight of them are weighted at a time
  for (size_t h = 0; h < kHidden; ++h)
    both[h] = std::max<int16_t>(0, static_cast<int16_t>(left.units[h] + right.units[h]));
  int32_t sum = 0;
  for (size_t h = 0; h < kHidden; ++h) sum += static_cast<int32_t>(worth_[h]) * both[h];
  return 2.0 * sum / nat_ + shift_;
}

}  // namespace broadsheet
