// Trains the model of src/text/seam_net.h from articles.
//
//     build/native/train_seams ARTICLES.jsonl OUT.bin [STEPS]      240,000 steps take a quarter of an hour on
//     one core
//
// Every line of ARTICLES.jsonl is {"heads": [...], "paragraphs": [...]}. Every tenth article is left out;
// prints how often the true continuation of a cut there stands first among 20, by the n-grams alone and with
// the net.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/ngram.h"
#include "text/seam_net.h"
#include "train/corpus.h"
#include "train/judge.h"

namespace {

using broadsheet::cut_once;
using broadsheet::first_among_20;
using broadsheet::Halves;
using broadsheet::kNgramBegin;
using broadsheet::kNgramEnd;
using broadsheet::NgramModel;
using broadsheet::SeamNet;

constexpr size_t kReach = SeamNet::kReach;
constexpr size_t kPoint = SeamNet::kPoint;
constexpr size_t kHidden = SeamNet::kHidden;
constexpr size_t kCharacters = 3400;  // that are trained, the two special ones included
constexpr size_t kKept = 2700;        // that the table has: the rest is seldom seen
constexpr size_t kBatch = 64;         // cuts that are told from each other at a time
constexpr size_t kOfOne = 8;          // of them from one article: the hard ones
// Where a text is cut: one in twelve each before and behind all of a paragraph.
enum Edge : size_t { kAtBegin, kAtEnd, kWithin };
constexpr float kRate = 2e-3F;
constexpr float kPointRate = 17;  // points are whole numbers up to 7 at last, weights small fractions
constexpr float kWeightRate = .3F;
constexpr float kWeightStep = .004F;  // of the whole number that a weight is stored as
constexpr float kMostPoint = 7;

struct Paragraph {
  std::u32string text;
  std::vector<uint16_t> places;
};

// Its first paragraph, heads counted, and the first of its text.
struct Story {
  size_t heads;
  size_t text;
};

struct Cut {
  uint32_t paragraph;
  uint32_t at;
};

// Adam (Kingma, Ba 2014).
struct Weights {
  std::vector<float> value, slope, mean, square;
  void begin(size_t count, float spread, std::mt19937& dice) {
    std::normal_distribution<float> normal(0, spread);
    value.resize(count);
    for (float& one : value) one = normal(dice);
    slope.assign(count, 0);
    mean.assign(count, 0);
    square.assign(count, 0);
  }
  void step(size_t from, size_t to, float rate, int turn) {
    const float a = 1 - std::pow(.9F, static_cast<float>(turn));
    const float b = 1 - std::pow(.999F, static_cast<float>(turn));
    for (size_t i = from; i < to; ++i) {
      const float g = slope[i];
      mean[i] = .9F * mean[i] + .1F * g;
      square[i] = .999F * square[i] + .001F * g * g;
      value[i] -= rate * (mean[i] / a) / (std::sqrt(square[i] / b) + 1e-8F);
      slope[i] = 0;
    }
  }
};

using Places = std::array<uint16_t, kReach>;

class Trainer {
 public:
  Trainer(std::vector<Paragraph> paragraphs, std::vector<Story> articles, std::vector<char32_t> alphabet)
      : paragraphs_(std::move(paragraphs)), articles_(std::move(articles)), alphabet_(std::move(alphabet)) {
    points_.begin(kCharacters * kPoint, 2.5F, dice_);
    weights_.begin(2 * kReach * kPoint * kHidden, .5F / std::sqrt(kPoint * 3.F) * .3F, dice_);
    worth_.begin(kHidden, 1 / std::sqrt(static_cast<float>(kHidden)), dice_);
    bias_.begin(kHidden, .1F, dice_);
    of_ngrams_.begin(1, 0, dice_);
    of_ngrams_.value[0] = .6F;
    turns_.assign(kCharacters, 0);
    for (size_t p = 0; p < paragraphs_.size(); ++p) {
      first_cut_.push_back(cuts_.size());
      for (size_t at = 2; at + 2 <= paragraphs_[p].text.size(); ++at)
        cuts_.push_back({static_cast<uint32_t>(p), static_cast<uint32_t>(at)});
    }
    first_cut_.push_back(cuts_.size());
  }

