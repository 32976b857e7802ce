#include "search/shelf.h"

namespace broadsheet {

void Shelf::append(std::u16string_view units) {
  while (!units.empty()) {
    size_t room = kBoard - open_.size();
    open_.append(units.substr(0, room));
    units.remove_prefix(std::min(room, units.size()));
    if (open_.size() == kBoard) seal();
  }
}

void Shelf::clear() {
  boards_.clear();
  first_of_ = {};
  open_ = {};
}

char16_t Shelf::at(uint32_t place) const {
  size_t board = place / kBoard;
  if (board < boards_.size()) return boards_[board].unit(place % kBoard);
  return open_[place % kBoard];
}

void Shelf::copy(uint32_t begin, uint32_t end, std::u16string& out) const {
  while (begin < end) {
    size_t board = begin / kBoard;
    uint32_t from = begin % kBoard, count = std::min(end - begin, kBoard - from);
    if (board >= boards_.size()) {
      out.append(open_, from, count);
    } else if (boards_[board].narrow) {
      const uint8_t* units = boards_[board].narrow.get() + from;
      out.append(units, units + count);
    } else {
      out.append(boards_[board].units.get() + from, count);
    }
    begin += count;
  }
}

bool Shelf::stands_at(uint32_t place, std::u16string_view needle) const {
  if (needle.size() > size() - place) return false;
  for (size_t k = 0; k < needle.size(); ++k)
    if (at(place + static_cast<uint32_t>(k)) != needle[k]) return false;
  return true;
}

void Shelf::give_classes() {
  first_of_.resize(0x10000);
  std::vector<uint32_t> counts(0x10000, 0), order;
  for (char16_t unit : open_) ++counts[unit];
  for (uint32_t unit = 0; unit < counts.size(); ++unit) {
    uint32_t shared = kAlone + (unit * 0x9E3779B1u >> 16) % (kClasses - kAlone);
    first_of_[unit] = static_cast<uint16_t>(shared << kSecondBits);
    if (counts[unit] > 0) order.push_back(unit);
  }
  size_t most = std::min<size_t>(kAlone, order.size());
  std::partial_sort(
      order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end(),
      [&](uint32_t a, uint32_t b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; });
  for (size_t i = 0; i < most; ++i) first_of_[order[i]] = static_cast<uint16_t>(i << kSecondBits);
}

// Turns the open board into a closed one, by one counting sort.
void Shelf::seal() {
  Board board;
  char16_t most = 0;
  for (char16_t c : open_) most |= c;
  if (most < 256) {
    board.narrow.reset(new uint8_t[kBoard]);
    for (uint32_t i = 0; i < kBoard; ++i) board.narrow[i] = static_cast<uint8_t>(open_[i]);
  } else {
    if (first_of_.empty()) give_classes();
    board.units.reset(new char16_t[kBoard]);
    std::memcpy(board.units.get(), open_.data(), kBoard * sizeof(char16_t));
    board.places.reset(new uint16_t[kBoard - 1]);
    board.buckets.reset(new uint16_t[kBuckets]);
    // The scratch of the sort: 160 KB for the moment of the sort, not on a small stack.
    std::vector<uint16_t> bucket(kBoard - 1);
    std::vector<uint32_t> next(kBuckets + 1, 0);
    for (uint32_t i = 0; i + 1 < kBoard; ++i) {
      bucket[i] = static_cast<uint16_t>(first_of_[open_[i]] | second_of(open_[i + 1]));
      ++next[bucket[i] + 1];
    }
    for (uint32_t b = 0; b < kBuckets; ++b) {
      next[b + 1] += next[b];
      board.buckets[b] = static_cast<uint16_t>(next[b]);
    }
    for (uint32_t i = 0; i + 1 < kBoard; ++i) board.places[next[bucket[i]]++] = static_cast<uint16_t>(i);
  }
  boards_.push_back(std::move(board));
  open_.clear();
}

uint64_t Shelf::text_bytes() const {
  uint64_t bytes = open_.capacity() * sizeof(char16_t);
  for (const Board& board : boards_) bytes += board.narrow ? kBoard : kBoard * sizeof(char16_t);
  return bytes;
}

uint64_t Shelf::beside_bytes() const {
  uint64_t bytes = boards_.capacity() * sizeof(Board) + first_of_.capacity() * sizeof(uint16_t);
  for (const Board& board : boards_)
    if (!board.narrow) bytes += (kBoard - 1 + kBuckets) * sizeof(uint16_t);
  return bytes;
}

}  // namespace broadsheet
