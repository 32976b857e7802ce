#include <algorithm>

#include "correct/log.h"

namespace broadsheet {

namespace {

// The bytes that an entry speaks of, its place included.
std::vector<Span> reach(const Correction& entry) {
  std::vector<Span> out = entry.spans;
  if (has_place(entry.kind)) out.push_back({entry.at, entry.at + 1});
  return out;
}

bool judges(const Correction& entry) {
  return entry.kind == CorrectionKind::kKeepRepair || entry.kind == CorrectionKind::kUndoRepair;
}

bool touch(const Correction& a, const Correction& b) {
  if (!same_page(a.page, b.page)) return false;
  // A repair that was found right changes nothing: only who takes it back disagrees.
  const bool kept = a.kind == CorrectionKind::kKeepRepair || b.kind == CorrectionKind::kKeepRepair;
  if (kept && !(judges(a) && judges(b) && a.repair == b.repair)) return false;
  for (const Span& x : reach(a)) {
    for (const Span& y : reach(b)) {
      if (x.begin < y.end && y.begin < x.end) return true;
    }
  }
  return false;
}

// Who and when apart, do two entries ask for the same?
bool same_request(Correction a, const Correction& b) {
  if (!same_page(a.page, b.page)) return false;
  a.page = b.page;
  a.who = b.who;
  a.when = b.when;
  return a == b;
}

// What counts of a log, each entry by itself.
std::vector<Correction> counted(const Log& log) {
  const std::vector<bool> counts = log.counts();
  std::vector<Correction> out;
  for (size_t i = 0; i < counts.size(); ++i) {
    if (!counts[i]) continue;
    out.push_back(log.entries[i]);
    out.back().instead.clear();
  }
  return out;
}

}  // namespace

Merged merge(const Log& mine_log, const Log& theirs_log) {
  const std::vector<Correction> mine = counted(mine_log), theirs = counted(theirs_log);
  size_t shared = 0;  // both began from one log
  while (shared < mine.size() && shared < theirs.size() && mine[shared] == theirs[shared]) ++shared;

  Merged out;
  std::vector<bool> held(mine.size(), false);
  std::vector<Correction> added;
  for (size_t t = shared; t < theirs.size(); ++t) {
    const auto rest = mine.begin() + static_cast<std::ptrdiff_t>(shared);
    if (std::any_of(rest, mine.end(), [&](const Correction& one) { return same_request(one, theirs[t]); }))
      continue;
    bool wanted = true;
    for (size_t m = shared; m < mine.size(); ++m) {
      if (!touch(mine[m], theirs[t])) continue;
      wanted = false;
      held[m] = true;
      out.conflicts.push_back({mine[m], theirs[t]});
    }
    if (wanted) added.push_back(theirs[t]);
  }
  for (size_t m = 0; m < mine.size(); ++m) {
    if (!held[m]) out.merged.entries.push_back(mine[m]);
  }
  out.added = added.size();
  for (Correction& entry : added) out.merged.entries.push_back(std::move(entry));
  out.merged.taken = out.merged.entries.size();
  return out;
}

void stand_instead(Correction& chosen, const Correction& other, const Log& log) {
  for (uint32_t i = 0; i < log.taken; ++i) {
    Correction one = log.entries[i];
    one.instead.clear();
    if (one == other) chosen.instead.push_back(i);
  }
}

}  // namespace broadsheet
