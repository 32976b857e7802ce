#include "search/search.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "search/folded.h"
#include "search/number.h"
#include "search/query.h"
#include "search/shelf.h"
#include "text/utf8.h"

using namespace broadsheet;

namespace {

Article story(const std::string& head, std::vector<std::string> paragraphs) {
  Article article;
  article.headline = head;
  for (std::string& text : paragraphs) {
    Block block;
    block.text = std::move(text);
    article.blocks.push_back(std::move(block));
  }
  return article;
}

Edition small_edition() {
  Edition edition;
  edition.date = "2031-05-04";
  Page one, two;
  one.articles.push_back(story("河湾园区秋季开工", {"河湾园区九月动工，投资1,044.14亿元。园区里的灯亮了。",
                                                    "占地ＡＢＣ三平方公里，增长３５％。"}));
  one.articles.back().byline.push_back({"林小舟", "本报记者", {}});
  one.articles.back().dateline = {"河湾", "2031-05-03"};
  one.articles.push_back(
      story("灯下的人", {"夜里灯下有人读报，说的正是園區的事：「燈亮了」。", "园 区\n离此不远。"}));
  two.articles.push_back(
      story("The Café by the River",
            {"The river rose in May. Nobody at the cafe minded, said J. Wren; one point two.",
             "A flood of 1.2 million litres passed."}));
  two.articles.push_back(story("", {"照片：船与灯。"}));
  two.articles.back().kind = ArticleKind::kPhoto;
  edition.pages = {one, two};
  return edition;
}

SearchIndex index_of(const Edition& edition) {
  SearchIndex index;
  for (uint32_t p = 0; p < edition.pages.size(); ++p) index.add_page(edition, p);
  return index;
}

std::vector<std::pair<uint32_t, uint32_t>> found(const Edition& edition, const SearchIndex& index,
                                                 std::string_view query) {
  std::vector<std::pair<uint32_t, uint32_t>> out;
  for (const SearchHit& hit : index.find(edition, query).hits) out.emplace_back(hit.page, hit.article);
  std::sort(out.begin(), out.end());
  return out;
}

using Places = std::vector<std::pair<uint32_t, uint32_t>>;

}  // namespace

TEST_CASE("folding makes equal what a reader takes for equal") {
  auto same = [](std::string_view a, std::string_view b) { return folded(a) == folded(b); };
  CHECK(same("ＡＢＣ", "abc"));
  CHECK(same("Café", "CAFE"));
  CHECK(same("園區", "园区"));
  CHECK(same("園　區", "园区"));
  CHECK(same("「燈」", "“灯”"));
  CHECK(same("ﬁrst", "first"));
  CHECK(same("一……二", "一…二"));
  CHECK(same("⽉光", "月光"));
  CHECK(same("a  b", "a b"));
  CHECK(same("5G 技术", "5G技术"));
  CHECK_FALSE(same("a b", "ab"));
  CHECK_FALSE(same("园区", "园地"));
  CHECK_FALSE(same("一、二", "一，二"));
}

TEST_CASE("folding twice is folding once") {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    append_utf8(text, c);
    std::u16string once = folded(text);
    std::string again;
    for (size_t i = 0; i < once.size(); ++i) {
      char32_t unit = once[i];
      if (unit >= 0xD800 && unit < 0xDC00 && i + 1 < once.size())
        unit = 0x10000 + ((unit & 0x3FF) << 10) + (once[++i] & 0x3FFu);
      append_utf8(again, unit);
    }
    if (folded(again) != once) {
      INFO("U+" << std::hex << static_cast<uint32_t>(c));
      CHECK(folded(again) == once);
    }
  }
}

TEST_CASE("folded units lead back to the bytes") {
  std::string text = "Ａ燈  光……x";
  std::u16string units;
  std::vector<Span> bytes;
  fold_text(text, units, bytes);
  REQUIRE(units.size() == bytes.size());
  CHECK(units == u"a灯光.x");
  CHECK(text.substr(bytes[1].begin, bytes[1].end - bytes[1].begin) == "燈");
  CHECK(text.substr(bytes[3].begin, bytes[3].end - bytes[3].begin) == "……");
}

