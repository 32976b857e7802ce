#include "compose/hang.h"

#include "compose/marks_zh.h"
#include "compose/names.h"

namespace broadsheet {

namespace {
constexpr size_t kLongPicture = 400;  // characters of a picture's text, with the names
}  // namespace

bool stands_in_no_story(const Piece& piece) {
  return piece.role == Role::kFurniture || piece.role == Role::kDuplicate ||
         piece.role == Role::kAdvertisement || piece.role == Role::kJump;
}

void hang_the_rest(Sheet& sheet) {
  const std::vector<Piece>& pieces = sheet.pieces;
  std::vector<int> story_of(pieces.size(), -1);
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    for (size_t i : sheet.stories[s].heads) story_of[i] = static_cast<int>(s);
    for (size_t i : sheet.stories[s].body) story_of[i] = static_cast<int>(s);
  }
  const auto is_floating = [&](size_t i) {
    return pieces[i].role == Role::kHeadline && sheet.stories[static_cast<size_t>(story_of[i])].floating;
  };
  int story = -1;
  int anchor = -1;  // the piece behind which it goes; -1: before everything
  std::vector<std::vector<size_t>> behind(pieces.size());
  std::vector<std::vector<size_t>> front(sheet.stories.size());
  std::vector<size_t> early;
  int paragraph = -1;  // the last piece of the anchor's paragraph, where it is known
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (stands_in_no_story(pieces[i])) continue;
    if (story_of[i] >= 0) {
      if (is_floating(i)) continue;
      paragraph = -1;
      story = story_of[i];
      anchor = pieces[i].role == Role::kHeadline ? -1 : static_cast<int>(i);
      continue;
    }
    if (story < 0) {
      early.push_back(i);
    } else if (anchor < 0) {
      front[static_cast<size_t>(story)].push_back(i);
    } else {
      // Behind the whole paragraph.
      int end = paragraph >= 0 ? paragraph : anchor;
      while (pieces[static_cast<size_t>(end)].next >= 0 &&
             story_of[static_cast<size_t>(pieces[static_cast<size_t>(end)].next)] == story) {
        end = pieces[static_cast<size_t>(end)].next;
      }
      paragraph = end;
      behind[static_cast<size_t>(end)].push_back(i);
    }
  }
  if (!early.empty()) {
    if (sheet.stories.empty()) {
      sheet.stories.emplace_back();
      front.emplace_back();
    }
    front[0].insert(front[0].begin(), early.begin(), early.end());
  }
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    std::vector<size_t> body = front[s];
    for (size_t i : sheet.stories[s].body) {
      body.push_back(i);
      body.insert(body.end(), behind[i].begin(), behind[i].end());
    }
    sheet.stories[s].body = std::move(body);
  }
}

void settle_picture(Sheet& sheet, const Story& story) {
  std::vector<Piece>& pieces = sheet.pieces;
  bool named = false;
  bool text = false;
  bool caption = false;
  std::u32string credits;  // of all photographers
  size_t length = 0;
  for (size_t i : story.body) {
    length += pieces[i].text.size();
    if (is_credit_zh(pieces[i].text)) credits += pieces[i].text;
  }
  // Who wrote, where it is not the photographer's name once more.
  const auto names_writer = [&](const Piece& piece) {
    return length <= kLongPicture && piece.role == Role::kSignature && !is_credit_zh(piece.text) &&
           credits.find(piece.text) == credits.npos;
  };
  for (size_t i : story.body) {
    const Piece& piece = pieces[i];
    named = named || piece.role == Role::kByline || names_writer(piece) ||
            (piece.role == Role::kParagraph && !names_zh(piece.text, false).empty());
    text = text || piece.role == Role::kParagraph;
    caption = caption || piece.role == Role::kCaption;
  }
  for (size_t i : story.body) {
    Piece& piece = pieces[i];
    if (piece.role == Role::kCaption && !text) piece.role = Role::kParagraph;
    const bool credit = piece.role == Role::kCredit && (!text || !caption);
    if (credit && !named) piece.role = Role::kSignature;
    if (named && (credit || (piece.role == Role::kSignature && is_credit_zh(piece.text)))) {
      piece.role = Role::kParagraph;
    }
  }
}

}  // namespace broadsheet
