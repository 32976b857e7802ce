#include "compose/match.h"

#include "text/sort.h"

namespace broadsheet {

std::vector<int> surest_pairing(size_t lefts, size_t rights, std::vector<Pairing> pairs) {
  sort_stably(pairs, [](const Pairing& a, const Pairing& b) { return a.score > b.score; });
  std::vector<int> chosen(lefts, -1);
  std::vector<bool> taken(rights, false);
  for (const Pairing& pair : pairs) {
    if (pair.score <= 0 || chosen[pair.left] >= 0 || taken[pair.right]) continue;
    chosen[pair.left] = static_cast<int>(pair.right);
    taken[pair.right] = true;
  }
  return chosen;
}

}  // namespace broadsheet