  void train(long steps) {
    double loss = 0;
    for (long step = 1; step <= steps; ++step) {
      const float done = static_cast<float>(step) / static_cast<float>(steps);
      const float warm = std::min(1.F, static_cast<float>(step) / 500);
      const float rate = kRate * warm * (.49F * (1 + std::cos(3.14159265F * done)) + .02F);
      whole_ = done > .4F;
      draw();
      loss += learn(rate, static_cast<int>(step));
      if (step % 10000 == 0) {
        std::printf("%ld of %ld steps, loss %.4f, n-grams %.2f\n", step, steps, loss / 10000,
                    static_cast<double>(of_ngrams_.value[0]));
        std::fflush(stdout);
        loss = 0;
      }
    }
  }

  std::string table(double shift) const {
    std::string out;
    const auto word = [&](uint32_t value) {
      for (int i = 0; i < 32; i += 8) out.push_back(static_cast<char>(value >> i & 0xFF));
    };
    word(0x324E5342);
    word(kKept);
    float most = 0;
    for (float one : worth_.value) most = std::max(most, std::abs(one));
    const float worth_step = most / 255;
    word(static_cast<uint32_t>(std::lround(of_ngrams_.value[0] / (kWeightStep * worth_step))));
    word(static_cast<uint32_t>(static_cast<int32_t>(std::lround(shift * 1000))));
    std::vector<size_t> order;
    for (size_t i = 2; i < kKept; ++i) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return alphabet_[a] < alphabet_[b]; });
    char32_t before = 0;
    for (size_t i : order) {
      uint32_t gap = alphabet_[i] - before;
      for (; gap >= 0x80; gap >>= 7) out.push_back(static_cast<char>(gap & 0x7F) | static_cast<char>(0x80));
      out.push_back(static_cast<char>(gap));
      before = alphabet_[i];
    }
    order.insert(order.begin(), {0, 1});
    for (size_t i : order) {
      for (size_t d = 0; d < kPoint; ++d)
        out.push_back(static_cast<char>(rounded(points_.value[i * kPoint + d]) + 7));
    }
    // What is finer than kCoarse is noise.
    std::vector<int16_t> weights;
    for (float one : weights_.value) {
      const int steps = static_cast<int>(std::nearbyint(rounded_weight(one) / SeamNet::kCoarse));
      const int kept = std::clamp(steps, -SeamNet::kMostWeight, SeamNet::kMostWeight);
      out.push_back(static_cast<char>(kept - SeamNet::expected(weights, weights.size()) + 128));
      weights.push_back(static_cast<int16_t>(kept * SeamNet::kCoarse));
    }
    const auto half = [&](float value, float step) {
      const int whole = static_cast<int>(std::lround(value / step));
      out.push_back(static_cast<char>(whole & 0xFF));
      out.push_back(static_cast<char>(whole >> 8 & 0xFF));
    };
    for (float one : bias_.value) half(one, kWeightStep);
    for (float one : worth_.value) half(one, worth_step);
    return out;
  }

 private:
  static float rounded(float point) { return std::clamp(std::round(point), -kMostPoint, kMostPoint); }
  static float rounded_weight(float weight) {
    return std::clamp(std::round(weight / kWeightStep), -127.F, 127.F);
  }
  float point(size_t i) const { return whole_ ? rounded(points_.value[i]) : points_.value[i]; }

  static void look(const std::vector<uint16_t>& places, size_t left, size_t right, Places& before,
                   Places& behind) {
    for (size_t i = 0; i < kReach; ++i) {
      before[i] = left > i ? places[left - 1 - i] : SeamNet::kNothing;
      behind[i] = right + i < places.size() ? places[right + i] : SeamNet::kNothing;
    }
  }

  // Cuts of a few articles, now and then with what dumps do to them: a character lost at the cut, some
  // misread, short scraps.
  void draw() {
    for (size_t b = 0; b < kBatch; ++b) {
      if (b % kOfOne == 0) article_ = dice_() % (articles_.size() - 1);
      size_t from = first_cut_[articles_[article_].heads];
      size_t to = first_cut_[articles_[article_ + 1].heads];
      const size_t text = first_cut_[articles_[article_].text];
      const bool head = text > from && (text == to || dice_() % 8 == 0);
      if (head)
        to = text;
      else
        from = text;
      const Cut cut = cuts_[from + dice_() % (to - from)];
      const Paragraph& paragraph = paragraphs_[cut.paragraph];
      size_t left = cut.at;
      if (left > 3 && dice_() % 16 == 0) --left;
      edges_[b] = head ? kWithin : std::min<size_t>(dice_() % 12, kWithin);
      if (edges_[b] != kWithin) {
        const bool begin = edges_[b] == kAtBegin;
        const size_t at = begin ? 0 : paragraph.text.size();
        look(paragraph.places, at, at, before_[b], behind_[b]);
        lefts_[b] = NgramModel::left_of(begin ? std::u32string{kNgramBegin} : paragraph.text);
        rights_[b] = NgramModel::right_of(begin ? paragraph.text : std::u32string{kNgramEnd});
        continue;
      }
      look(paragraph.places, left, cut.at, before_[b], behind_[b]);
      std::u32string last = paragraph.text.substr(left > 3 ? left - 3 : 0, std::min<size_t>(left, 3));
      std::u32string first = paragraph.text.substr(cut.at, 3);
      if (dice_() % 5 == 0) {
        for (size_t i = 0; i < kReach; ++i) {
          if (dice_() % 16 == 0) {
            before_[b][i] = misread();
            if (i < last.size()) last[last.size() - 1 - i] = alphabet_[before_[b][i]];
          }
          if (dice_() % 16 == 0) {
            behind_[b][i] = misread();
            if (i < first.size()) first[i] = alphabet_[behind_[b][i]];
          }
        }
      }
      if (dice_() % 8 == 0)
        std::fill(before_[b].begin() + 2 + dice_() % 6, before_[b].end(), SeamNet::kNothing);
      if (dice_() % 8 == 0)
        std::fill(behind_[b].begin() + 2 + dice_() % 6, behind_[b].end(), SeamNet::kNothing);
      lefts_[b] = NgramModel::left_of(last);
      rights_[b] = NgramModel::right_of(first);
    }
  }

  uint16_t misread() { return static_cast<uint16_t>(2 + dice_() % (kCharacters - 2)); }

  void forward(const Places& places, size_t side, float* out) const {
    for (size_t i = 0; i < kReach; ++i) {
      const float* const weights = &used_[(side * kReach + i) * kPoint * kHidden];
      for (size_t d = 0; d < kPoint; ++d) {
        const float p = point(places[i] * kPoint + d);
        for (size_t h = 0; h < kHidden; ++h) out[h] += p * weights[d * kHidden + h];
      }
    }
  }

  void backward(const Places& places, size_t side, const float* slope) {
    for (size_t i = 0; i < kReach; ++i) {
      const size_t matrix = (side * kReach + i) * kPoint * kHidden;
      for (size_t d = 0; d < kPoint; ++d) {
        const float p = point(places[i] * kPoint + d);
        float sum = 0;
        for (size_t h = 0; h < kHidden; ++h) {
          weights_.slope[matrix + d * kHidden + h] += p * slope[h];
          sum += slope[h] * used_[matrix + d * kHidden + h];
        }
        points_.slope[places[i] * kPoint + d] += sum;
      }
    }
  }

  // Each left end is to know its right one among all of the batch, and the other way round (InfoNCE, both
  // ways). Slopes pass through the rounding as if there were none.
  double learn(float rate, int step) {
    used_ = weights_.value;
    if (whole_) {
      for (float& one : used_) one = rounded_weight(one) * kWeightStep;
    }
    std::vector<float> left(kBatch * kHidden, 0), right(kBatch * kHidden, 0);
    std::vector<float> left_slope(kBatch * kHidden, 0), right_slope(kBatch * kHidden, 0);
    for (size_t b = 0; b < kBatch; ++b) {
      std::copy(bias_.value.begin(), bias_.value.end(),
                left.begin() + static_cast<std::ptrdiff_t>(b * kHidden));
      forward(before_[b], 0, &left[b * kHidden]);
      forward(behind_[b], 1, &right[b * kHidden]);
    }
    std::vector<float> score(kBatch * kBatch), ngrams(kBatch * kBatch), slope(kBatch * kBatch, 0);
    for (size_t i = 0; i < kBatch; ++i) {
      for (size_t j = 0; j < kBatch; ++j) {
        float sum = 0;
        for (size_t h = 0; h < kHidden; ++h)
          sum += worth_.value[h] * std::max(0.F, left[i * kHidden + h] + right[j * kHidden + h]);
        ngrams[i * kBatch + j] =
            static_cast<float>(NgramModel::chinese().continuation(lefts_[i], rights_[j]));
        // Of two cuts before a paragraph (or behind one) either right side is right for either left one.
        const bool alike = i != j && edges_[i] == edges_[j] && edges_[i] != kWithin;
        score[i * kBatch + j] = alike ? -1e9F : sum + of_ngrams_.value[0] * ngrams[i * kBatch + j];
      }
    }
    double loss = 0;
    const auto softmax = [&](size_t begin, size_t stride, size_t truth) {
      float most = score[begin];
      for (size_t k = 0; k < kBatch; ++k) most = std::max(most, score[begin + k * stride]);
      float sum = 0;
      for (size_t k = 0; k < kBatch; ++k) sum += std::exp(score[begin + k * stride] - most);
      for (size_t k = 0; k < kBatch; ++k) {
        const float share = std::exp(score[begin + k * stride] - most) / sum;
        slope[begin + k * stride] += .5F * (share - (k == truth ? 1.F : 0.F)) / kBatch;
      }
      loss -= .5 * static_cast<double>(score[begin + truth * stride] - most - std::log(sum)) / kBatch;
    };
    for (size_t i = 0; i < kBatch; ++i) softmax(i * kBatch, 1, i);
    for (size_t j = 0; j < kBatch; ++j) softmax(j, kBatch, j);
    for (size_t i = 0; i < kBatch; ++i) {
      for (size_t j = 0; j < kBatch; ++j) {
        const float g = slope[i * kBatch + j];
        of_ngrams_.slope[0] += g * ngrams[i * kBatch + j];
        for (size_t h = 0; h < kHidden; ++h) {
          const float both = left[i * kHidden + h] + right[j * kHidden + h];
          const float on = both > 0 ? 1.F : 0.F;
          worth_.slope[h] += g * both * on;
          left_slope[i * kHidden + h] += g * worth_.value[h] * on;
          right_slope[j * kHidden + h] += g * worth_.value[h] * on;
        }
      }
    }
    for (size_t b = 0; b < kBatch; ++b) {
      for (size_t h = 0; h < kHidden; ++h) bias_.slope[h] += left_slope[b * kHidden + h];
      backward(before_[b], 0, &left_slope[b * kHidden]);
      backward(behind_[b], 1, &right_slope[b * kHidden]);
    }
    weights_.step(0, weights_.value.size(), rate * kWeightRate, step);
    worth_.step(0, kHidden, rate, step);
    bias_.step(0, kHidden, rate, step);
    of_ngrams_.step(0, 1, rate, step);
    std::vector<uint16_t> seen;
    for (size_t b = 0; b < kBatch; ++b) {
      seen.insert(seen.end(), before_[b].begin(), before_[b].end());
      seen.insert(seen.end(), behind_[b].begin(), behind_[b].end());
    }
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (uint16_t c : seen) {
      points_.step(c * kPoint, (c + 1) * kPoint, rate * kPointRate, ++turns_[c]);
      for (size_t i = c * kPoint; i < (c + 1) * kPoint; ++i)
        points_.value[i] = std::clamp(points_.value[i], -kMostPoint - .4F, kMostPoint + .4F);
    }
    return loss;
  }

  std::vector<Paragraph> paragraphs_;
  std::vector<Story> articles_;  // and the end
  std::vector<char32_t> alphabet_;
  std::vector<Cut> cuts_;
  std::vector<size_t> first_cut_;  // of each paragraph
  std::mt19937 dice_{5};
  size_t article_ = 0;
  bool whole_ = false;  // do points and weights count as the whole numbers that they will be?
  Weights points_, weights_, worth_, bias_, of_ngrams_;
  std::vector<float> used_;  // weights_, as they count
  std::vector<int> turns_;
  std::array<Places, kBatch> before_{}, behind_{};
  std::array<size_t, kBatch> edges_{};
  std::array<NgramModel::Left, kBatch> lefts_{};
  std::array<NgramModel::Right, kBatch> rights_{};
};

