#include "compose/orphans.h"

#include <algorithm>
#include <limits>

#include "compose/pictures_zh.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr double kTopic = 0.6;          // weight of what a strand is about against where it stands
constexpr double kOrderedTopic = 0.14;  // the same where columns follow one another
constexpr double kAdopted = 1.0;        // nats by which a story speaks for a beginning that no head has
constexpr size_t kOrphansNear = 256;    // more than a page has; a whole paper in one file may have thousands

// A strand, and what speaks for each story within its reach.
struct Orphan {
  size_t strand = 0;
  Topics::Weighed bag;
  size_t length = 0;  // characters
  size_t from = 0;    // heads [from, from + scores.size())
  std::vector<double> scores;
  double best = 0;  // -infinity: none
  size_t story = 0;
};

void choose(Orphan& orphan) {
  orphan.best = -std::numeric_limits<double>::infinity();
  for (size_t k = 0; k < orphan.scores.size(); ++k) {
    if (orphan.scores[k] <= orphan.best) continue;
    orphan.best = orphan.scores[k];
    orphan.story = orphan.from + k;
  }
}

// The story that the dump is in where the strand stands, and the one whose head comes next.
double nearness(const Sheet& sheet, const std::vector<size_t>& head_at, const Strand& strand, size_t s) {
  const size_t head = head_at[s];
  const size_t next = s + 1 < head_at.size() ? head_at[s + 1] : sheet.pieces.size();
  if (strand.first > head && strand.first < next) return 2.0;
  if (strand.first < head && (s == 0 || strand.first > head_at[s - 1])) return 1.5;
  return 0;
}

}  // namespace

void place_by_words(const Sheet& sheet, const std::vector<size_t>& head_at, StoriesSoFar of,
                    std::vector<Strand>& strands) {
  const Topics& topics = *sheet.topics;
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  std::vector<bool> titled;
  for (const Story& story : sheet.stories) titled.push_back(heads_picture(sheet, story));
  const auto score_of = [&](const Orphan& orphan, size_t s) {
    const Strand& strand = strands[orphan.strand];
    if (of.pictures[s] && !strand.signature) return kNever;  // a picture's text stands alone
    if (titled[s] && orphan.length > kLongestPicture) return kNever;
    double score = (sheet.ordered ? kOrderedTopic : kTopic) * topics.affinity(orphan.bag, of.groups[s]);
    if (strand.signature && of.signed_off[s]) score -= 4;
    return score + nearness(sheet, head_at, strand, s);
  };
  std::vector<Orphan> orphans;
  for (size_t k = 0; k < strands.size() && !head_at.empty(); ++k) {
    const Strand& strand = strands[k];
    if (strand.story >= 0 || strand.lead || strand.picture || of.continued[k] >= 0) continue;
    Orphan orphan;
    orphan.strand = k;
    for (size_t i : strand.pieces) orphan.length += sheet.pieces[i].text.size();
    orphan.bag = topics.weighed_apart(strand.pieces);
    // All heads of a page; of a whole paper in one file, those that stand near.
    const auto place = std::lower_bound(head_at.begin(), head_at.end(), strand.first) - head_at.begin();
    orphan.from = window(static_cast<size_t>(place), head_at.size());
    for (size_t s = orphan.from; s < std::min(head_at.size(), orphan.from + 2 * kHeadsNear); ++s)
      orphan.scores.push_back(score_of(orphan, s));
    choose(orphan);
    orphans.push_back(std::move(orphan));
  }
  // A tournament: the best of two, of equals the first, stands above them.
  size_t size = 1;
  while (size < orphans.size()) size *= 2;
  std::vector<int> winner(2 * size, -1);
  const auto better = [&](int a, int b) {
    if (a < 0 || b < 0) return a < 0 ? b : a;
    return orphans[static_cast<size_t>(b)].best > orphans[static_cast<size_t>(a)].best ? b : a;
  };
  const auto replay = [&](size_t k) {
    for (k = (k + size) / 2; k > 0; k /= 2) winner[k] = better(winner[2 * k], winner[2 * k + 1]);
  };
  for (size_t k = 0; k < orphans.size(); ++k) winner[size + k] = static_cast<int>(k);
  for (size_t k = size; k-- > 1;) winner[k] = better(winner[2 * k], winner[2 * k + 1]);
  while (winner[1] >= 0) {
    const auto pick = static_cast<size_t>(winner[1]);
    if (orphans[pick].best == kNever) break;
    const size_t story = orphans[pick].story;
    Strand& strand = strands[orphans[pick].strand];
    strand.story = static_cast<int>(story);
    for (size_t i : strand.pieces) of.groups[story].add(topics.of(i));
    if (strand.signature) of.signed_off[story] = true;
    winner[size + pick] = -1;
    replay(pick);
    // Those that have the story within reach stand in a row; of more than a page has, those that stand
    // near.
    const auto first = std::partition_point(orphans.begin(), orphans.end(), [&](const Orphan& orphan) {
      return orphan.from + orphan.scores.size() <= story;
    });
    const size_t near = pick - std::min(pick, kOrphansNear);
    for (size_t k = std::max(near, static_cast<size_t>(first - orphans.begin()));
         k < std::min(orphans.size(), pick + kOrphansNear) && orphans[k].from <= story; ++k) {
      if (winner[size + k] < 0) continue;
      orphans[k].scores[story - orphans[k].from] = score_of(orphans[k], story);
      choose(orphans[k]);
      replay(k);
    }
  }
}

