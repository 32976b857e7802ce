#include "compose/account.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "text/every.h"
#include "text/sort.h"
#include "text/well_formed.h"

namespace broadsheet {

namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;

bool only_zero_width(const std::string& text, Span span) {
  for (size_t i = span.begin; i < span.end;)
    if (every_code_point(text, i) != kZeroWidthSpace) return false;
  return true;
}

template <typename Take>
void each_span(const Page& page, Take take) {
  const auto all = [&](const std::vector<Span>& spans) {
    for (const Span& span : spans) take(span);
  };
  for (const Article& article : page.articles) {
    all(article.spans);
    for (const Byline& byline : article.byline) all(byline.spans);
    for (const Block& block : article.blocks) all(block.spans);
  }
  for (const Furniture& item : page.furniture) all(item.spans);
  for (const Duplicate& item : page.duplicates) all(item.spans);
  for (const Unplaced& item : page.unplaced) all(item.spans);
}

// Blank to a reader, but no white space to Unicode, nor to whoever checks us, is a zero width space.
bool needs_place(char32_t c) {
  return c == kZeroWidthSpace || !every_is_space(c);
}

// Puts the bytes behind the last of the spans, or into it where it ends there.
void add(std::vector<Span>& spans, uint32_t begin, uint32_t end) {
  if (!spans.empty() && spans.back().end == begin) {
    spans.back().end = end;
  } else {
    spans.push_back({begin, end});
  }
}

// Account::missing alone: only what no span covers is looked at.
std::vector<Span> missing_of(const Page& page) {
  const std::string& text = page.source->text;
  std::vector<Span> spans;
  each_span(page, [&](const Span& span) { spans.push_back(span); });
  spans.push_back({static_cast<uint32_t>(text.size()), 0});
  sort_stably(spans, [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::vector<Span> missing;
  uint32_t covered = 0;  // all before it is
  for (const Span& span : spans) {
    // A span may end inside a character: all of it is read.
    size_t begin = covered;
    while (begin > 0 && covered - begin < 3 && begin < text.size() && is_trail_byte(text[begin])) --begin;
    while (covered < span.begin && covered < text.size()) {
      size_t end = begin;
      const char32_t c = every_code_point(text, end);
      begin = end <= covered ? covered : end;  // what seemed the rest of one was a stray byte
      if (end <= covered) continue;
      const auto to = static_cast<uint32_t>(std::min<size_t>(end, span.begin));
      if (needs_place(c)) add(missing, covered, to);
      covered = to;
    }
    covered = std::max(covered, span.end);
  }
  return missing;
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
  each_span(page, [&](const Span& span) {
    const size_t end = std::min<size_t>(span.end, seen.size());
    for (size_t i = span.begin; i < end; ++i) seen[i] = static_cast<uint8_t>(seen[i] + (seen[i] < 2));
  });
  for (size_t i = 0; i < text.size();) {
    const auto begin = static_cast<uint32_t>(i);
    const char32_t c = every_code_point(text, i);
    if (!needs_place(c)) continue;
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
  std::optional<Neighbours> neighbours;
  for (const Span& span : missing_of(page)) {
    if (only_zero_width(page.source->text, span)) {
      if (!neighbours) neighbours.emplace(page);
      if (neighbours->take(span)) continue;
    }
    page.unplaced.push_back(
        {well_formed(std::string_view(page.source->text).substr(span.begin, span.end - span.begin)), {span}});
  }
}

}  // namespace broadsheet
