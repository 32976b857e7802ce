// What each step of the parser is worth: parses and scores the pages with the step left out, and prints as a
// Markdown table how much f1, order and exact lose (positive: the step helps), in hundredths, means over
// pages.
//
//     ablation /work/shared/pages/dev-zh:vlm.txt,mutool.txt,layout.txt,pdftotext.txt
//     /work/shared/pages/dev-en:ocr.txt
//
// tests/bench/ablation.sh runs it over all development pages.
#include "read/ablation.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "compose/compose.h"
#include "edition/score.h"

namespace {

using namespace broadsheet;
namespace fs = std::filesystem;

struct Named {
  Step step;
  const char* name;
};
constexpr Named kSteps[] = {
    {Step::kJoins, "all joins"},
    {Step::kNgrams, "n-grams across joins"},
    {Step::kSeamNet, "the net beside them"},
    {Step::kBeginnings, "n-grams: how paragraphs begin"},
    {Step::kLineNgrams, "n-grams between printed lines"},
    {Step::kPageWords, "words of the page"},
    {Step::kBalance, "balance of quotation marks"},
    {Step::kNearness, "order in the dump"},
    {Step::kTopics, "topics"},
    {Step::kCopies, "copies"},
    {Step::kAssign, "assign (hidden Markov chain)"},
    {Step::kOrder, "order within stories"},
    {Step::kCaptions, "captions"},
    {Step::kSignatures, "signatures"},
    {Step::kLeads, "leads (本报讯)"},
    {Step::kFirstLines, "first lines that are no heads"},
    {Step::kShorts, "the net of short pieces"},
    {Step::kDivided, "notes over two lines"},
    {Step::kFirstRows, "rows of first lines"},
    {Step::kUntangle, "untangling"},
    {Step::kWovenHeads, "heads among each other's lines"},
    {Step::kKnots, "knots of heads"},
    {Step::kMatched, "heads matched with beginnings"},
    {Step::kFloating, "heads that stand in other stories"},
    {Step::kLoneHeads, "heads with no text below them"},
    {Step::kPictures, "pictures with a story of their own"},
    {Step::kRuns, "runs that move as a whole"},
    {Step::kNamesAbove, "names that begin a story"},
    {Step::kGrid, "grid"},
    {Step::kWideBlocks, "texts wider than a column"},
    {Step::kWordsInGrid, "words apart or against each other in a grid"},
    {Step::kRegions, "regions as evidence"},
};

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Pages {
  std::string variant;
  std::vector<std::string> dumps;
  std::vector<Truth> truths;
};

struct Means {
  double f1 = 0;
  double order = 0;
  double exact = 0;
};

Means score(const Pages& pages) {
  Means means;
  for (size_t k = 0; k < pages.dumps.size(); ++k) {
    const Score one = score_page(pages.truths[k], parse_page(pages.variant, pages.dumps[k]));
    means.f1 += one.f1;
    means.order += one.order;
    means.exact += one.exact;
  }
  const double count = std::max<double>(1, static_cast<double>(pages.dumps.size()));
  return {means.f1 / count, means.order / count, means.exact / count};
}

// "FOLDER:VARIANT,VARIANT": the pages of each variant.
bool gather(const std::string& argument, std::vector<Pages>& all) {
  const size_t colon = argument.rfind(':');
  if (colon == std::string::npos) return false;
  std::vector<fs::path> folders;
  std::error_code fault;
  for (const fs::directory_entry& entry : fs::directory_iterator(argument.substr(0, colon), fault))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  for (size_t from = colon + 1; from < argument.size();) {
    const size_t to = std::min(argument.find(',', from), argument.size());
    Pages pages;
    pages.variant = argument.substr(from, to - from);
    from = to + 1;
    for (const fs::path& folder : folders) {
      if (!fs::exists(folder / pages.variant, fault) || !fs::exists(folder / "truth.json", fault)) continue;
      Truth truth;
      const std::string known = (folder / "truth.json").string();
      if (!truth_from_json(read(known), known, pages.variant, truth).empty()) return false;
      pages.truths.push_back(std::move(truth));
      pages.dumps.push_back(read(folder / pages.variant));
    }
    if (pages.dumps.empty()) return false;
    all.push_back(std::move(pages));
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Pages> all;
  for (int i = 1; i < argc; ++i) {
    if (gather(argv[i], all)) continue;
    std::fprintf(stderr, "%s: no pages there. Give FOLDER:VARIANT,VARIANT...\n", argv[i]);
    return 3;
  }
  if (all.empty()) {
    std::fprintf(stderr, "usage: ablation FOLDER:VARIANT[,VARIANT...]...\n");
    return 2;
  }
  std::printf("| without |");
  for (const Pages& pages : all) std::printf(" %s (%zu) |", pages.variant.c_str(), pages.dumps.size());
  std::printf("\n|---|");
  for (size_t k = 0; k < all.size(); ++k) std::printf("---|");
  std::printf("\n| *nothing: f1 order exact* |");
  std::vector<Means> whole;
  for (const Pages& pages : all) {
    whole.push_back(score(pages));
    std::printf(" %.3f %.3f %.3f |", whole.back().f1, whole.back().order, whole.back().exact);
  }
  std::printf("\n");
  for (const Named& step : kSteps) {
    left_out = uint64_t{1} << static_cast<unsigned>(step.step);
    std::printf("| %s |", step.name);
    for (size_t k = 0; k < all.size(); ++k) {
      const Means means = score(all[k]);
      const double lost[] = {whole[k].f1 - means.f1, whole[k].order - means.order,
                             whole[k].exact - means.exact};
      for (double one : lost) {
        if (one > -0.0005 && one < 0.0005) {
          std::printf(" 0");
        } else {
          std::printf(" %.1f", 100 * one);
        }
      }
      std::printf(" |");
    }
    std::printf("\n");
    std::fflush(stdout);
  }
}
