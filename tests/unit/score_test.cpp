#include "edition/score.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "edition/distance.h"
#include "handmade.h"

using namespace broadsheet;
using Catch::Approx;

namespace {

size_t plain_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t k = 1; k <= b.size(); ++k) {
      const size_t above = row[k];
      row[k] = std::min({above + 1, row[k - 1] + 1, corner + (a[i - 1] == b[k - 1] ? 0u : 1u)});
      corner = above;
    }
  }
  return row[b.size()];
}

Truth two_stories() {
  Truth truth;
  truth.articles.push_back({{"甲标题"},
                            {"林知远"},
                            {{"paragraph", "第一篇说的是试验台，从样品到产品只要九十四天，企业不再等待。"}},
                            {"台架校准"}});
  truth.articles.push_back(
      {{"乙标题"}, {}, {{"paragraph", "第二篇说的是夜班公交，末班车等到零点四十分，车上还有毯子。"}}, {}});
  return truth;
}

// The truth as a parser that makes no error would give it, over a source that holds nothing else.
Page perfect(const Truth& truth) {
  Handmade made;
  const auto put = [&](const std::string& words) { return std::vector<Span>{made.put(words)}; };
  for (const TruthArticle& known : truth.articles) {
    Article article;
    article.headline = known.heads.at(0);
    article.spans = put(article.headline);
    for (const std::string& name : known.byline) article.byline.push_back({name, "", put(name)});
    for (const TruthBlock& block : known.blocks)
      article.blocks.push_back({BlockKind::kParagraph, block.text, put(block.text), {0}});
    for (const std::string& caption : known.captions)
      article.blocks.push_back({BlockKind::kCaption, caption, put(caption), {0}});
    made.page.articles.push_back(article);
  }
  return made.done("perfect.txt");
}

}  // namespace

TEST_CASE("bit-parallel distance is the plain distance", "[score]") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::u32string a, b;
    const size_t letters = 2 + random() % 5;
    for (size_t n = random() % 200; n > 0; --n) a += U'一' + static_cast<char32_t>(random() % letters);
    for (size_t n = random() % 200; n > 0; --n) b += U'一' + static_cast<char32_t>(random() % letters);
    if (round % 3 == 0) {
      b = a;
      for (int k = 0; k < 4 && !b.empty(); ++k) b.erase(random() % b.size(), 1);
    }
    REQUIRE(edit_distance(a, b) == plain_distance(a, b));
  }
}

TEST_CASE("a page put right scores 1 in everything", "[score]") {
  const Truth truth = two_stories();
  const Score score = score_page(truth, perfect(truth));
  CHECK(score.f1 == 1);
  CHECK(score.order == 1);
  CHECK(score.exact == 1);
  CHECK(score.head == 1);
  CHECK(score.byline == 1);
  CHECK(score.caption == 1);
  CHECK_FALSE(score.dup);
  CHECK(score.count == 0);
  CHECK(score.account == 1);
}

TEST_CASE("each fault shows in its own measure", "[score]") {
  Truth truth = two_stories();
  Page page = perfect(truth);

  SECTION("two stories taken for one") {
    page.articles[0].blocks.push_back(page.articles[1].blocks[0]);
    page.articles.pop_back();
    const Score score = score_page(truth, page);
    CHECK(score.f1 < .7);
    CHECK(score.count == 1);
    CHECK(score.exact == 0);
    CHECK(score.account < 1);
  }
  SECTION("a head that is none") {
    page.articles[1].headline = "丙丁戊";
    const Score score = score_page(truth, page);
    CHECK(score.head == .5);
    CHECK(score.exact == .5);
    CHECK(score.order == 1);
  }
  SECTION("a reporter left out") {
    page.articles[0].byline.clear();
    CHECK(score_page(truth, page).byline == 0);
  }
  SECTION("a reporter made up") {
    page.articles[1].byline.push_back({"周南", "", {}});
    CHECK(*score_page(truth, page).byline == Approx(2.0 / 3));
  }
  SECTION("a person of the paragraph taken for the reporter is forgiven") {
    page.articles[1].byline.push_back({"末班车", "", {}});
    CHECK(score_page(truth, page).byline == 1);
  }
  SECTION("a caption inside a paragraph") {
    page.articles[1].blocks[0].text += "台架校准";
    CHECK(score_page(truth, page).caption == 0);
  }
  SECTION("a byte that stands twice, and one that stands nowhere") {
    page.unplaced.push_back({"", {{0, 1}}});
    CHECK(score_page(truth, page).account < 1);
    page.unplaced.clear();
    page.articles[0].spans[0].end -= 3;
    CHECK(score_page(truth, page).account < 1);
  }
  SECTION("a passage said twice") {
    truth.duplicates = {"从样品到产品只要九十四天，企业不再"};
    CHECK(score_page(truth, page).dup == 0);
    page.duplicates.push_back({"从样品到产品只要九十四天,企业不再", {}, "", -1});
    CHECK(score_page(truth, page).dup == 1);
  }
  SECTION("width, white space and radicals make no difference") {
    page.articles[0].blocks[0].text = "第⼀篇说的是试验台, 从样品到产品只要九十四天,企业不再等待。";
    CHECK(score_page(truth, page).order == 1);
  }
}

TEST_CASE("a truth that cannot be read says where", "[score]") {
  Truth truth;
  CHECK(truth_from_json("{", "a.json", "page.txt", truth).what == "this is not JSON");
  CHECK(truth_from_json("{}", "a.json", "page.txt", truth).what == "there is no list 'articles'");
  CHECK(truth_from_json(R"({"articles": [{"blocks": []}, {"blocks": [{"kind": 3}]}]})", "a.json", "page.txt",
                        truth)
            .place == "article 2");
  CHECK(truth_from_json(R"({"articles": [{"blocks": 1}]})", "a.json", "page.txt", truth).place ==
        "article 1");
  CHECK(truth_from_json("{\"articles\": [{\"headline\": \"头\", \"blocks\": [{\"kind\": \"paragraph\", "
                        "\"text\": \"文\"}]}],"
                        "\"duplicates\": {\"page.txt\": [\"再\"], \"other\": [\"一\", \"二\"]}}",
                        "a.json", "page.txt", truth)
            .empty());
  CHECK(truth.articles.at(0).heads == std::vector<std::string>{"头"});
  CHECK(truth.duplicates.size() == 1);
}
