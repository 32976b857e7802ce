// Learns src/compose/shorts_zh.bin, what a short piece of a Chinese page is, from pages whose articles are
// known.
//
//     build/native/train_shorts_zh OUT.bin [--hidden N] [--rounds N] [--seed N] [--test FOLDER] WEIGHT FOLDER
//     [WEIGHT FOLDER ...]
//
// FOLDER/*/ holds a page's dumps (*.txt) and truth.json or expected.json; each of its pieces counts WEIGHT
// times. A piece is a head's where the words of some article's heads have it; it stands alone where it is a
// whole block that no full stop ends, or a picture's words; names where it is a byline; else text, where some
// article has it. Dumps of an OCR engine and of columns read into each other are left out, as the net is not
// asked there. Adam (Kingma, Ba 2015), 128 pieces at a time, the step falling to nothing; the same pages give
// the same bytes on the same machine. Of FOLDER behind --test it says how much is told right, before and
// behind the rounding to bytes.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "compose/label.h"
#include "compose/sheet.h"
#include "compose/short_net_zh.h"
#include "read/reader.h"
#include "text/utf8.h"
#include "train/truth_text.h"

namespace {

using namespace broadsheet;
namespace fs = std::filesystem;

// A piece's own traits tell much of its neighbours' kinds already.
constexpr double kOfPairs = .6;

struct Example {
  ShortTraits traits{};
  bool goes_on = false;  // right behind the example before, in one run
  size_t kind = 0;
  float weight = 1;
};

struct Truth {
  std::vector<std::string> heads;
  std::vector<std::string> alone;
  std::string texts;
  std::vector<std::string> names;
};

bool has_stop(std::string_view text) {
  for (const std::string_view mark : {"。", ".", "!", "?", ";", ":", ",", "…"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

Truth truth_of(const nlohmann::json& json) {
  Truth truth;
  for (const auto& article : json["articles"]) {
    std::string head;
    for (const auto& line : article.value("heads", nlohmann::json::array()))
      head += bare(line.get<std::string>());
    truth.heads.push_back(head);
    for (const auto& name : article.value("byline", nlohmann::json::array()))
      truth.names.push_back(bare(name.get<std::string>()));
    for (const auto& block : article.value("blocks", nlohmann::json::array())) {
      const std::string text = bare(block["text"].get<std::string>());
      truth.texts += text;
      if (block["kind"] == "subhead" || !has_stop(text)) truth.alone.push_back(text);
    }
    truth.texts += '|';
    for (const auto& caption : article.value("captions", nlohmann::json::array()))
      truth.alone.push_back(bare(caption.get<std::string>()));
  }
  std::sort(truth.names.begin(), truth.names.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return truth;
}

void drop_all(std::string& text, std::string_view part) {
  for (size_t at = text.find(part); !part.empty() && at != text.npos; at = text.find(part))
    text.erase(at, part.size());
}

bool names_only(const Truth& truth, std::string text) {
  const size_t before = text.size();
  for (const std::string& name : truth.names) drop_all(text, name);
  if (text.size() == before) return false;
  for (const std::string_view rest : {"本报", "见习", "特约", "记者", "通讯员", "文/图", "摄影", "(", ")",
                                      "、", ",", "/", "■", "□", "▶", "◎", "●"})
    drop_all(text, rest);
  return text.empty();
}

// kShortKinds: not known.
size_t kind_of(const Truth& truth, const std::string& text) {
  const auto kind = [](ShortKind it) { return static_cast<size_t>(it); };
  const auto within = [&](const std::vector<std::string>& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& it) { return it.find(text) != it.npos; });
  };
  constexpr size_t kHanzi = 3;  // bytes
  if (text.size() <= kHanzi) return kShortKinds;
  if (names_only(truth, text)) return kind(ShortKind::kNames);
  if (within(truth.heads)) return kind(ShortKind::kHead);
  if (std::find(truth.alone.begin(), truth.alone.end(), text) != truth.alone.end() ||
      (text.size() > 3 * kHanzi && within(truth.alone) && truth.texts.find(text) != truth.texts.npos))
    return kind(ShortKind::kAlone);
  if (truth.texts.find(text) != truth.texts.npos) return kind(ShortKind::kText);
  if (within(truth.alone)) return kind(ShortKind::kAlone);
  return kShortKinds;
}

void add_dump(const fs::path& file, const Truth& truth, float weight, std::vector<Example>& out) {
  auto source = std::make_shared<Source>(decode_source(file.filename().string(), read_file(file)));
  Reading reading = read_source(*source);
  Sheet sheet = lay_out(source, std::move(reading));
  if (sheet.tongue != Tongue::kChinese || sheet.ocr || is_tangled(sheet)) return;
  bool known = false;  // is the piece before among the examples?
  for (const ShortPiece& it : look_at_shorts_zh(sheet)) {
    const size_t kind = kind_of(truth, bare(to_utf8(sheet.pieces[it.piece].text)));
    if (kind < kShortKinds) out.push_back({it.traits, known && it.goes_on, kind, weight});
    known = kind < kShortKinds;
  }
}

std::vector<Example> examples_of(const fs::path& folder, float weight) {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (fs::is_directory(entry.path())) pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  std::vector<Example> out;
  for (const fs::path& page : pages) {
    const bool ours = fs::exists(page / "expected.json");
    const fs::path truth_file = page / (ours ? "expected.json" : "truth.json");
    const nlohmann::json json = nlohmann::json::parse(read_file(truth_file), nullptr, false);
    if (!json.is_object() || !json.contains("articles")) continue;
    const Truth truth = truth_of(json);
    std::vector<fs::path> dumps;
    for (const auto& entry : fs::directory_iterator(page)) {
      if (entry.path().extension() == ".txt") dumps.push_back(entry.path());
    }
    std::sort(dumps.begin(), dumps.end());
    for (const fs::path& dump : dumps) add_dump(dump, truth, weight, out);
  }
  return out;
}

// The net in floats: into the hidden units, their biases, out of them, the kinds' biases, past them.
struct Net {
  explicit Net(size_t hidden_units) : hidden(hidden_units) {
    place = {0, kShortTraits * hidden, 0, 0, 0, 0};
    place[2] = place[1] + hidden;
    place[3] = place[2] + hidden * kShortKinds;
    place[4] = place[3] + kShortKinds;
    place[5] = place[4] + kShortTraits * kShortKinds;
    weights.resize(place[5]);
  }
  float* part(size_t k) { return weights.data() + place[k]; }
  const float* part(size_t k) const { return weights.data() + place[k]; }

  // Fills `units` with what the hidden units say.
  std::array<float, kShortKinds> odds(const ShortTraits& traits, std::vector<float>& units) const {
    std::array<float, kShortKinds> out{};
    std::copy_n(part(3), kShortKinds, out.begin());
    units.assign(part(1), part(1) + hidden);
    for (size_t i = 0; i < kShortTraits; ++i) {
      const float x = static_cast<float>(traits[i]) / kTraitUnit;
      if (x == 0) continue;
      const float* into = part(0) + i * hidden;
      for (size_t j = 0; j < hidden; ++j) units[j] += x * into[j];
      for (size_t k = 0; k < kShortKinds; ++k) out[k] += x * part(4)[i * kShortKinds + k];
    }
    for (size_t j = 0; j < hidden; ++j) {
      units[j] = std::max(units[j], 0.F);
      for (size_t k = 0; k < kShortKinds; ++k) out[k] += units[j] * part(2)[j * kShortKinds + k];
    }
    return out;
  }

  size_t hidden;
  std::array<size_t, 6> place{};
  std::vector<float> weights;
};

void learn(Net& net, const std::vector<Example>& examples, int rounds, unsigned seed) {
  constexpr size_t kBatch = 128;
  constexpr float kStep = .004F;
  constexpr float kDecay = 1e-4F;
  constexpr float kDecayPast = 3e-4F;
  constexpr unsigned kLostOf100 = 5;  // traits: what leans on none of them reads other pages better
  std::mt19937 dice(seed);
  std::normal_distribution<float> spread;
  const auto set = [&](size_t part, float width) {
    for (size_t i = net.place[part]; i < net.place[part + 1]; ++i) net.weights[i] = width * spread(dice);
  };
  set(0, 1 / std::sqrt(static_cast<float>(kShortTraits)));
  set(2, 1 / std::sqrt(static_cast<float>(net.hidden)));
  set(4, .01F);
  const size_t n = net.weights.size();
  std::vector<float> slope(n), mean(n), square(n), units;
  std::vector<size_t> order(examples.size());
  std::iota(order.begin(), order.end(), size_t{0});
  double fade_mean = 1, fade_square = 1;
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice() % i]);
    const float step = kStep * (1 - static_cast<float>(round) / static_cast<float>(rounds)) + 1e-5F;
    for (size_t from = 0; from < order.size(); from += kBatch) {
      const size_t to = std::min(order.size(), from + kBatch);
      std::fill(slope.begin(), slope.end(), 0.F);
      for (size_t e = from; e < to; ++e) {
        Example it = examples[order[e]];
        for (int16_t& trait : it.traits) {
          if (dice() % 100 < kLostOf100) trait = 0;
        }
        std::array<float, kShortKinds> off = net.odds(it.traits, units);
        const float most = *std::max_element(off.begin(), off.end());
        float sum = 0;
        for (float& value : off) sum += value = std::exp(value - most);
        for (size_t k = 0; k < kShortKinds; ++k)
          off[k] = (off[k] / sum - (k == it.kind ? 1.F : 0.F)) * it.weight / static_cast<float>(to - from);
        std::vector<float> back(net.hidden);
        for (size_t j = 0; j < net.hidden; ++j) {
          if (units[j] <= 0) continue;
          for (size_t k = 0; k < kShortKinds; ++k) {
            back[j] += off[k] * net.part(2)[j * kShortKinds + k];
            slope[net.place[2] + j * kShortKinds + k] += off[k] * units[j];
          }
          slope[net.place[1] + j] += back[j];
        }
        for (size_t k = 0; k < kShortKinds; ++k) slope[net.place[3] + k] += off[k];
        for (size_t i = 0; i < kShortTraits; ++i) {
          const float x = static_cast<float>(it.traits[i]) / kTraitUnit;
          if (x == 0) continue;
          for (size_t j = 0; j < net.hidden; ++j) slope[i * net.hidden + j] += x * back[j];
          for (size_t k = 0; k < kShortKinds; ++k) slope[net.place[4] + i * kShortKinds + k] += x * off[k];
        }
      }
      fade_mean *= .9;
      fade_square *= .999;
      for (size_t i = 0; i < n; ++i) {
        const bool is_bias =
            (i >= net.place[1] && i < net.place[2]) || (i >= net.place[3] && i < net.place[4]);
        const float g = slope[i] + (is_bias ? 0 : i >= net.place[4] ? kDecayPast : kDecay) * net.weights[i];
        mean[i] = .9F * mean[i] + .1F * g;
        square[i] = .999F * square[i] + .001F * g * g;
        const float a = mean[i] / static_cast<float>(1 - fade_mean);
        const float b = square[i] / static_cast<float>(1 - fade_square);
        net.weights[i] -= step * a / (std::sqrt(b) + 1e-8F);
      }
    }
  }
}