TEST_CASE("the shelf finds what a plain scan finds, on and across its boards") {
  std::mt19937 random(7);
  std::u16string text;
  // Few different units, so that everything occurs; one stretch of Latin text for the narrow boards.
  for (int i = 0; i < 400000; ++i) {
    bool latin = i >= 131072 && i < 262144;
    auto pick = static_cast<uint32_t>(random() % 40);
    text.push_back(static_cast<char16_t>(latin ? 'a' + pick % 26 : 0x4E00 + pick * pick));
  }
  Shelf shelf;
  for (size_t at = 0; at < text.size();) {
    size_t count = std::min<size_t>(1 + random() % 3000, text.size() - at);
    shelf.append(std::u16string_view(text).substr(at, count));
    at += count;
  }
  REQUIRE(shelf.size() == text.size());
  for (int round = 0; round < 600; ++round) {
    size_t length = 1 + random() % 9;
    // Every third around the end of a board.
    size_t at = round % 3 == 0 ? 65536 * (1 + random() % 5) - random() % 12 : random() % (text.size() - 20);
    std::u16string needle = text.substr(at, length);
    if (round % 5 == 0) needle[random() % length] = static_cast<char16_t>(0x4E00 + random() % 1600);
    std::vector<uint32_t> expected, got;
    for (size_t p = text.find(needle); p != std::u16string::npos; p = text.find(needle, p + 1))
      expected.push_back(static_cast<uint32_t>(p));
    shelf.each(needle, [&](uint32_t place) { got.push_back(place); });
    std::sort(got.begin(), got.end());
    REQUIRE(got == expected);
  }
  std::u16string longest = text.substr(1000, 140000);
  std::vector<uint32_t> got;
  shelf.each(longest, [&](uint32_t place) { got.push_back(place); });
  CHECK(got == std::vector<uint32_t>{1000});
}

TEST_CASE("the next digit is found wherever it stands") {
  std::string words = "河边，灯亮了。\xEF\xBC plain ";
  while (words.size() < 90) words += "，％！";
  for (const char* digit : {"7", "７", "０", "９"})
    for (size_t before = 0; before < 60; ++before)
      for (size_t behind : {0u, 1u, 40u}) {
        std::string text = words.substr(0, before) + digit + words.substr(0, behind);
        REQUIRE(next_number(text, 0) == before);
      }
  CHECK(next_number(words, 0) == words.size());
  CHECK(next_number("１２", 1) == 3);
}

