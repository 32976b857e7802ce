#include "compose/pictures_zh.h"

#include <algorithm>

#include "compose/titles_zh.h"

namespace broadsheet {

namespace {

constexpr size_t kShortest = 60;  // characters; a caption in a story is shorter
constexpr size_t kTold = 20;      // characters before 图为: first comes the news

// One piece that tells the news and then what the picture shows of it.
bool tells_news(const Piece& piece) {
  const std::u32string& text = piece.text;
  if (piece.role != Role::kCaption && (piece.role != Role::kParagraph || piece.next >= 0)) return false;
  if (piece.previous >= 0 || text.size() < kShortest || text.size() > kLongestPicture) return false;
  const size_t shown = text.find(U"图为");
  return (shown != text.npos && shown > kTold) || text.find(U"图①") != text.npos;
}

bool is_bare(const Sheet& sheet, const Story& story) {
  return std::none_of(story.body.begin(), story.body.end(), [&](size_t i) {
    return sheet.pieces[i].role == Role::kParagraph || sheet.pieces[i].role == Role::kCaption;
  });
}

// The text at `first`, what goes on from it, and its names.
void move_text(Sheet& sheet, size_t first, Story& to) {
  for (Story& story : sheet.stories) {
    const auto at = std::find(story.body.begin(), story.body.end(), first);
    if (at == story.body.end()) continue;
    auto end = at + 1;
    for (; end != story.body.end(); ++end) {
      const Piece& piece = sheet.pieces[*end];
      const bool names = piece.role == Role::kCredit ||
                         (sheet.pieces[first].role == Role::kParagraph && piece.role == Role::kSignature);
      if (!names && piece.previous != static_cast<int>(*(end - 1))) break;
    }
    const std::vector<size_t> mine(at, end);
    story.body.erase(at, end);
    to.body.insert(to.body.end(), mine.begin(), mine.end());
    return;
  }
}

}  // namespace

bool heads_picture(const Sheet& sheet, const Story& story) {
  return !story.heads.empty() && is_picture_title_zh(sheet.pieces[story.heads.front()].text);
}

void take_picture_texts(Sheet& sheet, const std::vector<size_t>& head_at) {
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    Story& story = sheet.stories[s];
    if (!heads_picture(sheet, story) || !is_bare(sheet, story)) continue;
    const auto away = [&](size_t i) { return std::max(i, head_at[s]) - std::min(i, head_at[s]); };
    size_t best = sheet.pieces.size();
    for (size_t i = 0; i < sheet.pieces.size(); ++i) {
      if (tells_news(sheet.pieces[i]) && (best == sheet.pieces.size() || away(i) < away(best))) best = i;
    }
    if (best < sheet.pieces.size()) move_text(sheet, best, story);
  }
}

}  // namespace broadsheet
