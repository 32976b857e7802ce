#include "compose/beginnings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "compose/captions_zh.h"
#include "compose/hang.h"
#include "compose/head_rows_zh.h"
#include "compose/pictures_zh.h"
#include "compose/region.h"
#include "compose/stitch.h"
#include "compose/titles_zh.h"
#include "compose/topic.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr size_t kMostHeads = 100;  // lines in a row that are looked at
constexpr size_t kMostHeadsTangled =
    8;  // the same where columns were read into each other: most are no heads
// Nats, as Topics::affinity has them.
constexpr double kPart = 4.2;       // against a cut between two heads
constexpr double kPartPrinted = 4;  // the same where the dump keeps printed lines
constexpr double kPlain = 2;        // against a text that a paragraph begins, but that opens as no story does
// Against a cut in a row of more lines than one story has:
constexpr double kRow = 1;             // at a blank line
constexpr double kRowTight = 3;        // elsewhere
constexpr double kRowOpen = 4;         // more where a comma, a colon or a dash stands there
constexpr double kRowSame = 3;         // more where one story is most like both
constexpr double kBelow = 8;           // for the beginning right below a head
constexpr double kBelowPrinted = 4;    // the same where the dump keeps printed lines
constexpr double kSameRegion = 2;      // for one that the lie of the page puts under the head
constexpr double kLeast = 1;           // for any other
constexpr double kPicture = 10;        // of a picture's text for 图片报道
constexpr double kPictureAway = 0.05;  // less for each piece between them

Topics::Group group_of(const Topics& topics, const Strand& strand) {
  Topics::Group group(topics);
  for (size_t i : strand.pieces) group.add(topics.of(i));
  return group;
}

// The text of 图片报道: one paragraph, or two, short, and says at its end what the picture shows.
bool tells_picture(const Sheet& sheet, const Strand& strand) {
  size_t length = 0;
  size_t paragraphs = 0;
  for (size_t i : strand.pieces) {
    length += sheet.pieces[i].text.size();
    paragraphs += sheet.pieces[i].previous < 0;
  }
  if (length > kLongestPicture || paragraphs > 2) return false;
  const std::u32string& end = sheet.pieces[strand.pieces.back()].text;
  return end.find(U"图为") != end.npos || end.find(U"图①") != end.npos;
}

// Does the strand stand below its head with nothing but names and the like between?
bool is_right_below(const Sheet& sheet, const Strand& strand) {
  if (strand.story < 0) return false;
  const std::vector<size_t>& heads = sheet.stories[static_cast<size_t>(strand.story)].heads;
  if (heads.empty() || heads.back() >= strand.first) return false;
  for (size_t i = heads.back() + 1; i < strand.first; ++i) {
    const Piece& piece = sheet.pieces[i];
    if (piece.role != Role::kByline && !stands_aside(piece.role) && !stands_in_no_story(piece)) return false;
  }
  return true;
}

class Parting {
 public:
  Parting(const Sheet& sheet, const std::vector<Strand>& strands) : sheet_(sheet), topics_(*sheet.topics) {
    for (const Strand& strand : strands) {
      at_.push_back(strand.first);
      leads_.push_back(strand.lead);
      groups_.push_back(group_of(topics_, strand));
    }
  }

  // Where a head of another story begins: 0, and what other places there are, rising.
  std::vector<size_t> cuts(const std::vector<size_t>& heads) const {
    const size_t n = heads.size();
    const bool in_row = is_long(heads);
    if (n < 2 || n > (is_tangled(sheet_) ? kMostHeadsTangled : kMostHeads)) return {0};
    std::vector<Best> best(n + 1);
    best[0].score = 0;
    for (size_t to = 1; to <= n; ++to) {
      for (size_t from = to - std::min(to, kMostHeadLines + 1); from < to; ++from) {
        const Best& before = best[from];
        const size_t tags = tags_in(heads, from, to);
        if (tags > 1) continue;  // each story has its own: （纵横）
        const Best mine = about(heads, from, to, !in_row);
        const bool tagged = tags == 1 && from > 0 && tags_in(heads, before.from, from) == 1;
        if (from > 0 && is_below(heads[from - 1], heads[from])) continue;
        const bool woven = from > 0 && is_woven(heads[from - 1]) && is_woven(heads[from]);
        if (from > 0 && !tagged && !woven && !in_row && (mine.who < 0 || mine.who == before.who)) continue;
        const bool same = mine.who >= 0 && mine.who == before.who;
        double score = before.score + mine.score;
        if (from > 0 && !woven) score -= in_row ? cost_in_row(heads, from, same) : cost();
        if (score > best[to].score) best[to] = {score, from, mine.who};
      }
    }
    std::vector<size_t> out;
    for (size_t to = n; to > 0; to = best[to].from) out.push_back(best[to].from);
    std::reverse(out.begin(), out.end());
    return out;
  }

