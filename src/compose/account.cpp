#include "compose/account.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "text/well_formed.h"

namespace broadsheet {

namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;

bool only_zero_width(const std::string& text, Span span) {
  for (size_t i = span.begin; i < span.end;)
    if (next_code_point(text, i) != kZeroWidthSpace) return false;
  return true;
}

// Makes the span that ends where `rest` begins, or begins where it ends, hold it too.
bool goes_with_neighbour(Page& page, Span rest) {
  const auto stretch = [&](std::vector<Span>& spans) {
    for (Span& span : spans) {
      if (span.end == rest.begin) {
        span.end = rest.end;
      } else if (span.begin == rest.end) {
        span.begin = rest.begin;
      } else {
        continue;
      }
      return true;
    }
    return false;
  };
  for (Article& article : page.articles) {
    if (stretch(article.spans)) return true;
    for (Byline& byline : article.byline)
      if (stretch(byline.spans)) return true;
    for (Block& block : article.blocks)
      if (stretch(block.spans)) return true;
  }
  for (Furniture& item : page.furniture)
    if (stretch(item.spans)) return true;
  for (Duplicate& item : page.duplicates)
    if (stretch(item.spans)) return true;
  return false;
}

}  // namespace

Account account(const Page& page) {
  Account out;
  if (!page.source) return out;
  const std::string& text = page.source->text;
  std::vector<uint8_t> seen(text.size(), 0);
  const auto count = [&](const std::vector<Span>& spans) {
    for (const Span& span : spans) {
      for (size_t i = span.begin; i < span.end && i < seen.size(); ++i)
        seen[i] = seen[i] < 2 ? static_cast<uint8_t>(seen[i] + 1) : seen[i];
    }
  };
  for (const Article& article : page.articles) {
    count(article.spans);
    for (const Byline& byline : article.byline) count(byline.spans);
    for (const Block& block : article.blocks) count(block.spans);
  }
  for (const Furniture& item : page.furniture) count(item.spans);
  for (const Duplicate& item : page.duplicates) count(item.spans);
  for (const Unplaced& item : page.unplaced) count(item.spans);
  const auto add = [](std::vector<Span>& spans, uint32_t begin, uint32_t end) {
    if (!spans.empty() && spans.back().end == begin) {
      spans.back().end = end;
    } else {
      spans.push_back({begin, end});
    }
  };
  for (size_t i = 0; i < text.size();) {
    const auto begin = static_cast<uint32_t>(i);
    const char32_t c = next_code_point(text, i);
    // Blank to a reader, but no white space to Unicode, nor to whoever checks us.
    if (is_space(c) && c != kZeroWidthSpace) continue;
    const auto end = static_cast<uint32_t>(i);
    out.needed += end - begin;
    for (uint32_t k = begin; k < end; ++k) {
      if (seen[k] == 0) add(out.missing, k, k + 1);
      if (seen[k] > 1) add(out.doubled, k, k + 1);
    }
  }
  return out;
}

void place_the_rest(Page& page) {
  const Account sum = account(page);
  for (const Span& span : sum.missing) {
    if (only_zero_width(page.source->text, span) && goes_with_neighbour(page, span)) continue;
    page.unplaced.push_back(
        {well_formed(std::string_view(page.source->text).substr(span.begin, span.end - span.begin)), {span}});
  }
}

}  // namespace broadsheet
