// What leaves the page and what is kept of it: saving, exporting, printing, the editions opened before, and
// forgetting them. And where the reader is, to come back to.
#pragma once

#include <string>
#include <string_view>

#include "view/keep_words.h"

namespace broadsheet::view {

struct Desk;

void keep_panel(Desk& desk);

// The open edition as broadsheet-1; what was corrected stands in it with its dumps, so that it can be undone.
std::string json_of(const Desk& desk, int indent);

// resume.cpp: the address of the screen; in an article with the passage at the reader's eyes.
std::string place_of(Desk& desk);
// Goes there without lighting the passage. Nothing happens where it is no place of this edition.
void resume_at(Desk& desk, std::string_view place);

}  // namespace broadsheet::view
