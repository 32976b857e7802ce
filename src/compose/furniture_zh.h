// What stands on a Chinese page and belongs to no story: folio, date, paper and section, editors, the
// desk's telephone, jump lines.
//
//     furniture_zh(U"望川晚报 要闻 2031.2.6 星期四") == "date"
//
// Texts are folded (half width), white space as U+0020.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The kind of furniture that the text is by itself (folio, date, editor, telephone, jump), or "".
std::string furniture_zh(std::u32string_view text);

// A paper's name and nothing else: 望川晚报. A line of it is furniture beside other furniture only.
bool names_paper_zh(std::u32string_view text);

// A section's name and nothing else: 文化.
bool names_section_zh(std::u32string_view text);

// An office's telephone number or mail address: "电话:010-12345678", "邮箱:desk@example.com".
bool is_contact_zh(std::u32string_view text);
// Nothing but the word and the number or address.
bool is_bare_contact_zh(std::u32string_view text);

}  // namespace broadsheet
