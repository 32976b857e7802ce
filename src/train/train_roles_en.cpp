// Learns src/compose/roles_en.bin and roles_printed_en.bin from pages whose articles are known.
//
//     build/native/train_roles_en PAGES OUT.bin [ARTICLES.jsonl [OUR_PAGES ...]]
//     build/native/train_roles_en --folds 4 PAGES OUT [ARTICLES.jsonl [OUR_PAGES ...]]
//
// PAGES/*/ocr.txt are dumps, truth.json beside each says what was printed. A line is what the truth has it
// as: head, byline, text, sub-head, caption, or nothing of an article (advertisements, folios, noise). From
// ARTICLES.jsonl ({"heads": [...], "paragraphs": [...]} a line) it makes clean pages, so that the model does
// not come to need the noise of one engine; OUR_PAGES is a folder such as tests/pages (page.txt and
// expected.json in each), of which the English ones are learnt as well, as often as it is named. With --folds
// it learns as often with every n-th page left out, prints how well each model tells the tags of the pages
// that it has not seen, and writes what the whole parser makes of those pages to the folder OUT as PAGE.json:
// scored, they are the cross-validated figures.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "compose/assemble.h"
#include "compose/explain.h"
#include "compose/label.h"
#include "compose/roles_en.h"
#include "compose/sheet.h"
#include "compose/stitch.h"
#include "compose/traits_en.h"
#include "compose/write.h"
#include "edition/json.h"
#include "read/reader.h"
#include "text/utf8.h"
#include "train/truth_text.h"

namespace {

using namespace broadsheet;

struct Example {
  std::string name;
  std::vector<std::vector<uint16_t>> traits;
  std::vector<Tag> tags;
  std::vector<std::string> texts;
};

struct Known {
  Tag tag;
  std::string text;
};

std::vector<Known> known_of(const nlohmann::json& truth) {
  std::vector<Known> known;
  for (const auto& article : truth["articles"]) {
    for (const auto& text : article.value("heads", nlohmann::json::array())) {
      known.push_back({Tag::kHead, bare(text.get<std::string>())});
    }
    for (const auto& text : article.value("captions", nlohmann::json::array())) {
      known.push_back({Tag::kCaption, bare(text.get<std::string>())});
    }
    for (const auto& text : article.value("byline", nlohmann::json::array())) {
      known.push_back({Tag::kByline, bare(text.get<std::string>())});
    }
    for (const auto& block : article["blocks"]) {
      const bool subhead = block["kind"] == "subhead";
      known.push_back({subhead ? Tag::kSubhead : Tag::kProse, bare(block["text"].get<std::string>())});
    }
  }
  return known;
}

Tag tag_of(const std::vector<Known>& known, const std::string& line, const LineLook& look) {
  for (const Known& item : known) {
    if (item.text == line) return item.tag;
  }
  for (const Known& item : known) {
    if (item.tag == Tag::kByline && line.find(item.text) != line.npos &&
        line.size() < item.text.size() + 40) {
      return Tag::kByline;
    }
  }
  if (look.by_name || look.post) return Tag::kByline;
  if (look.jump_to || look.jump_from) return Tag::kOther;
  for (const Known& item : known) {
    if (item.tag != Tag::kByline && line.size() > 4 && item.text.find(line) != item.text.npos)
      return item.tag;
  }
  for (const Known& item : known) {
    if (line.size() > 40 && item.text.find(line.substr(0, 30)) != item.text.npos) return item.tag;
  }
  return Tag::kOther;
}

Example example_of(std::string name, const std::string& dump, const std::vector<Known>& known) {
  auto source = std::make_shared<Source>(decode_source(name, dump));
  Reading reading = read_source(*source);
  const Sheet sheet = lay_out(source, std::move(reading));
  Example example;
  example.name = std::move(name);
  if (sheet.tongue != Tongue::kEnglish) return example;
  const auto all_looks = looks_of(sheet);
  const std::vector<LineLook>& looks = *all_looks;
  example.traits = traits_en(sheet, looks);
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const std::string text = to_utf8(sheet.pieces[i].text);
    example.tags.push_back(tag_of(known, bare(text), looks[i]));
    example.texts.push_back(text);
  }
  return example;
}

std::vector<Example> real_pages(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (std::filesystem::exists(entry.path() / "ocr.txt") ||
        std::filesystem::exists(entry.path() / "expected.json")) {
      pages.push_back(entry.path());
    }
  }
  std::sort(pages.begin(), pages.end());
  std::vector<Example> examples;
  for (const auto& page : pages) {
    const bool ours = std::filesystem::exists(page / "expected.json");
    const std::string json = read_file(page / (ours ? "expected.json" : "truth.json"));
    const nlohmann::json truth = nlohmann::json::parse(json, nullptr, false);
    if (!truth.is_object()) continue;
    Example example = example_of(page.filename().string(), read_file(page / (ours ? "page.txt" : "ocr.txt")),
                                 known_of(truth));
    if (!example.traits.empty()) examples.push_back(std::move(example));
  }
  return examples;
}

