#include "compose/strip_stories.h"

#include <algorithm>

#include "compose/hang.h"
#include "compose/topic.h"

namespace broadsheet {

namespace {

constexpr size_t kMostHeadLines = 5;
// Nats by which the words below a head in the middle of a story may speak against every story begun before
// it.
constexpr double kSameStory = -8;

// The strand that began in an earlier strip and goes on in mid-sentence below the head.
int strand_under(const Sheet& sheet, const std::vector<Strand>& strands, size_t head, size_t next) {
  const std::vector<Piece>& pieces = sheet.pieces;
  size_t below = head;
  while (below < next && (pieces[below].role == Role::kHeadline || stands_in_no_story(pieces[below])))
    ++below;
  if (below >= next || pieces[below].role != Role::kParagraph ||
      (pieces[below].previous < 0 && !pieces[head].late))
    return -1;
  for (size_t k = 0; k < strands.size(); ++k) {
    const Strand& strand = strands[k];
    if (strand.first < head &&
        std::find(strand.pieces.begin(), strand.pieces.end(), below) != strand.pieces.end()) {
      return static_cast<int>(k);
    }
  }
  return -1;
}

bool is_late(const Sheet& sheet, size_t s) {
  const std::vector<size_t>& heads = sheet.stories[s].heads;
  return !heads.empty() && sheet.pieces[heads.front()].late;
}

// Of the stories begun before this one, that whose words the strand is in; -1: none.
int story_about(const Sheet& sheet, const std::vector<Strand>& strands, size_t s, const Strand& below) {
  if (below.story >= 0) return -1;
  const Topics& topics = *sheet.topics;
  const Topics::Weighed words = topics.weighed(below.pieces);
  double best = kSameStory;
  int pick = -1;
  for (size_t c = s - std::min(s, kHeadsNear); c < s; ++c) {
    if (sheet.stories[c].heads.empty()) continue;
    Topics::Group text = topics.of_head(sheet, c);
    bool begun = false;
    for (const Strand& strand : strands) {
      if (strand.story != static_cast<int>(c)) continue;
      begun = true;
      for (size_t i : strand.pieces) text.add(topics.of(i));
    }
    if (!begun) continue;
    const double fits = topics.affinity(words, text);
    if (fits > best) {
      best = fits;
      pick = static_cast<int>(c);
    }
  }
  return pick;
}

bool add_to_head(Sheet& sheet, int story, size_t s) {
  if (story < 0 || sheet.stories[static_cast<size_t>(story)].heads.empty()) return false;
  std::vector<size_t>& heads = sheet.stories[static_cast<size_t>(story)].heads;
  std::vector<size_t>& more = sheet.stories[s].heads;
  if (heads.size() + more.size() > kMostHeadLines) return false;
  heads.insert(heads.end(), more.begin(), more.end());
  more.clear();
  return true;
}

}  // namespace

bool goes_on_under(Sheet& sheet, const std::vector<Strand>& strands, const std::vector<size_t>& head_at,
                   size_t s, int& pick) {
  const size_t head = head_at[s];
  const size_t next = s + 1 < head_at.size() ? head_at[s + 1] : sheet.pieces.size();
  pick = strand_under(sheet, strands, head, next);
  if (pick >= 0 && add_to_head(sheet, strands[static_cast<size_t>(pick)].story, s)) return true;
  if (!is_late(sheet, s)) return false;
  const auto first = std::lower_bound(strands.begin(), strands.end(), head,
                                      [](const Strand& strand, size_t p) { return strand.first < p; });
  const auto below = pick >= 0 ? strands.begin() + pick : first;
  return below != strands.end() && add_to_head(sheet, story_about(sheet, strands, s, *below), s);
}

void drop_taken(Sheet& sheet, std::vector<Strand>& strands, std::vector<size_t>& head_at) {
  std::vector<bool> begun(sheet.stories.size(), false);
  for (const Strand& strand : strands) {
    if (strand.story >= 0) begun[static_cast<size_t>(strand.story)] = true;
  }
  std::vector<int> place(begun.size(), -1);
  size_t count = 0;
  for (size_t s = 0; s < begun.size(); ++s) {
    if (!begun[s] && sheet.stories[s].heads.empty()) continue;
    place[s] = static_cast<int>(count);
    if (count != s) sheet.stories[count] = std::move(sheet.stories[s]);
    head_at[count++] = head_at[s];
  }
  sheet.stories.resize(count);
  head_at.resize(count);
  for (Strand& strand : strands) {
    if (strand.story >= 0) strand.story = place[static_cast<size_t>(strand.story)];
  }
}

}  // namespace broadsheet
