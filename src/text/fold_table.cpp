#include "text/fold_table.h"

#include <cstdint>
#include <string_view>

#include "text/packed.h"
#include "text/radical.h"
#include "text/utf8.h"

namespace broadsheet {

extern const std::string_view kFoldTable;

FoldTable::FoldTable() {
  for (size_t i = 0; i < units.size(); ++i) units[i] = static_cast<char16_t>(i);
  for (size_t i = 0xD800; i < 0xE000; ++i) units[i] = static_cast<char16_t>(kReplacement);
  PackedBytes in{kFoldTable};
  uint32_t count = in.number();
  std::vector<std::pair<uint32_t, uint32_t>> runs(count);  // source, length
  for (auto& [step, length] : runs) step = in.number();
  for (auto& [step, length] : runs) length = (step & 1) ? in.number() : 1;
  uint32_t end = 0;
  std::string_view low = kFoldTable.substr(in.at), high = kFoldTable.substr(in.at + count);
  for (uint32_t i = 0; i < count; ++i) {
    uint32_t source = end + (runs[i].first >> 1);
    end = source + runs[i].second;
    uint32_t target = static_cast<unsigned char>(low[i]) | static_cast<unsigned char>(high[i]) << 8;
    for (uint32_t k = source; k < end && k < 0x10000; ++k)
      units[k] = static_cast<char16_t>(target == 0 ? 0 : target + (k - source));
  }
  in.at += size_t{2} * count;
  count = in.number();
  end = 0;
  for (uint32_t i = 0; i < count; ++i) {
    end += in.number();
    std::u16string text(in.number(), 0);
    for (char16_t& c : text) c = static_cast<char16_t>(in.number());
    units[end & 0xFFFF] = static_cast<char16_t>(kExpandedUnit + i);
    expansions.push_back(text);
  }
  count = in.number();
  end = 0;
  for (uint32_t i = 0; i < count; ++i) {
    end += in.number();
    uint32_t target = in.number();
    if (end > 0xFFFF) {
      far_pairs.emplace_back(end, target);
    } else {  // a 繁 whose 简 takes two units
      units[end] = static_cast<char16_t>(kExpandedUnit + expansions.size());
      expansions.push_back(
          {static_cast<char16_t>(0xD7C0 + (target >> 10)), static_cast<char16_t>(0xDC00 + (target & 0x3FF))});
    }
  }
  // The Radicals Supplement, which Unicode does not decompose but text/radical.h does.
  for (char32_t c = 0x2E80; c <= 0x2FD5; ++c)
    if (char32_t hanzi = hanzi_of_radical(c); hanzi != c && hanzi < 0x10000) units[c] = units[hanzi];
}

const FoldTable& fold_table() {
  static const FoldTable table;
  return table;
}

}  // namespace broadsheet