// Pages of articles one after another, heads plain or in Markdown, bylines above or none, folios at the ends.
std::vector<Example> clean_pages(const std::string& path, size_t count) {
  static const char* const kFirst[] = {"Anna", "Paul", "Maria", "John", "Ruth", "Peter", "Laura", "Mark"};
  static const char* const kLast[] = {"Berger", "Holm",  "Castle", "Ferro",
                                      "Young",  "Walsh", "Okafor", "Lindt"};
  static const char* const kPosts[] = {"Staff Writer", "Senior Correspondent", "Education Editor",
                                       "Staff Reporter"};
  std::ifstream in(path);
  std::vector<nlohmann::json> articles;
  for (std::string line; std::getline(in, line);) {
    nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_object() && !json.value("heads", nlohmann::json::array()).empty()) articles.push_back(json);
  }
  std::mt19937 random(7);
  std::vector<Example> examples;
  for (size_t k = 0; k < count && !articles.empty(); ++k) {
    std::string dump;
    std::vector<Known> known;
    const bool markdown = k % 2 == 1;
    const bool blank = markdown || random() % 2 == 0;
    const auto put = [&](const std::string& text, Tag tag, const std::string& before = "") {
      dump += before + text + (blank ? "\n\n" : "\n");
      known.push_back({tag, bare(text)});
    };
    put("Monday, March " + std::to_string(1 + random() % 28) + ", 19" + std::to_string(70 + random() % 30),
        Tag::kOther);
    const size_t stories = 2 + random() % 5;
    for (size_t s = 0; s < stories; ++s) {
      const nlohmann::json& article = articles[random() % articles.size()];
      for (const auto& head : article["heads"])
        put(head.get<std::string>(), Tag::kHead, markdown ? "## " : "");
      if (random() % 2 == 0) {
        const std::string name = std::string(kFirst[random() % 8]) + " " + kLast[random() % 8];
        put((random() % 3 == 0 ? "" : "By ") + name, Tag::kByline);
        if (random() % 2 == 0) put(kPosts[random() % 4], Tag::kByline);
      }
      size_t paragraphs = 0;
      const size_t most = 4 + random() % 9;
      for (const auto& text : article["paragraphs"]) {
        if (++paragraphs > most) break;
        put(text.get<std::string>(), Tag::kProse);
      }
    }
    if (random() % 2 == 0) put("Page " + std::to_string(1 + random() % 20), Tag::kOther);
    examples.push_back(example_of("clean " + std::to_string(k), dump, known));
  }
  return examples;
}

// Adam (Kingma, Ba 2015) on the whole set, with an L2 penalty.
RoleModel train(const std::vector<const Example*>& examples, int rounds, double penalty) {
  RoleModel model;
  model.resize(traits_en_count());
  std::vector<float>& w = model.parameters();
  std::vector<double> gradient(w.size());
  std::vector<double> mean(w.size());
  std::vector<double> square(w.size());
  for (int round = 1; round <= rounds; ++round) {
    std::fill(gradient.begin(), gradient.end(), 0.0);
    for (const Example* example : examples) model.learn(example->traits, example->tags, gradient);
    const double rate = 0.08 * (1 - static_cast<double>(round) / (rounds + 1));
    for (size_t i = 0; i < w.size(); ++i) {
      const double g = gradient[i] - penalty * static_cast<double>(w[i]);
      mean[i] = 0.9 * mean[i] + 0.1 * g;
      square[i] = 0.99 * square[i] + 0.01 * g * g;
      const double m = mean[i] / (1 - std::pow(0.9, round));
      const double v = square[i] / (1 - std::pow(0.99, round));
      w[i] += static_cast<float>(rate * m / (std::sqrt(v) + 1e-6));
    }
  }
  return model;
}

struct Tally {
  std::array<std::array<size_t, kTags>, kTags> seen{};  // truth, guess
  void print() const {
    static const char* const kNames[] = {"head", "byline", "prose", "subhead", "caption", "other"};
    for (size_t t = 0; t < kTags; ++t) {
      size_t truth = 0;
      size_t guessed = 0;
      for (size_t k = 0; k < kTags; ++k) {
        truth += seen[t][k];
        guessed += seen[k][t];
      }
      std::printf("  %-8s recall %.3f precision %.3f of %zu\n", kNames[t],
                  static_cast<double>(seen[t][t]) / static_cast<double>(std::max<size_t>(1, truth)),
                  static_cast<double>(seen[t][t]) / static_cast<double>(std::max<size_t>(1, guessed)), truth);
    }
  }
};

