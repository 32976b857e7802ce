#include "edition/json.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "edition/json_place.h"
#include "edition/json_source.h"
#include "random_edition.h"
#include "text/well_formed.h"

using namespace broadsheet;

namespace {

// Reads `json` and gives the complaint's text.
std::string complaint_of(const std::string& json) {
  Edition edition;
  edition.title = "before";
  const Complaint complaint = from_json(json, "f.json", edition);
  if (!complaint.empty()) CHECK(edition.title == "before");
  return complaint.empty() ? "" : complaint.text();
}

}  // namespace

TEST_CASE("an edition comes back from JSON as it was", "[json]") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Edition edition = random_edition(seed, true);
    for (const SourceText with : {SourceText::kWithout, SourceText::kWith}) {
      const std::string once = to_json(edition, -1, with);
      Edition back;
      const Complaint complaint = from_json(once, "x", back);
      INFO("seed " << seed << ": " << complaint.text());
      REQUIRE(complaint.empty());
      REQUIRE(to_json(back, -1, with) == once);
      REQUIRE(back.pages.size() == edition.pages.size());
      for (size_t p = 0; p < back.pages.size(); ++p) {
        REQUIRE((with == SourceText::kWith) == (back.pages[p].source->text == edition.pages[p].source->text));
        for (size_t a = 0; a < back.pages[p].articles.size(); ++a) {
          REQUIRE(back.pages[p].articles[a].headline == edition.pages[p].articles[a].headline);
          REQUIRE(back.pages[p].articles[a].spans == edition.pages[p].articles[a].spans);
        }
      }
    }
  }
}

TEST_CASE("JSON of a source with bad bytes is well-formed and keeps the source", "[json]") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Edition edition = random_edition(seed, false);
    const std::string json = to_json(edition, 1, SourceText::kWith);
    REQUIRE(is_well_formed(json));
    Edition back;
    // A block's text may have grown by U+FFFD, so its cuts may differ; nothing else may be wrong.
    const Complaint complaint = from_json(json, "x", back);
    INFO(seed << ": " << complaint.text());
    REQUIRE(complaint.empty());
    for (size_t p = 0; p < back.pages.size(); ++p)
      REQUIRE(back.pages[p].source->text == edition.pages[p].source->text);
  }
}

TEST_CASE("offsets lead to the bytes as given, and back", "[json]") {
  // 中a from GB18030: three bytes of text for two given, then one for one; a byte order mark of 3 left out
  // before.
  auto source = std::make_shared<Source>();
  source->name = "g.txt";
  source->encoding = "gb18030";
  source->text = "中a文文";
  source->origin = {3, 3, 3, 5, 6, 6, 6, 8, 8, 8, 10};
  source->bytes = 10;
  Page page;
  page.source = source;
  page.unplaced.push_back({"中a文文", {{0, 3}, {3, 10}}});
  const std::string json = to_json(page, -1, SourceText::kWith);
  CHECK(json.find("[[3,5],[5,10]]") != std::string::npos);
  Edition back;
  const Complaint complaint = from_json(json, "x", back);
  INFO(complaint.text());
  REQUIRE(complaint.empty());
  CHECK(back.pages[0].source->origin == source->origin);
  CHECK(back.pages[0].unplaced[0].spans == page.unplaced[0].spans);
  // Without the text the offsets stay those of the given bytes, and print the same.
  const std::string bare = to_json(page);
  REQUIRE(from_json(bare, "x", back).empty());
  CHECK(back.pages[0].unplaced[0].spans == std::vector<Span>{{3, 5}, {5, 10}});
  CHECK(to_json(back.pages[0]) == bare);
}

TEST_CASE("a page a line reads as one edition", "[json]") {
  Page one;
  one.language = "zh-Hans";
  Page two;
  two.language = "en";
  Edition back;
  REQUIRE(from_json(to_json(one) + "\n" + to_json(two) + "\n\n", "x", back).empty());
  REQUIRE(back.pages.size() == 2);
  CHECK(back.pages[1].language == "en");
  CHECK(from_json(to_json(one) + "\n{\"format\": 1}\n", "x", back).place == "line 2, column 12");
}

