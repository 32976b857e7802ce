// A correction in the making: what it is about, what can be chosen, and what it would change. Nothing is
// corrected before take_draft.
//
//     begin_draft(desk, CorrectionKind::kMove, {page, spans});
//     step_draft(desk, 1);  flip_draft(desk);     // another place; in front of it
//     take_draft(desk);  or  leave_draft(desk);
//
// Source view, reader and review all make their corrections through this, by mouse and by keys.
#pragma once

#include <string>
#include <vector>

#include "correct/log.h"
#include "view/desk.h"
#include "view/effect.h"

namespace broadsheet::view {

// What a correction is about: passages of a page, and the byte that was pointed at (UINT32_MAX: none was).
struct Subject {
  int page = 0;
  std::vector<Span> spans;
  uint32_t at = UINT32_MAX;
  std::vector<Span> words;  // selected words: what is moved, corrected or given a role instead of `spans`
};

struct Draft {
  bool open = false;
  CorrectionKind kind = CorrectionKind::kRole;
  Subject subject;
  std::string role;
  std::string field, field_was;  // words, or the names of a byline
  bool take_focus = false;       // of the field, in the next frame
  std::vector<Span> choices;     // places, targets, parts or repairs to choose from
  std::vector<Repair> repairs;   // one a choice, of kUndoRepair
  int choice = -1;
  bool before = false;  // kMove: in front of the choice
  std::vector<Correction> entries;
  std::vector<EffectRow> effect;
  std::string why_not;  // it cannot be done
};

void begin_draft(Desk& desk, CorrectionKind kind, const Subject& subject, const std::string& role = {});
// The parser's repair, to be taken back.
void begin_undo_repair(Desk& desk, int page, const Repair& repair);
// Another choice; with `leap` the next sentence or article.
void step_draft(Desk& desk, int by, bool leap = false);
// Chooses the place that holds the byte; `front` puts a move before it.
void aim_draft(Desk& desk, uint32_t byte, bool front = false);
void flip_draft(Desk& desk);
// After the field was typed in.
void refresh_draft(Desk& desk);
bool take_draft(Desk& desk);
void leave_draft(Desk& desk);

}  // namespace broadsheet::view