void adopt_beginnings(const Sheet& sheet, const std::vector<size_t>& head_at, size_t headed,
                      std::vector<Strand>& strands) {
  const Topics& topics = *sheet.topics;
  const size_t count = sheet.stories.size();
  std::vector<bool> begun(count, false);
  std::vector<std::vector<size_t>> pieces(count);
  for (const Strand& strand : strands) {
    const auto s = static_cast<size_t>(strand.story);
    begun[s] = begun[s] || strand.lead;
    pieces[s].insert(pieces[s].end(), strand.pieces.begin(), strand.pieces.end());
  }
  std::vector<Topics::Group> groups;
  for (size_t s = 0; s < headed; ++s) {
    groups.push_back(topics.of_head(sheet, s));
    for (size_t i : pieces[s]) groups[s].add(topics.of(i));
  }
  struct Pair {
    double score;
    size_t headless;
    size_t story;
  };
  std::vector<Pair> pairs;
  for (size_t h = headed; h < count; ++h) {
    if (!begun[h]) continue;
    const Topics::Weighed bag = topics.weighed_apart(pieces[h]);
    const auto heads_end = head_at.begin() + static_cast<std::ptrdiff_t>(headed);
    const auto place = std::lower_bound(head_at.begin(), heads_end, pieces[h].front()) - head_at.begin();
    const size_t first = window(static_cast<size_t>(place), headed);
    for (size_t s = first; s < std::min(headed, first + 2 * kHeadsNear); ++s) {
      if (begun[s] || sheet.stories[s].alone || pieces[s].empty()) continue;
      const double score = topics.affinity(bag, groups[s]);
      if (score > kAdopted) pairs.push_back({score, h, s});
    }
  }
  sort_stably(pairs, [](const Pair& a, const Pair& b) { return a.score > b.score; });
  std::vector<int> into(count, -1);
  for (const Pair& pair : pairs) {
    if (into[pair.headless] >= 0 || begun[pair.story]) continue;
    into[pair.headless] = static_cast<int>(pair.story);
    begun[pair.story] = true;
  }
  for (Strand& strand : strands) {
    if (const int to = into[static_cast<size_t>(strand.story)]; to >= 0) strand.story = to;
  }
}

}  // namespace broadsheet
