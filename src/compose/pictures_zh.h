// Stories that are a picture and what it shows, under 图片报道 or the like.
//
//     if (heads_picture(sheet, story)) …
//     clear_pictures(sheet, strands, headed);   // after assign.h
//     take_picture_texts(sheet, head_at);       // after hang.h
#pragma once

#include <cstddef>
#include <vector>

#include "compose/beginnings.h"
#include "compose/sheet.h"

namespace broadsheet {

// Characters that the text of such a story has at most.
inline constexpr size_t kLongestPicture = 300;

bool heads_picture(const Sheet& sheet, const Story& story);

// What came to stand in such a story and is more than a picture's text goes to the one of the first `headed`
// stories, those with a head, whose words it shares.
void clear_pictures(const Sheet& sheet, std::vector<Strand>& strands, size_t headed);

// A story of that kind without any text takes the nearest that says what a picture shows (…图为…, 图①…) from
// one of another kind that has more, where it came out as a caption or as a paragraph of its own. `head_at`:
// where each story's head stands in the dump.
void take_picture_texts(Sheet& sheet, const std::vector<size_t>& head_at);

}  // namespace broadsheet
