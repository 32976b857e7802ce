// Hyphens that a printer set at a line's end: "passen-" "gers" is one word again, "well-" "known" keeps its
// hyphen.
#pragma once

#include <string_view>

#include "compose/sheet.h"

namespace broadsheet {

// Whether the word `left` (letters up to the hyphen, hyphen left out) and what follows it, `right`, are one
// word that the printer divided.
bool is_divided_word(std::u32string_view left, std::u32string_view right);

// Whether character `i` of the piece is a hyphen that only divides a word at a line break (the blank behind
// it goes as well).
bool mends_hyphen(const Sheet& sheet, const Piece& piece, size_t i);

// The same for a piece and the one that goes on from it.
bool mends_hyphen(const Piece& left, const Piece& right);

}  // namespace broadsheet
