#include "compose/hyphen_en.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/script.h"

namespace broadsheet {

namespace {

// First parts that keep their hyphen more often than not.
constexpr std::array<std::u32string_view, 30> kKeep{
    U"all",  U"anti", U"best", U"co",   U"cross", U"eight", U"ex",  U"first", U"five", U"four",
    U"full", U"half", U"high", U"ill",  U"left",  U"long",  U"low", U"mid",   U"nine", U"non",
    U"one",  U"part", U"pro",  U"self", U"semi",  U"short", U"six", U"three", U"two",  U"well"};

std::u32string last_word(std::u32string_view text) {
  size_t begin = text.size();
  while (begin > 0 && is_spaced_letter(text[begin - 1])) --begin;
  std::u32string word(text.substr(begin));
  for (char32_t& c : word) {
    c = small_form(c);
  }
  return word;
}

}  // namespace

bool is_divided_word(std::u32string_view left, std::u32string_view right) {
  if (left.empty() || right.empty() || !is_spaced_letter(left.back()) || !is_spaced_letter(right.front()))
    return false;
  if (is_capital(right.front())) return false;  // Harmon-Elliott
  const std::u32string word = last_word(left);
  // A hyphen within the same word already: "two-and-a-" goes on with hyphens.
  const bool chained = word.size() < left.size() && left[left.size() - word.size() - 1] == '-';
  return word.size() >= 2 && !chained && !std::binary_search(kKeep.begin(), kKeep.end(), word);
}

bool mends_hyphen(const Sheet& sheet, const Piece& piece, size_t i) {
  if (piece.text[i] != '-' || i + 2 >= piece.text.size() || piece.text[i + 1] != ' ') return false;
  if (piece.at[i + 1] >= sheet.source->text.size()) return false;
  const char at_break = sheet.source->text[piece.at[i + 1]];
  // Within a printed line a hyphen with a blank behind it is a dash; between lines the blank stands for more.
  const bool line_break = at_break == '\n' || at_break == '\r' || piece.at[i + 2] > piece.at[i + 1] + 1;
  const std::u32string_view text(piece.text);
  return line_break && is_divided_word(text.substr(0, i), text.substr(i + 2));
}

bool mends_hyphen(const Piece& left, const Piece& right) {
  if (left.text.size() < 2 || left.text.back() != '-') return false;
  const std::u32string_view text(left.text);
  return is_divided_word(text.substr(0, text.size() - 1), right.text);
}

}  // namespace broadsheet
