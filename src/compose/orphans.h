// Strands that no head stands over: to which story each belongs, by what both are about and where they stand.
//
//     place_by_words(sheet, head_at, {groups, signed_off, pictures, continued}, strands);   // after
//     beginnings.h
#pragma once

#include <cstddef>
#include <vector>

#include "compose/beginnings.h"
#include "compose/sheet.h"
#include "compose/topic.h"

namespace broadsheet {

// What is known of the stories, one entry each, but for `continued`: of each strand, 0 or more where it goes
// on from another page.
struct StoriesSoFar {
  std::vector<Topics::Group> groups;  // what their heads and their text say
  std::vector<bool> signed_off;       // a name has closed it
  std::vector<bool> pictures;         // a picture's text, which stands alone
  const std::vector<int>& continued;
};

// The surest first; its words then speak for what is like it.
void place_by_words(const Sheet& sheet, const std::vector<size_t>& head_at, StoriesSoFar of,
                    std::vector<Strand>& strands);

// A beginning that no head was like goes to a story that has a head and text but no beginning, where the
// words of all of it say so. Stories from number `headed` on have no head; `head_at` as in beginnings.h.
void adopt_beginnings(const Sheet& sheet, const std::vector<size_t>& head_at, size_t headed,
                      std::vector<Strand>& strands);

}  // namespace broadsheet