TEST_CASE("what is wrong with a JSON file is told with its place and mend", "[json]") {
  CHECK(complaint_of("") == "f.json: is empty. Give the JSON that `broadsheet parse` prints.");
  CHECK(complaint_of("{\n \"format\": oops}").starts_with("f.json: line 2, column 12: this is not JSON."));
  CHECK(complaint_of("{\"format\": \"broadsheet-1\"")
            .starts_with("f.json: line 1, column 26: the JSON ends too soon."));
  CHECK(complaint_of("[]").starts_with("f.json: line 1, column 1: is not a broadsheet-1 document."));
  CHECK(complaint_of("{\"format\": \"broadsheet-2\", \"pages\": []}")
            .starts_with("f.json: line 1, column 12: format: the format is not"));
  CHECK(complaint_of("{\"format\": \"broadsheet-1\"}")
            .starts_with("f.json: line 1, column 1: has no \"pages\"."));
  const std::string head =
      "{\"format\": \"broadsheet-1\", \"pages\": [{}, {\"source\": {\"bytes\": 9},\n \"articles\": [";
  CHECK(complaint_of(head + "7]}]}") ==
        "f.json: line 2, column 15: pages[1].articles[0]: should be an object. Put { } around it.");
  CHECK(complaint_of(head + "{\"x\": {\"id\": [\"]}\\\"\"]}, \"id\": 3}]}]}")
            .starts_with("f.json: line 2, column 45: pages[1].articles[0].id: should be a string."));
  CHECK(complaint_of(head + "{\"spans\": [[0, 10]]}]}]}").find("from 0 to 9") != std::string::npos);
  CHECK(complaint_of(head + "{\"spans\": [[5, 4]]}]}]}").find("ends before it begins") != std::string::npos);
  CHECK(complaint_of(head + "{\"spans\": [[-1, 4]]}]}]}").find("whole number") != std::string::npos);
  CHECK(complaint_of(head + "{\"blocks\": [{\"kind\": \"poem\"}]}]}]}")
            .find("Use one of: paragraph, subhead") != std::string::npos);
  CHECK(complaint_of(head + "{\"repairs\": [{\"confidence\": 1.5}]}]}]}").find("from 0 to 1") !=
        std::string::npos);
  CHECK(complaint_of(head + "{\"blocks\": [{\"text\": \"ab\", \"cuts\": [3]}]}]}]}").find("from 0 to 2") !=
        std::string::npos);
  CHECK(complaint_of(head + "{\"unknown\": [1, 2], \"deck\": null}]}]}").empty());
}

TEST_CASE("an object of very many members is read in a moment", "[json]") {
  std::string many = "{\"format\": \"broadsheet-1\"";
  for (int i = 0; i < 300000; ++i) many += ",\"unknown " + std::to_string(i) + "\":0";
  const auto before = std::chrono::steady_clock::now();
  CHECK(complaint_of(many + ",\"pages\":[{}]}").empty());
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(10));
}

TEST_CASE("base64 is that of RFC 4648 and reads only itself", "[json]") {
  const std::string plain[] = {"", "f", "fo", "foo", "foob", "fooba", "foobar"};
  const std::string packed[] = {"", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"};
  for (size_t i = 0; i < 7; ++i) {
    CHECK(to_base64(plain[i]) == packed[i]);
    std::string back;
    CHECK(from_base64(packed[i], back));
    CHECK(back == plain[i]);
  }
  std::string out;
  for (const char* bad : {"Z", "Zg", "Zg=", "Z===", "Z*==", "Zg==Zg==", "===="}) {
    INFO(bad);
    CHECK_FALSE(from_base64(bad, out));
  }
}

TEST_CASE("the way to the given bytes packs small and unpacks the same", "[json]") {
  std::vector<uint32_t> origin;
  for (uint32_t i = 0; i < 10000; ++i) origin.insert(origin.end(), 3, 2 * i);
  origin.push_back(20000);
  CHECK(pack_origin(origin) == std::vector<uint32_t>{0, 10000, 3, 2});
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<uint32_t> any{static_cast<uint32_t>(random() % 4)};
    for (size_t i = random() % 40; i-- > 0;) any.push_back(any.back() + static_cast<uint32_t>(random() % 3));
    std::vector<uint32_t> back;
    REQUIRE(unpack_origin(pack_origin(any), any.size(), back));
    REQUIRE(back == any);
  }
  std::vector<uint32_t> back;
  CHECK_FALSE(unpack_origin({0, 4000000000U, 4000000000U, 1}, 100, back));
  CHECK_FALSE(unpack_origin({0, 1, 1}, 100, back));
  CHECK_FALSE(unpack_origin({4294967295U, 2, 1, 1}, 100, back));
}

TEST_CASE("bad UTF-8 is replaced as the standard's table says", "[text]") {
  CHECK(well_formed("a中\xF0\x9F\x98\x80") == "a中\xF0\x9F\x98\x80");
  // Unicode 16, table 3-11.
  CHECK(well_formed("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == "\uFFFD\uFFFD\uFFFD\uFFFD\x41");
  CHECK(well_formed("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") ==
        "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41");
  CHECK(well_formed("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") ==
        "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41");
  CHECK(well_formed("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") ==
        "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41\uFFFD\uFFFD\x42");
}
