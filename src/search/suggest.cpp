// What was perhaps meant: other forms of an English word, spellings that occur, Chinese words by their sound.
#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "search/folded.h"
#include "search/parts.h"
#include "search/pinyin.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr size_t kMost = 5;
constexpr uint32_t kLearnedAtOnce = 40000;    // words; some 10 ms
constexpr uint32_t kPassedAtOnce = 1u << 23;  // units; some 10 ms
constexpr uint32_t kListenedTo = 1u << 22;    // units; some 10 ms
constexpr size_t kWeighed = 60;               // strings of one sound that are looked at closely
constexpr size_t kLongestSound = 12;          // hanzi

std::string utf8_of(std::u16string_view units) {
  std::string out;
  for (size_t i = 0; i < units.size(); ++i) {
    char32_t c = units[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < units.size())
      c = 0x10000 + ((c & 0x3FF) << 10) + (units[++i] & 0x3FFu);
    append_utf8(out, c);
  }
  return out;
}

bool is_letters(std::u16string_view units) {
  return !units.empty() &&
         std::all_of(units.begin(), units.end(), [](char16_t c) { return c >= 'a' && c <= 'z'; });
}

// Adds the next words of the shelf to the vocabulary: so many at once that nobody waits.
void learn(SearchParts& parts) {
  uint32_t stop =
      parts.shelf.size() - parts.learned > kPassedAtOnce ? parts.learned + kPassedAtOnce : parts.shelf.size();
  uint32_t words = 0;
  std::u16string units;
  while (parts.learned < stop && words < kLearnedAtOnce) {
    uint32_t end = std::min(stop, parts.learned + (1u << 16));
    units.clear();
    parts.shelf.copy(parts.learned, end, units);
    for (size_t i = 0; i < units.size();) {
      if (units[i] < 'a' || units[i] > 'z') {
        ++i;
        continue;
      }
      std::string word;
      for (; i < units.size() && units[i] >= 'a' && units[i] <= 'z'; ++i)
        word.push_back(static_cast<char>(units[i]));
      // The rest of a word that was cut at the end comes with the next piece.
      if (i == units.size() && end < parts.shelf.size() && word.size() < units.size()) {
        end -= static_cast<uint32_t>(word.size());
        break;
      }
      ++words;
      if (word.size() >= 2 && word.size() <= 32) ++parts.vocabulary[word];
    }
    parts.learned = end;
  }
}

bool ends_with(const std::string& word, std::string_view ending) {
  return word.size() >= ending.size() &&
         word.compare(word.size() - ending.size(), ending.size(), ending) == 0;
}

// What the forms of one English word share: lights, lighted, lighting; cities, city; running, run; making,
// make.
std::string stem_of(std::string word) {
  auto cut = [&](std::string_view ending, size_t left) {
    if (!ends_with(word, ending) || word.size() < ending.size() + left) return false;
    word.resize(word.size() - ending.size());
    return true;
  };
  if (cut("ies", 2) || cut("ied", 2)) {
    word += 'y';
  } else if (cut("sses", 2)) {
    word += "ss";
  } else if (cut("ing", 3) || cut("ed", 2)) {
  } else if (!ends_with(word, "ss") && !ends_with(word, "us")) {
    cut("s", 2);
  }
  cut("ly", 3);
  if (word.size() > 3 && word.back() == 'e') word.pop_back();
  if (word.size() > 3 && word[word.size() - 1] == word[word.size() - 2] &&
      std::string_view("bdgmnprt").find(word.back()) != std::string_view::npos)
    word.pop_back();
  return word;
}

