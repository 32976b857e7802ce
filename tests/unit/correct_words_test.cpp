// Words go where their bytes go: on pages whose paragraphs are made of many runs of the dump.
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

constexpr const char* kPages[] = {"printed-layout", "printed-2-layout",  "columns-row-by-row",
                                  "columns-cut",    "printed-en-layout", "printed-en-pdftotext",
                                  "en-hyphens"};

Page real_page(const std::string& slug) {
  std::ifstream file(std::string(BROADSHEET_TESTS_DIR) + "/pages/" + slug + "/page.txt", std::ios::binary);
  REQUIRE(file);
  return parse_page(slug + ".txt", std::string(std::istreambuf_iterator<char>(file), {}));
}

// Without blanks, widths, and the hyphens that a line's end may leave out.
std::string bare(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = fold_char(next_code_point(text, i));
    if (!is_space(c) && c != '-') append_utf8(out, c);
  }
  return out;
}

// How many runs of the page's blocks do not read as their bytes do.
size_t strangers(const Page& page) {
  size_t wrong = 0;
  for (const Article& article : page.articles)
    for (const Block& block : article.blocks)
      for (size_t i = 0; i < block.spans.size(); ++i) {
        const size_t end = i + 1 < block.cuts.size() ? block.cuts[i + 1] : block.text.size();
        const Span& span = block.spans[i];
        wrong += bare(block.text.substr(block.cuts[i], end - block.cuts[i])) !=
                 bare(page.source->text.substr(span.begin, span.end - span.begin));
      }
  return wrong;
}

}  // namespace

TEST_CASE("each run of a paragraph says where its words begin", "[correct][cuts]") {
  for (const char* slug : kPages) {
    INFO(slug);
    const Page page = real_page(slug);
    CHECK(strangers(page) == 0);
    size_t runs = 0;
    for (const Article& article : page.articles)
      for (const Block& block : article.blocks) runs = std::max(runs, block.spans.size());
    if (std::string_view(slug).ends_with("layout")) CHECK(runs > 4);
  }
}

TEST_CASE("what is split, moved, joined or given a role takes its own words along", "[correct][cuts]") {
  for (const char* slug : kPages) {
    const Page page = real_page(slug);
    std::mt19937 numbers(20311);
    const auto dice = [&] { return static_cast<uint32_t>(numbers()); };
    const auto size = static_cast<uint32_t>(page.source->text.size());
    for (int round = 0; round < 20; ++round) {
      Log log;
      for (int step = 0; step < 12; ++step) {
        Correction entry;
        entry.page = page.source->name;
        entry.at = dice() % size;
        const uint32_t begin = dice() % (size - 1);
        entry.spans = {{begin, std::min<uint32_t>(size, begin + 1 + dice() % 300)}};
        entry.kind = static_cast<CorrectionKind>(dice() % 6);  // all but words, names and repairs
        entry.role = dice() % 2 ? "paragraph" : "subhead";
        log.add(entry);
      }
      INFO(slug << ", round " << round);
      const Page after = apply(page, log).page;
      CHECK(strangers(after) == 0);
    }
  }
}

TEST_CASE("a correction leaves every other paragraph as it was", "[correct][cuts]") {
  for (const char* slug : kPages) {
    const Page page = real_page(slug);
    Log log;
    Correction entry;
    entry.page = page.source->name;
    entry.kind = CorrectionKind::kKeepRepair;
    entry.repair = "none";  // it fits nothing and changes nothing: the page is taken apart and put together
    log.add(entry);
    const Page after = apply(page, log).page;
    REQUIRE(after.articles.size() == page.articles.size());
    for (size_t a = 0; a < page.articles.size(); ++a) {
      REQUIRE(after.articles[a].blocks.size() == page.articles[a].blocks.size());
      for (size_t b = 0; b < page.articles[a].blocks.size(); ++b) {
        INFO(slug << ", article " << a << ", block " << b);
        CHECK(after.articles[a].blocks[b].text == page.articles[a].blocks[b].text);
        CHECK(after.articles[a].blocks[b].cuts == page.articles[a].blocks[b].cuts);
        CHECK(after.articles[a].blocks[b].spans == page.articles[a].blocks[b].spans);
      }
    }
  }
}

TEST_CASE("an English sentence that is cut and joined again is the same sentence", "[correct][cuts]") {
  auto source = std::make_shared<Source>();
  source->name = "en.txt";
  source->text = "He said \xE2\x80\x9Cgood-\nbye\xE2\x80\x9D and went home.";
  Page page;
  page.source = source;
  Article article;
  const std::string shown = "He said \xE2\x80\x9Cgoodbye\xE2\x80\x9D and went home.";
  article.blocks = {{BlockKind::kParagraph, shown, {{0, static_cast<uint32_t>(source->text.size())}}, {0}}};
  page.articles = {article};
  Log log;
  Correction entry;
  entry.page = "en.txt";
  entry.kind = CorrectionKind::kSplit;
  for (const char* word : {"said", "\xE2\x80\x9Cgood", "bye", "and", "home"}) {
    entry.at = static_cast<uint32_t>(source->text.find(word));
    log.add(entry);
  }
  CHECK(apply(page, log).page.articles[0].blocks.size() == 6);
  CHECK(apply(page, log).page.articles[0].blocks[0].text == "He");
  CHECK(apply(page, log).page.articles[0].blocks[1].text == "said");
  CHECK(apply(page, log).page.articles[0].blocks[2].text == "\xE2\x80\x9Cgood");
  CHECK(apply(page, log).page.articles[0].blocks[3].text == "bye\xE2\x80\x9D");
  entry.kind = CorrectionKind::kJoin;
  for (const char* word : {"said", "\xE2\x80\x9Cgood", "bye", "and", "home"}) {
    const auto begin = static_cast<uint32_t>(source->text.find(word));
    entry.at = begin - 2;
    while (source->text[entry.at] == ' ') --entry.at;
    entry.at = std::string_view(word) == "bye" ? begin - 3 : entry.at;
    entry.spans = {{begin, begin + 1}};
    log.add(entry);
  }
  const Page after = apply(page, log).page;
  REQUIRE(after.articles[0].blocks.size() == 1);
  CHECK(after.articles[0].blocks[0].text == shown);
  // Words that are corrected keep the blank behind them.
  Correction words;
  words.page = "en.txt";
  words.kind = CorrectionKind::kWords;
  const auto went = static_cast<uint32_t>(source->text.find("went"));
  words.spans = {{went, went + 4}};
  words.text = "ran";
  log.add(words);
  CHECK(apply(page, log).page.articles[0].blocks[0].text ==
        "He said \xE2\x80\x9Cgoodbye\xE2\x80\x9D and ran home.");
}

