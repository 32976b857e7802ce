// Text from a document may hold bytes that are no UTF-8; what we write must not.
//
//     out += well_formed(block.text);
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The same text with each maximal bad sequence replaced by U+FFFD (Unicode 16, section 3.9, table 3-11; the
// same count of replacements as the WHATWG Encoding Standard's decoder gives).
std::string well_formed(std::string_view text);

// True where well_formed(text) would return the very same bytes.
bool is_well_formed(std::string_view text);

}  // namespace broadsheet
