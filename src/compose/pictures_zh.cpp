#include "compose/pictures_zh.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

#include "compose/titles_zh.h"
#include "compose/topic.h"
#include "read/ablation.h"

namespace broadsheet {

namespace {

constexpr size_t kMostBare = 200;   // stories of a dump that look for their text
constexpr size_t kShortest = 60;    // characters; a caption in a story is shorter
constexpr unsigned kHeadWords = 3;  // times as much as a text's
constexpr size_t kMuchMore = 2;     // times the longest text of a picture
constexpr size_t kTold = 20;        // characters before 图为: first comes the news

// One piece that tells the news and then what the picture shows of it.
bool tells_news(const Piece& piece) {
  const std::u32string& text = piece.text;
  if (piece.role != Role::kCaption && (piece.role != Role::kParagraph || piece.next >= 0)) return false;
  if (piece.previous >= 0 || text.size() < kShortest || text.size() > kLongestPicture) return false;
  const size_t shown = text.find(U"图为");
  return (shown != text.npos && shown > kTold) || text.find(U"图①") != text.npos;
}

// Do names stand behind the paragraph, or nothing more of text? In the midst of a story it is the story's.
bool ends_there(const Sheet& sheet, size_t i) {
  ++i;
  while (i < sheet.pieces.size() &&
         (sheet.pieces[i].role == Role::kFurniture || sheet.pieces[i].role == Role::kJump))
    ++i;
  return i == sheet.pieces.size() || sheet.pieces[i].role != Role::kParagraph;
}

bool is_text(const Piece& piece) {
  return piece.role == Role::kParagraph || piece.role == Role::kCaption;
}

// Of the story's pieces of text, how many.
size_t texts_in(const Sheet& sheet, const Story& story) {
  return static_cast<size_t>(std::count_if(story.body.begin(), story.body.end(),
                                           [&](size_t i) { return is_text(sheet.pieces[i]); }));
}

// The text at `first`, what goes on from it, and its names. False where the story has no other.
bool move_text(Sheet& sheet, size_t first, Story& from, Story& to) {
  const auto at = std::find(from.body.begin(), from.body.end(), first);
  if (at == from.body.end()) return false;
  auto end = at + 1;
  for (; end != from.body.end(); ++end) {
    const Piece& piece = sheet.pieces[*end];
    const bool names = piece.role == Role::kCredit ||
                       (sheet.pieces[first].role == Role::kParagraph && piece.role == Role::kSignature);
    if (!names && piece.previous != static_cast<int>(*(end - 1))) break;
  }
  const std::vector<size_t> mine(at, end);
  const auto texts =
      std::count_if(mine.begin(), mine.end(), [&](size_t i) { return is_text(sheet.pieces[i]); });
  if (static_cast<size_t>(texts) == texts_in(sheet, from)) return false;
  from.body.erase(at, end);
  to.body.insert(to.body.end(), mine.begin(), mine.end());
  return true;
}

size_t length_of(const Sheet& sheet, const Strand& strand) {
  size_t length = 0;
  for (size_t i : strand.pieces) length += sheet.pieces[i].text.size();
  return length;
}

bool is_picture_text(const Sheet& sheet, const Strand& strand) {
  return strand.picture || (length_of(sheet, strand) <= kLongestPicture &&
                            std::any_of(strand.pieces.begin(), strand.pieces.end(), [&](size_t i) {
                              return sheet.pieces[i].text.find(U"图为") != std::u32string::npos;
                            }));
}

}  // namespace

bool heads_picture(const Sheet& sheet, const Story& story) {
  return !story.heads.empty() && is_picture_title_zh(sheet.pieces[story.heads.front()].text);
}

void clear_pictures(const Sheet& sheet, std::vector<Strand>& strands, size_t headed) {
  if (without(Step::kPictures)) return;
  const Topics& topics = *sheet.topics;
  std::vector<size_t> lengths(headed, 0);
  std::vector<bool> titled;
  std::vector<Topics::Group> groups(headed, Topics::Group(topics));
  for (size_t s = 0; s < headed; ++s) {
    titled.push_back(heads_picture(sheet, sheet.stories[s]));
    for (size_t i : sheet.stories[s].heads) groups[s].add(topics.of(i), kHeadWords);
  }
  for (const Strand& strand : strands) {
    if (static_cast<size_t>(strand.story) >= headed) continue;
    lengths[static_cast<size_t>(strand.story)] += length_of(sheet, strand);
    for (size_t i : strand.pieces) groups[static_cast<size_t>(strand.story)].add(topics.of(i));
  }
  for (Strand& strand : strands) {
    const auto s = static_cast<size_t>(strand.story);
    if (s >= headed || !titled[s] || lengths[s] <= kMuchMore * kLongestPicture ||
        is_picture_text(sheet, strand))
      continue;
    const Topics::Weighed words = topics.weighed_apart(strand.pieces);
    double best = -std::numeric_limits<double>::infinity();
    const size_t first = window(s, headed);
    for (size_t t = first; t < std::min(headed, first + 2 * kHeadsNear); ++t) {
      const double score = titled[t] ? best : topics.affinity(words, groups[t]);
      if (score <= best) continue;
      best = score;
      strand.story = static_cast<int>(t);
    }
  }
}

void take_picture_texts(Sheet& sheet, const std::vector<size_t>& head_at) {
  if (without(Step::kPictures)) return;
  std::vector<size_t> story_of(sheet.pieces.size(), sheet.stories.size());
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    for (size_t i : sheet.stories[s].body) story_of[i] = s;
  }
  std::set<size_t> told;  // pieces that other stories may give
  for (size_t i = 0; i < sheet.pieces.size(); ++i) {
    if (story_of[i] < sheet.stories.size() && !heads_picture(sheet, sheet.stories[story_of[i]]) &&
        tells_news(sheet.pieces[i]) && (sheet.pieces[i].role == Role::kCaption || ends_there(sheet, i)))
      told.insert(i);
  }
  size_t bare = 0;
  for (size_t s = 0; s < sheet.stories.size() && !told.empty(); ++s) {
    Story& story = sheet.stories[s];
    if (!heads_picture(sheet, story) || texts_in(sheet, story) > 0) continue;
    if (++bare > kMostBare) break;
    const auto away = [&](auto it) { return std::max(*it, head_at[s]) - std::min(*it, head_at[s]); };
    auto best = told.lower_bound(head_at[s]);
    if (best == told.end() || (best != told.begin() && away(std::prev(best)) < away(best))) --best;
    if (move_text(sheet, *best, sheet.stories[story_of[*best]], story)) told.erase(best);
  }
}

}  // namespace broadsheet
