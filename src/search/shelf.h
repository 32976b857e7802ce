// The folded text of an edition on one long shelf, and every place of a string on it.
//
//     Shelf shelf;
//     shelf.append(units);                                   // whole texts, each with kFieldEnd behind
//     shelf.each(u"高新区", [&](uint32_t at) { … });         // at: units from the start of the shelf
//
// The shelf is cut into boards of 65,536 units. The last, open board is scanned by SIMD (scan.h). A full
// board is sorted: the places of its units, two bytes each, by a hash of the unit and the one behind it. A
// string is then looked up by the rarest of its pairs on each board, and every place looked at, so a hash can
// cost time but not truth. A board whose units are all below 256 (Latin text) keeps one byte a unit and no
// places, and is scanned. Cost: 4.25 bytes a unit, about 1.45 bytes a byte of Chinese UTF-8.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/scan.h"

namespace broadsheet {

class Shelf {
 public:
  static constexpr uint32_t kBoard = 1u << 16;

  void append(std::u16string_view units);
  void clear();

  uint32_t size() const {
    return static_cast<uint32_t>(boards_.size()) * kBoard + static_cast<uint32_t>(open_.size());
  }
  char16_t at(uint32_t place) const;
  // Units [begin, end), appended to `out`.
  void copy(uint32_t begin, uint32_t end, std::u16string& out) const;

  // Calls found(place) for every place of `needle`, overlapping ones too.
  template <class Found>
  void each(std::u16string_view needle, Found&& found) const;

  // A bit for each unit of a board.
  using Row = std::array<uint64_t, kBoard / 64>;
  // Calls rows(base, row) for every board, the open one too; bit i is set where `unit` stands at base + i.
  template <class Rows>
  void each_row(char16_t unit, Rows&& rows) const;

  uint64_t text_bytes() const;
  uint64_t beside_bytes() const;

 private:
  // A pair's bucket: the class of its first unit, then four bits of the second's hash, so that all pairs of
  // one first unit stand side by side. The units that are most frequent on the first full board have a class
  // to themselves; the others share the rest by hash.
  static constexpr uint32_t kSecondBits = 4;
  static constexpr uint32_t kSeconds = 1u << kSecondBits;
  static constexpr uint32_t kClasses = 512;
  static constexpr uint32_t kAlone = 384;
  static constexpr uint32_t kBuckets = kClasses << kSecondBits;

  struct Board {
    std::unique_ptr<char16_t[]> units;   // null where narrow
    std::unique_ptr<uint8_t[]> narrow;   // null where not
    std::unique_ptr<uint16_t[]> places;  // all but the last unit's, sorted by bucket, then ascending
    std::unique_ptr<uint16_t[]>
        buckets;  // where each bucket begins in `places`; behind the last comes kBoard - 1
    char16_t unit(uint32_t i) const { return narrow ? narrow[i] : units[i]; }
    uint32_t begin_of(uint32_t bucket) const { return bucket == kBuckets ? kBoard - 1 : buckets[bucket]; }
  };

  static uint32_t second_of(char16_t unit) { return (unit * 0x9E3779B1u) >> (32 - kSecondBits); }
  uint32_t first_of(char16_t unit) const { return first_of_.empty() ? 0 : first_of_[unit]; }

  void give_classes();
  void seal();
  bool stands_at(uint32_t place, std::u16string_view needle) const;
  template <class Found>
  void each_across(size_t board, std::u16string_view needle, Found&& found) const;
  template <class Found>
  static void each_on(const Board& board, std::u16string_view needle, const uint32_t* pairs, uint32_t base,
                      Found&& found);