TEST_CASE("find: words, fields, filters and numbers") {
  Edition edition = small_edition();
  SearchIndex index = index_of(edition);
  CHECK(found(edition, index, "园区") == Places{{0, 0}, {0, 1}});
  CHECK(found(edition, index, "\"園區\"") == Places{{0, 1}});
  CHECK(found(edition, index, "灯 -园区") == Places{{1, 1}});
  CHECK(found(edition, index, "标题:灯") == Places{{0, 1}});
  CHECK(found(edition, index, "head:园区 OR kind:photo") == Places{{0, 0}, {1, 1}});
  CHECK(found(edition, index, "记者：小舟") == Places{{0, 0}});
  CHECK(found(edition, index, "date:2031-05-03") == Places{{0, 0}});
  CHECK(found(edition, index, "date:2031..2031-05") == Places{{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  CHECK(found(edition, index, "date:2032..") == Places{});
  CHECK(found(edition, index, "page:2 灯") == Places{{1, 1}});
  CHECK(found(edition, index, "place:河湾") == Places{{0, 0}});
  CHECK(found(edition, index, "1044.14亿元") == Places{{0, 0}});
  CHECK(found(edition, index, "104,414,000,000元") == Places{{0, 0}});
  CHECK(found(edition, index, "104414000000元") == Places{{0, 0}});
  CHECK(found(edition, index, "104414000001元").empty());
  CHECK(found(edition, index, "104,414,000,001元").empty());
  CHECK(found(edition, index, "30%..40%") == Places{{0, 0}});
  CHECK(found(edition, index, "36%..40%") == Places{});
  CHECK(found(edition, index, "120万") == Places{{1, 0}});
  CHECK(found(edition, index, "cafe (may OR june)") == Places{{1, 0}});
  CHECK(found(edition, index, "abc三平方") == Places{{0, 0}});
  CHECK(found(edition, index, "园区离此") == Places{{0, 1}});
  CHECK(found(edition, index, "亮了。占地").empty());
  CHECK(found(edition, index, "灯 非 园区") == found(edition, index, "灯 NOT 园区"));
}

TEST_CASE("a number by value knows its field, and no number is too long to be one") {
  Edition edition = small_edition();
  edition.pages[0].articles[1].headline = "产值增长33％";
  edition.pages[1].articles[1].blocks[0].text =
      "一共" + std::string(400, '9') + "步，0." + std::string(400, '3') + "步。";
  SearchIndex index = index_of(edition);
  CHECK(found(edition, index, "30%..40%") == Places{{0, 0}, {0, 1}});
  CHECK(found(edition, index, "标题:30%..40%") == Places{{0, 1}});
  CHECK(found(edition, index, "正文:30%..40%") == Places{{0, 0}});
  CHECK(found(edition, index, "３０％..４０％") == Places{{0, 0}, {0, 1}});
  CHECK(found(edition, index, "记者:30%..40%").empty());
  CHECK(found(edition, index, std::string(400, '9') + "%").empty());
  CHECK(found(edition, index, "0." + std::string(400, '3') + "%").empty());
  CHECK(SearchIndex::matches_in(edition.pages[1].articles[1], "1.5..1.6").empty());
}

TEST_CASE("a range of dates the wrong way round is the same range") {
  Edition edition = small_edition();
  SearchIndex index = index_of(edition);
  for (const char* query :
       {"date:2031-06..2031-04", "date:2031-05-31..2031-05-01", "date:2032..2031", "date:2031-06..2031-05"}) {
    INFO(query);
    SearchResults results = index.find(edition, query);
    CHECK(results.articles == 4);
    REQUIRE(results.errors.size() == 1);
    CHECK(results.errors[0].fault == QueryFault::kBadRange);
  }
  CHECK(index.find(edition, "date:2031-05-03..2031-05").errors.empty());
}

TEST_CASE("a facet narrows all that was found, whatever the query looks like") {
  Edition edition = small_edition();
  SearchIndex index = index_of(edition);
  for (const char* query :
       {"灯 OR river", "\"灯", "(灯 OR 船", "灯 OR \"river", "园区) 灯 OR river", "-园区", "灯 OR"}) {
    SearchResults results = index.find(edition, query);
    for (const auto* list : {&results.facets.pages, &results.facets.dates, &results.facets.kinds})
      for (const Facet& facet : *list) {
        INFO(narrowed(query, facet.query));
        CHECK(index.find(edition, narrowed(query, facet.query)).articles == facet.count);
      }
  }
  CHECK(narrowed("灯", "page:2") == "灯 page:2");
  CHECK(index.find(edition, std::string(5000, ')') + "灯").errors.size() <= 10);
  CHECK(index.find(edition, std::string(5000, ')') + "灯").articles == 3);
}

TEST_CASE("the query of a facet finds what the facet counts, whatever stands in a name") {
  Edition edition = small_edition();
  std::vector<std::string> names = {"石 小舟",   "林小舟（实习）", "「河」", "J. “Jay” Wren",
                                    "A \"B\" C", "林　舟",         "(x"};
  Article base = edition.pages[1].articles[1];
  for (const std::string& name : names) {
    Article article = base;
    article.byline.push_back({name, "", {}});
    article.dateline.place = name;  // no place here holds another
    edition.pages[1].articles.push_back(article);
  }
  SearchIndex index = index_of(edition);
  Facets facets = index.find(edition, "灯").facets;
  CHECK(facets.bylines.size() == names.size() + 1);
  for (const auto* list : {&facets.bylines, &facets.places})
    for (const Facet& facet : *list) {
      INFO(facet.query);
      SearchResults results = index.find(edition, "灯 " + facet.query);
      CHECK(results.errors.empty());
      if (facet.value != "林小舟") CHECK(results.articles == facet.count);
    }
}

TEST_CASE("find lights every match, in bytes of the text") {
  Edition edition = small_edition();
  SearchIndex index = index_of(edition);
  SearchResults results = index.find(edition, "园区");
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits[0].article == 0);  // it stands in the head
  CHECK(results.matches == 5);
  for (const SearchHit& hit : results.hits) {
    const Article& article = edition.pages[hit.page].articles[hit.article];
    for (const FieldMatches& field : hit.fields)
      for (Span range : field.ranges) {
        const std::string& text =
            field.field == SearchField::kHeadline ? article.headline : article.blocks[field.part].text;
        CHECK(folded(text.substr(range.begin, range.end - range.begin)) == u"园区");
      }
    REQUIRE_FALSE(hit.snippet.marks.empty());
    for (Span mark : hit.snippet.marks)
      CHECK(folded(hit.snippet.text.substr(mark.begin, mark.end - mark.begin)) == u"园区");
  }
  auto lit = SearchIndex::matches_in(edition.pages[0].articles[1], "灯");
  REQUIRE(lit.size() == 2);
  CHECK(lit[1].ranges.size() == 2);
}

TEST_CASE("stories come the likeliest first, by page or by day") {
  Edition edition = small_edition();
  edition.pages[1].articles[0].dateline.date = "2031-05-06";
  SearchIndex index = index_of(edition);
  auto order = [&](SearchOrder wanted) {
    SearchOptions options;
    options.order = wanted;
    Places places;
    for (const SearchHit& hit : index.find(edition, "灯 OR river", options).hits)
      places.emplace_back(hit.page, hit.article);
    return places;
  };
  CHECK(order(SearchOrder::kPage) == Places{{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  CHECK(order(SearchOrder::kDate) == Places{{1, 0}, {0, 1}, {1, 1}, {0, 0}});
}

TEST_CASE("a leaf knows its place in the query, its field's name with it") {
  Query query = parse_query("灯 by:\"林 小舟\" -page:2");
  REQUIRE(query.leaves.size() == 3);
  CHECK(query.leaves[1].begin == 4);
  CHECK(query.leaves[1].end == 4 + 4 + 10 + 1);
  CHECK(query.leaves[2].negated);
}

TEST_CASE("facets count all that was found") {
  Edition edition = small_edition();
  SearchIndex index = index_of(edition);
  SearchOptions options;
  options.most = 1;
  SearchResults results = index.find(edition, "灯", options);
  CHECK(results.hits.size() == 1);
  CHECK(results.articles == 3);
  REQUIRE(results.facets.pages.size() == 2);
  CHECK(results.facets.pages[0].count == 2);
  REQUIRE(results.facets.dates.size() == 2);
  CHECK(results.facets.dates[0].query == "date:2031-05-03");
  REQUIRE(results.facets.bylines.size() == 1);
  CHECK(results.facets.bylines[0].value == "林小舟");
  for (const auto* facets : {&results.facets.pages, &results.facets.dates, &results.facets.bylines,
                             &results.facets.places, &results.facets.kinds})
    for (const Facet& facet : *facets)
      CHECK(index.find(edition, "灯 " + facet.query).articles == facet.count);
}

TEST_CASE("a wrong query says where and still searches") {
  Edition edition = small_edition();
  SearchIndex index = index_of(edition);
  auto check = [&](std::string_view query, QueryFault fault, uint32_t begin, size_t articles) {
    SearchResults results = index.find(edition, query);
    INFO(query);
    REQUIRE_FALSE(results.errors.empty());
    CHECK(results.errors[0].fault == fault);
    CHECK(results.errors[0].begin == begin);
    CHECK(results.articles == articles);
  };
  check("\"园区", QueryFault::kOpenQuote, 0, 1);
  check("(园区", QueryFault::kOpenParen, 0, 2);
  check("园区) 河湾", QueryFault::kStrayParen, 6, 1);
  check("园区 OR", QueryFault::kNoWord, 7, 2);
  check("园区 AND", QueryFault::kNoWord, 7, 2);
  check("AND 园区", QueryFault::kNoWord, 0, 2);
  check("园区 与 ()", QueryFault::kNoWord, 11, 2);
  check("园区 head:", QueryFault::kNoWord, 7, 2);
  check("园区 date:昨天", QueryFault::kBadDate, 12, 2);
  check("园区 page:x", QueryFault::kBadPage, 12, 2);
  check("园区 kind:诗", QueryFault::kBadKind, 12, 2);
  check("40%..30%", QueryFault::kBadRange, 0, 1);
  check("-园区", QueryFault::kOnlyNegated, 0, 2);
  CHECK(index.find(edition, "").articles == 0);
  CHECK(index.find(edition, "  ").errors.empty());
  CHECK(index.find(edition, "园区 AND 河湾 && (灯 OR 船)").errors.empty());
}

TEST_CASE("a snippet ends where a sentence ends, and where none fits shows the match") {
  Edition edition;
  std::string longest;
  for (int i = 0; i < 80; ++i) longest += "水面上的船一艘接一艘地过去，";
  edition.pages.resize(1);
  edition.pages[0].articles.push_back(
      story("船", {"早上有雾。中午雾散了，船开了。晚上又有雾。", longest + "看船的人回家了。"}));
  SearchIndex index = index_of(edition);
  SearchOptions options;
  options.snippet = 12;
  Snippet noon = index.find(edition, "雾散", options).hits[0].snippet;
  CHECK(noon.text == "中午雾散了，船开了。");
  Snippet home = index.find(edition, "回家", options).hits[0].snippet;
  CHECK(home.text.find("回家了。") != std::string::npos);
  CHECK(home.text.rfind("…", 0) == 0);
  CHECK(home.text.size() < 60);
}

TEST_CASE("suggestions: forms, spellings, pinyin, initials, sounds; each occurs in the edition") {
  Edition edition = small_edition();
  edition.pages[0].articles.push_back(
      story("高新区的灯", {"高新区里，高新区外，都是高新区。", "Floods rose again; two flooded streets."}));
  SearchIndex index = index_of(edition);
  auto offers = [&](std::string_view query, SuggestionKind kind, std::string_view word) {
    for (const Suggestion& s : index.suggest(edition, query))
      if (s.kind == kind && s.word == word) {
        CHECK(index.count(word).matches == s.count);
        CHECK(index.find(edition, s.query).articles > 0);
        return true;
      }
    return false;
  };
  CHECK(offers("gaoxinqu", SuggestionKind::kPinyin, "高新区"));
  CHECK(offers("gxq", SuggestionKind::kPinyin, "高新区"));
  CHECK(offers("head:gaoxinqu", SuggestionKind::kPinyin, "高新区"));
  CHECK(offers("高薪区", SuggestionKind::kSound, "高新区"));
  CHECK(offers("flooding", SuggestionKind::kForm, "flooded"));
  CHECK(offers("rivre", SuggestionKind::kSpelling, "river"));
  CHECK(index.suggest(edition, "高新区").empty());
  CHECK(index.suggest(edition, "zzzzzz").empty());
  CHECK(index.suggest(edition, "").empty());
}
