#include "search/folded.h"

#include <algorithm>

#include "text/fold_table.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

bool is_run(char16_t unit) {
  return unit == u'.' || unit == u'-';
}

char32_t fold_far(const FoldTable& table, char32_t c) {
  auto at =
      std::lower_bound(table.far_pairs.begin(), table.far_pairs.end(), std::pair<char32_t, char32_t>(c, 0));
  return at != table.far_pairs.end() && at->first == c ? at->second : c;
}

template <bool kMapped>
void fold_into(std::string_view text, std::u16string& out, std::vector<Span>* bytes) {
  const FoldTable& table = fold_table();
  size_t start = out.size();
  // No character becomes more units than bytes, but for the few expansions.
  size_t room = start + text.size() + 16;
  out.resize(room);
  size_t size = start;
  bool blank = false;
  uint32_t blank_begin = 0;
  char16_t last = kFieldEnd;
  auto push = [&](char16_t unit, uint32_t begin, uint32_t end) {
    if (size + 2 > room) {
      room = size + (size - start) + 64;
      out.resize(room);
    }
    if (blank) {
      blank = false;
      if (is_word_unit(last) && is_word_unit(unit)) {
        out[size++] = u' ';
        if constexpr (kMapped) bytes->push_back({blank_begin, begin});
      }
    } else if (unit == last && is_run(unit)) {
      if constexpr (kMapped) bytes->back().end = end;
      return;
    }
    out[size++] = last = unit;
    if constexpr (kMapped) bytes->push_back({begin, end});
  };
  const auto* data = reinterpret_cast<const unsigned char*>(text.data());
  for (size_t i = 0; i < text.size();) {
    auto begin = static_cast<uint32_t>(i);
    char32_t c = data[i];
    // The usual three bytes of a hanzi, read without the checks that the general case needs.
    if (c >= 0xE1 && c != 0xED && c <= 0xEF && i + 2 < text.size() && (data[i + 1] & 0xC0) == 0x80 &&
        (data[i + 2] & 0xC0) == 0x80) {
      c = (c & 15) << 12 | (data[i + 1] & 63u) << 6 | (data[i + 2] & 63u);
      i += 3;
    } else if (c < 0x80) {
      ++i;
    } else {
      c = next_code_point(text, i);
    }
    if (c > 0xFFFF) c = fold_far(table, c);
    auto end = static_cast<uint32_t>(i);
    if (c > 0xFFFF) {
      c -= 0x10000;
      push(static_cast<char16_t>(0xD800 + (c >> 10)), begin, end);
      push(static_cast<char16_t>(0xDC00 + (c & 0x3FF)), begin, end);
      continue;
    }
    char16_t unit = table.units[c];
    if (unit == 0) continue;
    if (unit == u' ') {
      if (!blank) blank_begin = begin;
      blank = true;
    } else if (unit >= kExpandedUnit && unit < 0xE000) {
      for (char16_t part : table.expansions[unit - kExpandedUnit]) push(part, begin, end);
    } else {
      push(unit, begin, end);
    }
  }
  out.resize(size);
}

}  // namespace

void fold_text(std::string_view text, std::u16string& out) {
  fold_into<false>(text, out, nullptr);
}

void fold_text(std::string_view text, std::u16string& out, std::vector<Span>& bytes) {
  fold_into<true>(text, out, &bytes);
}

std::u16string folded(std::string_view text) {
  std::u16string out;
  fold_text(text, out);
  return out;
}

bool is_word_unit(char16_t unit) {
  if (unit < 0x80) return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');
  return (unit >= 0xC0 && unit < 0x2000) || (unit >= 0xAC00 && unit <= 0xD7A3);
}

bool is_hanzi_unit(char16_t unit) {
  return (unit >= 0x3400 && unit <= 0x9FFF) || (unit >= 0xD800 && unit < 0xE000);
}

char16_t fold_unit(char16_t unit) {
  char16_t to = fold_table().units[unit];
  return to == 0 || (to >= kExpandedUnit && to < 0xE000) ? unit : to;
}

}  // namespace broadsheet
