#include "compose/account.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "text/every.h"
#include "text/well_formed.h"

namespace broadsheet {

namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;

bool only_zero_width(const std::string& text, Span span) {
  for (size_t i = span.begin; i < span.end;)
    if (every_code_point(text, i) != kZeroWidthSpace) return false;
  return true;
}

// The spans of a page by where they begin and end. Of two that would do, the first in the page's own order.
class Neighbours {
 public:
  explicit Neighbours(Page& page) {
    for (Article& article : page.articles) {
      add(article.spans);
      for (Byline& byline : article.byline) add(byline.spans);
      for (Block& block : article.blocks) add(block.spans);
    }
    for (Furniture& item : page.furniture) add(item.spans);
    for (Duplicate& item : page.duplicates) add(item.spans);
  }

  // Makes the span that ends where `rest` begins, or begins where it ends, hold it too.
  bool take(Span rest) {
    const auto before = ending_.find(rest.begin);
    const auto after = beginning_.find(rest.end);
    if (before == ending_.end() && after == beginning_.end()) return false;
    if (after == beginning_.end() ||
        (before != ending_.end() && before->second.first < after->second.first)) {
      const Place place = before->second;
      place.second->end = rest.end;
      ending_.erase(before);
      ending_.emplace(rest.end, place);
    } else {
      const Place place = after->second;
      place.second->begin = rest.begin;
      beginning_.erase(after);
      beginning_.emplace(rest.begin, place);
    }
    return true;
  }

 private:
  using Place = std::pair<size_t, Span*>;  // its turn, and itself
  void add(std::vector<Span>& spans) {
    for (Span& span : spans) {
      ending_.emplace(span.end, Place(count_, &span));
      beginning_.emplace(span.begin, Place(count_, &span));
      ++count_;
    }
  }
  std::map<uint32_t, Place> ending_;
  std::map<uint32_t, Place> beginning_;
  size_t count_ = 0;
};

}  // namespace

Account account(const Page& page) {
  Account out;
  if (!page.source) return out;
  const std::string& text = page.source->text;
  std::vector<uint8_t> seen(text.size(), 0);
  const auto count = [&](const std::vector<Span>& spans) {
    for (const Span& span : spans) {
      uint8_t* const all = seen.data();
      const size_t end = std::min<size_t>(span.end, seen.size());
      for (size_t i = span.begin; i < end; ++i) all[i] = static_cast<uint8_t>(all[i] + (all[i] < 2));
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
    const char32_t c = every_code_point(text, i);
    // Blank to a reader, but no white space to Unicode, nor to whoever checks us.
    if (every_is_space(c) && c != kZeroWidthSpace) continue;
    const auto end = static_cast<uint32_t>(i);
    out.needed += end - begin;
    for (uint32_t k = begin; k < end; ++k) {
      if (seen[k] == 1) continue;
      if (seen[k] == 0) add(out.missing, k, k + 1);
      if (seen[k] > 1) add(out.doubled, k, k + 1);
    }
  }
  return out;
}

void place_the_rest(Page& page) {
  const Account sum = account(page);
  std::optional<Neighbours> neighbours;
  for (const Span& span : sum.missing) {
    if (only_zero_width(page.source->text, span)) {
      if (!neighbours) neighbours.emplace(page);
      if (neighbours->take(span)) continue;
    }
    page.unplaced.push_back(
        {well_formed(std::string_view(page.source->text).substr(span.begin, span.end - span.begin)), {span}});
  }
}

}  // namespace broadsheet
