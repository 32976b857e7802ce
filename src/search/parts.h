// What an index is made of, shared by the files of this room: the shelf of folded text and the list of its
// stories.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/search.h"
#include "search/shelf.h"

namespace broadsheet {

// Calls take(field, part, text) for every text of an article that is searched, in reading order; empty ones
// too.
template <class Take>
void each_text(const Article& article, Take&& take) {
  take(SearchField::kKicker, 0u, std::string_view(article.kicker));
  take(SearchField::kHeadline, 0u, std::string_view(article.headline));
  take(SearchField::kDeck, 0u, std::string_view(article.deck));
  for (uint32_t i = 0; i < article.byline.size(); ++i)
    take(SearchField::kByline, i, std::string_view(article.byline[i].name));
  for (uint32_t i = 0; i < article.blocks.size(); ++i)
    take(SearchField::kBlock, i, std::string_view(article.blocks[i].text));
}

Zone zone_of(SearchField field);

// One article on the shelf: heads from `begin`, then bylines, then the body, up to `end`.
struct IndexedStory {
  uint32_t page = 0, article = 0;
  uint32_t number = 0;  // the page as a reader knows it: shown_number()
  uint32_t begin = 0, bylines = 0, body = 0, end = 0;
  int32_t date = 0;                        // 20210106; 0 where unknown
  uint32_t date_name = 0, place_name = 0;  // in SearchParts::dates and ::places; 0: none
  uint32_t names = 0, name_count = 0;      // in SearchParts::story_names
  ArticleKind kind = ArticleKind::kArticle;
};

// Values of a facet, each with a number.
struct Roll {
  std::vector<std::string> values{""};  // 0 is: none
  std::map<std::string, uint32_t, std::less<>> numbers;
  uint32_t number_of(const std::string& value);
};

struct FoundNumber {
  float value = 0;  // rounded: found articles are looked at again
  uint32_t story : 31;
  uint32_t percent : 1;
};

struct SearchParts {
  static constexpr uint32_t kGranule = 128;

  Shelf shelf;
  std::vector<IndexedStory> stories;
  std::vector<uint32_t> story_of_granule;  // the story that the first unit of each granule belongs to
  std::vector<FoundNumber> numbers;
  Roll dates, places, names;
  std::vector<uint32_t> story_names;
  uint32_t pages = 0;
  uint64_t utf8 = 0;
  uint64_t head_units = 0;
  // How often each unit stands on the shelf, in how many stories, and the last of these, plus one; in rows of
  // 256.
  struct UnitCount {
    uint32_t places = 0, stories = 0, last = 0;
  };
  std::array<std::unique_ptr<UnitCount[]>, 256> unit_counts;
  const UnitCount* counted(char16_t unit) const {
    const auto& row = unit_counts[unit >> 8];
    return row ? &row[unit & 255] : nullptr;
  }

  // The Latin words of the shelf up to `learned`, with their counts; for suggestions, made when they are
  // asked for.
  std::map<std::string, uint32_t> vocabulary;
  uint32_t learned = 0;

  uint32_t story_at(uint32_t place) const {
    uint32_t story = story_of_granule[place / kGranule];
    while (stories[story].end <= place) ++story;
    return story;
  }
};

// How often a leaf of the query is found in a story.
struct Tally {
  uint32_t heads = 0, bylines = 0, body = 0;
  uint32_t in(Zone zone) const;
};

struct LeafTally {
  std::vector<Tally> stories;   // empty for filters
  std::vector<uint8_t> passes;  // 1 where the leaf holds
  uint32_t articles = 0;
};

LeafTally tally_leaf(const SearchParts& parts, const Edition& edition, const Leaf& leaf);

// Whether the tree holds, for every story.
std::vector<uint8_t> evaluate(const Query& query, const std::vector<LeafTally>& leaves, size_t stories);

struct Ranked {
  uint32_t story = 0;
  double score = 0;
};

// The stories that pass, in the order asked for.
std::vector<Ranked> rank(const SearchParts& parts, const Query& query, const std::vector<LeafTally>& leaves,
                         const std::vector<uint8_t>& passes, const SearchOptions& options);

Facets count_facets(const SearchParts& parts, const std::vector<uint8_t>& passes);

// A match in one text: which leaf, and where in bytes.
struct TextMatch {
  uint32_t leaf = 0;
  Span range;
};

// The matches of the leaves that show any (words, phrases, numbers; not negated) in one text of zone `zone`.
void match_text(const Query& query, Zone zone, std::string_view text, std::vector<TextMatch>& matches);

void merge_ranges(std::vector<Span>& ranges);

Snippet cut_snippet(SearchField field, uint32_t part, std::string_view text,
                    const std::vector<TextMatch>& matches, uint32_t limit);

// Places of a number leaf in a text, by value.
std::vector<Span> number_places(const Leaf& leaf, std::string_view text);

}  // namespace broadsheet
