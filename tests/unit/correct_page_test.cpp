// Corrections on pages that real tools dumped: ten thousand operations at random.
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "compose/compose.h"
#include "correct/log.h"
#include "edition/json.h"
#include "law_one.h"

using namespace broadsheet;

namespace {

Page real_page(const std::string& slug) {
  std::ifstream file(std::string(BROADSHEET_TESTS_DIR) + "/pages/" + slug + "/page.txt", std::ios::binary);
  REQUIRE(file);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  return parse_page(slug + ".txt", bytes);
}

// Every span of the page: what a hand would take hold of.
std::vector<Span> handles_of(const Page& page) {
  std::vector<Span> out;
  const auto add = [&](const std::vector<Span>& spans) { out.insert(out.end(), spans.begin(), spans.end()); };
  for (const Article& article : page.articles) {
    add(article.spans);
    for (const Byline& by : article.byline) add(by.spans);
    for (const Block& block : article.blocks) add(block.spans);
  }
  for (const Furniture& item : page.furniture) add(item.spans);
  for (const Duplicate& item : page.duplicates) add(item.spans);
  for (const Unplaced& item : page.unplaced) add(item.spans);
  return out;
}

class Dice {
 public:
  Dice(const Page& page, unsigned seed) : dice_(seed), page_(page), handles_(handles_of(page)) {
    for (const Article& article : page.articles)
      repairs_.insert(repairs_.end(), article.repairs.begin(), article.repairs.end());
  }

  uint32_t roll(size_t below) {
    return std::uniform_int_distribution<uint32_t>(0, static_cast<uint32_t>(below) - 1)(dice_);
  }

  // Half of the time what a hand takes hold of, else bytes that no screen would offer: the middle of a
  // letter, blanks, several stories at once.
  Correction correction() {
    static const char* const kRoles[] = {"kicker",    "headline",      "deck",     "byline", "paragraph",
                                         "subhead",   "caption",       "credit",   "quote",  "list",
                                         "furniture", "advertisement", "duplicate"};
    const auto size = static_cast<uint32_t>(page_.source->text.size());
    Correction entry;
    entry.kind = static_cast<CorrectionKind>(roll(10));
    entry.page = page_.source->name;
    const size_t count = 1 + roll(3);
    for (size_t i = 0; i < count; ++i) {
      if (roll(2)) {
        entry.spans.push_back(handles_[roll(handles_.size())]);
      } else {
        const uint32_t begin = roll(size - 1);
        entry.spans.push_back({begin, std::min(size, begin + 1 + roll(400))});
      }
    }
    entry.at = roll(2) ? handles_[roll(handles_.size())].begin : roll(size);
    entry.before = roll(2) == 1;
    entry.role = kRoles[roll(std::size(kRoles))];
    entry.text = roll(4) ? "改" : "";
    for (uint32_t i = roll(3); i > 0; --i) entry.names.push_back("甲乙");
    if (!repairs_.empty()) {
      const Repair& repair = repairs_[roll(repairs_.size())];
      entry.repair = name_of(repair.kind);
      if (!repair.at.empty() && roll(4)) entry.at = repair.at.back();
    }
    return entry;
  }

 private:
  std::mt19937 dice_;
  const Page& page_;
  std::vector<Span> handles_;
  std::vector<Repair> repairs_;
};

}  // namespace

TEST_CASE("ten thousand random operations on real pages keep law 1 after each and undo to the same JSON",
          "[correct][property]") {
  size_t done = 0, taken = 0;
  for (const char* slug : {"printed-pdftotext", "printed-tesseract", "en-ocr", "columns-row-by-row"}) {
    const Page page = real_page(slug);
    check_law_one(page);
    const std::string before = to_json(page);
    Dice dice(page, 20311);
    for (int round = 0; round < 50; ++round) {
      Log log;
      std::vector<std::string> steps;
      for (int i = 0; i < 50; ++i) {
        log.add(dice.correction());
        INFO(slug << ", round " << round << ", step " << i);
        const Applied applied = apply(page, log);
        check_law_one(applied.page);
        taken += applied.misfits.empty() || applied.misfits.back().entry + 1 != log.taken;
        ++done;
        if (i % 10 == 9) steps.push_back(to_json(applied.page));
      }
      Log again;
      REQUIRE(from_json(to_json(log), "log.json", again).empty());
      REQUIRE(to_json(again) == to_json(log));
      while (again.taken > 0) {
        if (again.taken % 10 == 0) REQUIRE(to_json(apply(page, again).page) == steps[again.taken / 10 - 1]);
        REQUIRE(again.undo());
      }
      REQUIRE(to_json(apply(page, again).page) == before);
      while (again.redo()) {
      }
      REQUIRE(to_json(apply(page, again).page) == steps.back());
    }
  }
  CHECK(done == 10000);
  CHECK(taken > 2000);  // many of them do something
}
