#include "compose/floating.h"

#include <algorithm>

#include "compose/marks_zh.h"
#include "compose/stitch.h"
#include "compose/titles_zh.h"
#include "compose/topic.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

constexpr double kLeast = 1.75;   // nats that a line's words speak for the story
constexpr double kLeastNext = 0;  // the same of a line next to one of the head
constexpr double kFarther = 2;    // and by how much they speak less for the story in which it stands
constexpr double kFartherNext = 0.2;
constexpr size_t kShortStory = 81;  // characters: a shorter one needs no head, and may be a line of one
constexpr size_t kLongLine = 80;    // characters: no line of a head is longer
constexpr size_t kLinesNear = 64;   // that are looked at each way

// Nats, too: what an exchange gains at least, and the least that one of the heads says for its new story.
constexpr double kExchange = 2;
constexpr double kExchangeFits = 1.5;

// Log-odds that the text above a line goes on below it in mid-sentence, from which the line parts it.
constexpr double kParts = 4;
constexpr size_t kShortHead = 6;  // characters: a shorter line may be anything

struct FloatingHead {
  size_t story = 0;           // that has no head
  size_t beginning = 0;       // its first piece
  std::vector<size_t> lines;  // the pieces of its head, in the order of the dump
};

struct Line {
  size_t piece = 0;
  Topics::Weighed words;
  int story = -1;       // in which it stands
  bool member = false;  // whose words hold its own
  bool taken = false;
};

// The words of each story's text; `count` stories, the others are left out.
std::vector<Topics::Group> texts_of(const Sheet& sheet, const std::vector<Strand>& strands, size_t count) {
  std::vector<Topics::Group> texts(count, Topics::Group(*sheet.topics));
  for (const Strand& strand : strands) {
    if (static_cast<size_t>(strand.story) >= count) continue;
    for (size_t i : strand.pieces) {
      if (sheet.pieces[i].role == Role::kParagraph)
        texts[static_cast<size_t>(strand.story)].add(sheet.topics->of(i));
    }
  }
  return texts;
}

class Search {
 public:
  Search(const Sheet& sheet, const std::vector<Strand>& strands, size_t headed)
      : topics_(*sheet.topics), headed_(headed), texts_(texts_of(sheet, strands, sheet.stories.size())) {
    const size_t count = sheet.stories.size();
    size_.assign(count, 0);
    begin_.assign(count, sheet.pieces.size());
    for (const Strand& strand : strands) {
      if (strand.story < 0) continue;
      const auto s = static_cast<size_t>(strand.story);
      begin_[s] = std::min(begin_[s], strand.first);
      for (size_t i : strand.pieces) {
        const bool words = sheet.pieces[i].role == Role::kParagraph;
        if (words) size_[s] += sheet.pieces[i].text.size();
        if (may_head(sheet.pieces[i]))
          lines_.push_back({i, topics_.weighed(topics_.of(i)), strand.story, words, false});
      }
    }
    sort_stably(lines_, [](const Line& a, const Line& b) { return a.piece < b.piece; });
  }

  std::vector<FloatingHead> run() {
    std::vector<FloatingHead> out;
    for (size_t s = headed_; s < texts_.size(); ++s) {
      if (size_[s] < kShortStory) continue;
      FloatingHead head;
      head.story = s;
      head.beginning = begin_[s];
      const auto at = std::lower_bound(lines_.begin(), lines_.end(), head.beginning,
                                       [](const Line& line, size_t piece) { return line.piece < piece; });
      const auto middle = static_cast<size_t>(at - lines_.begin());
      const size_t from = middle - std::min(middle, kLinesNear);
      const size_t to = std::min(lines_.size(), middle + kLinesNear);
      for (size_t k = from; k < to; ++k) {
        if (!speaks_for(lines_[k], s, kLeast, kFarther)) continue;
        // Lines before it, then itself, then those behind it.
        size_t first = k;
        while (first > from && is_next(first - 1) &&
               speaks_for(lines_[first - 1], s, kLeastNext, kFartherNext))
          --first;
        for (; first <= k; ++first) take(lines_[first], head);
        while (k + 1 < to && is_next(k) && speaks_for(lines_[k + 1], s, kLeastNext, kFartherNext))
          take(lines_[++k], head);
      }
      if (!head.lines.empty()) out.push_back(std::move(head));
    }
    return out;
  }

