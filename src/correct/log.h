// Corrections: an ordered log of small operations over source spans, apart from the parse.
//
//     Log log;
//     log.add(make_role(page, {{120, 168}}, "headline"));
//     Applied result = apply(page, log);        // result.page, and what of the log no longer fits
//     log.undo(); log.redo();
//
// The source is never changed and the parse is never changed: a corrected page is the parse with the first
// `log.taken` entries applied. Each entry names its place by bytes of the source, so the log applies again
// after a newer parser has run. The JSON form is described in src/correct/CORRECTIONS.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "edition/json.h"

namespace broadsheet {

enum class CorrectionKind {
  kRole,          // the bytes of `spans` get the role `role`
  kMove,          // the passages of `spans` go after (or before) the passage that holds byte `at`
  kJoin,          // the paragraph with byte `at` goes on with what begins at `spans[0].begin`
  kSplit,         // the paragraph ends before byte `at`, and a new one begins there
  kSplitArticle,  // a new article begins with the passage that holds byte `at`
  kMerge,         // the article with byte `spans[0].begin` is added to the end of the one with byte `at`
  kWords,         // `spans` (in one paragraph) reads `text`
  kByline,        // the article with byte `at` was written by `names`
  kUndoRepair,    // the repair `repair` at byte `at` is taken back
  kKeepRepair     // somebody looked at the repair `repair` at byte `at` and found it right
};

// Roles are the names of broadsheet-1: kicker headline deck byline paragraph subhead caption credit quote
// list, furniture advertisement duplicate.
bool is_role(std::string_view role);

struct Correction {
  CorrectionKind kind = CorrectionKind::kRole;
  std::string page;         // Source::name
  std::vector<Span> spans;  // bytes of Source::text
  uint32_t at = 0;
  bool before = false;             // kMove: before `at` rather than after
  std::string role;                // kRole
  std::string text;                // kWords
  std::vector<std::string> names;  // kByline
  std::string repair;              // kUndoRepair, kKeepRepair: name_of(RepairKind)
  std::string who;                 // if the reader gave a name
  std::string when;                // ISO 8601, UTC
  std::vector<uint32_t> instead;   // places in its log of earlier entries that do not count where it does
  friend bool operator==(const Correction&, const Correction&) = default;
};

// Whether `at` means anything to a correction of that kind.
inline bool has_place(CorrectionKind kind) {
  return kind != CorrectionKind::kRole && kind != CorrectionKind::kWords;
}

struct Log {
  std::vector<Correction> entries;
  size_t taken = 0;  // how many of the entries count; those after it were undone and can be redone

  // Adds an entry; what was undone before it is gone.
  void add(Correction entry);
  bool undo();  // false where there is nothing to undo
  bool redo();
  // Which entries count: those taken, but for what a later one stands instead of.
  std::vector<bool> counts() const;
  friend bool operator==(const Log&, const Log&) = default;
};

// An entry that no longer fits the parse: it is kept in the log and shown.
struct Misfit {
  size_t entry = 0;
  std::string why;
};

struct Applied {
  Page page;
  std::vector<Misfit> misfits;
};

// Whether two names mean one dump: the viewer knows a dump by its file name, the command line by its path.
bool same_page(std::string_view a, std::string_view b);

// The entries that count and whose page is not in the edition, by their places in the log: they are left out,
// and shown.
std::vector<size_t> strays(const Edition& edition, const Log& log);

// The page with the entries that count and name it applied in order. Law 1 holds after every entry.
Applied apply(const Page& page, const Log& log);

const char* name_of(CorrectionKind kind);
// A name that nobody could read: a writer's is refused, a corrector's counts as none.
bool is_blank(std::string_view name);

// {"format": "broadsheet-corrections-1", "corrections": [...]}; offsets as in the log (bytes of the source as
// UTF-8).
std::string to_json(const Log& log, int indent = -1);
Complaint from_json(std::string_view json, const std::string& file, Log& log);
// broadsheet-1 of a corrected edition, the log beside the pages under "corrections" and "taken"; from_json
// above reads it back.
std::string to_json(const Edition& edition, const Log& log, int indent, SourceText text);

// Two people's logs on the same pages. Entries of both, those of `mine` first where they do not touch; where
// an entry of one touches bytes that an entry of the other touches and they differ, both are listed side by
// side and neither is in `merged` until somebody chooses (add the chosen one). Only what counts is merged,
// and stands by itself in the result.
struct Conflict {
  Correction mine;
  Correction theirs;
  friend bool operator==(const Conflict&, const Conflict&) = default;
};
struct Merged {
  Log merged;
  size_t added = 0;  // how many entries at the end of `merged` came from `theirs`
  std::vector<Conflict> conflicts;
};
Merged merge(const Log& mine, const Log& theirs);
// The chosen one of a conflict, once added to the log, counts instead of the entries that are `other`.
void stand_instead(Correction& chosen, const Correction& other, const Log& log);

}  // namespace broadsheet
