#include <algorithm>

#include "search/folded.h"
#include "search/number.h"
#include "search/parts.h"

namespace broadsheet {

uint32_t Roll::number_of(const std::string& value) {
  if (value.empty()) return 0;
  auto [at, is_new] = numbers.try_emplace(value, static_cast<uint32_t>(values.size()));
  if (is_new) values.push_back(value);
  return at->second;
}

Zone zone_of(SearchField field) {
  if (field == SearchField::kByline) return Zone::kBylines;
  return field == SearchField::kBlock ? Zone::kBody : Zone::kHeads;
}

SearchIndex::SearchIndex() : parts_(new SearchParts) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

void SearchIndex::clear() {
  parts_.reset(new SearchParts);
}
uint32_t SearchIndex::pages() const {
  return parts_->pages;
}

namespace {

void add_numbers(SearchParts& parts, uint32_t story, std::string_view text) {
  for (uint32_t at = next_number(text, 0); at < text.size(); at = next_number(text, at)) {
    Number number = read_number(text, at);
    at = std::max(number.end, at + 1);
    FoundNumber found;
    found.value = static_cast<float>(number.value);
    found.story = story & 0x7FFFFFFF;
    found.percent = number.percent;
    parts.numbers.push_back(found);
  }
}

void count_units(SearchParts& parts, uint32_t story, std::u16string_view units) {
  for (char16_t unit : units) {
    auto& row = parts.unit_counts[unit >> 8];
    if (!row) row.reset(new SearchParts::UnitCount[256]);
    SearchParts::UnitCount& count = row[unit & 255];
    ++count.places;
    count.stories += count.last != story + 1;
    count.last = story + 1;
  }
}

}  // namespace

void SearchIndex::add_page(const Edition& edition, uint32_t page) {
  if (page >= edition.pages.size()) return;
  SearchParts& parts = *parts_;
  ++parts.pages;
  std::u16string units;
  const std::vector<Article>& articles = edition.pages[page].articles;
  for (uint32_t a = 0; a < articles.size(); ++a) {
    const Article& article = articles[a];
    auto number = static_cast<uint32_t>(parts.stories.size());
    IndexedStory story;
    story.page = page;
    story.number = static_cast<uint32_t>(shown_number(edition, page));
    story.article = a;
    story.kind = article.kind;
    story.begin = parts.shelf.size();
    units.clear();
    uint32_t bylines = 0, body = 0;
    each_text(article, [&](SearchField field, uint32_t, std::string_view text) {
      fold_text(text, units);
      units.push_back(kFieldEnd);
      parts.utf8 += text.size();
      add_numbers(parts, number, text);
      Zone zone = zone_of(field);
      if (zone == Zone::kHeads) bylines = static_cast<uint32_t>(units.size());
      if (zone != Zone::kBody) body = static_cast<uint32_t>(units.size());
    });
    parts.shelf.append(units);
    count_units(parts, number, units);
    story.bylines = story.begin + bylines;
    story.body = story.begin + body;
    story.end = parts.shelf.size();
    parts.head_units += bylines;
    while (parts.story_of_granule.size() * SearchParts::kGranule < story.end)
      parts.story_of_granule.push_back(
          parts.story_of_granule.size() * SearchParts::kGranule < story.begin ? number - 1 : number);
    const std::string& date = article.dateline.date.empty() ? edition.date : article.dateline.date;
    story.date = date_number(date);
    story.date_name = parts.dates.number_of(date);
    story.place_name = parts.places.number_of(article.dateline.place);
    story.names = static_cast<uint32_t>(parts.story_names.size());
    for (const Byline& byline : article.byline)
      if (!byline.name.empty()) parts.story_names.push_back(parts.names.number_of(byline.name));
    story.name_count = static_cast<uint32_t>(parts.story_names.size()) - story.names;
    parts.stories.push_back(story);
  }
}

namespace {

const Article& article_of(const Edition& edition, const IndexedStory& story) {
  return edition.pages[story.page].articles[story.article];
}

// Fields with their matches, and for the snippet the matches of the text that shows the most.
struct Lit {
  std::vector<FieldMatches> fields;
  uint32_t matches = 0;
  Snippet snippet;
};

Lit light(const Query& query, const Article& article, uint32_t snippet) {
  Lit lit;
  size_t best_leaves = 0, best_count = 0;
  SearchField best_field = SearchField::kBlock;
  uint32_t best_part = 0;
  std::string_view best_text;
  std::vector<TextMatch> best_matches;
  each_text(article, [&](SearchField field, uint32_t part, std::string_view text) {
    if (text.empty()) return;
    std::vector<TextMatch> matches;
    match_text(query, zone_of(field), text, matches);
    bool body = field == SearchField::kBlock;
    if (body && best_text.empty()) best_text = text, best_part = part;
    if (matches.empty()) return;
    FieldMatches found{field, part, {}};
    for (const TextMatch& match : matches) found.ranges.push_back(match.range);
    merge_ranges(found.ranges);
    lit.matches += static_cast<uint32_t>(found.ranges.size());
    std::vector<bool> seen(query.leaves.size());
    size_t leaves = 0;
    for (const TextMatch& match : matches) {
      leaves += !seen[match.leaf];
      seen[match.leaf] = true;
    }
    if (body && (leaves > best_leaves ||
                 (leaves == best_leaves && best_leaves > 0 && found.ranges.size() > best_count + 2))) {
      best_leaves = leaves, best_count = found.ranges.size();
      best_field = field, best_part = part, best_text = text;
      best_matches = matches;
    }
    lit.fields.push_back(std::move(found));
  });
  if (snippet > 0 && !best_text.empty())
    lit.snippet = cut_snippet(best_field, best_part, best_text, best_matches, snippet);
  return lit;
}

}  // namespace

SearchResults SearchIndex::find(const Edition& edition, std::string_view text,
                                const SearchOptions& options) const {
  const SearchParts& parts = *parts_;
  SearchResults results;
  Query query = parse_query(text);
  results.errors = query.errors;
  if (query.root < 0) return results;
  std::vector<LeafTally> leaves;
  leaves.reserve(query.leaves.size());
  for (const Leaf& leaf : query.leaves) leaves.push_back(tally_leaf(parts, edition, leaf));
  std::vector<uint8_t> passes = evaluate(query, leaves, parts.stories.size());
  for (size_t s = 0; s < passes.size(); ++s) {
    if (passes[s] == 0) continue;
    ++results.articles;
    for (size_t l = 0; l < leaves.size(); ++l)
      if (!query.leaves[l].negated && !leaves[l].stories.empty())
        results.matches += leaves[l].stories[s].in(query.leaves[l].zone);
  }
  std::vector<Ranked> ranked = rank(parts, query, leaves, passes, options);
  size_t from = std::min<size_t>(options.from, ranked.size());
  size_t to = std::min<size_t>(ranked.size(), from + options.most);
  for (size_t i = from; i < to; ++i) {
    const IndexedStory& story = parts.stories[ranked[i].story];
    Lit lit = light(query, article_of(edition, story), options.snippet);
    results.hits.push_back({story.page, story.article, ranked[i].score, lit.matches, std::move(lit.fields),
                            std::move(lit.snippet)});
  }
  if (options.facets) results.facets = count_facets(parts, passes);
  return results;
}

std::vector<FieldMatches> SearchIndex::matches_in(const Article& article, std::string_view query) {
  return light(parse_query(query), article, 0).fields;
}

SearchCount SearchIndex::count(std::string_view literal) const {
  const SearchParts& parts = *parts_;
  std::u16string units = folded(literal);
  SearchCount count;
  if (units.size() == 1) {
    if (const auto* counted = parts.counted(units[0])) count = {counted->places, counted->stories};
    return count;
  }
  uint32_t begin = 0, end = 0;  // of the story found last
  parts.shelf.each(units, [&](uint32_t place) {
    ++count.matches;
    if (place >= begin && place < end) return;
    const IndexedStory& story = parts.stories[parts.story_at(place)];
    begin = story.begin, end = story.end;
    ++count.articles;
  });
  return count;
}

SearchMemory SearchIndex::memory() const {
  const SearchParts& parts = *parts_;
  SearchMemory memory;
  memory.utf8 = parts.utf8;
  memory.text = parts.shelf.text_bytes();
  memory.beside = parts.shelf.beside_bytes() + parts.stories.capacity() * sizeof(IndexedStory) +
                  parts.story_of_granule.capacity() * sizeof(uint32_t) +
                  parts.numbers.capacity() * sizeof(FoundNumber) +
                  parts.story_names.capacity() * sizeof(uint32_t);
  for (const Roll* roll : {&parts.dates, &parts.places, &parts.names})
    for (const std::string& value : roll->values)
      memory.beside += 2 * (sizeof(std::string) + value.size()) + 48;
  for (const auto& [word, places] : parts.vocabulary)
    memory.beside += sizeof(std::string) + 48 + (word.size() > 15 ? word.size() : 0);
  for (const auto& row : parts.unit_counts)
    if (row) memory.beside += 256 * sizeof(SearchParts::UnitCount);
  return memory;
}

}  // namespace broadsheet
