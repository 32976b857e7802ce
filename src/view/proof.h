// The proof: what a reader has put right in the open edition, kept as a log and shown at once.
//
//     correct(desk, {entry});        // who and when are noted; every screen shows the result in the next
//     frame undo(desk); redo(desk); take_log(desk, theirs);        // another person's log joins ours
//
// The pages as the parser made them are kept only where something was corrected: a corrected page is always
// the parse with the log applied to it. The log is remembered with the edition at every step.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "correct/log.h"
#include "view/desk.h"
#include "view/draft.h"
#include "view/proof_log.h"
#include "view/proof_panel.h"
#include "view/review.h"

namespace broadsheet::view {

struct Proof {
  Log log;
  std::vector<Misfit> misfits;
  std::vector<std::pair<int, Page>> parsed;  // corrected pages without their corrections
  std::vector<Conflict> conflicts;           // of a second log, not yet decided; ours stand meanwhile
  bool deciding = false;                     // they are on the screen, the first one
  Draft draft;
  ProofMenu menu;
  Review review;
  LogPanel log_panel;
  size_t conflicts_total = 0;
  std::string written;  // what was remembered of the log, by us
  std::string who;      // the name that the reader gave, or ""

  const Page& parsed_page(const Desk& desk, int page) const;
};

// A new edition was opened; `given` came with its files, one log a file. What is remembered of it counts too.
void begin_proof(Desk& desk, const std::vector<Log>& given);
void correct(Desk& desk, const std::vector<Correction>& entries);
void undo(Desk& desk);
void redo(Desk& desk);
// Another log on these pages is merged with ours; what the two disagree on waits to be decided.
void take_log(Desk& desk, const Log& theirs);
// Decides the first conflict and all others about the same entry of theirs: with `theirs` our entries go and
// theirs comes last.
void decide(Desk& desk, bool theirs);
// The log replaces ours; everything is made again and remembered.
void set_log(Desk& desk, Log log);

// The index of the article on the page that holds the byte, or -1.
int article_with(const Page& page, uint32_t byte);
// Ctrl+Z and Ctrl+Shift+Z.
void proof_keys(Desk& desk);

}  // namespace broadsheet::view