void append(std::string& out, const void* bytes, size_t count) {
  out.append(static_cast<const char*>(bytes), count);
}

// What each kind says for each right behind it: the share of pairs over what chance would have.
std::array<int16_t, kShortKinds * kShortKinds> pairs_of(const std::vector<Example>& examples) {
  constexpr double kPrior = 5;
  std::array<double, kShortKinds * kShortKinds> pairs{};
  std::array<double, kShortKinds> first{}, second{};
  double all = 0;
  for (size_t i = 1; i < examples.size(); ++i) {
    if (!examples[i].goes_on) continue;
    const auto weight = static_cast<double>(examples[i].weight);
    pairs[examples[i - 1].kind * kShortKinds + examples[i].kind] += weight;
    first[examples[i - 1].kind] += weight;
    second[examples[i].kind] += weight;
    all += weight;
  }
  std::array<int16_t, kShortKinds * kShortKinds> out{};
  for (size_t a = 0; a < kShortKinds; ++a) {
    for (size_t b = 0; b < kShortKinds; ++b) {
      const double chance = first[a] * second[b] / std::max(all, 1.0);
      out[a * kShortKinds + b] = static_cast<int16_t>(
          std::lround(1000 * kOfPairs * std::log((pairs[a * kShortKinds + b] + kPrior) / (chance + kPrior))));
    }
  }
  return out;
}

