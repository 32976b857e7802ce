// The words of correcting, in Chinese and in English; words.h has those of reading.
#pragma once

#include <string>

#include "correct/log.h"

namespace broadsheet::view {

// Bytes have one of these roles; in the order of the menu and of the keys 1 to 9, 0 and X.
inline constexpr const char* kRoles[] = {"headline",  "kicker",        "deck",     "byline",
                                         "subhead",   "paragraph",     "caption",  "credit",
                                         "furniture", "advertisement", "duplicate"};
inline constexpr int kRoleCount = 11;

struct ProofWords {
  const char *undone, *redone, *nothing_to_undo, *nothing_to_redo, *taken_over;
  // Making one.
  const char *correct, *take, *leave, *behind, *in_front, *onto, *goes_on_with, *begins_at, *of_words, *names,
      *the_repair, *next_choice, *previous_choice, *no_choice, *type_it, *no_effect, *more_lines, *role_of,
      *taken_one, *pick_first, *picked_n, *pick_more, *pick_none, *keys, *keys_places, *article_begins,
      *unplaced, *other_way, *nothing_seen;
  // The log, merging, review.
  const char *corrections, *no_corrections, *undo, *redo, *your_name, *export_log, *import_log, *test_page,
      *misfit, *undone_mark, *conflict_n, *mine, *theirs, *keep_mine, *take_theirs, *decide_later, *undecided,
      *review, *review_keep, *review_undo, *review_skip, *review_back, *review_end, *seen, *review_done,
      *was_kept, *was_undone, *if_undone, *nothing_to_review, *log_saved;
  // Verbs, one a kind of correction.
  const char *give_role, *move, *join, *split, *split_article, *merge, *words, *byline, *undo_repair,
      *keep_repair;
  const char* roles[kRoleCount];
};

const ProofWords& proof_words(bool chinese);
const char* name_of(CorrectionKind kind, const ProofWords& words);
// "headline" -> 标题 / headline; a role without a name comes back as it is.
const char* role_name(const std::string& role, const ProofWords& words);

// Why a correction cannot be made, from src/correct, in the reader's language.
std::string reason(const std::string& why, bool chinese);
// One entry of the log in one line: "改作标题" / "Change role: headline".
std::string summary(const Correction& entry, const ProofWords& words, bool chinese);

}  // namespace broadsheet::view