TEST_CASE("a hyphen that was taken out stands in its word again when the repair is undone",
          "[correct][cuts]") {
  const Page page = real_page("en-hyphens");
  size_t hyphens = 0;
  for (const Article& article : page.articles)
    for (const Repair& repair : article.repairs) {
      if (repair.kind != RepairKind::kHyphen) continue;
      ++hyphens;
      Log log;
      Correction entry;
      entry.page = page.source->name;
      entry.kind = CorrectionKind::kUndoRepair;
      entry.repair = "hyphen";
      entry.at = repair.at.back();
      log.add(entry);
      const Applied applied = apply(page, log);
      CHECK(applied.misfits.empty());
      check_law_one(applied.page);
      const std::string& text = page.source->text;
      const auto is_letter = [&](size_t i) {
        return i < text.size() && static_cast<unsigned char>(text[i]) > ' ';
      };
      size_t begin = repair.at.front(), end = repair.at.back();
      while (begin > 0 && is_letter(begin - 1)) --begin;
      while (is_letter(end)) ++end;
      const std::string word = text.substr(begin, repair.at.front() + 1 - begin) +
                               text.substr(repair.at.back(), end - repair.at.back());
      INFO(word);
      const std::string before = to_json(page), after = to_json(applied.page);
      CHECK(before.find(word) == std::string::npos);
      CHECK(after.find(word) != std::string::npos);
    }
  CHECK(hyphens >= 2);
}

TEST_CASE("the lines of a head keep the words they were shown in when one of them is taken away",
          "[correct][cuts]") {
  auto source = std::make_shared<Source>();
  source->name = "head.txt";
  source->text = "\xE7\x81\xAF\xE5\xA1\x94:\n\xE4\xBA\xAE\xE4\xBA\x86!\n\n\xE5\x85\x89\xE3\x80\x82";
  Page page;
  page.source = source;
  Article article;
  article.headline = "\xE7\x81\xAF\xE5\xA1\x94\xEF\xBC\x9A \xE4\xBA\xAE\xE4\xBA\x86\xEF\xBC\x81";
  article.spans = {{0, 7}, {8, 15}};
  article.blocks = {{BlockKind::kParagraph, "\xE5\x85\x89\xE3\x80\x82", {{17, 23}}, {0}}};
  page.articles = {article};
  Log log;
  Correction entry;
  entry.page = "head.txt";
  entry.role = "kicker";
  entry.spans = {{0, 7}};
  log.add(entry);
  const Page after = apply(page, log).page;
  CHECK(after.articles[0].kicker == "\xE7\x81\xAF\xE5\xA1\x94\xEF\xBC\x9A");
  CHECK(after.articles[0].headline == "\xE4\xBA\xAE\xE4\xBA\x86\xEF\xBC\x81");
}

TEST_CASE(
    "a family name that was set right is told as a repair, and is what the engine read when that is undone",
    "[correct]") {
  const Page page = parse_page("ocr.txt",
                               "渡船停了三天\n\n本报记者 能远舟\n\n码头上的渡船停了三天, 没有人知道为什么; "
                               "船工说: “水太浅。 ”镇里的人绕路走了九里。 \n\n邮局的老周说, 信也停了? 没有。 "
                               "信是骑车送的; 只是慢了半天。\n");
  REQUIRE(page.articles.size() == 1);
  REQUIRE(page.articles[0].byline.size() == 1);
  CHECK(page.articles[0].byline[0].name == "熊远舟");
  CHECK(page.articles[0].byline[0].read == "能远舟");
  const Repair* found = nullptr;
  for (const Repair& repair : page.articles[0].repairs) {
    if (repair.kind == RepairKind::kLetter) found = &repair;
  }
  REQUIRE(found != nullptr);
  CHECK(found->evidence == Evidence::kMisread);
  REQUIRE(found->at.size() == 1);
  CHECK(found->at[0] == page.source->text.find("能远舟"));
  Log log;
  Correction entry;
  entry.page = page.source->name;
  entry.kind = CorrectionKind::kUndoRepair;
  entry.repair = "letter";
  entry.at = found->at[0];
  log.add(entry);
  const Applied applied = apply(page, log);
  CHECK(applied.misfits.empty());
  check_law_one(applied.page);
  REQUIRE(applied.page.articles.size() == 1);
  REQUIRE(applied.page.articles[0].byline.size() == 1);
  CHECK(applied.page.articles[0].byline[0].name == "能远舟");
  CHECK(applied.page.articles[0].byline[0].read.empty());
  CHECK(applied.page.articles[0].repairs.size() + 1 == page.articles[0].repairs.size());
}