std::string table_of(const Net& net, const std::vector<Example>& examples) {
  std::string table = "BSH1";
  table += static_cast<char>(kShortTraits);
  table += static_cast<char>(net.hidden);
  const auto unit_of = [&](size_t part) {
    float most = 1e-6F;
    for (size_t i = net.place[part]; i < net.place[part + 1]; ++i)
      most = std::max(most, std::abs(net.weights[i]));
    return most / 127;
  };
  const std::array<float, 3> units = {unit_of(0), unit_of(2), unit_of(4)};
  append(table, units.data(), sizeof units);
  for (size_t u = 0; u < units.size(); ++u) {
    for (size_t i = net.place[2 * u]; i < net.place[2 * u + 1]; ++i)
      table += static_cast<char>(static_cast<signed char>(std::lround(net.weights[i] / units[u])));
  }
  for (size_t j = 0; j < net.hidden; ++j) {
    const auto bias = static_cast<int32_t>(std::lround(net.part(1)[j] / units[0] * kTraitUnit));
    append(table, &bias, 4);
  }
  for (size_t k = 0; k < kShortKinds; ++k) {
    const auto bias = static_cast<int32_t>(std::lround(net.part(3)[k] * 1000));
    append(table, &bias, 4);
  }
  const auto pairs = pairs_of(examples);
  append(table, pairs.data(), sizeof pairs);
  return table;
}

