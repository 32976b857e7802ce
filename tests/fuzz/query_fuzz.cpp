// The query parser and the whole search on any bytes: no crash, errors within the query, matches within their
// texts.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "search/query.h"
#include "search/search.h"

using namespace broadsheet;

namespace {

Edition some_edition() {
  Edition edition;
  edition.date = "2031-05-04";
  edition.pages.resize(2);
  for (int i = 0; i < 4; ++i) {
    Article article;
    article.headline = i % 2 == 0 ? "河湾园区秋季开工" : "The Café by the River";
    article.byline.push_back({"林小舟", "本报记者", {}});
    article.dateline = {"河湾", "2031-05-03"};
    Block block;
    block.text =
        "园区里的燈亮了，投資1,044.14億元，增長３５％。\xff Nobody minded the 1.2 million -- \"flood\" (in "
        "May)";
    article.blocks.push_back(block);
    edition.pages[static_cast<size_t>(i / 2)].articles.push_back(article);
  }
  return edition;
}

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Edition edition = some_edition();
  static const SearchIndex index = [] {
    SearchIndex made;
    made.add_page(edition, 0);
    made.add_page(edition, 1);
    return made;
  }();
  std::string_view query(reinterpret_cast<const char*>(data), size);
  Query tree = parse_query(query);
  for (const Leaf& leaf : tree.leaves) must(leaf.begin <= leaf.end && leaf.end <= size);
  SearchResults results = index.find(edition, query);
  for (const QueryError& error : results.errors) must(error.begin <= error.end && error.end <= size);
  must(results.articles <= 4 && results.hits.size() <= results.articles);
  for (const SearchHit& hit : results.hits) {
    const Article& article = edition.pages.at(hit.page).articles.at(hit.article);
    for (const FieldMatches& field : hit.fields)
      for (Span range : field.ranges) {
        size_t length = field.field == SearchField::kBlock    ? article.blocks.at(field.part).text.size()
                        : field.field == SearchField::kByline ? article.byline.at(field.part).name.size()
                                                              : article.headline.size();
        must(range.begin < range.end && range.end <= length);
      }
    for (Span mark : hit.snippet.marks) must(mark.begin < mark.end && mark.end <= hit.snippet.text.size());
  }
  index.suggest(edition, query);
  index.count(query);
  return 0;
}
