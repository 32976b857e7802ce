#include "compose/roles_en.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "compose/traits_en.h"

namespace broadsheet {

extern const std::string_view kRolesEn;
extern const std::string_view kRolesPrintedEn;

namespace {

constexpr char kVersion = 1;
constexpr size_t kSteps = (kTags + 1) * kTags;
using Row = std::array<double, kTags>;

double log_sum(const Row& row) {
  const double most = *std::max_element(row.begin(), row.end());
  double sum = 0;
  for (double value : row) sum += std::exp(value - most);
  return most + std::log(sum);
}

}  // namespace

struct RoleModel::Lattice {
  std::vector<Row> emit, forward, backward;
  double total = 0;
};

RoleModel::RoleModel(std::string_view table) {
  if (table.size() < 7 || table[0] != kVersion) return;
  const size_t traits = static_cast<unsigned char>(table[1]) + 256U * static_cast<unsigned char>(table[2]);
  if (table.size() != 7 + traits * kTags + kSteps || traits != traits_en_count()) return;
  float scale = 0;
  std::memcpy(&scale, table.data() + 3, 4);
  traits_ = traits;
  weights_.reserve(table.size() - 7);
  for (char byte : table.substr(7))
    weights_.push_back(static_cast<float>(static_cast<signed char>(byte)) * scale);
}

const RoleModel& RoleModel::english() {
  static const RoleModel model(kRolesEn);
  return model;
}

const RoleModel& RoleModel::english_printed() {
  static const RoleModel model(kRolesPrintedEn);
  return model;
}

void RoleModel::resize(size_t traits) {
  traits_ = traits;
  weights_.assign(traits * kTags + kSteps, 0);
}

std::string RoleModel::table() const {
  float most = 1e-6F;
  for (float weight : weights_) most = std::max(most, std::fabs(weight));
  const float scale = most / 127;
  std::string out(7, '\0');
  out[0] = kVersion;
  out[1] = static_cast<char>(traits_ & 0xFF);
  out[2] = static_cast<char>(traits_ >> 8);
  std::memcpy(out.data() + 3, &scale, 4);
  for (float weight : weights_) out.push_back(static_cast<char>(std::lround(weight / scale)));
  return out;
}

double RoleModel::step(size_t from, size_t to) const {
  return static_cast<double>(weights_[traits_ * kTags + from * kTags + to]);
}

RoleModel::Lattice RoleModel::run(const std::vector<std::vector<uint16_t>>& traits) const {
  Lattice lattice;
  const size_t n = traits.size();
  lattice.emit.assign(n, Row{});
  lattice.forward.assign(n, Row{});
  lattice.backward.assign(n, Row{});
  for (size_t i = 0; i < n; ++i) {
    for (uint16_t trait : traits[i]) {
      for (size_t t = 0; t < kTags; ++t)
        lattice.emit[i][t] += static_cast<double>(weights_[trait * kTags + t]);
    }
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t t = 0; t < kTags; ++t) {
      if (i == 0) {
        lattice.forward[i][t] = lattice.emit[i][t] + step(kTags, t);
        continue;
      }
      Row into{};
      for (size_t s = 0; s < kTags; ++s) into[s] = lattice.forward[i - 1][s] + step(s, t);
      lattice.forward[i][t] = lattice.emit[i][t] + log_sum(into);
    }
  }
  for (size_t i = n; i-- > 0;) {
    if (i + 1 == n) continue;
    for (size_t t = 0; t < kTags; ++t) {
      Row out{};
      for (size_t s = 0; s < kTags; ++s)
        out[s] = step(t, s) + lattice.emit[i + 1][s] + lattice.backward[i + 1][s];
      lattice.backward[i][t] = log_sum(out);
    }
  }
  if (n > 0) lattice.total = log_sum(lattice.forward[n - 1]);
  return lattice;
}

std::vector<RoleGuess> RoleModel::decode(const std::vector<std::vector<uint16_t>>& traits) const {
  const size_t n = traits.size();
  std::vector<RoleGuess> guesses(n);
  if (n == 0 || empty()) return guesses;
  const Lattice lattice = run(traits);
  std::vector<Row> best(n);
  std::vector<std::array<size_t, kTags>> from(n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t t = 0; t < kTags; ++t) {
      guesses[i].chance[t] =
          static_cast<float>(std::exp(lattice.forward[i][t] + lattice.backward[i][t] - lattice.total));
      best[i][t] = i == 0 ? step(kTags, t) : -1e300;
      for (size_t s = 0; i > 0 && s < kTags; ++s) {
        const double value = best[i - 1][s] + step(s, t);
        if (value <= best[i][t]) continue;
        best[i][t] = value;
        from[i][t] = s;
      }
      best[i][t] += lattice.emit[i][t];
    }
  }
  auto tag =
      static_cast<size_t>(std::max_element(best[n - 1].begin(), best[n - 1].end()) - best[n - 1].begin());
  for (size_t i = n; i-- > 0;) {
    guesses[i].tag = static_cast<Tag>(tag);
    tag = from[i][tag];
  }
  return guesses;
}

double RoleModel::learn(const std::vector<std::vector<uint16_t>>& traits, const std::vector<Tag>& tags,
                        std::vector<double>& gradient) const {
  const size_t n = traits.size();
  if (n == 0) return 0;
  const Lattice lattice = run(traits);
  double truth = 0;
  for (size_t i = 0; i < n; ++i) {
    const auto tag = static_cast<size_t>(tags[i]);
    const size_t before = i == 0 ? kTags : static_cast<size_t>(tags[i - 1]);
    truth += lattice.emit[i][tag] + step(before, tag);
    gradient[traits_ * kTags + before * kTags + tag] += 1;
    Row chance{};
    for (size_t t = 0; t < kTags; ++t) {
      chance[t] = std::exp(lattice.forward[i][t] + lattice.backward[i][t] - lattice.total);
    }
    for (uint16_t trait : traits[i]) {
      for (size_t t = 0; t < kTags; ++t) gradient[trait * kTags + t] -= chance[t];
      gradient[trait * kTags + tag] += 1;
    }
    for (size_t t = 0; t < kTags; ++t) {
      if (i == 0) {
        gradient[traits_ * kTags + kTags * kTags + t] -= chance[t];
        continue;
      }
      for (size_t s = 0; s < kTags; ++s) {
        gradient[traits_ * kTags + s * kTags + t] -=
            std::exp(lattice.forward[i - 1][s] + step(s, t) + lattice.emit[i][t] + lattice.backward[i][t] -
                     lattice.total);
      }
    }
  }
  return truth - lattice.total;
}

}  // namespace broadsheet
