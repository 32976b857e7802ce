#include "compose/lone_heads.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "compose/titles_zh.h"
#include "compose/topic.h"
#include "read/ablation.h"
#include "read/brackets.h"
#include "read/go_on.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr double kMostRows = 14;     // between a line and the head that it goes to
constexpr double kMostCells = 60;    // half-cells between them
constexpr double kRow = .15;         // for each row
constexpr double kCell = .02;        // for each half-cell
constexpr double kTopic = .5;        // weight of what both are about
constexpr double kWords = .8;        // of how words go on
constexpr double kBracket = 3;       // for brackets that two lines open and close
constexpr double kDash = 3.2;        // for a dash between two lines
constexpr double kTag = 2.5;         // for the name of a series behind a head
constexpr double kSameRegion = 1.5;  // for what the lie of the page puts together
constexpr double kOutOfRow = .7;     // for each row by which a line stands below the next
constexpr double kMostOutOfRow = 2;
constexpr double kOrder = .5;  // for a line that the dump has above those that it is put above
constexpr double kLeast = 1.5;
constexpr double kChanges = 1;  // by which a line must fit another head better than its own
// Of a line among the text:
constexpr size_t kNone = static_cast<size_t>(-1);
constexpr double kLeastLetter = 3.5;
constexpr double kNarrow = 24;     // half-cells of the head's last line at most
constexpr size_t kShortest = 6;    // characters that it has at most
constexpr double kNearRows = 3;    // above the last line of the head
constexpr double kFarRows = 24;    // and below it
constexpr double kFarRow = .05;    // for each of them
constexpr double kNearCells = 2;   // half-cells by which lines at one cell, or on one axis, may differ
constexpr double kSameCell = 1.5;  // for these
constexpr double kParts = 1;       // for a line that parts a sentence
constexpr int kRounds = 3;
constexpr size_t kMostLines = 10;  // of a head
constexpr double kKicker = .6;     // for one that ends open: it never stands alone
constexpr double kApart = 99;
constexpr size_t kLongest = 30;  // characters of a line that may be part of a head

// 1 where brackets that the first line leaves open close in the next, below 0 where one is closed that was
// not opened; a line further down may close what stays open.
double closes(std::string_view last, std::string_view next) {
  const BracketsAcross marks = brackets_across(last, next);
  return marks.closed - marks.alone - .3 * marks.open;
}

class Joiner {
 public:
  Joiner(Sheet& sheet, std::vector<Strand>& strands, size_t headed)
      : sheet_(sheet), strands_(strands), topics_(*sheet.topics) {
    std::vector<bool> texted(sheet.stories.size(), false);
    for (const Strand& strand : strands) texted[static_cast<size_t>(strand.story)] = true;
    texts_.assign(headed, Topics::Group(topics_));
    for (const Strand& strand : strands) {
      if (static_cast<size_t>(strand.story) >= headed) continue;
      for (size_t i : strand.pieces) texts_[static_cast<size_t>(strand.story)].add(topics_.of(i));
    }
    for (size_t s = 0; s < headed; ++s) {
      const std::vector<size_t>& heads = sheet.stories[s].heads;
      if (heads.empty() || is_story_title_zh(sheet.pieces[heads.front()].text)) continue;
      if (texted[s])
        whole_.push_back(s);
      else if (std::all_of(heads.begin(), heads.end(),
                           [&](size_t i) { return sheet.pieces[i].text.size() <= kLongest; }))
        lone_.push_back(s);
    }
  }

  void run() {
    for (int round = 0; round < kRounds && !lone_.empty(); ++round) {
      std::vector<Join> joins;
      for (size_t s : lone_) {
        const auto at = std::lower_bound(whole_.begin(), whole_.end(), s) - whole_.begin();
        const size_t first = window(static_cast<size_t>(at), whole_.size());
        Join best;
        for (size_t n = first; n < std::min(whole_.size(), first + 2 * kHeadsNear); ++n) {
          const Join join = join_of(s, whole_[n]);
          if (join.score > best.score) best = join;
        }
        if (best.score >= kLeast) joins.push_back(best);
      }
      if (joins.empty()) break;
      // The surest first: a head that has grown may take another line, or does so no more.
      sort_stably(joins, [](const Join& a, const Join& b) { return a.score > b.score; });
      for (const Join& first : joins) {
        const Join join = join_of(first.lone, first.story);
        if (join.score < kLeast) continue;
        std::vector<size_t>& to = sheet_.stories[join.story].heads;
        std::vector<size_t>& from = sheet_.stories[join.lone].heads;
        to.insert(to.begin() + static_cast<std::ptrdiff_t>(join.at), from.begin(), from.end());
        from.clear();
      }
      std::erase_if(lone_, [&](size_t s) { return sheet_.stories[s].heads.empty(); });
    }
  }

