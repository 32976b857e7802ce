// Inputs to an Edition: dumps parsed in parallel, broadsheet-1 read back.
#pragma once

#include <string>
#include <vector>

#include "edition/edition.h"

namespace broadsheet::cli {

// Parses or reads all, in the order given. Complaints go to standard error and the rest goes on; the exit
// code is that of the first fault. With `json_too`, an input that is broadsheet-1 (or NDJSON of it) gives its
// pages as they are.
int load(const std::vector<std::string>& arguments, size_t jobs, bool json_too, Edition& edition);

// Writes to `path` ("" or "-": standard output); a file is replaced whole or not at all.
int write_result(const std::string& path, const std::string& bytes);

}  // namespace broadsheet::cli