// What the parser makes of a page with `model` for the roles.
void write_parsed(const RoleModel& model, const std::filesystem::path& dump,
                  const std::filesystem::path& out) {
  auto source = std::make_shared<Source>(decode_source(dump.string(), read_file(dump)));
  Reading reading = read_source(*source);
  source->format = reading.format;
  Sheet sheet = lay_out(source, std::move(reading));
  label_en(sheet, model);
  stitch(sheet);
  assemble(sheet);
  Edition edition;
  edition.pages.push_back(write_page(sheet));
  explain(sheet, edition.pages[0]);
  std::ofstream(out, std::ios::binary) << to_json(edition);
}

void check(const RoleModel& model, const Example& example, Tally& tally, bool verbose) {
  static const char kLetters[] = "HBPSCo";
  const std::vector<RoleGuess> guesses = model.decode(example.traits);
  for (size_t i = 0; i < guesses.size(); ++i) {
    const auto truth = static_cast<size_t>(example.tags[i]);
    const auto guess = static_cast<size_t>(guesses[i].tag);
    ++tally.seen[truth][guess];
    if (verbose && truth != guess) {
      std::printf("%s:%zu truth %c guess %c %.2f | %s\n", example.name.c_str(), i, kLetters[truth],
                  kLetters[guess], static_cast<double>(guesses[i].chance[guess]),
                  example.texts[i].substr(0, 110).c_str());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  size_t folds = 0;
  if (args.size() >= 2 && args[0] == "--folds") {
    folds = static_cast<size_t>(std::atoi(args[1].c_str()));
    args.erase(args.begin(), args.begin() + 2);
  }
  if (args.size() < 2) {
    std::fprintf(stderr, "usage: train_roles_en [--folds N] PAGES OUT [ARTICLES.jsonl [OUR_PAGES ...]]\n");
    return 2;
  }
  const double penalty = std::getenv("PENALTY") != nullptr ? std::atof(std::getenv("PENALTY")) : 2.0;
  const std::vector<Example> real = real_pages(args[0]);
  const std::vector<Example> clean = args.size() > 2 ? clean_pages(args[2], 24) : std::vector<Example>();
  std::vector<Example> ours;
  for (size_t i = 3; i < args.size(); ++i) {
    for (Example& example : real_pages(args[i])) ours.push_back(std::move(example));
  }
  std::printf("%zu pages, %zu made, %zu of ours, %zu traits\n", real.size(), clean.size(), ours.size(),
              traits_en_count());
  // Pages of one issue have the same hands and the same type: BY=issue leaves all of them out together.
  const bool by_issue = std::getenv("BY") != nullptr && std::string(std::getenv("BY")) == "issue";
  std::vector<size_t> fold_of(real.size());
  for (size_t i = 1; i < real.size(); ++i) {
    const auto issue = [](const std::string& page) { return page.substr(0, page.rfind('-')); };
    const bool same = by_issue && issue(real[i].name) == issue(real[i - 1].name);
    fold_of[i] = fold_of[i - 1] + (same ? 0 : 1);
  }
  constexpr int kRounds = 150;
  Tally tally;
  double likelihood = 0;  // of the true tags
  for (size_t fold = 0; fold < std::max<size_t>(folds, 1); ++fold) {
    std::vector<const Example*> set;
    for (size_t i = 0; i < real.size(); ++i) {
      if (folds == 0 || fold_of[i] % folds != fold) set.push_back(&real[i]);
    }
    for (const Example& example : clean) set.push_back(&example);
    for (const Example& example : ours) set.push_back(&example);
    const RoleModel learnt = train(set, kRounds, penalty);
    const RoleModel model(learnt.table());
    if (folds == 0) std::ofstream(args[1], std::ios::binary) << learnt.table();
    for (size_t i = 0; i < real.size(); ++i) {
      if (folds != 0 && fold_of[i] % folds != fold) continue;
      std::vector<double> unused(model.size());
      likelihood += model.learn(real[i].traits, real[i].tags, unused);
      check(model, real[i], tally, std::getenv("VERBOSE") != nullptr);
      if (folds == 0) continue;
      const std::filesystem::path out(args[1]);
      std::filesystem::create_directories(out);
      write_parsed(model, std::filesystem::path(args[0]) / real[i].name / "ocr.txt",
                   out / (real[i].name + ".json"));
    }
  }
  tally.print();
  std::printf("  log-likelihood of the true tags %.1f\n", likelihood);
  return 0;
}
