// The escapes of addresses, as encodeURIComponent makes them.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::view {

std::string escape_address(std::string_view text);
// Takes what it can; a '%' without two hex digits stays as it is.
std::string unescape_address(std::string_view text);

}  // namespace broadsheet::view
