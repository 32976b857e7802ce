// A small character n-gram model: does the end of one text go on with the beginning of another?
//
//     double nats = NgramModel::chinese().continuation(U"…诺诚", U"健华在内…");   // > 0 speaks for a join
//
// It keeps the association of 2-grams (pointwise mutual information) and what a third character adds to it,
// in whole nats, for the n-grams that matter most (count x |value|). The table is a set of fingerprints,
// Golomb-Rice coded (R. F. Rice, 1979; a compressed approximate set as in Putze, Sanders, Singler 2007), so
// about one n-gram in five hundred that is not in it may be taken for one that is. src/train/train_ngrams.cpp
// makes it; src/text/NGRAMS.md has the format.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet {

class NgramModel {
 public:
  // `table` as train_ngrams wrote it. A table that is cut short or of another version gives an empty model
  // (all 0).
  explicit NgramModel(std::string_view table);

  // Trained from Chinese newspaper text; decoded at first use.
  static const NgramModel& chinese();

  // Association of `b` right after `a` in nats; 0 where nothing is known. Characters as fold_for_ngrams gives
  // them.
  int bigram(char32_t a, char32_t b) const;
  // What is known beyond the bigram when `a` stands before `b` `c`.
  int trigram(char32_t a, char32_t b, char32_t c) const;

  // Evidence across the cut, from the last two characters of `left` and the first two of `right` (folded
  // inside).
  int continuation(std::u32string_view left, std::u32string_view right) const;

  // The same for many pairs: what each side has, folded once.
  struct Left {
    char32_t last = 0;
    uint64_t pair = 0;  // mixed from the last two; 0 where there is only one
  };
  struct Right {
    char32_t first = 0;
    char32_t second = 0;  // 0 where there is none
  };
  static Left left_of(std::u32string_view text);
  static Right right_of(std::u32string_view text);
  int continuation(const Left& left, const Right& right) const;

  // How much a text likes to be the beginning of a paragraph, in nats against standing anywhere.
  int beginning(std::u32string_view text) const;

  bool empty() const { return count_ == 0; }

 private:
  struct Slots {
    std::vector<uint32_t> slot;  // fingerprint << 8 | (value + 128); 0 is free
    uint32_t mask = 0;
    void reserve(uint32_t count);
    void put(uint32_t fingerprint, int value);
    int get(uint32_t fingerprint) const;
  };
  Slots pairs_;
  Slots triples_;
  uint32_t count_ = 0;
};

// Width folded to half, digits to '0', ASCII letters to lower case: what the model counts.
char32_t fold_for_ngrams(char32_t c);

// Stand before the first and behind the last character of every paragraph that was counted:
// bigram(kNgramBegin, c) says how much `c` likes to begin a paragraph.
inline constexpr char32_t kNgramBegin = 0x2402;
inline constexpr char32_t kNgramEnd = 0x2403;

// 24-bit fingerprints of n-grams of folded characters: shared with the trainer.
inline constexpr int kNgramBits = 24;
uint32_t ngram_fingerprint(char32_t a, char32_t b);
uint32_t ngram_fingerprint(char32_t a, char32_t b, char32_t c);

}  // namespace broadsheet
