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
