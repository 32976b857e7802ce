// The right story first: BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
// fields", CIKM 2004), then for the best of these how near the words stand to each other and how much of a
// head they are.
#include <algorithm>
#include <cmath>

#include "search/folded.h"
#include "search/parts.h"
#include "search/scan.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr double kHeadWeight = 6, kBylineWeight = 4;
constexpr double kBodyLength = 0.6;  // how much a long body counts against its matches (b)
constexpr double kSaturation = 1.2;  // k1
constexpr double kWholeHead = 3;     // a head that is the word and nothing else, in idf of the word
constexpr double kPartOfHead = 1;    // the same in proportion to the part of the head that it is
constexpr double kNearness = 1;      // all words side by side, in idf of all
constexpr size_t kLookedAt = 200;    // stories that are looked at again

struct Word {
  size_t leaf;
  double idf;
  std::u16string_view units;
};

// The length of the shortest stretch of `units` that holds every word, less the words' own length; SIZE_MAX
// for none.
size_t slack_of(std::u16string_view units, const std::vector<Word>& words) {
  std::vector<std::pair<uint32_t, uint32_t>> places;  // where, which word
  size_t own = 0;
  for (uint32_t w = 0; w < words.size(); ++w) {
    own += words[w].units.size();
    scan_units(units.data(), units.size(), words[w].units.data(), words[w].units.size(),
               [&](size_t at) { places.emplace_back(static_cast<uint32_t>(at), w); });
  }
  sort_stably(places);
  std::vector<uint32_t> in(words.size(), 0);
  size_t missing = words.size(), from = 0, best = SIZE_MAX;
  for (auto [at, word] : places) {
    if (in[word]++ == 0) --missing;
    while (missing == 0) {
      size_t length = at + words[word].units.size() - places[from].first;
      best = std::min(best, length > own ? length - own : 0);
      if (--in[places[from].second] == 0) ++missing;
      ++from;
    }
  }
  return best;
}

double look_again(const SearchParts& parts, const IndexedStory& story, const std::vector<Word>& words) {
  double score = 0, all = 0;
  std::u16string units;
  // The words' places in the body matter only to each other.
  parts.shelf.copy(story.begin, words.size() > 1 ? story.end : story.bylines, units);
  std::u16string_view heads = std::u16string_view(units).substr(0, story.bylines - story.begin);
  for (const Word& word : words) {
    all += word.idf;
    double best = 0;
    for (size_t at = 0; at < heads.size();) {
      size_t end = std::min(heads.find(kFieldEnd, at), heads.size());
      std::u16string_view head = heads.substr(at, end - at);
      if (head.size() >= word.units.size() && head.find(word.units) != std::u16string_view::npos) {
        double part = static_cast<double>(word.units.size()) / static_cast<double>(head.size());
        best = std::max(best, head.size() == word.units.size() ? kWholeHead : kPartOfHead * part);
      }
      at = end + 1;
    }
    score += best * word.idf;
  }
  if (words.size() > 1) {
    size_t slack = slack_of(units, words);
    if (slack != SIZE_MAX) score += kNearness * all / (1 + static_cast<double>(slack) / 10);
  }
  return score;
}

}  // namespace

std::vector<Ranked> rank(const SearchParts& parts, const Query& query, const std::vector<LeafTally>& leaves,
                         const std::vector<uint8_t>& passes, const SearchOptions& options) {
  std::vector<Ranked> ranked;
  auto count = static_cast<double>(parts.stories.size());
  std::vector<Word> words;
  for (size_t l = 0; l < leaves.size(); ++l) {
    if (query.leaves[l].negated || leaves[l].stories.empty()) continue;
    auto found = static_cast<double>(leaves[l].articles);
    words.push_back({l, std::log(1 + (count - found + 0.5) / (found + 0.5)), query.leaves[l].units});
  }
  double mean = parts.stories.empty() ? 1 : static_cast<double>(parts.shelf.size()) / count;
  for (uint32_t s = 0; s < passes.size(); ++s) {
    if (passes[s] == 0) continue;
    Ranked entry{s, 0};
    const IndexedStory& story = parts.stories[s];
    double length = static_cast<double>(story.end - story.body) / mean;
    for (const Word& word : words) {
      const Tally& tally = leaves[word.leaf].stories[s];
      Zone zone = query.leaves[word.leaf].zone;
      double weight = 0;
      if (zone == Zone::kAll || zone == Zone::kHeads) weight += kHeadWeight * tally.heads;
      if (zone == Zone::kAll || zone == Zone::kBylines) weight += kBylineWeight * tally.bylines;
      if (zone == Zone::kAll || zone == Zone::kBody)
        weight += tally.body / (1 - kBodyLength + kBodyLength * length);
      entry.score += word.idf * weight / (kSaturation + weight);
    }
    ranked.push_back(entry);
  }
  if (options.order == SearchOrder::kPage) return ranked;
  if (options.order == SearchOrder::kDate) {
    sort_stably(ranked, [&](const Ranked& a, const Ranked& b) {
      return parts.stories[a.story].date > parts.stories[b.story].date;
    });
    return ranked;
  }
  auto better = [](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.story < b.story;
  };
  // Only words have places to look at; ranges of numbers have none.
  words.erase(std::remove_if(words.begin(), words.end(), [](const Word& w) { return w.units.empty(); }),
              words.end());
  size_t looked = std::min(kLookedAt, ranked.size());
  auto middle = ranked.begin() + static_cast<std::ptrdiff_t>(looked);
  std::partial_sort(ranked.begin(), middle, ranked.end(), better);
  if (!words.empty())
    for (auto at = ranked.begin(); at != middle; ++at)
      at->score += look_again(parts, parts.stories[at->story], words);
  std::sort(ranked.begin(), middle, better);
  if (static_cast<size_t>(options.from) + options.most > looked) std::sort(middle, ranked.end(), better);
  return ranked;
}

}  // namespace broadsheet
