#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.h"
#include "cli/load.h"
#include "edition/json.h"

namespace broadsheet::cli {

Command add_parse(CLI::App& app) {
  struct Options {
    std::vector<std::string> files;
    size_t jobs = 0;
    int indent = -1;
    bool ndjson = false;
    bool with_source = false;
  };
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->files)->required();
  app.add_option("--jobs,-j", options->jobs)->check(CLI::Range(0, 1024));
  auto* indent = app.add_option("--indent", options->indent)->check(CLI::Range(0, 16));
  app.add_flag("--ndjson", options->ndjson)->excludes(indent);
  app.add_flag("--with-source", options->with_source);
  return [options] {
    Edition edition;
    const int exit = load(options->files, options->jobs, false, edition);
    if (exit != kFine && edition.pages.empty()) return exit;
    const SourceText text = options->with_source ? SourceText::kWith : SourceText::kWithout;
    std::string out;
    if (options->ndjson) {
      for (const Page& page : edition.pages) out += to_json(page, -1, text) + "\n";
    } else {
      out = to_json(edition, options->indent, text) + "\n";
    }
    const int written = write_result("", out);
    return exit != kFine ? exit : written;
  };
}

}  // namespace broadsheet::cli
