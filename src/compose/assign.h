// Which story does each paragraph belong to? The dump is read as the work of a hidden Markov chain whose
// states are the stories: it mostly stays in a story, goes over to the next one at a head, and now and then
// strays for a column. What a paragraph is about (topic.h) speaks for its story, a join of two ends for one
// story of both.
#pragma once

#include <vector>

#include "compose/sheet.h"
#include "compose/topic.h"

namespace broadsheet {

struct Assignment {
  std::vector<size_t> pieces;   // the text of the page in the order of the dump
  std::vector<int> section;     // of each: the story whose head stands last before it; -1: none
  std::vector<bool> lead;       // of each: begins as only a story does
  std::vector<bool> signature;  // of each: a name or a note behind it closes a story
  std::vector<int> story;       // of each: a first guess, made better
  std::vector<bool> alone;      // of each story: does no other paragraph go to it? May be empty: none
};

// `heads` holds the words of each story's head; the text is added here.
void assign_stories(const Sheet& sheet, const Topics& topics, std::vector<Topics::Group>& heads,
                    Assignment& page);

}  // namespace broadsheet
