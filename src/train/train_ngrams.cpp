// Makes the table of src/text/ngram.h from articles.
//
//     build/native/train_ngrams ARTICLES.jsonl OUT.bin [PAIRS TRIPLES]
//
// Every line of ARTICLES.jsonl is {"heads": [...], "paragraphs": [...]}. Prints how many n-grams were kept
// and how well the model tells the true continuation of a cut sentence from 19 others, on every tenth
// article, left out of training.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/ngram.h"
#include "train/corpus.h"
#include "train/judge.h"

namespace {

using broadsheet::kNgramBegin;
using broadsheet::kNgramEnd;
using broadsheet::ngram_fingerprint;
using broadsheet::NgramModel;

struct Counts {
  std::unordered_map<char32_t, uint32_t> one;
  std::unordered_map<uint64_t, uint32_t> two;
  std::unordered_map<uint64_t, uint32_t> three;
  double total = 0;
  void add(const std::u32string& text) {
    for (size_t i = 0; i < text.size(); ++i) {
      ++one[text[i]];
      ++total;
      if (i + 1 < text.size()) ++two[key(text[i], text[i + 1])];
      if (i + 2 < text.size()) ++three[(key(text[i], text[i + 1]) << 21) | text[i + 2]];
    }
  }
  static uint64_t key(char32_t a, char32_t b) { return (static_cast<uint64_t>(a) << 21) | b; }
};

struct Entry {
  uint32_t fingerprint;
  int value;
  double worth;
};

// Keeps the `limit` entries of most worth, one for each fingerprint, grouped by value and sorted.
std::map<int, std::vector<uint32_t>> choose(std::vector<Entry> entries, size_t limit) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.fingerprint < b.fingerprint;
  });
  std::map<int, std::vector<uint32_t>> groups;
  std::vector<bool> taken(1u << broadsheet::kNgramBits, false);
  size_t kept = 0;
  for (const Entry& entry : entries) {
    if (kept == limit) break;
    if (taken[entry.fingerprint]) continue;
    taken[entry.fingerprint] = true;
    groups[entry.value].push_back(entry.fingerprint);
    ++kept;
  }
  for (auto& [value, list] : groups) std::sort(list.begin(), list.end());
  return groups;
}

class BitWriter {
 public:
  void bits(uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bit((value >> i) & 1);
  }
  void rice(uint32_t value, int parameter) {
    for (uint32_t high = value >> parameter; high > 0; --high) bit(true);
    bit(false);
    bits(value, parameter);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void bit(bool set) {
    if (at_ % 8 == 0) bytes_.push_back('\0');
    if (set) bytes_.back() = static_cast<char>(bytes_.back() | (1 << (at_ % 8)));
    ++at_;
  }
  std::string bytes_;
  size_t at_ = 0;
};

void write_order(BitWriter& out, const std::map<int, std::vector<uint32_t>>& groups) {
  size_t total = 0;
  for (const auto& [value, list] : groups) total += list.size();
  out.bits(static_cast<uint32_t>(total), 32);
  out.bits(static_cast<uint32_t>(groups.size()), 8);
  for (const auto& [value, list] : groups) {
    const double gap = static_cast<double>(1u << broadsheet::kNgramBits) / static_cast<double>(list.size());
    const int parameter = std::max(0, static_cast<int>(std::floor(std::log2(gap * 0.6931))));
    out.bits(static_cast<uint32_t>(value + 128), 8);
    out.bits(static_cast<uint32_t>(list.size()), 32);
    out.bits(static_cast<uint32_t>(parameter), 8);
    uint32_t before = 0;
    for (uint32_t fingerprint : list) {
      out.rice(fingerprint - before, parameter);
      before = fingerprint;
    }
  }
}

std::string make_table(const Counts& counts, size_t pairs, size_t triples) {
  std::vector<Entry> two;
  for (const auto& [key, n] : counts.two) {
    if (n < 2) continue;
    const auto a = static_cast<char32_t>(key >> 21);
    const auto b = static_cast<char32_t>(key & 0x1FFFFF);
    const double nats =
        std::log(n * counts.total / (static_cast<double>(counts.one.at(a)) * counts.one.at(b)));
    const int value = static_cast<int>(std::lround(nats));
    // What speaks for a join is worth more than what speaks against it: an unknown pair speaks against it
    // already.
    if (value != 0) two.push_back({ngram_fingerprint(a, b), value, n * (nats > 0 ? nats : -0.3 * nats)});
  }
  std::vector<Entry> three;
  for (const auto& [key, n] : counts.three) {
    if (n < 3) continue;
    const auto a = static_cast<char32_t>(key >> 42);
    const auto b = static_cast<char32_t>((key >> 21) & 0x1FFFFF);
    const auto c = static_cast<char32_t>(key & 0x1FFFFF);
    const double nats =
        std::log(static_cast<double>(n) * counts.one.at(b) /
                 (static_cast<double>(counts.two.at(Counts::key(a, b))) * counts.two.at(Counts::key(b, c))));
    const int value = std::clamp(static_cast<int>(std::lround(nats)), -3, 6);
    if (value != 0) three.push_back({ngram_fingerprint(a, b, c), value, n * std::abs(nats)});
  }
  BitWriter out;
  out.bits(0x31474E42, 32);
  write_order(out, choose(std::move(two), pairs));
  write_order(out, choose(std::move(three), triples));
  return out.bytes();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 5) {
    std::fprintf(stderr, "usage: train_ngrams ARTICLES.jsonl OUT.bin [PAIRS TRIPLES]\n");
    return 2;
  }
  const size_t pairs = argc == 5 ? std::strtoul(argv[3], nullptr, 10) : 21000;
  const size_t triples = argc == 5 ? std::strtoul(argv[4], nullptr, 10) : 15000;
  Counts counts;
  std::vector<std::u32string> held_out;
  broadsheet::for_each_article(argv[1], [&](size_t number, const broadsheet::CorpusArticle& article) {
    for (const std::u32string& text : article.paragraphs) {
      if (number % 10 == 0)
        held_out.push_back(text);
      else
        counts.add(kNgramBegin + text + kNgramEnd);
    }
  });
  const std::string table = make_table(counts, pairs, triples);
  std::ofstream(argv[2], std::ios::binary) << table;
  std::printf("%zu bytes, %zu pairs and %zu triples at most\n", table.size(), pairs, triples);
  const NgramModel model(table);
  std::mt19937 dice(7);
  const std::vector<broadsheet::Halves> cuts = broadsheet::cut_once(held_out, dice);
  const double share =
      broadsheet::first_among_20(cuts, dice, [&](const std::u32string& left, const std::u32string& right) {
        return model.continuation(left, right);
      });
  std::printf("true continuation first among 20: %.3f of %zu cuts\n", share, cuts.size());
}
