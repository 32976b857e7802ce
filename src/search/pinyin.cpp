#include "search/pinyin.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "text/packed.h"
#include "text/sort.h"

namespace broadsheet {

extern const std::string_view kPinyinTable;

namespace {

constexpr size_t kLongestSyllable = 6;  // zhuang

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
    for (std::u16string* hanzi : order) {
      uint32_t code = 0x4E00;
      for (uint32_t left = in.number(); left > 0; --left) {
        code += in.number();
        hanzi->push_back(static_cast<char16_t>(code));
        readings[static_cast<char16_t>(code)].push_back(hanzi);
      }
    }
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
