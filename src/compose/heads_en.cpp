#include "compose/heads_en.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "text/sort.h"

namespace broadsheet {

namespace {

// How many lines away from its story's first run a head may stand.
constexpr size_t kHeadReach = 60;
// By how much a story has to tell better of the lines of a head than its owner does to take them: log-odds,
// and how much more for all of them.
constexpr double kPart = 3;
constexpr double kWhole = 6;
constexpr size_t kLines = 7;  // that a head may have

// The head of a story stands before its first run; where none does, one that was left over may be it.
void give_heads(const Runs& runs, std::vector<Chain>& chains) {
  std::vector<bool> used(runs.heads.size(), false);
  for (Chain& chain : chains) {
    const int heads = runs.runs[chain.runs.front()].heads;
    if (heads < 0) continue;
    chain.heads = heads;
    used[static_cast<size_t>(heads)] = true;
  }
  struct Offer {
    double worth;
    size_t chain;
    size_t heads;
  };
  std::vector<Offer> offers;
  for (size_t c = 0; c < chains.size(); ++c) {
    if (chains[c].heads >= 0) continue;
    const Run& first = runs.runs[chains[c].runs.front()];
    // Head groups stand in the order of the dump.
    auto group = std::lower_bound(runs.heads.begin(), runs.heads.end(), first.first,
                                  [](const HeadGroup& g, size_t at) { return g.last + kHeadReach < at; });
    for (; group != runs.heads.end() && group->last <= first.first + kHeadReach; ++group) {
      const auto h = static_cast<size_t>(group - runs.heads.begin());
      if (used[h]) continue;
      const auto from = static_cast<double>(group->last);
      const auto to = static_cast<double>(first.first);
      const double away = std::fabs(to - from);
      offers.push_back({-away * (from < to ? 1 : 1.3) + (first.bylines.empty() ? 0 : 10), c, h});
    }
  }
  sort_stably(offers, [](const Offer& a, const Offer& b) {
    return a.worth != b.worth   ? a.worth > b.worth
           : a.chain != b.chain ? a.chain < b.chain
                                : a.heads < b.heads;
  });
  for (const Offer& offer : offers) {
    if (used[offer.heads] || chains[offer.chain].heads >= 0) continue;
    used[offer.heads] = true;
    chains[offer.chain].heads = static_cast<int>(offer.heads);
  }
}

// Heads that stand together over several stories, or over another than their own: a story that has none takes
// the lines at either end of the group that tell of it and not of the story that has them.
void part_heads(const Sheet& sheet, Runs& runs, std::vector<Chain>& chains) {
  std::vector<std::pair<size_t, size_t>> several;  // last line of a group, chain that has it
  for (size_t c = 0; c < chains.size(); ++c) {
    if (chains[c].heads < 0) continue;
    const HeadGroup& group = runs.heads[static_cast<size_t>(chains[c].heads)];
    several.emplace_back(group.last, c);
  }
  sort_stably(several);
  for (Chain& chain : chains) {
    const Run& first = runs.runs[chain.runs.front()];
    if (chain.heads >= 0 || (first.starts_lower && !first.from_jump)) continue;
    const size_t from = first.first > kHeadReach ? first.first - kHeadReach : 0;
    double best = kPart;
    Chain* owner = nullptr;
    bool front = false;
    size_t count = 0;
    for (auto at = std::lower_bound(several.begin(), several.end(), std::pair<size_t, size_t>(from, 0));
         at != several.end() && at->first <= first.first + kHeadReach; ++at) {
      Chain& other = chains[at->second];
      if (other.heads < 0) continue;  // another story has taken its head
      if (runs.heads[static_cast<size_t>(other.heads)].pieces.size() > kHeadReach) continue;  // a list
      const std::vector<size_t>& pieces = runs.heads[static_cast<size_t>(other.heads)].pieces;
      const std::vector<double> odds = tells_better(sheet, runs, pieces, chain.runs, other.runs);
      const auto consider = [&](double worth, bool begin, size_t lines) {
        if (worth <= best) return;
        best = worth;
        owner = &other;
        front = begin;
        count = lines;
      };
      double first_lines = 0;
      double last_lines = 0;
      for (size_t k = 1; k < std::min(pieces.size(), kLines); ++k) {
        first_lines += odds[k - 1];
        last_lines += odds[pieces.size() - k];
        consider(last_lines, false, k);
        consider(first_lines, true, k);
      }
      // All of it, where a story surely begins that is much more about it.
      const bool begins = !first.bylines.empty() || first.dateline || first.from_jump || first.salutation;
      if (begins && pieces.size() < kLines)
        consider(std::accumulate(odds.begin(), odds.end(), -kWhole), false, pieces.size());
    }
    if (owner == nullptr) continue;
    std::vector<size_t>& pieces = runs.heads[static_cast<size_t>(owner->heads)].pieces;
    const auto cut = front ? pieces.begin() + static_cast<std::ptrdiff_t>(count)
                           : pieces.end() - static_cast<std::ptrdiff_t>(count);
    std::vector<size_t> taken(front ? pieces.begin() : cut, front ? cut : pieces.end());
    pieces.erase(front ? pieces.begin() : cut, front ? cut : pieces.end());
    if (pieces.empty()) owner->heads = -1;
    chain.heads = static_cast<int>(runs.heads.size());
    const size_t begin = taken.front();
    const size_t end = taken.back();
    runs.heads.push_back({std::move(taken), begin, end});
  }
}

// Two heads that stand together over two stories: the story that has bylines and no head takes the last.
void split_heads(Runs& runs, std::vector<Chain>& chains) {
  // Heads of several lines that a story has, in the order of the dump.
  std::vector<size_t> several;
  for (const Chain& chain : chains) {
    if (chain.heads < 0) continue;
    const auto h = static_cast<size_t>(chain.heads);
    if (runs.heads[h].pieces.size() >= 2) several.push_back(h);
  }
  const auto earlier = [&](size_t a, size_t b) { return runs.heads[a].last < runs.heads[b].last; };
  sort_stably(several, earlier);
  for (Chain& chain : chains) {
    const Run& first = runs.runs[chain.runs.front()];
    if (chain.heads >= 0 || first.bylines.empty()) continue;
    const size_t at = first.bylines.front();
    auto found = std::upper_bound(several.begin(), several.end(), at,
                                  [&](size_t place, size_t h) { return place < runs.heads[h].last; });
    if (found == several.begin()) continue;
    --found;
    HeadGroup& group = runs.heads[*found];
    if (group.pieces.size() < 2 || at - group.last > 40) continue;
    const size_t taken = group.pieces.back();
    group.pieces.pop_back();
    chain.heads = static_cast<int>(runs.heads.size());
    runs.heads.push_back({{taken}, taken, taken});
  }
}

}  // namespace

void settle_heads(const Sheet& sheet, Runs& runs, std::vector<Chain>& chains) {
  give_heads(runs, chains);
  part_heads(sheet, runs, chains);
  split_heads(runs, chains);
}

void set_aside_notes(Sheet& sheet, const std::vector<LineLook>& looks, Runs& runs,
                     std::vector<Chain>& chains) {
  constexpr size_t kLength = 800;
  constexpr size_t kPieces = 4;
  constexpr size_t kHint = 400;
  const auto headed = [](const Chain& chain) { return chain.heads >= 0; };
  // Of columns read into each other a piece of a text may stand anywhere.
  if (sheet.reading.printed || std::none_of(chains.begin(), chains.end(), headed)) return;
  const auto text_at = [&](size_t i, size_t step) {
    while (i < looks.size() && looks[i].noise) i += step;
    return i < looks.size() &&
           (sheet.pieces[i].role == Role::kParagraph || sheet.pieces[i].role == Role::kSubhead);
  };
  const auto note = [&](const Chain& chain) {
    const Run& run = runs.runs[chain.runs.front()];
    return chain.heads < 0 && chain.runs.size() == 1 && run.bylines.empty() && run.signatures.empty() &&
           !run.dateline && !run.salutation && !run.from_jump && !run.starts_lower;
  };
  const auto aside = [&](const Chain& chain) {
    const size_t r = chain.runs.front();
    const Run& run = runs.runs[r];
    if (!note(chain)) return false;
    const bool hint = r > 0 && runs.runs[r - 1].to_jump && runs.runs[r - 1].last + 1 == run.first &&
                      run.pieces.size() == 1 && run.length <= kHint && !text_at(run.last + 1, 1);
    const bool caption = run.last < runs.heads.front().first && run.pieces.size() <= kPieces &&
                         run.length <= kLength && !run.to_jump &&
                         !text_at(run.first - 1, static_cast<size_t>(-1)) && !text_at(run.last + 1, 1);
    for (size_t i : run.pieces) {
      if (hint) {
        sheet.pieces[i].role = Role::kFurniture;
        sheet.pieces[i].furniture = "other";
      } else if (caption) {
        sheet.pieces[i].role = Role::kCaption;
        runs.captions.push_back(i);
      }
    }
    return hint || caption;
  };
  chains.erase(std::remove_if(chains.begin(), chains.end(), aside), chains.end());
  sort_stably(runs.captions);
}

}  // namespace broadsheet
