// The conventions of Chinese newspapers that can be told from a text alone: how sentences end, what a byline,
// a credit, a folio looks like. All texts are folded (half width), white space as U+0020.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

// Ends as a sentence does: 。！？…… or a closing mark behind one of them.
bool ends_sentence_zh(std::u32string_view text);

// Ends as a paragraph may without a full stop: 。…, or a closing bracket, or ： before what it announces.
bool ends_paragraph_zh(std::u32string_view text);

// A line that names who wrote: "▶本报记者 林知远 通讯员 夏雨", "记者骆以宁/报道", "□ 程晓". Not a
// photographer's.
bool is_byline_zh(std::u32string_view text);

// A byline that ends in an office without its name: "记者 唐秀海 实习生".
bool names_end_in_role_zh(std::u32string_view text);

// A line that says where a picture is from: "夏雨 摄", "图片来源:…", "资料图片", "本报记者 林知远/摄".
bool is_credit_zh(std::u32string_view text);

// Where a paragraph's closing signature begins ("…做出贡献。 仇玥", "…(孙远)"), or npos: the white space or
// bracket before the name.
size_t signature_zh(std::u32string_view text);

// A closing note in brackets: "(本报柏林7月19日电)", "(作者为…)", "(摘编自…)". It ends a story, but for a
// signature.
bool is_closing_note_zh(std::u32string_view text);

// Where a picture's credit begins at the end of its text ("…外景。 陈三虎摄"), or npos.
size_t picture_credit_zh(std::u32string_view text);

// Where 图片来源:… or 图/… begins behind a picture's text; npos where nothing of the kind does.
size_t picture_source_zh(std::u32string_view text);

// Nothing but one to four names with family names: a signature on a line of its own.
bool is_names_zh(std::u32string_view text);

// A closing line that says who wrote what stands above it: "殷 雷文", "张佳莹文".
bool is_writer_zh(std::u32string_view text);

// Where a reader writes from, and the reader's name set wide: "云麓高新区 苏 禾".
bool is_placed_name_zh(std::u32string_view text);

// A signature on a line of its own: names, such a line, or "林知远文(罗望 苏禾)".
bool is_signature_zh(std::u32string_view text);

// A line that names who did what: "版式设计:林知远".
bool is_office_zh(std::u32string_view text);

// A person's name as printed: two to four hanzi ("陈 鹏" is one too), or parts with a middle dot.
bool is_name_zh(std::u32string_view text);

// 记者林知远/台北报导: without where they report from.
std::u32string_view without_place_zh(std::u32string_view text);

// 本报讯, 本报北京5月1日电, 新华社…, "(记者 …)" at the begin: what only the first paragraph of a story has.
bool is_lead_zh(std::u32string_view text);

// 下转3版, 上接1版 and their kin: the page's number, or 0. `from` is true for 上接.
int jump_zh(std::u32string_view text, bool& from);

// Quotation marks and brackets that are left open (> 0) or close what was opened before (< 0).
int balance_zh(std::u32string_view text);

}  // namespace broadsheet
