// Readings of hanzi, without tones, and the ways to read letters as syllables. See tables/make_pinyin.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The hanzi (simplified, of GB 2312) of one syllable: "gao", "lv"; none for what is no syllable.
const std::u16string& hanzi_of_syllable(std::string_view syllable);

// The hanzi with a reading that begins with `letter`.
const std::u16string& hanzi_of_initial(char letter);

// Every hanzi that shares a reading with `hanzi`, itself included; empty where it is not known.
std::u16string hanzi_sounding_as(char16_t hanzi);

// The ways to cut `letters` (a-z) into syllables, those of few syllables first, at most `most`.
std::vector<std::vector<std::string_view>> syllables_of(std::string_view letters, size_t most);

}  // namespace broadsheet
