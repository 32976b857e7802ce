// broadsheet: the native program. See `broadsheet --help`.
#include <cstdlib>  // defines __GLIBC__ where it is glibc
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <iostream>

#include "cli/cli.h"
#include "cli/manual.h"

using namespace broadsheet::cli;

namespace {

int run(int argc, char** argv) {
  CLI::App app("broadsheet", "broadsheet");
  app.require_subcommand(1);
  app.set_version_flag("--version", "broadsheet " BROADSHEET_VERSION);
  std::vector<std::pair<CLI::App*, Command>> commands;
  const auto add = [&](const char* name, Command (*make)(CLI::App&)) {
    CLI::App* command = app.add_subcommand(name);
    commands.emplace_back(command, make(*command));
  };
  add("parse", add_parse);
  add("export", add_export);
  add("apply", add_apply);
  add("score", add_score);

  const auto chosen = [&] {
    for (const auto& [command, start] : commands) {
      if (command->parsed()) return command->get_name();
    }
    return std::string();
  };
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::cout << manual(chosen());
    return kFine;
  } catch (const CLI::CallForVersion& version) {
    std::cout << version.what() << "\n";
    return kFine;
  } catch (const CLI::ParseError& fault) {
    const std::string command = chosen();
    if (command.empty() && argc > 1 && argv[1][0] != '-') {
      std::cerr << "broadsheet: there is no command \"" << argv[1] << "\". See broadsheet --help.\n";
      return kUsage;
    }
    std::cerr << "broadsheet" << (command.empty() ? "" : " " + command) << ": " << fault.what()
              << ". See broadsheet " << (command.empty() ? "" : command + " ") << "--help.\n";
    return kUsage;
  }
  for (const auto& [command, start] : commands) {
    if (command->parsed()) return start();
  }
  return kUsage;
}

}  // namespace

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // Else each page gives its memory back, and asks for it again; the second hides itself once the first is
  // set.
  mallopt(M_TRIM_THRESHOLD, 1 << 28);
  mallopt(M_MMAP_THRESHOLD, 1 << 25);
#endif
  try {
    return run(argc, argv);
  } catch (const std::exception& fault) {  // out of memory, out of threads
    std::fprintf(stderr, "broadsheet: %s. Give it fewer files at once, or fewer --jobs.\n", fault.what());
    return kUnwritable;
  }
}
