#include "text/ngram.h"

namespace broadsheet {

extern const std::string_view kNgramsZh;  // embedded by the build from src/text/ngrams_zh.bin

namespace {

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
uint64_t mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

uint32_t fingerprint_of(uint64_t mixed) {
  return static_cast<uint32_t>(mixed >> (64 - kNgramBits));
}

class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}
  bool bit() {
    if (at_ >= bytes_.size() * 8) {
      ended_ = true;
      return false;
    }
    const bool set = (static_cast<unsigned char>(bytes_[at_ / 8]) >> (at_ % 8)) & 1;
    ++at_;
    return set;
  }
  uint32_t bits(int count) {
    uint32_t value = 0;
    for (int i = 0; i < count; ++i) value |= static_cast<uint32_t>(bit()) << i;
    return value;
  }
  uint32_t rice(int parameter) {
    uint32_t high = 0;
    while (bit()) ++high;
    return (high << parameter) | bits(parameter);
  }
  bool ended() const { return ended_; }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace

char32_t fold_for_ngrams(char32_t c) {
  if (c >= 0xFF01 && c < 0xFF5F) c -= 0xFEE0;
  if (c >= '0' && c <= '9') return '0';
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  return c;
}

uint32_t ngram_fingerprint(char32_t a, char32_t b) {
  return fingerprint_of(mix(static_cast<uint64_t>(a) << 21 | b));
}

uint32_t ngram_fingerprint(char32_t a, char32_t b, char32_t c) {
  return fingerprint_of(mix(mix(static_cast<uint64_t>(a) << 21 | b) ^ c));
}

void NgramModel::Slots::reserve(uint32_t count) {
  uint32_t size = 16;
  while (size < count * 2) size *= 2;
  slot.assign(size, 0);
  mask = size - 1;
}

void NgramModel::Slots::put(uint32_t fingerprint, int value) {
  uint32_t i = (fingerprint * 0x9e3779b1u) & mask;
  while (slot[i] != 0) i = (i + 1) & mask;
  slot[i] = (fingerprint << 8) | static_cast<uint32_t>(value + 128);
}

int NgramModel::Slots::get(uint32_t fingerprint) const {
  if (slot.empty()) return 0;
  // Four at a time: no branch that a processor cannot foresee. None that is sought stands behind a free slot.
  for (uint32_t i = fingerprint * 0x9e3779b1u;; i += 4) {
    uint32_t found = 0;
    bool free = false;
    for (uint32_t k = 4; k-- > 0;) {
      const uint32_t one = slot[(i + k) & mask];
      found = one >> 8 == fingerprint ? one : found;
      free |= one == 0;
    }
    if (found != 0 || free) return found != 0 ? static_cast<int>(found & 0xFF) - 128 : 0;
  }
}

// The format stands in src/text/NGRAMS.md.
NgramModel::NgramModel(std::string_view table) {
  BitReader reader(table);
  if (reader.bits(32) != 0x31474E42) return;  // "BNG1"
  for (Slots* slots : {&pairs_, &triples_}) {
    const uint32_t total = reader.bits(32);
    const uint32_t groups = reader.bits(8);
    if (reader.ended() || total > (1u << (kNgramBits - 1))) break;
    slots->reserve(total + 1);
    uint32_t seen = 0;
    for (uint32_t g = 0; g < groups && !reader.ended(); ++g) {
      const int value = static_cast<int>(reader.bits(8)) - 128;
      const uint32_t size = reader.bits(32);
      const int parameter = static_cast<int>(reader.bits(8));
      if (parameter > kNgramBits || size > total - seen) return;
      uint32_t fingerprint = 0;
      for (uint32_t i = 0; i < size && !reader.ended(); ++i) {
        fingerprint += reader.rice(parameter);
        slots->put(fingerprint & ((1u << kNgramBits) - 1), value);
      }
      seen += size;
    }
    count_ += seen;
  }
  if (reader.ended()) {
    pairs_ = {};
    triples_ = {};
    count_ = 0;
  }
}

const NgramModel& NgramModel::chinese() {
  static const NgramModel kModel(kNgramsZh);
  return kModel;
}

int NgramModel::bigram(char32_t a, char32_t b) const {
  return pairs_.get(ngram_fingerprint(a, b));
}

int NgramModel::trigram(char32_t a, char32_t b, char32_t c) const {
  return triples_.get(ngram_fingerprint(a, b, c));
}

NgramModel::Left NgramModel::left_of(std::u32string_view text) {
  if (text.empty()) return {};
  Left left{fold_for_ngrams(text.back()), 0};
  if (text.size() > 1)
    left.pair = mix(static_cast<uint64_t>(fold_for_ngrams(text[text.size() - 2])) << 21 | left.last);
  return left;
}

NgramModel::Right NgramModel::right_of(std::u32string_view text) {
  if (text.empty()) return {};
  return {fold_for_ngrams(text[0]), text.size() > 1 ? fold_for_ngrams(text[1]) : 0};
}

int NgramModel::continuation(const Left& left, const Right& right) const {
  if (left.last == 0 || right.first == 0) return 0;
  const uint64_t middle = mix(static_cast<uint64_t>(left.last) << 21 | right.first);
  int nats = pairs_.get(fingerprint_of(middle));
  if (left.pair != 0) nats += triples_.get(fingerprint_of(mix(left.pair ^ right.first)));
  if (right.second != 0) nats += triples_.get(fingerprint_of(mix(middle ^ right.second)));
  return nats;
}

int NgramModel::continuation(std::u32string_view left, std::u32string_view right) const {
  return continuation(left_of(left), right_of(right));
}

int NgramModel::beginning(std::u32string_view text) const {
  if (text.empty()) return 0;
  const char32_t a = fold_for_ngrams(text[0]);
  int nats = bigram(kNgramBegin, a);
  if (text.size() > 1) nats += trigram(kNgramBegin, a, fold_for_ngrams(text[1]));
  return nats;
}

}  // namespace broadsheet
