#include "compose/odd.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace broadsheet {

namespace {

constexpr size_t kLongestRefusal = 600;  // characters
constexpr size_t kLongestTurn = 1200;    // characters that a loop takes to come round
constexpr size_t kProbe = 16;            // characters that must come again for a loop to be looked for

bool begins_as_refusal(std::u32string_view text) {
  for (std::u32string_view start :
       {std::u32string_view(U"Sorry, I can"), std::u32string_view(U"Sorry, but I can"),
        std::u32string_view(U"I'm sorry, but I"), std::u32string_view(U"I'm sorry, I can"),
        std::u32string_view(U"I am sorry, but I"), std::u32string_view(U"I can't assist"),
        std::u32string_view(U"I cannot assist"), std::u32string_view(U"I can't help with"),
        std::u32string_view(U"I'm unable to"), std::u32string_view(U"I am unable to"),
        std::u32string_view(U"抱歉,我无法"), std::u32string_view(U"抱歉,我不能"),
        std::u32string_view(U"对不起,我无法"), std::u32string_view(U"对不起,我不能"),
        std::u32string_view(U"很抱歉,我"), std::u32string_view(U"非常抱歉,我"),
        std::u32string_view(U"我无法识别"), std::u32string_view(U"抱歉,无法")}) {
    if (text.substr(0, start.size()) == start) return true;
  }
  return false;
}

constexpr size_t kLongestPreamble = 140;  // characters

bool has_one_of(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != text.npos; });
}

bool begins_one_of(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

bool is_preamble(std::u32string_view text) {
  if (text.empty() || text.size() > kLongestPreamble || text.back() != U':') return false;
  return (begins_one_of(text, {U"以下是", U"以下为", U"这是", U"好的"}) &&
          has_one_of(text, {U"识别", U"提取", U"转录", U"文字内容", U"文本"})) ||
         (begins_one_of(text, {U"Here is", U"Here's", U"Here’s", U"Sure", U"Certainly", U"Below is"}) &&
          has_one_of(text, {U"text", U"transcri", U"content"}));
}

bool takes_leave(std::u32string_view text) {
  return text.size() <= kLongestPreamble &&
         begins_one_of(text, {U"希望以上", U"希望这", U"以上是", U"以上为", U"如需", U"如果您",
                              U"Let me know", U"I hope", U"If you "});
}

// The length after which the text says itself again, to all but one character in fifty; 0 where it does not.
size_t turn_of(const std::u32string& text) {
  if (text.size() < 4 * kProbe) return 0;
  const std::u32string_view probe = std::u32string_view(text).substr(0, kProbe);
  const size_t turn = text.find(probe, 1);
  if (turn == std::u32string::npos || turn > kLongestTurn || turn * 3 > text.size()) return 0;
  size_t other = 0;
  for (size_t i = turn; i < text.size(); ++i) other += text[i] != text[i - turn];
  return other * 50 <= text.size() ? turn : 0;
}

}  // namespace

bool mark_refusal(Sheet& sheet) {
  size_t characters = 0;
  for (const Piece& piece : sheet.pieces) characters += piece.text.size();
  if (sheet.pieces.empty() || characters > kLongestRefusal) return false;
  std::u32string first = sheet.pieces[0].text.substr(0, 40);
  for (char32_t& c : first) {
    if (c == 0x2019) c = U'\'';
  }
  if (!begins_as_refusal(first)) return false;
  for (Piece& piece : sheet.pieces) {
    piece.role = Role::kFurniture;
    piece.furniture = "refusal";
  }
  return true;
}

void part_loops(Sheet& sheet) {
  std::vector<std::pair<size_t, size_t>> cuts;
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    const size_t turn = turn_of(sheet.pieces[i].text);
    if (turn >= kProbe / 2) cuts.emplace_back(i, turn);
  }
  split_pieces(sheet, cuts);
  size_t shift = 0;
  for (const auto& [index, turn] : cuts) {
    const size_t head = index + shift++;
    sheet.pieces[head + 1].loop = true;
  }
}

void mark_model_words(Sheet& sheet) {
  std::vector<Piece>& pieces = sheet.pieces;
  const auto empty = [](const Piece& piece) { return piece.text.empty(); };
  const auto first = std::find_if_not(pieces.begin(), pieces.end(), empty);
  if (first == pieces.end() || !is_preamble(first->text)) return;
  const auto last = std::find_if_not(pieces.rbegin(), pieces.rend(), empty);
  for (Piece* piece : {&*first, &*last}) {
    if (piece != &*first && !takes_leave(piece->text)) continue;
    piece->role = Role::kFurniture;
    piece->furniture = "other";
  }
}

}  // namespace broadsheet
