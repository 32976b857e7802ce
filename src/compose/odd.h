// What is no newspaper page: a model that would not read, one that lost its way, what one says of itself.
#pragma once

#include "compose/sheet.h"

namespace broadsheet {

// "Sorry, I can't assist with that.", "抱歉，我无法识别…": makes all of the sheet furniture of kind "refusal"
// and gives true. Only texts of at most 600 characters, and only where the very first words refuse.
bool mark_refusal(Sheet& sheet);

// A piece that says the same words over and over on one line: the first time stays, the rest becomes a piece
// of its own that is a duplicate. Call before label; mark_copies finds loops that are broken into lines.
void part_loops(Sheet& sheet);

// "Here is the text of the page:", "以下是识别结果：" before the page, and what a model that began so says
// when it is done: furniture. Call after label.
void mark_model_words(Sheet& sheet);

}  // namespace broadsheet