  std::vector<Board> boards_;
  std::u16string open_;
  std::vector<uint16_t>
      first_of_;  // of each unit: its class, shifted; made with the first board that needs it
};

template <class Found>
void Shelf::each_on(const Board& board, std::u16string_view needle, const uint32_t* pairs, uint32_t base,
                    Found&& found) {
  size_t length = needle.size();
  if (length > kBoard) return;
  // The pair with the fewest places here.
  uint32_t best = 0, begin = 0, end = kBoard;
  for (uint32_t k = 0; k + 1 < length && k < 16; ++k) {
    uint32_t b = board.buckets[pairs[k]], e = board.begin_of(pairs[k] + 1);
    if (e - b < end - begin) best = k, begin = b, end = e;
  }
  uint32_t pair;
  std::memcpy(&pair, needle.data() + best, sizeof pair);
  const char16_t* units = board.units.get();
  uint32_t last = kBoard - static_cast<uint32_t>(length);
  for (uint32_t i = begin; i < end; ++i) {
    uint32_t place = board.places[i], there;
    std::memcpy(&there, units + place, sizeof there);
    if (there != pair || place < best) continue;
    uint32_t start = place - best;
    if (start > last) continue;
    if (length > 2 && std::memcmp(units + start, needle.data(), length * sizeof(char16_t)) != 0) continue;
    found(base + start);
  }
}

// Places that begin on `board` and end beyond it.
template <class Found>
void Shelf::each_across(size_t board, std::u16string_view needle, Found&& found) const {
  auto length = static_cast<uint32_t>(std::min<size_t>(needle.size(), kBoard));
  uint32_t tail = length == needle.size() ? length - 1 : length;
  uint32_t base = static_cast<uint32_t>(board) * kBoard;
  for (uint32_t i = kBoard - tail; i < kBoard; ++i)
    if (boards_[board].unit(i) == needle[0] && stands_at(base + i, needle)) found(base + i);
}

template <class Rows>
void Shelf::each_row(char16_t unit, Rows&& rows) const {
  uint32_t first = first_of(unit), base = 0;
  bool alone = first < (kAlone << kSecondBits);
  auto set = [](Row& row, size_t i) { row[i / 64] |= uint64_t{1} << (i % 64); };
  for (const Board& board : boards_) {
    Row row{};
    if (board.narrow) {
      auto byte = static_cast<uint8_t>(unit);
      if (unit < 256) scan_units(board.narrow.get(), kBoard, &byte, 1, [&](size_t i) { set(row, i); });
    } else {
      // Every pair that the unit begins; the last unit of a board begins none.
      uint32_t end = board.begin_of(first + kSeconds);
      for (uint32_t i = board.begin_of(first); i < end; ++i) {
        uint32_t place = board.places[i];
        row[place / 64] |= static_cast<uint64_t>(alone || board.units[place] == unit) << (place % 64);
      }
      if (board.units[kBoard - 1] == unit) set(row, kBoard - 1);
    }
    rows(base, row);
    base += kBoard;
  }
  if (open_.empty()) return;
  Row row{};
  scan_units(open_.data(), open_.size(), &unit, 1, [&](size_t i) { set(row, i); });
  rows(base, row);
}

template <class Found>
void Shelf::each(std::u16string_view needle, Found&& found) const {
  if (needle.empty() || needle.size() > size()) return;
  if (needle.size() == 1) {
    each_row(needle[0], [&](uint32_t base, const Row& row) {
      for (uint32_t w = 0; w < row.size(); ++w)
        for (uint64_t word = row[w]; word != 0; word &= word - 1)
          found(base + w * 64 + static_cast<uint32_t>(__builtin_ctzll(word)));
    });
    return;
  }
  uint32_t pairs[16] = {};
  for (size_t k = 0; k < std::min<size_t>(needle.size(), 16); ++k) {
    pairs[k] = first_of(needle[k]);
    if (needle.size() > k + 1) pairs[k] |= second_of(needle[k + 1]);
  }
  bool narrow = needle.size() <= kBoard &&
                std::all_of(needle.begin(), needle.end(), [](char16_t c) { return c < 256; });
  std::basic_string<uint8_t> bytes;
  if (narrow) bytes.assign(needle.begin(), needle.end());
  for (size_t b = 0; b < boards_.size(); ++b) {
    uint32_t base = static_cast<uint32_t>(b) * kBoard;
    const Board& board = boards_[b];
    if (!board.narrow) {
      each_on(board, needle, pairs, base, found);
    } else if (narrow) {
      scan_units(board.narrow.get(), kBoard, bytes.data(), bytes.size(),
                 [&](size_t i) { found(base + static_cast<uint32_t>(i)); });
    }
    each_across(b, needle, found);
  }
  uint32_t base = static_cast<uint32_t>(boards_.size()) * kBoard;
  scan_units(open_.data(), open_.size(), needle.data(), needle.size(),
             [&](size_t i) { found(base + static_cast<uint32_t>(i)); });
}

}  // namespace broadsheet
