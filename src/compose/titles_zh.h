// Titles that Chinese papers set again and again, and what they stand above. Texts are folded.
#pragma once

#include <string_view>

namespace broadsheet {

// Above a part of a story: 核心阅读.
bool is_part_title_zh(std::u32string_view text);

// Of these, above a summary of the story, in whose words it may be: 核心阅读, 内容提要.
bool is_summary_title_zh(std::u32string_view text);

// Above a reporter's note, which may be a part of a story or one of its own: "…（记者手记）".
bool is_note_title_zh(std::u32string_view text);

// Above a story that has no head of its own: 图片报道, 公告.
bool is_story_title_zh(std::u32string_view text);

// Of these, above a picture's text: 图片报道.
bool is_picture_title_zh(std::u32string_view text);

}  // namespace broadsheet
