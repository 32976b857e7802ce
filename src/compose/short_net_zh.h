// What is a short piece of a Chinese page: a line of a head, a line that stands by itself (a sub-head, most
// often), text, or names? A small net over the traits of short_traits_zh.h.
//
//     const ShortNet& net = ShortNet::chinese();
//     odds.push_back(net.odds(piece.traits));   // nats; only their differences mean something
//     … net.tell(pieces, odds)                  // the kind of each; those of one run are told together
//
// One layer of rectified units beside weights of its own for each trait (softmax regression), fitted by
// src/train/train_shorts_zh.cpp to pages whose articles are known. The table: "BSH1", a byte each for the
// traits and the hidden units, three floats (what one unit of the weights is worth: into the hidden layer,
// out of it, past it), then signed bytes: trait by trait into the hidden units, four for each hidden unit,
// trait by trait four past it; then biases of 32 bits: of the hidden units in units of trait times weight, of
// the four kinds in thousandths of a nat; then 16 in 16 bits, what each kind says for each right behind it in
// a run, in thousandths of a nat, too. All numbers the lowest byte first. Sums are whole numbers, so that a
// page is parsed alike on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compose/short_traits_zh.h"

namespace broadsheet {

enum class ShortKind { kHead, kAlone, kText, kNames };
inline constexpr size_t kShortKinds = 4;

struct ShortOdds {
  std::array<double, kShortKinds> nats{};
  double of(ShortKind kind) const { return nats[static_cast<size_t>(kind)]; }
};

class ShortNet {
 public:
  // A table of another version or length gives an empty net.
  explicit ShortNet(std::string_view table);
  static const ShortNet& chinese();

  bool empty() const { return into_.empty(); }
  ShortOdds odds(const ShortTraits& traits) const;
  // `odds`: one for each piece.
  std::vector<ShortKind> tell(const std::vector<ShortPiece>& pieces,
                              const std::vector<ShortOdds>& odds) const;

 private:
  size_t hidden_ = 0;
  float unit_in_ = 0;
  float unit_out_ = 0;
  float unit_past_ = 0;
  std::vector<int8_t> into_;  // trait by trait
  std::vector<int8_t> out_;   // hidden unit by hidden unit
  std::vector<int8_t> past_;  // trait by trait
  std::vector<int32_t> bias_;
  std::array<int32_t, kShortKinds> bias_out_{};
  std::array<int16_t, kShortKinds * kShortKinds> behind_{};  // of each kind: what it says for each behind it
};

}  // namespace broadsheet
