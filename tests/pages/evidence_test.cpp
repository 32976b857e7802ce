// What the parser did to our own pages can be said in both languages of the interface.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "compose/compose.h"
#include "view/linebreak.h"
#include "view/words.h"

using namespace broadsheet;

TEST_CASE("every repair of our pages is explained in Chinese and in English", "[pages]") {
  std::set<Evidence> seen;
  std::error_code fault;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(BROADSHEET_TESTS_DIR) / "pages", fault)) {
    std::ifstream in(entry.path() / "page.txt", std::ios::binary);
    if (!in) continue;
    const Page page = parse_page("page.txt", std::string{std::istreambuf_iterator<char>(in), {}});
    for (const Article& article : page.articles)
      for (const Repair& repair : article.repairs) {
        INFO(entry.path().filename().string() << ": " << repair.why);
        CHECK(repair.evidence != Evidence::kTold);
        seen.insert(repair.evidence);
        CHECK(view::why_of(repair, view::words_of(false)) == repair.why);
        const std::string chinese = view::why_of(repair, view::words_of(true));
        size_t at = 0;
        CHECK(view::is_hanzi(view::decode(chinese, at)));
      }
  }
  CHECK(seen.size() >= 5);
}