  // Of heads that stand side by side a line may have come to the wrong one.
  void change_lines() {
    for (size_t n = 0; n < whole_.size(); ++n) {
      std::vector<size_t>& own = sheet_.stories[whole_[n]].heads;
      for (size_t k = 0; k < own.size() && own.size() > 1; ++k) {
        const std::vector<size_t> line{own[k]};
        if (sheet_.pieces[own[k]].text.size() > kLongest) continue;
        std::vector<size_t> rest = own;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
        const double stays = join_of(line, rest, whole_[n], whole_[n]).score;
        const size_t first = window(n, whole_.size());
        Join best;
        for (size_t m = first; m < std::min(whole_.size(), first + 2 * kHeadsNear); ++m) {
          if (m == n) continue;
          const Join join = join_of(line, sheet_.stories[whole_[m]].heads, whole_[n], whole_[m]);
          if (join.score > best.score) best = join;
        }
        if (best.score < kLeast || best.score < stays + kChanges) continue;
        std::vector<size_t>& to = sheet_.stories[best.story].heads;
        to.insert(to.begin() + static_cast<std::ptrdiff_t>(best.at), line[0]);
        own = std::move(rest);
        --k;
      }
    }
  }

  // The last word of a narrow head may stand far below the rest and look like a sub-head of the text there.
  void take_strays() {
    std::vector<size_t> taken;
    for (size_t i = 1; i + 1 < sheet_.pieces.size(); ++i) {
      const Piece& piece = sheet_.pieces[i];
      if (piece.role != Role::kSubhead || piece.text.size() > kShortest || words(i).starts_with("—") ||
          words(i).starts_with("（"))
        continue;
      const auto at = std::lower_bound(whole_.begin(), whole_.end(), i, [&](size_t s, size_t line) {
        return sheet_.stories[s].heads.back() < line;
      });
      const size_t first = window(static_cast<size_t>(at - whole_.begin()), whole_.size());
      // One letter goes on many a line.
      double most = piece.text.size() > 1 ? kLeast : kLeastLetter;
      size_t story = kNone;
      for (size_t n = first; n < std::min(whole_.size(), first + 2 * kHeadsNear); ++n) {
        const double score = strayed(i, sheet_.stories[whole_[n]].heads);
        if (score <= most) continue;
        most = score;
        story = whole_[n];
      }
      if (story == kNone) continue;
      sheet_.stories[story].heads.push_back(i);
      taken.push_back(i);
    }
    if (taken.empty()) return;
    for (size_t i : taken) sheet_.pieces[i].role = Role::kHeadline;
    for (Strand& strand : strands_) {
      std::erase_if(strand.pieces,
                    [&](size_t i) { return std::binary_search(taken.begin(), taken.end(), i); });
      if (strand.pieces.empty()) continue;
      strand.first = strand.pieces.front();
      strand.last = strand.pieces.back();
    }
    std::erase_if(strands_, [](const Strand& strand) { return strand.pieces.empty(); });
  }

 private:
  struct Join {
    double score = 0;
    size_t lone = 0;   // story that is a line alone
    size_t story = 0;  // that takes it
    size_t at = 0;     // before this line of its head
  };

  const Place& place(size_t i) const { return *sheet_.reading.fragments[sheet_.pieces[i].fragment].place; }

  // The words of a piece up to where its lines stand apart in the source: the first of them, or the last.
  std::string_view words(size_t i, bool last = false) const {
    constexpr size_t kBeside = 12;  // bytes between two characters of one line, a blank or two
    const std::vector<uint32_t>& at = sheet_.pieces[i].at;
    const std::string& text = sheet_.source->text;
    const auto follows = [&](size_t k) { return at[k + 1] > at[k] && at[k + 1] - at[k] <= kBeside; };
    size_t from = 0;
    size_t to = at.size() - 1;
    if (last)
      for (from = to; from > 0 && follows(from - 1);) --from;
    else
      for (to = 0; to + 1 < at.size() && follows(to);) ++to;
    size_t end = at[to];
    next_code_point(text, end);
    return std::string_view(text).substr(at[from], end - at[from]);
  }

  // A kicker has its headline below it.
  static bool ends_open(std::string_view s) { return s.ends_with("—") || s.ends_with("："); }
  static bool is_tag(std::string_view s) { return s.starts_with("（") && s.ends_with("）"); }

