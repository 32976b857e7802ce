#include "compose/divided_zh.h"

#include <algorithm>
#include <string>

#include "compose/marks_zh.h"
#include "text/fold.h"

namespace broadsheet {

namespace {

using View = std::u32string_view;

constexpr size_t kLongestNote = 60;     // characters of a note in brackets
constexpr size_t kLongestAbove = 2000;  // of them that are looked at on the first
constexpr size_t kLongestPart = 45;     // of them on the second line
constexpr size_t kLongestCredit = 6;    // the second part of a photographer's credit

bool all_hanzi(View text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return is_hanzi(c); });
}

// The text without what says at its end whose words and pictures they are.
View without_form(View text) {
  for (View form : {View(U"文/图"), View(U"图/文")}) {
    if (!text.ends_with(form)) continue;
    text.remove_suffix(form.size());
    while (text.ends_with(U' ')) text.remove_suffix(1);
  }
  return text;
}

// The bracket that the text leaves open, near its end; npos where there is none.
size_t open_bracket(View text) {
  const size_t at = text.rfind(U'(');
  if (at == View::npos || text.size() - at > kLongestNote || text.find(U')', at) != View::npos)
    return View::npos;
  return at;
}

bool is_divided(View above, View below) {
  if (above.empty() || below.empty() || below.size() > kLongestPart) return false;
  if (above.size() > kLongestAbove) above.remove_prefix(above.size() - kLongestAbove);
  std::u32string both(above);
  both += below;
  const size_t bracket = open_bracket(above);
  if (bracket != View::npos && below.find(U')') != View::npos) {
    const View note = View(both).substr(bracket);
    if (bracket == 0 && (is_closing_note_zh(note) || is_names_zh(note) || is_byline_zh(note))) return true;
    if (bracket > 0 && signature_zh(both) != View::npos) return true;
    // A note with a name behind it.
    if (bracket == 0 && signature_zh(note) != View::npos) return true;
  }
  const View rest = without_form(below);
  if (!rest.empty() && all_hanzi(rest) && rest.size() <= 3 && is_byline_zh(above)) {
    // "实习生" + "林知远", "林知" + "远", "夏" + "知雨 文/图"
    const bool role = names_end_in_role_zh(above);
    const bool letter = above.size() > 1 && above[above.size() - 2] == U' ';
    return (role || rest.size() == 1 || letter) && is_byline_zh(both);
  }
  if (all_hanzi(below) && below.size() <= 2 && signature_zh(both) != View::npos) {
    const size_t blank = above.rfind(U' ');
    if (blank != View::npos && above.size() - blank - 1 + below.size() <= 3) return true;
  }
  if (below.size() > kLongestCredit || ends_paragraph_zh(above)) return false;
  const size_t credit = picture_credit_zh(both);
  return credit != View::npos && credit + 1 < above.size() && picture_credit_zh(above) == View::npos;
}

}  // namespace

void mend_divided_zh(Sheet& sheet) {
  if (!sheet.reading.printed) return;
  std::vector<Piece> out;
  out.reserve(sheet.pieces.size());
  for (Piece& piece : sheet.pieces) {
    if (out.empty() || !is_divided(out.back().text, piece.text)) {
      out.push_back(std::move(piece));
      continue;
    }
    Piece& above = out.back();
    above.text += piece.text;
    above.at.insert(above.at.end(), piece.at.begin(), piece.at.end());
    above.marks.insert(above.marks.end(), piece.marks.begin(), piece.marks.end());
  }
  sheet.pieces = std::move(out);
}

}  // namespace broadsheet
