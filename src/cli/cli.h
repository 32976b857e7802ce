// The native program: its commands, and what they have in common.
//
// One file a command: parse.cpp, export.cpp, apply.cpp, score.cpp. A command adds itself to the CLI11
// application and is given back as a function that runs it and gives the exit code.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace broadsheet::cli {

// What the program gives back to the shell; `--help` explains them.
enum Exit : int {
  kFine = 0,
  kUsage = 2,       // the command line is wrong
  kUnreadable = 3,  // a file or folder cannot be read
  kBadInput = 4,    // an input was read and is not what it should be
  kUnwritable = 5,  // the result cannot be written
};

using Command = std::function<int()>;

Command add_parse(CLI::App& app);
Command add_export(CLI::App& app);
Command add_apply(CLI::App& app);
Command add_score(CLI::App& app);

}  // namespace broadsheet::cli
