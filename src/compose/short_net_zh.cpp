#include "compose/short_net_zh.h"

#include <algorithm>
#include <cstring>

namespace broadsheet {

extern const std::string_view kShortsZh;

namespace {

constexpr std::string_view kVersion = "BSH1";
constexpr size_t kFloats = 3;
constexpr size_t kFront = 6 + 4 * kFloats;  // bytes before the weights
constexpr int32_t kMostBias = 1 << 30;      // of a hidden unit: its sum stays within 32 bits
static_assert(kShortTraits * 127 * kTraitUnit * 128 < (1U << 30U));

}  // namespace

ShortNet::ShortNet(std::string_view table) {
  if (table.size() < kFront || !table.starts_with(kVersion)) return;
  const size_t traits = static_cast<unsigned char>(table[4]);
  const size_t hidden = static_cast<unsigned char>(table[5]);
  const size_t weights = traits * hidden + hidden * kShortKinds + traits * kShortKinds;
  if (traits != kShortTraits || hidden == 0 ||
      table.size() != kFront + weights + 4 * (hidden + kShortKinds) + sizeof behind_)
    return;
  hidden_ = hidden;
  std::memcpy(&unit_in_, table.data() + 6, 4);
  std::memcpy(&unit_out_, table.data() + 10, 4);
  std::memcpy(&unit_past_, table.data() + 14, 4);
  const char* at = table.data() + kFront;
  const auto take = [&at](std::vector<int8_t>& to, size_t count) {
    to.resize(count);
    std::memcpy(to.data(), at, count);
    at += count;
  };
  take(into_, traits * hidden);
  take(out_, hidden * kShortKinds);
  take(past_, traits * kShortKinds);
  bias_.resize(hidden);
  std::memcpy(bias_.data(), at, 4 * hidden);
  for (int32_t& bias : bias_) bias = std::clamp(bias, -kMostBias, kMostBias);
  at += 4 * hidden;
  std::memcpy(bias_out_.data(), at, 4 * kShortKinds);
  std::memcpy(behind_.data(), at + 4 * kShortKinds, sizeof behind_);
}

const ShortNet& ShortNet::chinese() {
  static const ShortNet net(kShortsZh);
  return net;
}

ShortOdds ShortNet::odds(const ShortTraits& traits) const {
  ShortOdds out;
  if (empty()) return out;
  std::vector<int32_t> hidden(bias_);
  std::array<int32_t, kShortKinds> past{};
  for (size_t i = 0; i < traits.size(); ++i) {
    const int32_t trait = traits[i];
    if (trait == 0) continue;
    const int8_t* into = into_.data() + i * hidden_;
    for (size_t j = 0; j < hidden_; ++j) hidden[j] += trait * into[j];
    for (size_t k = 0; k < kShortKinds; ++k) past[k] += trait * past_[i * kShortKinds + k];
  }
  std::array<int64_t, kShortKinds> sum{};
  for (size_t j = 0; j < hidden_; ++j) {
    if (hidden[j] <= 0) continue;
    for (size_t k = 0; k < kShortKinds; ++k) sum[k] += int64_t{hidden[j]} * out_[j * kShortKinds + k];
  }
  for (size_t k = 0; k < kShortKinds; ++k) {
    const double through =
        static_cast<double>(sum[k]) * static_cast<double>(unit_in_) * static_cast<double>(unit_out_);
    const double beside = static_cast<double>(past[k]) * static_cast<double>(unit_past_);
    out.nats[k] = (through + beside) / kTraitUnit + bias_out_[k] / 1000.0;
  }
  return out;
}

std::vector<ShortKind> ShortNet::tell(const std::vector<ShortPiece>& pieces,
                                      const std::vector<ShortOdds>& odds) const {
  using Row = std::array<double, kShortKinds>;
  std::vector<std::array<size_t, kShortKinds>> from(pieces.size());
  std::vector<ShortKind> kinds(pieces.size(), ShortKind::kHead);
  Row best{};
  for (size_t i = 0; i < pieces.size(); ++i) {
    Row now = odds[i].nats;
    for (size_t k = 0; k < kShortKinds && pieces[i].goes_on; ++k) {
      Row way{};
      for (size_t b = 0; b < kShortKinds; ++b) way[b] = best[b] + behind_[b * kShortKinds + k] / 1000.0;
      from[i][k] = static_cast<size_t>(std::max_element(way.begin(), way.end()) - way.begin());
      now[k] += way[from[i][k]];
    }
    best = now;
    if (i + 1 < pieces.size() && pieces[i + 1].goes_on) continue;
    auto kind = static_cast<size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (size_t at = i;; --at) {
      kinds[at] = static_cast<ShortKind>(kind);
      if (!pieces[at].goes_on) break;
      kind = from[at][kind];
    }
  }
  return kinds;
}

}  // namespace broadsheet
