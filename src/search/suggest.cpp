#include "search/parts.h"

namespace broadsheet {

std::vector<Suggestion> SearchIndex::suggest(const Edition&, std::string_view) const {
  return {};
}

}  // namespace broadsheet
