// Law 1 on damaged pages: whatever is cut out of a page, doubled, moved or overwritten, every byte that is
// left stands in the result once. The same pages with the same damage each time; BROADSHEET_SEED=N gives
// others.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <system_error>
#include <vector>

#include "compose/account.h"
#include "compose/compose.h"

namespace {

using namespace broadsheet;
namespace fs = std::filesystem;

constexpr int kDamagesPerPage = 12;

std::vector<std::string> pages() {
  std::vector<fs::path> paths;
  std::error_code fault;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(BROADSHEET_TESTS_DIR) / "pages", fault)) {
    if (fs::exists(entry.path() / "page.txt", fault)) paths.push_back(entry.path() / "page.txt");
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return out;
}

class Damage {
 public:
  explicit Damage(unsigned seed) : random_(seed) {}

  // One kind of harm, anywhere: the ends of characters are not spared.
  std::string done_to(std::string page, const std::string& other) {
    const size_t from = below(page.size()),
                 length = below(std::min<size_t>(page.size() - from, 1 + below(600)));
    const std::string piece = page.substr(from, length);
    switch (below(8)) {
      case 0:
        page.erase(from, length);
        break;
      case 1:
        page.insert(below(page.size()), piece);
        break;
      case 2:
        page.erase(from, length);
        page.insert(below(page.size()), piece);
        break;
      case 3:
        page.resize(from);
        break;
      case 4:
        page.insert(from, other.substr(below(other.size()), length));
        break;
      case 5:
        for (size_t n = below(30); n > 0; --n) page[below(page.size())] = static_cast<char>(below(256));
        break;
      case 6:
        page.erase(std::remove(page.begin(), page.end(), '\n'), page.end());
        break;
      default:
        for (size_t n = below(12); n > 0; --n) page.insert(below(page.size()), below(2) ? "\n" : "\n\n");
        break;
    }
    return page;
  }

  size_t below(size_t limit) { return limit == 0 ? 0 : random_() % limit; }

 private:
  std::mt19937 random_;
};

std::string places(const std::vector<Span>& spans, const std::string& text) {
  std::string out;
  for (const Span& span : spans) {
    out += " [" + std::to_string(span.begin) + "," + std::to_string(span.end) + ") " +
           text.substr(span.begin, std::min<size_t>(span.end - span.begin, 60));
  }
  return out.substr(0, 600);
}

void check(const std::string& bytes) {
  const Page page = parse_page("damaged.txt", bytes);
  const Account sum = account(page);
  if (sum.kept()) return;
  FAIL_CHECK("missing:" << places(sum.missing, page.source->text)
                        << "\ndoubled:" << places(sum.doubled, page.source->text));
}

}  // namespace

TEST_CASE("nothing is lost of a damaged page", "[pages][law]") {
  const char* asked = std::getenv("BROADSHEET_SEED");
  const unsigned seed = asked ? static_cast<unsigned>(std::strtoul(asked, nullptr, 10)) : 1;
  const std::vector<std::string> all = pages();
  REQUIRE(all.size() >= 30);
  Damage damage(seed);
  for (size_t i = 0; i < all.size(); ++i) {
    std::string page = all[i];
    for (int round = 0; round < kDamagesPerPage; ++round) {
      // Harm adds up over a few rounds, then the page is whole again.
      if (round % 4 == 0) page = all[i];
      page = damage.done_to(page, all[damage.below(all.size())]);
      INFO("page " << i << ", round " << round << ", seed " << seed << ", " << page.size() << " bytes");
      check(page);
    }
  }
}

TEST_CASE("nothing is lost of random bytes", "[pages][law]") {
  std::mt19937 random(2);
  const std::vector<std::string> alphabets = {"",
                                              "ab \n",
                                              "。，“”\n 一二",
                                              "本报讯（记者 ）\n\n",
                                              "#*-|![]()\n\t ",
                                              "\xE4\xB8\x80\xEF\xBC\x8C\n",
                                              "\xC4\xE3\xBA\xC3\xA1\xA3\n",
                                              "▶■下转3版上接1版 By Continued on page \n"};
  for (int round = 0; round < 300; ++round) {
    const std::string& alphabet = alphabets[random() % alphabets.size()];
    std::string bytes;
    for (size_t n = random() % 700; n > 0; --n) {
      bytes += alphabet.empty() ? static_cast<char>(random() % 256) : alphabet[random() % alphabet.size()];
    }
    INFO("round " << round << ", " << bytes.size() << " bytes");
    check(bytes);
  }
}
