#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

#include "cli/cli.h"
#include "cli/inputs.h"
#include "cli/load.h"
#include "edition/score.h"

namespace broadsheet::cli {

Command add_score(CLI::App& app) {
  struct Options {
    std::string parsed;
    std::string truth;
    std::string variant;
  };
  const auto options = std::make_shared<Options>();
  app.add_option("PARSED", options->parsed)->required();
  app.add_option("TRUTH", options->truth)->required();
  app.add_option("--variant", options->variant);
  return [options] {
    Edition edition;
    const int loaded = load({options->parsed}, 1, true, edition);
    if (loaded != kFine) return loaded;
    if (edition.pages.size() != 1) {
      std::cerr << options->parsed << ": holds " << edition.pages.size() << " pages. Give one page.\n";
      return static_cast<int>(kBadInput);
    }
    std::string bytes;
    Complaint fault = read_input({options->truth, {}}, bytes);
    if (!fault.empty()) {
      std::cerr << fault.text() << "\n";
      return static_cast<int>(kUnreadable);
    }
    const Page& page = edition.pages[0];
    // Repeated passages are listed by the dump's file name.
    std::string variant = options->variant;
    if (variant.empty() && page.source)
      variant = page.source->name.substr(page.source->name.find_last_of("/\\") + 1);
    Truth truth;
    fault = truth_from_json(bytes, options->truth, variant, truth);
    if (!fault.empty()) {
      std::cerr << fault.text() << "\n";
      return static_cast<int>(kBadInput);
    }
    const std::vector<std::optional<double>> values = values_of(score_page(truth, page));
    for (size_t i = 0; i < values.size(); ++i) {
      if (values[i]) {
        std::printf("%-8s %.3f\n", score_names()[i].c_str(), *values[i]);
      } else {
        std::printf("%-8s -\n", score_names()[i].c_str());
      }
    }
    return static_cast<int>(kFine);
  };
}

}  // namespace broadsheet::cli
