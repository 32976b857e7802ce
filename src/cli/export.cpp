#include "edition/export.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/cli.h"
#include "cli/load.h"
#include "edition/json.h"

namespace broadsheet::cli {

Command add_export(CLI::App& app) {
  struct Options {
    std::vector<std::string> files;
    std::string to;
    std::string output;
    size_t jobs = 0;
    bool fragment = false;
    bool with_source = false;
  };
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->files)->required();
  app.add_option("--to", options->to)->check(CLI::IsMember({"json", "ndjson", "md", "txt", "html", "epub"}));
  app.add_option("--output,-o", options->output);
  app.add_option("--jobs,-j", options->jobs)->check(CLI::Range(0, 1024));
  app.add_flag("--fragment", options->fragment);
  app.add_flag("--with-source", options->with_source);
  return [options] {
    std::string to = options->to;
    // The output's name says it where --to does not.
    if (to.empty()) {
      for (const char* known : {"json", "ndjson", "md", "txt", "html", "epub"}) {
        if (options->output.ends_with(std::string(".") + known)) to = known;
      }
    }
    if (to.empty()) {
      std::cerr << "broadsheet export: say which form: --to json, ndjson, md, txt, html or epub.\n";
      return static_cast<int>(kUsage);
    }
    if (options->fragment && to != "html") {
      std::cerr << "broadsheet export: --fragment is of HTML only. Add --to html, or leave it out.\n";
      return static_cast<int>(kUsage);
    }
    Edition edition;
    const int exit = load(options->files, options->jobs, true, edition);
    if (exit != kFine && edition.pages.empty()) return exit;
    const SourceText text = options->with_source ? SourceText::kWith : SourceText::kWithout;
    std::string out;
    if (to == "json") out = to_json(edition, -1, text) + "\n";
    if (to == "ndjson") {
      for (const Page& page : edition.pages) out += to_json(page, -1, text) + "\n";
    }
    if (to == "md") out = to_markdown(edition);
    if (to == "txt") out = to_text(edition);
    if (to == "html") out = options->fragment ? to_html_articles(edition) : to_html(edition);
    if (to == "epub") out = to_epub(edition);
    const int written = write_result(options->output, out);
    return exit != kFine ? exit : written;
  };
}

}  // namespace broadsheet::cli