// Optimal string alignment distance (Damerau, Levenshtein), given up above `most`.
int distance(const std::string& a, const std::string& b, int most) {
  size_t n = a.size(), m = b.size();
  if (n > m + static_cast<size_t>(most) || m > n + static_cast<size_t>(most)) return most + 1;
  std::vector<int> before2(m + 1), before(m + 1), row(m + 1);
  for (size_t j = 0; j <= m; ++j) before[j] = static_cast<int>(j);
  for (size_t i = 1; i <= n; ++i) {
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (size_t j = 1; j <= m; ++j) {
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before2[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
    before2.swap(before);
    before.swap(row);
  }
  return before[m];
}

struct Offer {
  SuggestionKind kind;
  std::string word;
  uint32_t count;
  double weight;
};

void offer_forms(const SearchParts& parts, const std::string& word, std::vector<Offer>& offers) {
  if (word.size() < 3) return;
  std::string stem = stem_of(word), near = word.substr(0, 2);
  for (auto at = parts.vocabulary.lower_bound(near);
       at != parts.vocabulary.end() && at->first.compare(0, 2, near) == 0; ++at)
    if (at->first != word && stem_of(at->first) == stem)
      offers.push_back({SuggestionKind::kForm, at->first, at->second, static_cast<double>(at->second)});
}

void offer_spellings(const SearchParts& parts, const std::string& word, std::vector<Offer>& offers) {
  if (word.size() < 4 || parts.vocabulary.count(word) > 0) return;
  int most = word.size() >= 7 ? 2 : 1;
  for (const auto& [known, count] : parts.vocabulary) {
    int far = distance(word, known, most);
    // A slip is likelier behind the first letter.
    if (far <= most)
      offers.push_back({SuggestionKind::kSpelling, known, count,
                        std::log(1.0 + count) - 8 * far + (known[0] == word[0] ? 3 : 0)});
  }
}

// How freely a string stands among others, in [0, 1]: 核心技 is nearly always followed by 术, and no word.
// Counts its places anew, all over the shelf.
double freedom_of(const SearchParts& parts, std::u16string_view word, uint32_t& count) {
  std::unordered_map<char16_t, uint32_t> before, behind;
  count = 0;
  parts.shelf.each(word, [&](uint32_t place) {
    ++count;
    ++before[place == 0 ? kFieldEnd : parts.shelf.at(place - 1)];
    ++behind[parts.shelf.at(place + static_cast<uint32_t>(word.size()))];
  });
  auto share = [&](const std::unordered_map<char16_t, uint32_t>& sides) {
    uint32_t most = 0;
    // Marks, the ends of texts and letters bind nothing.
    for (auto [unit, times] : sides)
      if (is_hanzi_unit(unit)) most = std::max(most, times);
    return static_cast<double>(most) / std::max(1.0, static_cast<double>(count));
  };
  return (1.05 - share(before)) * (1.05 - share(behind));
}

// The strings on the shelf whose hanzi are, one by one, among those of `sounds`; by the shift-and method
// (Baeza-Yates and Gonnet, "A new approach to text searching", 1992).
void offer_sounds(const SearchParts& parts, const std::vector<std::vector<std::u16string>>& sounds,
                  SuggestionKind kind, std::u16string_view asked, uint32_t least,
                  std::vector<Offer>& offers) {
  std::vector<uint32_t> mask(0x10000, 0);
  uint32_t firsts = 0, used = 0;
  std::vector<std::pair<uint32_t, uint32_t>> ends;  // the last bit of each, its length
  for (const auto& sound : sounds) {
    auto length = static_cast<uint32_t>(sound.size());
    if (length == 0 || used + length > 32) continue;
    firsts |= 1u << used;
    for (uint32_t k = 0; k < length; ++k)
      for (char16_t c : sound[k]) mask[c] |= 1u << (used + k);
    used += length;
    ends.emplace_back(1u << (used - 1), length);
  }
  if (used == 0) return;
  uint32_t last_bits = 0;
  for (auto [bit, length] : ends) last_bits |= bit;
  std::u16string units;
  parts.shelf.copy(0, std::min(parts.shelf.size(), kListenedTo), units);
  std::unordered_map<std::u16string, uint32_t> seen;
  uint32_t state = 0;
  for (size_t i = 0; i < units.size(); ++i) {
    // A bit shifted out of one sound into the first place of the next is set anyway.
    state = (state << 1 | firsts) & mask[units[i]];
    if ((state & last_bits) == 0) continue;
    for (auto [bit, length] : ends) {
      if ((state & bit) == 0) continue;
      ++seen[units.substr(i + 1 - length, length)];
    }
  }
  auto total = static_cast<double>(std::max<uint32_t>(parts.shelf.size(), 1));
  std::vector<Offer> found;
  std::vector<const std::u16string*> words;
  for (const auto& [word, count] : seen) {
    if (count < least || word == asked) continue;
    // How much oftener the hanzi stand together than by chance.
    double chance = std::log(static_cast<double>(std::max<size_t>(units.size(), 1)));
    for (char16_t c : word)
      if (const auto* counted = parts.counted(c))
        chance += std::log(std::max(1.0, static_cast<double>(counted->places)) / total);
    double together = std::max(0.1, std::log(static_cast<double>(count)) - chance);
    found.push_back({kind, utf8_of(word), count, std::log(1.0 + count) * together});
    words.push_back(&word);
  }
  std::vector<size_t> order(found.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  auto heavier = [&](size_t a, size_t b) {
    return found[a].weight != found[b].weight ? found[a].weight > found[b].weight
                                              : found[a].word < found[b].word;
  };
  size_t tried = std::min(kWeighed, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(tried), order.end(), heavier);
  for (size_t i = 0; i < tried; ++i) {
    Offer& offer = found[order[i]];
    offer.weight *= freedom_of(parts, *words[order[i]], offer.count);
    offers.push_back(std::move(offer));
  }
}

void offer_pinyin(const SearchParts& parts, const std::string& word, std::vector<Offer>& offers) {
  if (word.size() < 2) return;
  std::vector<std::vector<std::u16string>> sounds;
  for (const auto& way : syllables_of(word, 4)) {
    if (way.size() < 2 || way.size() > kLongestSound) continue;
    std::vector<std::u16string> sound;
    sound.reserve(way.size());
    for (std::string_view syllable : way) sound.push_back(hanzi_of_syllable(syllable));
    sounds.push_back(std::move(sound));
  }
  if (!sounds.empty()) return offer_sounds(parts, sounds, SuggestionKind::kPinyin, {}, 1, offers);
  if (word.size() > 6 || parts.vocabulary.count(word) > 0) return;
  std::vector<std::u16string> initials;
  for (char letter : word) initials.push_back(hanzi_of_initial(letter));
  offer_sounds(parts, {initials}, SuggestionKind::kPinyin, {}, 2, offers);
}

void offer_same_sound(const SearchParts& parts, std::u16string_view hanzi, std::vector<Offer>& offers) {
  if (hanzi.size() < 2 || hanzi.size() > kLongestSound) return;
  std::vector<std::u16string> sound;
  for (char16_t c : hanzi) sound.push_back(hanzi_sounding_as(c));
  offer_sounds(parts, {sound}, SuggestionKind::kSound, hanzi, 1, offers);
}

void take_best(std::vector<Offer>& offers, std::string_view query, const Leaf& leaf,
               std::vector<Suggestion>& out) {
  sort_stably(offers, [](const Offer& a, const Offer& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
  });
  std::string_view asked = query.substr(leaf.begin, leaf.end - leaf.begin);
  size_t colon = asked.rfind(':'), wide = asked.rfind("：");
  size_t keep = colon != std::string_view::npos ? colon + 1 : wide != std::string_view::npos ? wide + 3 : 0;
  for (const Offer& offer : offers) {
    if (out.size() >= kMost) return;
    std::string whole(query.substr(0, leaf.begin + keep));
    whole += offer.word;
    whole += query.substr(leaf.end);
    bool known = std::any_of(out.begin(), out.end(), [&](const Suggestion& s) { return s.query == whole; });
    if (!known) out.push_back({offer.kind, offer.word, std::move(whole), offer.count});
  }
}

}  // namespace

std::vector<Suggestion> SearchIndex::suggest(const Edition&, std::string_view text) const {
  SearchParts& parts = *parts_;
  std::vector<Suggestion> out;
  learn(parts);
  Query query = parse_query(text);
  for (const Leaf& leaf : query.leaves) {
    if (leaf.kind != Leaf::Kind::kText || leaf.negated) continue;
    if (is_letters(leaf.units)) {
      std::string word(leaf.units.begin(), leaf.units.end());
      using Offering = void (*)(const SearchParts&, const std::string&, std::vector<Offer>&);
      for (Offering offering : {&offer_forms, &offer_pinyin, &offer_spellings}) {
        std::vector<Offer> offers;
        offering(parts, word, offers);
        take_best(offers, text, leaf, out);
      }
    } else if (std::all_of(leaf.units.begin(), leaf.units.end(), is_hanzi_unit)) {
      bool stands = false;
      parts.shelf.each(leaf.units, [&](uint32_t) { stands = true; });
      std::vector<Offer> offers;
      if (!stands) offer_same_sound(parts, leaf.units, offers);
      take_best(offers, text, leaf, out);
    }
  }
  return out;
}

}  // namespace broadsheet