  double out_of_row(size_t upper, size_t lower) const {
    return std::clamp(kOutOfRow * (place(upper).y - place(lower).y), 0.0, kMostOutOfRow);
  }

  // How well line b of a head stands below line a.
  double below(size_t upper, size_t lower) const {
    const std::string_view a = words(upper, true);
    const std::string_view b = words(lower);
    double score = kWords * std::clamp(goes_on(a, b), -3.0, 5.0) + kBracket * closes(a, b);
    if (ends_open(a) || b.starts_with("—")) score += kDash;
    if (is_tag(b)) score += is_tag(a) ? -kTag : kTag;
    if (a.ends_with("）")) score -= 1;
    return score;
  }

  // What speaks for a line among the text to be the last of a head.
  double strayed(size_t line, const std::vector<size_t>& head) const {
    const Place& own = place(line);
    const Place& last = place(head.back());
    const double down = own.y - last.y;
    const double across = own.x - last.x;
    const double axis = across + (own.width - last.width) / 2;
    if (head.size() < 2 || head.size() >= kMostLines || last.width > kNarrow || down < -kNearRows ||
        down > kFarRows || std::min(std::abs(across), std::abs(axis)) > kMostCells ||
        own.width > last.width + kNearCells)
      return 0;
    double score = below(head.back(), line) - kFarRow * std::abs(down);
    if (std::min(std::abs(across), std::abs(axis)) <= kNearCells) score += kSameCell;
    if (sheet_.pieces[line - 1].open_end && sheet_.pieces[line + 1].open_start) score += kParts;
    return score;
  }

  Join join_of(size_t lone, size_t story) const {
    return join_of(sheet_.stories[lone].heads, sheet_.stories[story].heads, lone, story);
  }

  Join join_of(const std::vector<size_t>& mine, const std::vector<size_t>& head, size_t lone,
               size_t story) const {
    if (mine.size() + head.size() > kMostLines) return {};
    double rows = kMostRows + 1;
    double cells = kMostCells + 1;
    for (size_t i : mine) {
      if (!placed_) break;
      const Place& a = place(i);
      for (size_t n : head) {
        const Place& b = place(n);
        const double down = std::abs(a.y - b.y);
        const double across = std::max({0.0F, a.x - b.x - b.width, b.x - a.x - a.width});
        if (kRow * down + kCell * across < kRow * rows + kCell * cells) {
          rows = down;
          cells = across;
        }
      }
    }
    if (placed_ && (rows > kMostRows || cells > kMostCells)) return {};
    Join best{-kApart, lone, story, 0};
    // A kicker stands above all else.
    const size_t last = ends_open(words(mine.back(), true)) ? 0 : head.size();
    for (size_t at = 0; at <= last; ++at) {
      double score = 0;
      if (at > 0) score += below(head[at - 1], mine.front());
      if (at < head.size()) score += below(mine.back(), head[at]);
      if (at > 0 && at < head.size()) score -= below(head[at - 1], head[at]);
      if (placed_ && at > 0) score -= out_of_row(head[at - 1], mine.front());
      if (placed_ && at < head.size()) score -= out_of_row(mine.back(), head[at]);
      if (!placed_ && (at == 0) == (mine.front() < head.front())) score += kOrder;
      if (score > best.score) best = {score, lone, story, at};
    }
    if (last == 0) best.score += kKicker;
    best.score += kTopic * topics_.affinity(topics_.weighed(mine), texts_[story]);
    if (!placed_) return best;
    if (place(mine.front()).region == place(head.back()).region) best.score += kSameRegion;
    best.score -= kRow * rows + kCell * cells;
    return best;
  }

  Sheet& sheet_;
  // Does the reader know where lines stand?
  bool placed_ = !sheet_.reading.fragments.empty() && sheet_.reading.fragments.front().place;
  std::vector<Strand>& strands_;
  const Topics& topics_;
  std::vector<Topics::Group> texts_;
  std::vector<size_t> lone_;   // stories with no text
  std::vector<size_t> whole_;  // and those with both
};

}  // namespace

void join_lone_heads(Sheet& sheet, std::vector<Strand>& strands, size_t headed) {
  if (sheet.reading.fragments.empty() || without(Step::kLoneHeads)) return;
  const bool placed = sheet.reading.fragments.front().place.has_value();
  if (!placed && !(sheet.reading.printed && is_tangled(sheet))) return;
  Joiner joiner(sheet, strands, headed);
  joiner.run();
  if (placed) joiner.change_lines();
  if (placed) joiner.take_strays();
}

}  // namespace broadsheet
