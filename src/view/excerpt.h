// A few words of a text around a byte of it, for lists and panels. English is parted between its words only,
// and an ellipsis stands where something was left out in front; behind, the setter cuts the line (max_lines).
//
//     words_before(text, at) + "｜" + words_after(text, at)
#pragma once

#include <cstdint>
#include <string>

namespace broadsheet::view {

// The end of the line that stands before the byte, about fifteen hanzi of it.
std::string words_before(const std::string& text, size_t at);
// The line from the byte on, to `end` at the most.
std::string words_after(const std::string& text, size_t at, size_t end = SIZE_MAX);

}  // namespace broadsheet::view
