// Law 1: every byte of the source that is not white space stands in exactly one span of the page.
#pragma once

#include <vector>

#include "edition/edition.h"

namespace broadsheet {

struct Account {
  uint64_t needed = 0;        // bytes that are not white space (nor a BOM)
  std::vector<Span> missing;  // in no span
  std::vector<Span> doubled;  // in more than one
  bool kept() const { return missing.empty() && doubled.empty(); }
};

Account account(const Page& page);

// Puts what stands in no span into `unplaced`, so that a fault of a reader never loses text.
void place_the_rest(Page& page);

}  // namespace broadsheet
