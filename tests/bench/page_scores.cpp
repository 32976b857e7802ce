// Parses and scores every page of a folder.
//
//     page_scores tests/pages                      our own pages: SLUG/{page.txt,expected.json}
//     page_scores PAGES vlm.txt layout.txt         PAGES/SLUG/{truth.json,vlm.txt,layout.txt}
//
// Prints one line a page and the means of each dump's kind; the measures are those of edition/score.h.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "compose/compose.h"
#include "edition/score.h"

namespace {

using namespace broadsheet;
namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void print(const std::string& name, const std::vector<std::optional<double>>& values) {
  std::printf("%s", name.c_str());
  for (size_t k = 0; k < values.size(); ++k) {
    const char* measure = score_names()[k].c_str();
    if (values[k]) {
      std::printf(" %s %.3f", measure, *values[k]);
    } else {
      std::printf(" %s -", measure);
    }
  }
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: page_scores PAGES [VARIANT...]\n");
    return 2;
  }
  std::vector<std::string> variants(argv + 2, argv + argc);
  if (variants.empty()) variants.push_back("page.txt");
  std::vector<fs::path> folders;
  std::error_code fault;
  for (const fs::directory_entry& entry : fs::directory_iterator(argv[1], fault))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());

  std::map<std::string, std::vector<Score>> scores;
  for (const std::string& variant : variants) {
    for (const fs::path& folder : folders) {
      const fs::path dump = folder / variant;
      const fs::path known =
          folder / (fs::exists(folder / "expected.json", fault) ? "expected.json" : "truth.json");
      if (!fs::exists(dump, fault) || !fs::exists(known, fault)) continue;
      Truth truth;
      const Complaint complaint = truth_from_json(read(known), known.string(), variant, truth);
      if (!complaint.empty()) {
        std::fprintf(stderr, "%s\n", complaint.text().c_str());
        return 3;
      }
      const Score score = score_page(truth, parse_page(dump.filename().string(), read(dump)));
      print(folder.filename().string() + " " + variant, values_of(score));
      scores[variant].push_back(score);
    }
  }
  if (scores.empty()) {
    std::fprintf(stderr,
                 "%s: holds no page. A page is a folder with a dump and expected.json or truth.json.\n",
                 argv[1]);
    return 3;
  }
  for (const auto& [variant, all] : scores) print("mean " + variant, mean_of(all));
}
