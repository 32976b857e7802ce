// What each line of an English page is, chosen for the whole page at once: a linear-chain conditional random
// field (Lafferty, McCallum, Pereira 2001) over the traits of traits_en.h.
//
//     const std::vector<RoleGuess> guesses = RoleModel::english().decode(traits);
//
// src/train/train_roles_en.cpp learns it from pages with known articles. The table: one byte of version, two
// bytes of trait count (low first), one float of scale, then signed bytes: weights trait by trait, six tags
// each, then the transitions from each tag and from the page's begin (seven rows of six).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

enum class Tag { kHead, kByline, kProse, kSubhead, kCaption, kOther };
inline constexpr size_t kTags = 6;

struct RoleGuess {
  Tag tag = Tag::kOther;              // of the best sequence
  std::array<float, kTags> chance{};  // marginal probabilities
};

class RoleModel {
 public:
  RoleModel() = default;
  // A table of another version or length gives an empty model.
  explicit RoleModel(std::string_view table);
  static const RoleModel& english();          // for dumps with a paragraph a line
  static const RoleModel& english_printed();  // for dumps that keep the printed lines

  size_t size() const { return weights_.size(); }
  bool empty() const { return weights_.empty(); }
  std::vector<RoleGuess> decode(const std::vector<std::vector<uint16_t>>& traits) const;

  // For the trainer: parameters in the order of the table.
  std::vector<float>& parameters() { return weights_; }
  void resize(size_t traits);
  std::string table() const;

  // Log-likelihood of `tags`; adds its gradient to `gradient` (as long as parameters()).
  double learn(const std::vector<std::vector<uint16_t>>& traits, const std::vector<Tag>& tags,
               std::vector<double>& gradient) const;

 private:
  struct Lattice;
  Lattice run(const std::vector<std::vector<uint16_t>>& traits) const;
  double step(size_t from, size_t to) const;  // from = kTags: the page begins
  size_t traits_ = 0;
  std::vector<float> weights_;
};

}  // namespace broadsheet
