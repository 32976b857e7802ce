// Find in an edition: every substring from one character on, a query language, ranked results.
//
//     SearchIndex index;
//     for (uint32_t p = 0; p < edition.pages.size(); ++p) index.add_page(edition, p);  // in slices, as you
//     like SearchResults found = index.find(edition, "高新区 -园区 head:规划"); for (const SearchHit& hit :
//     found.hits) …  // edition.pages[hit.page].articles[hit.article]
//
// The index keeps a folded copy of the text and no pointer: hand `find` the same edition, unchanged, that the
// pages were added from; after a correction make it anew (some 100 MB a second).
//
// What is equal: full and half width, upper and lower case, accents, 简 and 繁, old and new punctuation;
// white space beside hanzi counts for nothing, other white space is one blank. "…" asks for the form as
// typed. The language: words are AND; "phrase"; -not; OR (或); ( ); 标题: head:; 记者: by:; 日期:
// date:2021-01..2021-03; 版: page:1..4; 地点: place:; 类型: kind:photo; numbers by value (1044.14亿元,
// 30%..40%). A wrong query says where, and what is left of it is searched.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"

namespace broadsheet {

enum class SearchField : uint8_t { kKicker, kHeadline, kDeck, kByline, kBlock };

// The matches in one text of an article. `part` is the index in Article::byline or Article::blocks; 0
// elsewhere.
struct FieldMatches {
  SearchField field = SearchField::kBlock;
  uint32_t part = 0;
  std::vector<Span> ranges;  // bytes of that text (Block::text, Byline::name, …), ascending, none overlapping
};

// A piece of one text, whole sentences where they are short enough.
struct Snippet {
  SearchField field = SearchField::kBlock;
  uint32_t part = 0;
  uint32_t begin = 0;       // where the piece stands in that text, in bytes
  std::string text;         // begins or ends with … where it was cut
  std::vector<Span> marks;  // every match in `text`, bytes
};

struct SearchHit {
  uint32_t page = 0;
  uint32_t article = 0;
  double score = 0;
  uint32_t matches = 0;              // ranges in all fields
  std::vector<FieldMatches> fields;  // in reading order; empty where only filters (date:, kind:) were asked
  Snippet snippet;
};

struct Facet {
  std::string value;  // as the edition has it: "2021-01-06", "photo", a name; of a page its shown_number()
  std::string query;  // what to add to the query to keep only these
  uint32_t count = 0;
};

// The query with a facet's added, so that it holds for all of what was found: `a OR b` gets its parentheses.
std::string narrowed(std::string_view query, std::string_view facet);

// Over all articles found, the fullest first (pages and dates in their order).
struct Facets {
  std::vector<Facet> pages, dates, bylines, places, kinds;
};

enum class QueryFault {
  kOpenQuote,    // a " that nothing closes
  kOpenParen,    // a ( that nothing closes
  kStrayParen,   // a ) that closes nothing
  kNoWord,       // -, OR or a field name with no word behind it
  kBadDate,      // not a date: 2021, 2021-01, 2021-01-06, or two of them with ..
  kBadPage,      // not a page number, nor two with ..
  kBadKind,      // not article, photo, brief, notice, continued
  kBadRange,     // A..B with B below A
  kTooLong,      // more than 100 words, or parentheses too deep: the rest is left out
  kOnlyNegated,  // nothing but -words: every other article is found
};

struct QueryError {
  QueryFault fault;
  uint32_t begin = 0, end = 0;  // bytes of the query
};

// One line for people, in English or Chinese.
const char* message_of(QueryFault fault, bool chinese);

// The likeliest first; page by page; day by day, the latest day first.
enum class SearchOrder { kBest, kPage, kDate };

struct SearchOptions {
  SearchOrder order = SearchOrder::kBest;
  uint32_t from = 0;   // the first of the hits wanted
  uint32_t most = 20;  // how many of them
  bool facets = true;
  uint32_t snippet = 60;  // characters of a snippet, a Latin letter counting half
};

struct SearchResults {
  std::vector<SearchHit> hits;  // [from, from + most) of all
  uint32_t articles = 0;        // all articles found
  uint64_t matches = 0;         // all places found, overlapping ones too; of words that are not negated
  Facets facets;
  std::vector<QueryError> errors;
};

enum class SuggestionKind { kForm, kSpelling, kPinyin, kSound };

// Perhaps this was meant: never mixed into the results.
struct Suggestion {
  SuggestionKind kind = SuggestionKind::kForm;
  std::string word;    // what would be looked for instead; it occurs in the edition
  std::string query;   // the whole query with that word in it
  uint32_t count = 0;  // how often it occurs
};

struct SearchCount {
  uint64_t matches = 0;
  uint32_t articles = 0;
};

struct SearchMemory {
  uint64_t utf8 = 0;    // bytes of text added
  uint64_t text = 0;    // bytes of the folded copy
  uint64_t beside = 0;  // bytes of everything else that the index keeps
};

struct SearchParts;

class SearchIndex {
 public:
  SearchIndex();
  ~SearchIndex();
  SearchIndex(SearchIndex&&) noexcept;
  SearchIndex& operator=(SearchIndex&&) noexcept;

  // Adds edition.pages[page]; each page once, in any order (ties are ranked in the order of adding).
  void add_page(const Edition& edition, uint32_t page);
  void clear();
  uint32_t pages() const;

  SearchResults find(const Edition& edition, std::string_view query, const SearchOptions& options = {}) const;

  // The places that `query` lights in one article: for the reader's next and previous. Needs no index.
  static std::vector<FieldMatches> matches_in(const Article& article, std::string_view query);

  // At most five, the likeliest first. Looks at the words of the edition: call it when typing rests.
  std::vector<Suggestion> suggest(const Edition& edition, std::string_view query) const;

  // All places of one literal string, folded, no query language; overlapping places count.
  // The string itself may be folded to nothing: then no place is found.
  SearchCount count(std::string_view literal) const;

  SearchMemory memory() const;

 private:
  std::unique_ptr<SearchParts> parts_;
};

}  // namespace broadsheet
