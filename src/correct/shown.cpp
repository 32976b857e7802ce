#include "correct/shown.h"

#include <algorithm>

#include "correct/pieces.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

std::string shown_text(const Page& page, Span span) {
  if (!page.source) return {};
  Pieces pieces = take_apart(page);
  cut(pieces, *page.source, span.begin);
  if (span.end < page.source->text.size()) cut(pieces, *page.source, span.end);
  std::string out;
  const auto gather = [&](const std::vector<Unit>& units) {
    for (const Unit& unit : units) {
      Unit inside;
      for (const Piece& piece : unit.pieces)
        if (piece.span.begin >= span.begin && piece.span.begin < span.end) inside.pieces.push_back(piece);
      out += inside.text();
    }
  };
  for (const Story& story : pieces.stories) gather(story.units);
  gather(pieces.aside);
  return out;
}

std::vector<Span> source_spans(const Source& source, const Block& block, uint32_t begin, uint32_t end) {
  std::vector<Span> out;
  for (size_t i = 0; i < block.spans.size() && i < block.cuts.size(); ++i) {
    const uint32_t from = block.cuts[i];
    const auto to = static_cast<uint32_t>(i + 1 < block.cuts.size() ? block.cuts[i + 1] : block.text.size());
    const uint32_t first = std::max(begin, from), last = std::min(end, to);
    if (first >= last || to > block.text.size()) continue;
    const Span& span = block.spans[i];
    const std::string_view bytes(source.text.data() + span.begin, span.end - span.begin);
    const std::string_view shown = std::string_view(block.text).substr(from, to - from);
    // The least offset that is shown at `wanted` or behind it: shown_offset never falls.
    const auto back = [&](uint32_t wanted) {
      size_t low = 0, high = bytes.size();
      while (low < high) {
        const size_t middle = (low + high) / 2;
        if (shown_offset(bytes, shown, middle) >= wanted)
          high = middle;
        else
          low = middle + 1;
      }
      while (low > 0 && low < bytes.size() && is_trail_byte(bytes[low])) ++low;
      return static_cast<uint32_t>(low);
    };
    uint32_t left = first == from ? 0 : back(first - from);
    const uint32_t right = last == to ? static_cast<uint32_t>(bytes.size()) : back(last - from);
    for (size_t at = left; at < right;) {  // blanks in front belong to what is before
      size_t next = at;
      if (!is_space(next_code_point(bytes, next))) break;
      at = next;
      left = static_cast<uint32_t>(at);
    }
    if (left < right) out.push_back({span.begin + left, span.begin + right});
  }
  return out;
}

}  // namespace broadsheet
