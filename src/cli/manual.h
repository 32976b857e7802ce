// The help texts: a manual page a command.
#pragma once

#include <string_view>

namespace broadsheet::cli {

// `command`: "" for the program itself, else "parse", "export", …
std::string_view manual(std::string_view command);

}  // namespace broadsheet::cli
