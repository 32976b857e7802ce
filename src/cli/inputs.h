// The files that a command works on: FILE arguments to bytes.
#pragma once

#include <string>
#include <vector>

#include "edition/json.h"

namespace broadsheet::cli {

// Something to read: a file, or "-" for standard input.
struct Input {
  std::string path;
  Complaint complaint;  // set where it is already known that it cannot be read
};

// Files as they are; each folder as the page dumps in it and below it (.txt, .text, .md, .markdown; hidden
// ones left out), in the order of their names, so that every run sees the same order.
std::vector<Input> find_inputs(const std::vector<std::string>& arguments);

// All bytes of a file or of standard input. At most 4 GiB: spans are 32-bit offsets.
Complaint read_input(const Input& input, std::string& bytes);

// The name that a Source gets: the path, or "standard input".
std::string name_of_input(const Input& input);

}  // namespace broadsheet::cli
