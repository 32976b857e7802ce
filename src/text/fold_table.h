// The table by which characters that a reader takes for the same become the same: full and half width, case,
// accents, 繁 and 简, punctuation. fold.bin holds it; make_fold.py says what of and from which sources.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet {

// Values of FoldTable::units that are no characters: the index of an expansion, added to this.
inline constexpr char16_t kExpandedUnit = 0xD800;

struct FoldTable {
  std::array<char16_t, 0x10000> units;  // 0: it falls away
  std::vector<std::u16string> expansions;
  std::vector<std::pair<char32_t, char32_t>> far_pairs;  // sorted; the first above U+FFFF

  FoldTable();
};

// Made when first asked for, in about a millisecond.
const FoldTable& fold_table();

}  // namespace broadsheet
