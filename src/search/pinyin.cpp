#include "search/pinyin.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "text/gb18030.h"
#include "text/packed.h"
#include "text/sort.h"

namespace broadsheet {

extern const std::string_view kPinyinTable;

namespace {

constexpr size_t kLongestSyllable = 6;  // zhuang
constexpr char16_t kFirst = 0x4E00, kAfterLast = 0xA000;
constexpr size_t kCommon = 3755;  // hanzi of GB 2312 that it has in the order of their readings

// In its order.
std::u16string hanzi_of_gb2312() {
  const std::vector<char32_t> codes = gb18030_codes();
  std::u16string hanzi;
  for (size_t row = 0xB0; row < 0xF8; ++row) {
    for (size_t cell = 0xA1; cell < 0xFF; ++cell) {
      const char32_t c = codes[(row - 0x81) * kGb18030Trails + cell - 0x41];
      if (c >= kFirst && c < kAfterLast) hanzi.push_back(static_cast<char16_t>(c));
    }
  }
  return hanzi;
}

struct PinyinTable {
  std::map<std::string, std::u16string, std::less<>> syllables;
  std::u16string initials[26];
  std::map<char16_t, std::vector<const std::u16string*>> readings;

  PinyinTable() {
    PackedBytes in{kPinyinTable};
    std::vector<std::u16string*> order(in.number());
    for (std::u16string*& hanzi : order) {
      std::string name;
      while (uint32_t b = in.byte()) name.push_back(static_cast<char>(b));
      hanzi = &syllables[name];
    }
    const std::u16string all = hanzi_of_gb2312();
    std::vector<std::vector<uint32_t>> heard(kAfterLast - kFirst);  // the readings of each hanzi
    uint32_t syllable = 0;
    for (size_t i = 0; i < all.size(); ++i) {
      const uint32_t number = in.number();
      syllable = i < kCommon ? syllable + (number >> 1 ^ -(number & 1)) : number;
      heard[all[i] - kFirst].push_back(syllable);
    }
    std::vector<size_t> more;  // hanzi with another reading, one for each of these
    size_t at = 0;
    for (uint32_t left = in.number(); left > 0; --left, ++at) {
      const uint32_t number = in.number();
      at += number >> 1;
      more.insert(more.end(), 1 + (number & 1), at);
    }
    for (size_t which : more) heard[all[which] - kFirst].push_back(in.number());
    for (size_t i = 0; i < heard.size(); ++i)
      for (uint32_t number : heard[i]) order[number]->push_back(static_cast<char16_t>(kFirst + i));
    for (std::u16string* same : order)
      for (char16_t one : *same) readings[one].push_back(same);
    for (const auto& [name, hanzi] : syllables)
      if (name[0] >= 'a' && name[0] <= 'z') initials[name[0] - 'a'] += hanzi;
  }
};

const PinyinTable& table() {
  static const PinyinTable made;
  return made;
}

void cut(std::string_view letters, size_t most, std::vector<std::string_view>& taken,
         std::vector<std::vector<std::string_view>>& ways, int& steps) {
  if (letters.empty()) {
    ways.push_back(taken);
    return;
  }
  for (size_t length = std::min(kLongestSyllable, letters.size()); length > 0; --length) {
    if (ways.size() >= most || --steps < 0) return;
    std::string_view syllable = letters.substr(0, length);
    if (hanzi_of_syllable(syllable).empty()) continue;
    taken.push_back(syllable);
    cut(letters.substr(length), most, taken, ways, steps);
    taken.pop_back();
  }
}

}  // namespace

const std::u16string& hanzi_of_syllable(std::string_view syllable) {
  static const std::u16string none;
  auto found = table().syllables.find(syllable);
  return found == table().syllables.end() ? none : found->second;
}

const std::u16string& hanzi_of_initial(char letter) {
  static const std::u16string none;
  return letter >= 'a' && letter <= 'z' ? table().initials[letter - 'a'] : none;
}

std::u16string hanzi_sounding_as(char16_t hanzi) {
  std::u16string all;
  auto found = table().readings.find(hanzi);
  if (found != table().readings.end())
    for (const std::u16string* same : found->second) all += *same;
  return all;
}

std::vector<std::vector<std::string_view>> syllables_of(std::string_view letters, size_t most) {
  std::vector<std::vector<std::string_view>> ways;
  std::vector<std::string_view> taken;
  int steps = 4000;  // of a long word with many cuts the rest is let be
  cut(letters, most, taken, ways, steps);
  sort_stably(ways, [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return ways;
}

}  // namespace broadsheet
