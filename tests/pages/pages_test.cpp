// Our own pages keep their scores: every folder of tests/pages is parsed and scored against what its
// expected.json says, and no figure may fall below tests/pages/scores.json. `tests/pages/baseline` raises the
// figures there after a gain.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <vector>

#include "compose/compose.h"
#include "edition/score.h"

namespace {

using namespace broadsheet;
namespace fs = std::filesystem;

// scores.json holds three digits.
constexpr double kRounding = .0005;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> page_folders() {
  std::vector<fs::path> folders;
  std::error_code fault;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(BROADSHEET_TESTS_DIR) / "pages", fault)) {
    if (fs::exists(entry.path() / "page.txt", fault)) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

TEST_CASE("no page's score falls", "[pages]") {
  const nlohmann::json floors =
      nlohmann::json::parse(read(fs::path(BROADSHEET_TESTS_DIR) / "pages" / "scores.json"), nullptr, false);
  REQUIRE(floors.is_object());
  const std::vector<fs::path> folders = page_folders();
  REQUIRE(folders.size() == floors.size());
  for (const fs::path& folder : folders) {
    const std::string slug = folder.filename().string();
    INFO("page " << slug
                 << ": run tests/pages/baseline (--force where a loss is the price of a gain elsewhere)");
    REQUIRE(floors.contains(slug));
    Truth truth;
    const Complaint complaint =
        truth_from_json(read(folder / "expected.json"), slug + "/expected.json", "page.txt", truth);
    INFO(complaint.text());
    REQUIRE(complaint.empty());
    const Score score = score_page(truth, parse_page("page.txt", read(folder / "page.txt")));
    CHECK(score.account == 1);
    const std::vector<std::optional<double>> values = values_of(score);
    for (size_t k = 0; k < values.size(); ++k) {
      const std::string& measure = score_names()[k];
      INFO(measure);
      REQUIRE(floors[slug].contains(measure));
      const nlohmann::json& floor = floors[slug][measure];
      if (floor.is_null()) continue;
      REQUIRE(values[k]);
      if (measure == "count") {
        CHECK(*values[k] <= floor.get<double>() + kRounding);
      } else {
        CHECK(*values[k] >= floor.get<double>() - kRounding);
      }
    }
  }
}

TEST_CASE("a story that goes on elsewhere is joined to its other part", "[pages][jump]") {
  size_t stories = 0;
  for (const fs::path& folder : page_folders()) {
    const nlohmann::json known = nlohmann::json::parse(read(folder / "expected.json"), nullptr, false);
    REQUIRE(known.is_object());
    for (const nlohmann::json& story : known["articles"]) {
      if (!story.contains("continues")) continue;
      ++stories;
      INFO(folder.filename().string() << ": " << story["headline"]);
      const fs::path other = folder.parent_path() / story["continues"]["page"].get<std::string>();
      const Edition edition = compose_edition({parse_page("one.txt", read(folder / "page.txt")),
                                               parse_page("other.txt", read(other / "page.txt"))});
      REQUIRE(edition.pages.size() == 2);
      const auto headed = [](const Page& page, const nlohmann::json& headline) {
        return std::find_if(page.articles.begin(), page.articles.end(), [&](const Article& article) {
          return article.headline == headline.get<std::string>();
        });
      };
      const auto begin = headed(edition.pages[0], story["headline"]);
      const auto rest = headed(edition.pages[1], story["continues"]["headline"]);
      REQUIRE(begin != edition.pages[0].articles.end());
      REQUIRE(rest != edition.pages[1].articles.end());
      CHECK(begin->continues == rest->id);
      CHECK(rest->kind == ArticleKind::kContinued);
      CHECK(begin->kind != ArticleKind::kContinued);
    }
  }
  CHECK(stories >= 2);
}