// What n-grams and net say together.
double both_say(const SeamNet& net, const std::u32string& left, const std::u32string& right) {
  return NgramModel::chinese().continuation(left, right) +
         net.continuation(net.left_of(left), net.right_of(right));
}

// The shift that makes the sum a likelihood ratio: over chance pairs its mean is 1.
double shift_of(const SeamNet& net, const std::vector<Halves>& cuts, std::mt19937& dice) {
  double sum = 0;
  constexpr int kPairs = 400000;
  for (int i = 0; i < kPairs; ++i) {
    const std::u32string& left = cuts[dice() % cuts.size()].first;
    const std::u32string& right = cuts[dice() % cuts.size()].second;
    sum += std::exp(std::min(12.0, both_say(net, left, right)));
  }
  return -std::log(sum / kPairs);
}

void judge(const SeamNet& net, const std::vector<Halves>& cuts, const std::mt19937& dice) {
  std::mt19937 same = dice;  // others for both
  const double ngrams =
      first_among_20(cuts, same, [](const std::u32string& left, const std::u32string& right) {
        return NgramModel::chinese().continuation(left, right);
      });
  same = dice;
  const double both = first_among_20(
      cuts, same,
      [&](const std::u32string& left, const std::u32string& right) { return both_say(net, left, right); });
  std::printf("true continuation first among 20: n-grams %.3f, with the net %.3f of %zu cuts\n", ngrams, both,
              cuts.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::fprintf(stderr, "usage: train_seams ARTICLES.jsonl OUT.bin [STEPS]\n");
    return 2;
  }
  std::vector<Paragraph> paragraphs;
  std::vector<Story> articles;
  std::vector<std::u32string> held_out;
  std::unordered_map<char32_t, size_t> counts;
  broadsheet::for_each_article(argv[1], [&](size_t number, const broadsheet::CorpusArticle& article) {
    const size_t begin = paragraphs.size();
    for (const std::u32string& head : article.heads) {
      if (number % 10 != 0 && head.size() >= 6) paragraphs.push_back({head, {}});
    }
    const size_t text_begins = paragraphs.size();
    for (const std::u32string& text : article.paragraphs) {
      if (number % 10 == 0) {
        held_out.push_back(text);
      } else if (text.size() >= 8) {
        for (char32_t c : text) ++counts[c];
        paragraphs.push_back({text, {}});
      }
    }
    if (paragraphs.size() > begin) articles.push_back({begin, text_begins});
  });
  if (articles.empty()) {
    std::fprintf(stderr,
                 "%s: no article to train from. Every tenth is left out; paragraphs of fewer than eight "
                 "characters do not count.\n",
                 argv[1]);
    return 4;
  }
  articles.push_back({paragraphs.size(), paragraphs.size()});
  std::vector<std::pair<size_t, char32_t>> often;
  for (const auto& [c, count] : counts) {
    if (c < 0x10000) often.emplace_back(count, c);
  }
  std::sort(often.begin(), often.end(), [](const auto& a, const auto& b) { return a > b; });
  std::vector<char32_t> alphabet(kCharacters, 0);
  std::unordered_map<char32_t, uint16_t> place;
  for (size_t i = 2; i < kCharacters && i - 2 < often.size(); ++i) {
    alphabet[i] = often[i - 2].second;
    place[alphabet[i]] = static_cast<uint16_t>(i);
  }
  for (Paragraph& paragraph : paragraphs) {
    for (char32_t c : paragraph.text) {
      const auto known = place.find(c);
      paragraph.places.push_back(known == place.end() ? SeamNet::kStrange : known->second);
    }
  }
  Trainer trainer(std::move(paragraphs), std::move(articles), std::move(alphabet));
  trainer.train(argc == 4 ? std::strtol(argv[3], nullptr, 10) : 800000);
  std::mt19937 dice(7);
  const std::vector<Halves> cuts = cut_once(held_out, dice);
  const double shift = shift_of(SeamNet(trainer.table(0)), cuts, dice);
  const std::string table = trainer.table(shift);
  std::ofstream(argv[2], std::ios::binary) << table;
  std::printf("%zu bytes, shift %.2f nats\n", table.size(), shift);
  judge(SeamNet(table), cuts, dice);
}
