// The words of correcting, in Chinese and in English; words.h has those of reading.
#pragma once

#include "correct/log.h"

namespace broadsheet::view {

// Bytes have one of these roles; in the order of the menu and of the keys 1 to 9, 0 and X.
inline constexpr const char* kRoles[] = {"headline",  "kicker",        "deck",     "byline",
                                         "subhead",   "paragraph",     "caption",  "credit",
                                         "furniture", "advertisement", "duplicate"};
inline constexpr int kRoleCount = 11;

struct ProofWords {
  const char *undone, *redone, *nothing_to_undo, *nothing_to_redo, *taken_over, *bad_log;
  // Verbs, one a kind of correction.
  const char *give_role, *move, *join, *split, *split_article, *merge, *words, *byline, *undo_repair,
      *keep_repair;
  const char* roles[kRoleCount];
};

const ProofWords& proof_words(bool chinese);
const char* name_of(CorrectionKind kind, const ProofWords& words);
// "headline" -> 标题 / headline; a role without a name comes back as it is.
const char* role_name(const std::string& role, const ProofWords& words);

}  // namespace broadsheet::view