  // More lines than one head has.
  bool is_long(const std::vector<size_t>& heads) const {
    if (heads.size() <= kMostHeadLines || is_tangled(sheet_)) return false;
    const auto lines = std::count_if(heads.begin(), heads.end(), [&](size_t i) {
      return sheet_.pieces[i].text.size() >= kShortestHeadLine;
    });
    return static_cast<size_t>(lines) > kMostHeadLines;
  }

 private:
  struct Best {
    double score = -std::numeric_limits<double>::infinity();
    size_t from = 0;
    int who = -1;  // index in groups_ of what it is about
  };

  double cost() const { return sheet_.reading.printed ? kPartPrinted : kPart; }

  // Of a cut in such a row; `same`: the story below the cut is that above it.
  double cost_in_row(const std::vector<size_t>& heads, size_t from, bool same) const {
    const std::u32string& last = sheet_.pieces[heads[from - 1]].text;
    const std::u32string& line = sheet_.pieces[heads[from]].text;
    const bool open =
        line.starts_with(U'—') || last.ends_with(U'—') || last.ends_with(U':') || last.ends_with(U',');
    return (begins_block(sheet_, heads[from]) ? kRow : kRowTight) + (open ? kRowOpen : 0) +
           (same ? kRowSame : 0);
  }

  // Marked as a lower head than the one before it.
  bool is_below(size_t above, size_t piece) const {
    const int level = sheet_.reading.fragments[sheet_.pieces[above].fragment].heading;
    return level > 0 && sheet_.reading.fragments[sheet_.pieces[piece].fragment].heading > level;
  }

  // Told from heads among whose lines its own were printed: the next such head is another's.
  bool is_woven(size_t piece) const { return sheet_.reading.fragments[sheet_.pieces[piece].fragment].woven; }

  size_t tags_in(const std::vector<size_t>& heads, size_t from, size_t to) const {
    size_t count = 0;
    for (size_t k = from; k < to; ++k) count += sheet_.pieces[heads[k]].text.ends_with(U')');
    return count;
  }

  Best about(const std::vector<size_t>& heads, size_t from, size_t to, bool leads) const {
    const Topics::Weighed bag = topics_.weighed(std::span(heads).subspan(from, to - from));
    Best out;
    out.score = 0;
    const auto place = std::lower_bound(at_.begin(), at_.end(), heads.front()) - at_.begin();
    const size_t first = window(static_cast<size_t>(place), at_.size());
    for (size_t k = first; k < std::min(at_.size(), first + 2 * kHeadsNear); ++k) {
      const bool plain = leads && !leads_[k];
      if (plain && !(is_tangled(sheet_) && known_start(sheet_.pieces[at_[k]]) < 0)) continue;
      const double affinity = topics_.affinity(bag, groups_[k]) - (plain ? kPlain : 0);
      if (affinity > out.score) out = {affinity, from, static_cast<int>(k)};
    }
    return out;
  }

  const Sheet& sheet_;
  const Topics& topics_;
  std::vector<size_t> at_;  // of each beginning: its first piece
  std::vector<bool> leads_;
  std::vector<Topics::Group> groups_;
};

}  // namespace

size_t window(size_t at, size_t count) {
  const size_t most = count - std::min(count, 2 * kHeadsNear);
  return std::min(at - std::min(at, kHeadsNear), most);
}

