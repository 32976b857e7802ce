#include "compose/assemble_en.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "compose/heads_en.h"
#include "compose/line_look_en.h"
#include "compose/runs_en.h"
#include "text/sort.h"

namespace broadsheet {

namespace {

// How many runs behind a run are looked at for its continuation.
constexpr size_t kReach = 14;

struct Link {
  size_t left = 0;
  size_t right = 0;
  double gain = 0;  // log-odds against a beginning of its own
};

// Log-odds that a run begins a story.
double beginning(const Run& run) {
  const bool marked =
      run.heads >= 0 || !run.bylines.empty() || run.dateline || run.salutation || run.from_jump;
  double odds = marked ? 0.4 : -1.5;
  if (run.heads >= 0) odds += run.starts_lower ? 1.2 : 2.6;
  if (run.below > 0) odds -= 5;
  if (!run.bylines.empty()) odds += run.starts_lower ? 1.5 : 4.0;
  if (run.dateline) odds += 3.0;
  if (run.salutation) odds += 4.0;
  if (run.from_jump) odds += 2.5;
  if (run.starts_lower) odds -= 3.0;
  return odds;
}

// Whether run `r` stands right before the head of the very story that run `l` belongs to: the dump has a
// column before its own headline.
bool before_own_head(const Runs& runs, size_t l, size_t r) {
  if (r + 1 > l || runs.runs[r + 1].heads < 0) return false;
  for (size_t k = r + 2; k <= l; ++k) {
    if (runs.runs[k].heads >= 0) return false;
  }
  return true;
}

double continuation(const Runs& runs, size_t l, size_t r) {
  const Run& left = runs.runs[l];
  const Run& right = runs.runs[r];
  double odds = 0;
  // Next to each other and yet no sentence: what stands in between two columns may have ended here.
  const bool closed_lower = !left.ends_open && right.starts_lower;
  if (left.ends_hyphen) {
    odds += right.starts_lower ? 3.5 : -3.0;
  } else if (left.ends_open) {
    odds += right.starts_lower ? 2.8 : -0.8;
  } else {
    odds += right.starts_lower ? -1.6 : 0.3;
  }
  if (left.to_jump) odds -= 3.0;
  if (!left.signatures.empty()) odds -= 2.5;
  // A column that the dump has before the one that it goes on from: only in mid-sentence.
  const bool back = r < l;
  if (back) odds -= before_own_head(runs, l, r) ? 0.5 : 3.0;
  // Below a picture another column may begin: its words part two runs as a run would.
  // A run that was torn off the one before it stands where the earlier one might go on.
  const bool torn = right.torn_from == static_cast<int>(l);
  const size_t between = torn ? 0 : (back ? l - r : r - l - 1) + (!back && right.after_picture ? 1 : 0);
  // What has neither the open end nor the lower case of the columns around it is set in between them.
  if (r == l + 2 && left.ends_open && right.starts_lower) {
    const Run& inset = runs.runs[l + 1];
    if (!inset.starts_lower && !inset.ends_open && inset.heads < 0 && inset.first == left.last + 1 &&
        inset.last + 1 == right.first)
      odds += 1;
  }
  odds -= 1.2 * std::log2(static_cast<double>(between) + 1);
  if (between == 0) odds += 0.8;
  if (!back && !left.to_jump && (right.torn_from < 0 ? left.last + 1 == right.first : torn))
    odds += closed_lower ? 1.5 : 2.5;
  if (right.heads >= 0) odds -= 0.6;
  odds += 15.0 * (kinship(left, right) - 0.06);
  return odds;
}

// What a link gains over a beginning; none: 0.
double gain_of(const Runs& runs, size_t l, size_t r) {
  if (l == r || r > l + kReach || l > r + kReach) return 0;
  if (l > r && !(runs.runs[r].starts_lower && runs.runs[l].ends_open)) return 0;
  return std::max(0.0, continuation(runs, l, r) - beginning(runs.runs[r]));
}

// Best first is not best: a link that was refused is taken where the sum gains by it, the run that loses the
// one behind it takes another's place, or the new run takes it in between.
void exchange(const Runs& runs, const std::vector<Link>& links, std::vector<int>& before,
              std::vector<double>& gains) {
  std::vector<int> behind(before.size(), -1);
  for (size_t r = 0; r < before.size(); ++r) {
    if (before[r] >= 0) behind[static_cast<size_t>(before[r])] = static_cast<int>(r);
  }
  constexpr size_t kSteps = 200;  // a chain that is longer is left as it is
  const auto leads_to = [&](size_t from, size_t to) {
    size_t steps = 0;
    for (int at = static_cast<int>(from); at >= 0; at = behind[static_cast<size_t>(at)]) {
      if (at == static_cast<int>(to) || ++steps > kSteps) return true;
    }
    return false;
  };
  const auto part = [&](int r) {
    if (r < 0) return;
    behind[static_cast<size_t>(before[static_cast<size_t>(r)])] = -1;
    before[static_cast<size_t>(r)] = -1;
  };
  const auto bind = [&](int l, int r) {
    if (l < 0 || r < 0) return;
    before[static_cast<size_t>(r)] = l;
    behind[static_cast<size_t>(l)] = r;
    gains[static_cast<size_t>(r)] = gain_of(runs, static_cast<size_t>(l), static_cast<size_t>(r));
  };
  for (int round = 0; round < 3; ++round) {
    for (const Link& link : links) {
      const int l = static_cast<int>(link.left);
      const int r = static_cast<int>(link.right);
      const int left = before[link.right];  // loses r
      const int right = behind[link.left];  // is lost by l
      if (left == l) continue;
      double more = link.gain;
      if (left >= 0) more -= gains[link.right];
      int from = -1;
      if (right >= 0) {
        more -= gains[static_cast<size_t>(right)];
        double best = 0;
        for (const int other : {left, behind[link.right] < 0 ? r : -1}) {
          if (other < 0) continue;
          const double gain = gain_of(runs, static_cast<size_t>(other), static_cast<size_t>(right));
          if (gain <= best) continue;
          best = gain;
          from = other;
        }
        more += best;
      }
      if (more <= 0.01) continue;
      if (left >= 0) part(r);
      part(right);
      const bool turns = leads_to(link.right, link.left);
      bind(turns ? left : l, r);
      if (turns) {
        bind(l, right);
      } else if (from >= 0 && !leads_to(static_cast<size_t>(right), static_cast<size_t>(from))) {
        bind(from, right);
      }
    }
  }
}

// For every run the run that it goes on from, -1 where it begins a story.
std::vector<int> link_runs(const Runs& runs, std::vector<double>& gains) {
  const size_t n = runs.runs.size();
  std::vector<Link> links;
  for (size_t r = 0; r < n; ++r) {
    for (size_t l = r > kReach ? r - kReach : 0; l < std::min(n, r + kReach); ++l) {
      const double gain = gain_of(runs, l, r);
      if (gain > 0) links.push_back({l, r, gain});
    }
  }
  sort_stably(links, [](const Link& a, const Link& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.right != b.right ? a.right < b.right : a.left > b.left;
  });
  std::vector<int> before(n, -1);
  std::vector<bool> taken(n, false);
  gains.assign(n, 0);
  std::vector<size_t> first(n);  // of the chain that ends with a run, for runs that end one
  for (size_t r = 0; r < n; ++r) first[r] = r;
  std::vector<size_t> last = first;
  for (const Link& link : links) {
    if (taken[link.left] || before[link.right] >= 0 || first[link.left] == link.right) continue;
    first[last[link.right]] = first[link.left];
    last[first[link.left]] = last[link.right];
    taken[link.left] = true;
    before[link.right] = static_cast<int>(link.left);
    gains[link.right] = link.gain;
  }
  exchange(runs, links, before, gains);
  return before;
}

constexpr int kFullLine = 40;  // characters of a line that runs to the end of its measure

void join_paragraphs(Sheet& sheet, const Story& story, const std::vector<LineLook>& looks) {
  int before = -1;
  for (size_t i : story.body) {
    Piece& piece = sheet.pieces[i];
    if (piece.role != Role::kParagraph) {
      if (piece.role == Role::kSubhead) before = -1;
      continue;
    }
    piece.open_start = looks[i].starts_lower;
    piece.open_end = !looks[i].ends_sentence;
    // "…, it was announced" and on the very next line "Friday by the manager": a capital begins no paragraph.
    const bool next_line = before >= 0 && static_cast<size_t>(before) + 1 == i && !begins_block(sheet, i) &&
                           looks[static_cast<size_t>(before)].length >= kFullLine && !looks[i].dateline &&
                           !looks[i].salutation;
    if (before >= 0 && sheet.pieces[static_cast<size_t>(before)].open_end &&
        (piece.open_start || next_line)) {
      Piece& left = sheet.pieces[static_cast<size_t>(before)];
      left.next = static_cast<int>(i);
      left.link = looks[static_cast<size_t>(before)].ends_hyphen ? 4.0F : 2.5F;
      piece.previous = before;
    }
    before = static_cast<int>(i);
  }
}

}  // namespace

void assemble_en(Sheet& sheet) {
  sheet.stories.clear();
  if (!sheet.looks || sheet.looks->size() != sheet.pieces.size()) sheet.looks = looks_of(sheet);
  const std::vector<LineLook>& looks = *sheet.looks;
  Runs runs = runs_of(sheet, looks);
  std::vector<double> gains;
  const std::vector<int> before = link_runs(runs, gains);
  std::vector<int> behind(runs.runs.size(), -1);
  for (size_t r = 0; r < runs.runs.size(); ++r) {
    if (before[r] >= 0) behind[static_cast<size_t>(before[r])] = static_cast<int>(r);
  }
  std::vector<Chain> chains;
  for (size_t r = 0; r < runs.runs.size(); ++r) {
    if (before[r] >= 0) continue;
    chains.emplace_back();
    for (int k = static_cast<int>(r); k >= 0; k = behind[static_cast<size_t>(k)]) {
      chains.back().runs.push_back(static_cast<size_t>(k));
    }
  }
  settle_heads(sheet, runs, chains);
  set_aside_notes(sheet, looks, runs, chains);
  std::vector<bool> used(runs.heads.size(), false);
  for (const Chain& chain : chains) {
    if (chain.heads >= 0) used[static_cast<size_t>(chain.heads)] = true;
  }
  for (const Chain& chain : chains) {
    Story story;
    if (chain.heads >= 0) {
      story.heads = runs.heads[static_cast<size_t>(chain.heads)].pieces;
    }
    for (size_t r : chain.runs) {
      const Run& run = runs.runs[r];
      // A head inside the story that no other story wants is part of it; one of a deeper level is a sub-head.
      if (run.below > 0 && r != chain.runs.front() && !used[static_cast<size_t>(run.heads)]) {
        used[static_cast<size_t>(run.heads)] = true;
        for (size_t i : runs.heads[static_cast<size_t>(run.heads)].pieces) {
          sheet.pieces[i].role = Role::kSubhead;
          story.body.push_back(i);
        }
      } else if (run.heads >= 0 && !used[static_cast<size_t>(run.heads)]) {
        used[static_cast<size_t>(run.heads)] = true;
        const std::vector<size_t>& extra = runs.heads[static_cast<size_t>(run.heads)].pieces;
        story.heads.insert(story.heads.end(), extra.begin(), extra.end());
      }
      story.body.insert(story.body.end(), run.bylines.begin(), run.bylines.end());
      story.body.insert(story.body.end(), run.pieces.begin(), run.pieces.end());
      story.body.insert(story.body.end(), run.signatures.begin(), run.signatures.end());
    }
    sheet.stories.push_back(std::move(story));
  }
  // Captions go to the story that begins nearest, rather behind them than before.
  std::vector<std::pair<size_t, size_t>> begins;  // line, story
  for (size_t c = 0; c < chains.size(); ++c) {
    const Chain& chain = chains[c];
    begins.emplace_back(chain.heads >= 0 ? runs.heads[static_cast<size_t>(chain.heads)].first
                                         : runs.runs[chain.runs.front()].first,
                        c);
  }
  sort_stably(begins);
  // What stands within a story is its own.
  std::vector<int> story_of(sheet.pieces.size(), -1);
  for (size_t c = 0; c < chains.size(); ++c) {
    for (size_t r : chains[c].runs) {
      for (size_t i : runs.runs[r].pieces) story_of[i] = static_cast<int>(c);
    }
  }
  // The stories of the lines above and below what stands aside of texts, found in one pass from either side.
  std::vector<int> above(looks.size(), -1);
  std::vector<int> below(looks.size(), -1);
  const auto hand_on = [&](size_t i, int& story, std::vector<int>& to) {
    const bool aside =
        looks[i].noise || sheet.pieces[i].role == Role::kCaption || sheet.pieces[i].role == Role::kCredit;
    if (!aside) story = story_of[i];
    to[i] = story;
  };
  int from_above = -1;
  for (size_t i = 0; i < looks.size(); ++i) hand_on(i, from_above, above);
  int from_below = -1;
  for (size_t i = looks.size(); i-- > 0;) hand_on(i, from_below, below);
  for (size_t caption : runs.captions) {
    if (begins.empty()) break;
    if (const int inside = above[caption]; inside >= 0 && inside == below[caption]) {
      sheet.stories[static_cast<size_t>(inside)].body.push_back(caption);
      continue;
    }
    const auto behind_it =
        std::lower_bound(begins.begin(), begins.end(), std::pair<size_t, size_t>(caption, 0));
    auto best = behind_it;
    if (behind_it == begins.end() ||
        (behind_it != begins.begin() &&
         (caption - std::prev(behind_it)->first) * 2 < behind_it->first - caption)) {
      best = std::prev(behind_it);
    }
    sheet.stories[best->second].body.push_back(caption);
  }
  for (size_t h = 0; h < runs.heads.size(); ++h) {
    if (used[h]) continue;
    for (size_t i : runs.heads[h].pieces) sheet.pieces[i].role = Role::kAdvertisement;
  }
  for (Piece& piece : sheet.pieces) {
    if (piece.role != Role::kJump) continue;
    piece.role = Role::kFurniture;
    piece.furniture = "jump";
  }
  for (Story& story : sheet.stories) join_paragraphs(sheet, story, looks);
}

}  // namespace broadsheet