 private:
  static bool may_head(const Piece& piece) {
    if (piece.role == Role::kSubhead) return !is_part_title_zh(piece.text);
    return piece.role == Role::kParagraph && piece.previous < 0 && piece.next < 0 && !piece.picture &&
           piece.text.size() <= kLongLine && !ends_paragraph_zh(piece.text);
  }

  // Does the line behind line k follow it in the dump?
  bool is_next(size_t k) const { return lines_[k + 1].piece == lines_[k].piece + 1; }

  bool speaks_for(const Line& line, size_t s, double least, double farther) const {
    if (line.taken || line.story == static_cast<int>(s)) return false;
    const double here = topics_.affinity(line.words, texts_[s]);
    if (here < least) return false;
    const double there = topics_.affinity(line.words, texts_[static_cast<size_t>(line.story)], line.member);
    return here - there >= farther;
  }

  void take(Line& line, FloatingHead& head) {
    if (line.taken) return;
    line.taken = true;
    head.lines.push_back(line.piece);
  }

  const Topics& topics_;
  size_t headed_;
  std::vector<Topics::Group> texts_;
  std::vector<Line> lines_;
  std::vector<size_t> size_;
  std::vector<size_t> begin_;
};

// Those that have a head first, in the order of the dump; strands follow.
void sort_stories(Sheet& sheet, std::vector<Strand>& strands, std::vector<size_t>& head_at) {
  std::vector<size_t> order(sheet.stories.size());
  for (size_t s = 0; s < order.size(); ++s) order[s] = s;
  sort_stably(order, [&](size_t a, size_t b) {
    const bool bare_a = sheet.stories[a].heads.empty();
    const bool bare_b = sheet.stories[b].heads.empty();
    return bare_a != bare_b ? bare_b : head_at[a] < head_at[b];
  });
  std::vector<int> place(order.size());
  std::vector<Story> stories;
  std::vector<size_t> at;
  for (size_t s : order) {
    place[s] = static_cast<int>(stories.size());
    stories.push_back(std::move(sheet.stories[s]));
    at.push_back(head_at[s]);
  }
  sheet.stories = std::move(stories);
  head_at = std::move(at);
  for (Strand& strand : strands) strand.story = place[static_cast<size_t>(strand.story)];
}

}  // namespace

bool give_floating_heads(Sheet& sheet, std::vector<Strand>& strands, std::vector<size_t>& head_at,
                         size_t& headed) {
  if (headed == sheet.stories.size()) return false;
  const std::vector<FloatingHead> floating = Search(sheet, strands, headed).run();
  if (floating.empty()) return false;
  std::vector<bool> floats(sheet.pieces.size(), false);
  for (const FloatingHead& head : floating) {
    sheet.stories[head.story].heads = head.lines;
    sheet.stories[head.story].floating = true;
    head_at[head.story] = head.beginning;
    for (size_t i : head.lines) {
      sheet.pieces[i].role = Role::kHeadline;
      floats[i] = true;
    }
  }
  headed += floating.size();
  for (Strand& strand : strands) {
    std::erase_if(strand.pieces, [&](size_t i) { return floats[i]; });
    if (strand.pieces.empty()) continue;
    strand.first = strand.pieces.front();
    strand.last = strand.pieces.back();
  }
  std::erase_if(strands, [](const Strand& strand) { return strand.pieces.empty(); });
  sort_stories(sheet, strands, head_at);
  return true;
}