void part_heads(Sheet& sheet, const std::vector<Strand>& strands, std::vector<size_t>& head_at) {
  const Parting parting(sheet, strands);
  std::vector<Story> stories;
  std::vector<size_t> at;
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    const std::vector<size_t>& heads = sheet.stories[s].heads;
    const std::vector<size_t> cuts = parting.cuts(heads);
    for (size_t c = 0; c < cuts.size(); ++c) {
      const size_t to = c + 1 < cuts.size() ? cuts[c + 1] : heads.size();
      at.push_back(c == 0 ? head_at[s] : heads[cuts[c]]);
      stories.emplace_back();
      stories.back().in_row = cuts.size() > 1;
      stories.back().in_long_row = cuts.size() > 1 && parting.is_long(heads);
      stories.back().heads.assign(heads.begin() + static_cast<std::ptrdiff_t>(cuts[c]),
                                  heads.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }
  sheet.stories = std::move(stories);
  head_at = std::move(at);
}

void match_beginnings(const Sheet& sheet, const std::vector<size_t>& head_at, std::vector<Strand>& strands) {
  const Topics& topics = *sheet.topics;
  const double below = sheet.reading.printed ? kBelowPrinted : kBelow;
  std::vector<Topics::Weighed> bags;
  std::vector<bool> titled;  // of each story: is its head 图片报道?
  for (const Story& story : sheet.stories) {
    bags.push_back(topics.weighed(story.heads));
    titled.push_back(heads_picture(sheet, story));
  }
  struct Pair {
    double score;
    size_t story;
    size_t strand;
  };
  // A picture's text and the head right above it stay together, but where columns were read into each other.
  const bool loose = is_tangled(sheet);
  std::vector<bool> pictures;  // of each strand: is it a picture's text?
  std::vector<bool> at_home;   // and does it stay where it is?
  std::vector<bool> settled(sheet.stories.size(), false);
  for (const Strand& strand : strands) {
    pictures.push_back(tells_picture(sheet, strand));
    at_home.push_back(!loose && is_right_below(sheet, strand));
    if (at_home.back() && (!strand.lead || pictures.back()))
      settled[static_cast<size_t>(strand.story)] = true;
  }
  std::vector<Pair> pairs;
  for (size_t k = 0; k < strands.size(); ++k) {
    const Strand& strand = strands[k];
    if (strand.story < 0 && !strand.lead && !pictures[k]) continue;
    const Topics::Group group = group_of(topics, strand);
    const auto place = std::lower_bound(head_at.begin(), head_at.end(), strand.first) - head_at.begin();
    const size_t first = window(static_cast<size_t>(place), head_at.size());
    const int region = region_of(sheet, strand.first);
    for (size_t s = first; s < std::min(head_at.size(), first + 2 * kHeadsNear); ++s) {
      const bool own = strand.story == static_cast<int>(s);
      const bool picture = pictures[k] && titled[s] && (own || (!at_home[k] && !settled[s]));
      if (sheet.stories[s].heads.empty() || !(own || strand.lead || picture)) continue;
      double score = topics.affinity(bags[s], group);
      if (picture) {
        const double away = std::abs(static_cast<double>(head_at[s]) - static_cast<double>(strand.first));
        score += std::max(kLeast, kPicture - kPictureAway * away);
      }
      if (own && strand.lead && !sheet.stories[s].in_row) score += below;
      if (region >= 0 && region == region_of(sheet, sheet.stories[s].heads.back())) score += kSameRegion;
      if (own || score > kLeast) pairs.push_back({score, s, k});
    }
  }
  sort_stably(pairs, [](const Pair& a, const Pair& b) { return a.score > b.score; });
  std::vector<bool> done(head_at.size(), false);
  for (Strand& strand : strands) {
    const bool bare = strand.story >= 0 && sheet.stories[static_cast<size_t>(strand.story)].heads.empty();
    if (!bare) strand.story = -1;
  }
  for (const Pair& pair : pairs) {
    if (done[pair.story] || strands[pair.strand].story >= 0) continue;
    done[pair.story] = true;
    strands[pair.strand].story = static_cast<int>(pair.story);
    if (titled[pair.story] && pictures[pair.strand]) strands[pair.strand].picture = true;  // it stands alone
  }
}

void match_rows(const Sheet& sheet, const std::vector<size_t>& head_at, std::vector<Strand>& strands) {
  std::vector<int> strand_of(head_at.size(), -1);
  for (size_t k = strands.size(); k-- > 0;) {
    if (strands[k].story >= 0) strand_of[static_cast<size_t>(strands[k].story)] = static_cast<int>(k);
  }
  // Does the head of story s stand in the row of the one before?
  const auto goes_on = [&](size_t s) {
    if (s == 0 || s >= head_at.size() || !sheet.stories[s].in_long_row || !sheet.stories[s - 1].in_long_row)
      return false;
    size_t i = sheet.stories[s - 1].heads.back() + 1;
    while (i < head_at[s] && stands_in_no_story(sheet.pieces[i])) ++i;
    return i == head_at[s];
  };
  std::vector<size_t> open;
  for (size_t s = 0, end = 0; s < head_at.size(); s = end) {
    end = s + 1;
    if (!sheet.stories[s].in_long_row || strand_of[s] >= 0) continue;
    while (goes_on(end) && strand_of[end] < 0) ++end;
    // Their texts stand between those of the heads around them.
    const int from = goes_on(s) ? strand_of[s - 1] : -1;
    const int to = goes_on(end) ? strand_of[end] : static_cast<int>(strands.size());
    open.clear();
    for (int k = from + 1; k < to && open.size() <= end - s; ++k) {
      const Strand& strand = strands[static_cast<size_t>(k)];
      if (strand.lead && strand.story < 0) open.push_back(static_cast<size_t>(k));
    }
    if (open.size() != end - s) continue;
    for (size_t k = 0; k < open.size(); ++k) strands[open[k]].story = static_cast<int>(s + k);
  }
}

void set_pictures_apart(Sheet& sheet, std::vector<Strand>& strands) {
  for (Story& story : sheet.stories) {
    if (!heads_picture(sheet, story)) continue;
    size_t below = story.heads.back() + 1;
    while (below < sheet.pieces.size() &&
           (stands_in_no_story(sheet.pieces[below]) || sheet.pieces[below].role == Role::kByline))
      ++below;
    story.alone = below < sheet.pieces.size() && sheet.pieces[below].role == Role::kCaption;
  }
  for (Strand& strand : strands) {
    if (strand.story < 0) continue;
    Story& story = sheet.stories[static_cast<size_t>(strand.story)];
    if (story.alone) {
      strand.story = -1;
    } else if (heads_picture(sheet, story) && is_right_below(sheet, strand) && tells_picture(sheet, strand)) {
      strand.picture = true;
      story.alone = true;
    }
  }
}

}  // namespace broadsheet
