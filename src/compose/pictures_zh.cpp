#include "compose/pictures_zh.h"

#include <algorithm>
#include <limits>

#include "compose/titles_zh.h"
#include "compose/topic.h"
#include "read/ablation.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

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
    Topics::Bag bag;
    for (size_t i : strand.pieces) bag.insert(bag.end(), topics.of(i).begin(), topics.of(i).end());
    sort_stably(bag);
    const Topics::Weighed words = topics.weighed(bag);
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
