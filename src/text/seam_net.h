// A small neural model of the question of text/ngram.h: does the end of one text go on with the beginning of
// another? It looks at ten characters each side where the n-grams look at two, and says what they leave open:
//
//     const SeamNet& net = SeamNet::chinese();
//     int odds = NgramModel::chinese().continuation(left, right);                             // nats
//     double more = net.continuation(net.left_of(left), net.right_of(right));                 // nats beside
//     them
//
// Each character is a point in 32 dimensions; a matrix for each of the ten places takes it to 64 hidden
// units, which add up over a side and, rectified, over both. All is done in whole numbers, so that every
// machine finds the same. src/train/train_seams.cpp trains it (noise-contrastive: A. van den Oord and others,
// 2018); src/text/SEAMS.md has format and figures.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace broadsheet {

class SeamNet {
 public:
  static constexpr size_t kReach = 10;  // characters each side
  static constexpr size_t kPoint = 32;  // dimensions of a character
  static constexpr size_t kHidden = 64;
  static constexpr uint16_t kStrange = 0;  // the character that is not in the table
  static constexpr uint16_t kNothing = 1;  // what stands beyond the end of a text

  // `table` as train_seams wrote it. One that is cut short or of another version gives an empty model (all
  // 0).
  explicit SeamNet(std::string_view table);

  // Trained from Chinese newspaper text; decoded at first use.
  static const SeamNet& chinese();

  // What one side of a cut says; the same for all that may stand on the other. Blanks are passed over.
  using Units = std::array<int16_t, kHidden>;
  struct Side {
    Units units{};
    // Three or more of the ten characters are of another script or language, or the table is none: nothing is
    // known.
    bool foreign = false;
  };
  Side left_of(std::u32string_view text) const;
  Side right_of(std::u32string_view text) const;

  // Nats for (above 0; 0 where one side is foreign) or against the join, to be added to those of the n-grams.
  double continuation(const Side& left, const Side& right) const;

  bool empty() const { return points_.empty(); }

  // How the table holds the weights, [side][place][point][hidden]: all are multiples of kCoarse, and each as
  // what it differs from what the one before, a place nearer to the cut, lets expect. The differences pack to
  // a sixth less.
  static constexpr int kCoarse = 4;
  static constexpr int kMostWeight =
      31;  // times kCoarse: 32 products of points and weights stay within 16 bits
  static int expected(const std::vector<int16_t>& weights, size_t i) {
    constexpr size_t kOfPlace = kPoint * kHidden;
    return i / kOfPlace % kReach == 0 ? 0 : weights[i - kOfPlace] / kCoarse * 7 / 8;
  }

 private:
  using Places = std::array<uint16_t, kReach>;
  uint16_t place_of(char32_t c) const;
  Side side(const Places& characters, size_t which) const;
  // From the cut away.
  template <class Away>
  Side look(Away c, Away end, size_t which) const;
  const Units& part_of(size_t character, size_t place, Units& own) const;

  std::vector<uint16_t> place_;  // in points_, of each character below 65536 as it stands in a text
  std::vector<int16_t> points_;  // kPoint for each
  std::vector<int16_t> weights_;
  std::array<int16_t, kHidden> bias_{};
  std::array<int16_t, kHidden> worth_{};
  enum State : uint8_t { kUnknown, kUnderWay, kKnown };
  std::unique_ptr<Units[]> parts_;  // what each character says in each place, where it is known
  std::unique_ptr<std::atomic<uint8_t>[]> known_;
  double nat_ = 1;    // how much of the sum is one
  double shift_ = 0;  // nats
};

}  // namespace broadsheet
