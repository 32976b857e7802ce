#include "compose/jumps.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

#include "compose/marks_zh.h"
#include "compose/masthead.h"
#include "text/fold.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

struct End {
  size_t page = 0;
  size_t article = 0;
  Jump jump;
};

// A line that points on stands behind its story, one that points back before it or below its head.
bool find_article(const Page& page, const Span& line, bool from, size_t& found) {
  uint32_t best = std::numeric_limits<uint32_t>::max();
  for (size_t a = 0; a < page.articles.size(); ++a) {
    for (const Block& block : page.articles[a].blocks) {
      for (const Span& span : block.spans) {
        if (from ? span.begin < line.end : span.end > line.begin) continue;
        const uint32_t distance = from ? span.begin - line.end : line.begin - span.end;
        if (distance >= best) continue;
        best = distance;
        found = a;
      }
    }
  }
  return best != std::numeric_limits<uint32_t>::max();
}

std::vector<End> ends_of(const std::vector<Page>& pages) {
  std::vector<End> ends;
  for (size_t p = 0; p < pages.size(); ++p) {
    for (const Furniture& item : pages[p].furniture) {
      if (item.kind != "jump" || item.spans.empty()) continue;
      const Jump jump = read_jump(item.text);
      size_t article = 0;
      if (jump.page == 0 || !find_article(pages[p], item.spans.front(), jump.from, article)) continue;
      ends.push_back({p, article, jump});
    }
  }
  return ends;
}

// Pairs of neighbouring characters (hanzi) or words (Latin) of an article.
std::set<std::u32string> terms_of(const Article& article) {
  std::set<std::u32string> terms;
  std::u32string word;
  char32_t before = 0;
  const auto add = [&](const std::string& text) {
    for (char32_t raw : to_utf32(text)) {
      const char32_t c = fold_char(raw);
      if (is_hanzi(c) && is_hanzi(before)) terms.insert({before, c});
      before = c;
      if (is_latin(c)) {
        word.push_back(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      } else {
        if (word.size() > 3) terms.insert(word);
        word.clear();
      }
    }
    before = 0;
  };
  add(article.headline + " ");
  for (const Block& block : article.blocks) add(block.text + " ");
  return terms;
}

double likeness(const Article& a, const Article& b) {
  const std::set<std::u32string> x = terms_of(a);
  const std::set<std::u32string> y = terms_of(b);
  size_t both = 0;
  for (const std::u32string& term : x) both += y.count(term);
  const bool same_head = !a.headline.empty() && a.headline == b.headline;
  return static_cast<double>(both) / static_cast<double>(std::max<size_t>(1, std::min(x.size(), y.size()))) +
         (same_head ? 1 : 0);
}

}  // namespace

Jump read_jump(const std::string& line) {
  std::u32string text;
  for (char32_t raw : to_utf32(line)) {
    const char32_t c = fold_char(raw);
    if (c == ' ' && (text.empty() || text.back() == ' ')) continue;
    text.push_back(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  Jump jump;
  jump.page = jump_zh(text, jump.from);
  if (jump.page != 0) return jump;
  const std::u32string_view view = text;
  const bool on = view.find(U"continued") != view.npos || view.find(U"see ") != view.npos ||
                  view.find(U"turn to") != view.npos || view.find(U"cont") != view.npos;
  jump.from = view.find(U"from ") != view.npos;
  if (!on && !jump.from) return {};
  size_t at = view.find(U"page");
  at = at == view.npos ? 0 : at + 4;
  for (; at < view.size() && !is_digit(view[at]); ++at) {
  }
  int number = 0;
  for (; at < view.size() && is_digit(view[at]) && number < 1000; ++at)
    number = number * 10 + static_cast<int>(view[at] - '0');
  jump.page = number > 0 ? number : -1;
  return jump;
}

void join_jumps(std::vector<Page>& pages) {
  const std::vector<End> ends = ends_of(pages);
  if (ends.empty()) return;
  std::vector<int> numbers;
  numbers.reserve(pages.size());
  for (const Page& page : pages) numbers.push_back(read_masthead(page).page);
  const auto fits = [&](int named, size_t page) {
    return named < 0 || numbers[page] == 0 || named == numbers[page];
  };
  struct Pair {
    const End* on;
    const End* back;
    double likeness;
  };
  std::vector<Pair> pairs;
  for (const End& on : ends) {
    if (on.jump.from) continue;
    for (const End& back : ends) {
      if (!back.jump.from || back.page == on.page || !fits(on.jump.page, back.page) ||
          !fits(back.jump.page, on.page))
        continue;
      const double alike =
          likeness(pages[on.page].articles[on.article], pages[back.page].articles[back.article]);
      // Page numbers that only do not contradict each other want some likeness too.
      const bool certain =
          numbers[on.page] > 0 && numbers[back.page] > 0 && on.jump.page > 0 && back.jump.page > 0;
      if (certain || alike > 0.02) pairs.push_back({&on, &back, alike});
    }
  }
  sort_stably(pairs, [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
  for (const Pair& pair : pairs) {
    Article& first = pages[pair.on->page].articles[pair.on->article];
    Article& second = pages[pair.back->page].articles[pair.back->article];
    if (!first.continues.empty() || second.kind == ArticleKind::kContinued) continue;
    first.continues = second.id;
    second.kind = ArticleKind::kContinued;
  }
}

}  // namespace broadsheet