template <class Odds>
void tell(const char* when, const std::vector<Example>& examples, const Odds& odds) {
  size_t right = 0, heads = 0;
  for (const Example& it : examples) {
    const auto nats = odds(it.traits);
    const auto best = static_cast<size_t>(std::max_element(nats.begin(), nats.end()) - nats.begin());
    right += best == it.kind;
    heads += (best == 0) == (it.kind == 0);
  }
  const auto count = static_cast<double>(std::max<size_t>(examples.size(), 1));
  std::printf("%s: %zu pieces, %.4f right, head or not %.4f\n", when, examples.size(),
              static_cast<double>(right) / count, static_cast<double>(heads) / count);
}

}  // namespace

int main(int argc, char** argv) {
  size_t hidden = 32;
  int rounds = 80;
  unsigned seed = 1;
  std::vector<Example> examples, test;
  std::string out;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool more = i + 1 < argc;
    if (word == "--hidden" && more)
      hidden = std::strtoul(argv[++i], nullptr, 10);
    else if (word == "--rounds" && more)
      rounds = std::atoi(argv[++i]);
    else if (word == "--seed" && more)
      seed = static_cast<unsigned>(std::strtoul(argv[++i], nullptr, 10));
    else if (word == "--test" && more)
      test = examples_of(argv[++i], 1);
    else if (out.empty())
      out = word;
    else if (more) {
      const auto found = examples_of(argv[i + 1], std::strtof(argv[i], nullptr));
      examples.insert(examples.end(), found.begin(), found.end());
      ++i;
    }
  }
  if (out.empty() || examples.empty() || hidden == 0 || hidden > 255) {
    std::fprintf(stderr,
                 "usage: train_shorts_zh OUT.bin [--hidden N] [--rounds N] [--seed N] [--test FOLDER] WEIGHT "
                 "FOLDER ...\n");
    return 2;
  }
  Net net(hidden);
  learn(net, examples, rounds, seed);
  const std::string table = table_of(net, examples);
  const ShortNet rounded(table);
  std::vector<float> units;
  const auto in_floats = [&](const ShortTraits& traits) { return net.odds(traits, units); };
  const auto in_bytes = [&](const ShortTraits& traits) { return rounded.odds(traits).nats; };
  tell("learnt", examples, in_floats);
  tell("test", test, in_floats);
  tell("test, in bytes", test, in_bytes);
  std::ofstream(out, std::ios::binary) << table;
  std::printf("%s: %zu bytes\n", out.c_str(), table.size());
  return 0;
}
