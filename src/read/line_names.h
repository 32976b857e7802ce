// Lines that name people by their office: reporters, photographers, editors. By hanzi alone; what a byline is
// to `compose` stands in compose/marks_zh.h.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

// How many bytes a mark before reporters' names takes that an OCR engine has read as a hanzi: "国 林知远" for
// "■ 林知远"; 0 where there is none.
size_t misread_mark(std::string_view text);

// Is all of it reporters' names and what they are: "本报记者 林知远 通讯员 夏雨 文/图", "▶ 记者 林知远"?
bool names_reporters(std::string_view text);

// Is all of it the photographer: "林知远 摄", "本报记者 夏雨/摄"?
bool names_photographer(std::string_view text);

// Is all of it who edited and set the page: "责任编辑：林知远", "美编:夏雨"?
bool names_editors(std::string_view text);

// Does it begin with a mark that stands before the names of the writers?
bool is_marked(std::string_view text);

// Of two words with a blank between them: a mark or what somebody is, and then the name (■ 记者, 记者
// 林知远)?
bool goes_on_in_names(std::string_view left, std::string_view right);

}  // namespace broadsheet
