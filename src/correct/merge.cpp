#include <algorithm>

#include "correct/log.h"

namespace broadsheet {

namespace {

// The bytes that an entry speaks of, its place included.
std::vector<Span> reach(const Correction& entry) {
  std::vector<Span> out = entry.spans;
  const bool has_place = entry.kind != CorrectionKind::kRole && entry.kind != CorrectionKind::kWords;
  if (has_place) out.push_back({entry.at, entry.at + 1});
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

}  // namespace

Merged merge(const Log& mine, const Log& theirs) {
  const size_t mine_end = std::min(mine.taken, mine.entries.size());
  const size_t theirs_end = std::min(theirs.taken, theirs.entries.size());
  size_t shared = 0;  // both began from one log
  while (shared < mine_end && shared < theirs_end && mine.entries[shared] == theirs.entries[shared]) ++shared;

  Merged out;
  std::vector<bool> held(mine_end, false);
  std::vector<Correction> added;
  for (size_t t = shared; t < theirs_end; ++t) {
    const Correction& theirs_entry = theirs.entries[t];
    const auto rest = mine.entries.begin() + static_cast<std::ptrdiff_t>(shared);
    const auto end = mine.entries.begin() + static_cast<std::ptrdiff_t>(mine_end);
    if (std::any_of(rest, end, [&](const Correction& one) { return same_request(one, theirs_entry); }))
      continue;
    bool wanted = true;
    for (size_t m = shared; m < mine_end; ++m) {
      if (!touch(mine.entries[m], theirs_entry)) continue;
      wanted = false;
      held[m] = true;
      out.conflicts.push_back({mine.entries[m], theirs_entry});
    }
    if (wanted) added.push_back(theirs_entry);
  }
  for (size_t m = 0; m < mine_end; ++m) {
    if (!held[m]) out.merged.entries.push_back(mine.entries[m]);
  }
  out.added = added.size();
  for (Correction& entry : added) out.merged.entries.push_back(std::move(entry));
  out.merged.taken = out.merged.entries.size();
  return out;
}

}  // namespace broadsheet
