#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/cli.h"
#include "cli/inputs.h"
#include "cli/load.h"
#include "correct/log.h"
#include "edition/json.h"
#include "edition/truth.h"

namespace broadsheet::cli {

namespace {

// One log out of several files, in the order given; two people's logs on one page are merged, not strung
// together.
int read_logs(const std::vector<std::string>& files, Log& log) {
  bool first = true;
  for (const std::string& file : files) {
    std::string bytes;
    Complaint fault = read_input({file, {}}, bytes);
    if (!fault.empty()) {
      std::cerr << fault.text() << "\n";
      return kUnreadable;
    }
    Log next;
    fault = from_json(bytes, file, next);
    if (!fault.empty()) {
      std::cerr << fault.text() << "\n";
      return kBadInput;
    }
    if (first) {
      log = std::move(next);
      first = false;
      continue;
    }
    Merged merged = merge(log, next);
    log = std::move(merged.merged);
    for (const Conflict& conflict : merged.conflicts) {
      Log one;
      one.add(conflict.mine);
      Log other;
      other.add(conflict.theirs);
      std::cerr << file << ": two corrections of the same place, neither was taken:\n  " << to_json(one)
                << "\n  " << to_json(other) << "\n";
    }
    if (!merged.conflicts.empty()) return kBadInput;
  }
  return kFine;
}

}  // namespace

Command add_apply(CLI::App& app) {
  struct Options {
    std::vector<std::string> files;
    std::vector<std::string> logs;
    std::string output;
    int indent = -1;
    size_t jobs = 0;
    bool truth = false;
    bool with_source = false;
  };
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->files)->required();
  app.add_option("--corrections,-c", options->logs)->required()->allow_extra_args(false);
  app.add_option("--output,-o", options->output);
  app.add_option("--indent", options->indent)->check(CLI::Range(0, 16));
  app.add_option("--jobs,-j", options->jobs)->check(CLI::Range(0, 1024));
  app.add_flag("--truth", options->truth);
  app.add_flag("--with-source", options->with_source);
  return [options] {
    Log log;
    const int read = read_logs(options->logs, log);
    if (read != kFine) return read;
    Edition edition;
    int exit = load(options->files, options->jobs, true, edition);
    if (exit != kFine && edition.pages.empty()) return exit;
    if (options->truth && edition.pages.size() != 1) {
      std::cerr << "broadsheet apply: --truth is of one page. Give one FILE.\n";
      return static_cast<int>(kUsage);
    }
    for (const size_t i : strays(edition, log)) {
      std::cerr << log.entries[i].page << ": correction " << i + 1
                << ": its page is not in this edition. It was left out; the log keeps it.\n";
    }
    for (Page& page : edition.pages) {
      Applied applied = apply(page, log);
      for (const Misfit& misfit : applied.misfits) {
        std::cerr << (page.source ? page.source->name : "") << ": correction " << misfit.entry + 1 << ": "
                  << misfit.why << ". It was left out; the log keeps it.\n";
        exit = kBadInput;
      }
      page = std::move(applied.page);
    }
    const std::string out = options->truth
                                ? to_truth(edition.pages[0], "page.txt")
                                : to_json(edition, log, options->indent,
                                          options->with_source ? SourceText::kWith : SourceText::kWithout) +
                                      "\n";
    const int written = write_result(options->output, out);
    return exit != kFine ? exit : written;
  };
}

}  // namespace broadsheet::cli