void exchange_heads(Sheet& sheet, const std::vector<Strand>& strands, size_t headed) {
  const Topics& topics = *sheet.topics;
  const std::vector<Topics::Group> texts = texts_of(sheet, strands, headed);
  std::vector<Topics::Weighed> heads;
  std::vector<double> own;
  for (size_t s = 0; s < headed; ++s) {
    heads.push_back(topics.weighed(sheet.stories[s].heads));
    own.push_back(topics.affinity(heads[s], texts[s]));
  }
  struct Exchange {
    double gain;
    size_t a;
    size_t b;
  };
  std::vector<Exchange> exchanges;
  for (size_t a = 0; a < headed; ++a) {
    const size_t from = window(a, headed);
    for (size_t b = from; b < std::min(headed, from + 2 * kHeadsNear); ++b) {
      if (a == b) continue;
      const double fits = topics.affinity(heads[b], texts[a]);
      if (fits < kExchangeFits) continue;
      const double gain = fits + topics.affinity(heads[a], texts[b]) - own[a] - own[b];
      if (gain > kExchange) exchanges.push_back({gain, a, b});
    }
  }
  sort_stably(exchanges, [](const Exchange& x, const Exchange& y) { return x.gain > y.gain; });
  std::vector<bool> done(headed, false);
  for (const Exchange& exchange : exchanges) {
    if (done[exchange.a] || done[exchange.b]) continue;
    done[exchange.a] = done[exchange.b] = true;
    sheet.stories[exchange.a].exchanged = sheet.stories[exchange.b].exchanged = true;
    std::swap(sheet.stories[exchange.a].heads, sheet.stories[exchange.b].heads);
  }
}

void take_parting_head(Sheet& sheet, Story& story) {
  if (story.heads.size() != 1) return;
  for (size_t k = 1; k + 1 < story.body.size(); ++k) {
    const size_t line = story.body[k];
    const Piece& above = sheet.pieces[story.body[k - 1]];
    const Piece& below = sheet.pieces[story.body[k + 1]];
    if (sheet.pieces[line].role != Role::kSubhead || sheet.pieces[line].text.size() < kShortHead ||
        above.role != Role::kParagraph || below.role != Role::kParagraph || !above.open_end ||
        !below.open_start || seams_zh().continuation(above, below) < kParts)
      continue;
    sheet.pieces[line].role = Role::kHeadline;
    story.heads.push_back(line);
    story.body.erase(story.body.begin() + static_cast<std::ptrdiff_t>(k));
    return;
  }
}

void take_strip_heads(Sheet& sheet) {
  constexpr size_t kMostHeadLines = 4;
  std::vector<int> story_of(sheet.pieces.size(), -1);
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    for (size_t i : sheet.stories[s].body) story_of[i] = static_cast<int>(s);
  }
  const auto is_line = [&](size_t i, size_t s) {
    return story_of[i] == static_cast<int>(s) && sheet.pieces[i].role == Role::kSubhead;
  };
  for (size_t s = 0; s < sheet.stories.size(); ++s) {
    Story& story = sheet.stories[s];
    std::vector<size_t> lines;
    for (size_t i : story.body) {
      if (!is_line(i, s)) continue;
      size_t above = i;
      size_t below = i;
      while (above > 0 && i - above < kMostHeadLines && is_line(above - 1, s)) --above;
      while (below + 1 < story_of.size() && below - i < kMostHeadLines && is_line(below + 1, s)) ++below;
      const bool begins = above == 0 || story_of[above - 1] != static_cast<int>(s);
      // Or it stands by itself between other stories.
      const bool lost = begins && above > 0 && story_of[above - 1] >= 0 && below + 1 < story_of.size() &&
                        story_of[below + 1] >= 0 && story_of[below + 1] != static_cast<int>(s);
      const bool parts = begins && below + 1 < story_of.size() &&
                         story_of[below + 1] == static_cast<int>(s) &&
                         sheet.pieces[below + 1].previous >= 0 && below - above < kMostHeadLines;
      if (sheet.pieces[i].over_columns || lost || parts) lines.push_back(i);
    }
    if (lines.empty() || lines.size() + story.heads.size() > kMostHeadLines) continue;
    std::erase_if(story.body,
                  [&](size_t i) { return std::find(lines.begin(), lines.end(), i) != lines.end(); });
    for (size_t i : lines) {
      sheet.pieces[i].role = Role::kHeadline;
      story.heads.insert(std::lower_bound(story.heads.begin(), story.heads.end(), i), i);
    }
  }
}

}  // namespace broadsheet
