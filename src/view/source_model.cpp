#include <algorithm>

#include "text/sort.h"
#include "text/utf8.h"
#include "view/excerpt.h"
#include "view/linebreak.h"
#include "view/source.h"

namespace broadsheet::view {

namespace {

constexpr uint32_t kLongest = 6000;  // bytes of one item; longer passages are cut at a line end

}  // namespace

std::vector<Passage> passages_of(const Page& page) {
  std::vector<Passage> out;
  int item = 0;
  auto add = [&](const std::vector<Span>& spans, Owner owner, int article, int block) {
    ++item;
    const bool head = owner == Owner::kArticle && block == -1;
    for (const Span& span : spans) out.push_back({span, owner, article, block, head ? item++ : item});
  };
  for (size_t a = 0; a < page.articles.size(); ++a) {
    const Article& article = page.articles[a];
    int index = static_cast<int>(a);
    add(article.spans, Owner::kArticle, index, -1);
    for (const Byline& by : article.byline) add(by.spans, Owner::kArticle, index, -2);
    for (size_t b = 0; b < article.blocks.size(); ++b)
      add(article.blocks[b].spans, Owner::kArticle, index, static_cast<int>(b));
  }
  for (const Furniture& part : page.furniture) add(part.spans, Owner::kFurniture, -1, -1);
  for (const Duplicate& part : page.duplicates) {
    int article = -1;
    for (size_t a = 0; a < page.articles.size(); ++a)
      if (page.articles[a].id == part.article) article = static_cast<int>(a);
    add(part.spans, Owner::kDuplicate, article, part.block);
  }
  for (const Unplaced& part : page.unplaced) add(part.spans, Owner::kUnplaced, -1, -1);
  sort_stably(out, [](const Passage& a, const Passage& b) { return a.span.begin < b.span.begin; });
  // Long passages are cut so that only what is seen must be set; printed lines of one owner run together.
  std::vector<Passage> cut;
  const std::string& text = page.source ? page.source->text : std::string();
  for (Passage passage : out) {
    passage.span.end = std::min<uint32_t>(passage.span.end, static_cast<uint32_t>(text.size()));
    passage.span.begin = std::min(passage.span.begin, passage.span.end);
    while (passage.span.end - passage.span.begin > kLongest) {
      size_t line = text.rfind('\n', passage.span.begin + kLongest);
      uint32_t at = line == std::string::npos || line <= passage.span.begin ? passage.span.begin + kLongest
                                                                            : static_cast<uint32_t>(line);
      while (at < passage.span.end && is_trail_byte(text[at])) ++at;
      Passage part = passage;
      part.span.end = at;
      cut.push_back(part);
      passage.span.begin = at;
    }
    if (!cut.empty()) {
      Passage& last = cut.back();
      bool same = last.owner == passage.owner && last.article == passage.article &&
                  last.block == passage.block &&
                  (last.part == passage.part || (last.owner == Owner::kArticle && last.block >= 0));
      std::string_view between = std::string_view(text).substr(
          last.span.end, passage.span.begin - std::min(passage.span.begin, last.span.end));
      bool near = between.size() < 80 && std::count(between.begin(), between.end(), '\n') < 2 &&
                  between.find_first_not_of(" \t\r\n") == std::string_view::npos;
      if (same && near && passage.span.end - last.span.begin <= kLongest) {
        last.span.end = passage.span.end;
        continue;
      }
    }
    cut.push_back(passage);
  }
  return cut;
}

std::vector<RepairRow> repairs_of(const Page& page, const Words& words) {
  std::vector<RepairRow> rows;
  const std::string& text = page.source ? page.source->text : std::string();
  for (size_t a = 0; a < page.articles.size(); ++a) {
    for (const Repair& repair : page.articles[a].repairs) {
      RepairRow row{static_cast<int>(a), &repair, name_of(repair.kind, words)};
      row.title += words.tag[0] == 'z' ? "：" : ": ";
      if (repair.kind == RepairKind::kJoin && repair.at.size() >= 2) {
        size_t end = std::min<size_t>(repair.at[0], text.size());  // before the last letter
        if (end < text.size()) decode(text, end);
        row.title += words_before(text, end) + "｜" + words_after(text, repair.at[1]);
      } else if (!repair.at.empty()) {
        row.title += words_after(text, repair.at.back());
      }
      rows.push_back(std::move(row));
    }
  }
  sort_stably(rows, [](const RepairRow& a, const RepairRow& b) {
    return a.repair->confidence < b.repair->confidence;
  });
  return rows;
}

int passage_at(const SourceState& state, uint32_t byte) {
  auto below = std::partition_point(state.passages.begin(), state.passages.end(),
                                    [&](const Passage& p) { return p.span.end <= byte; });
  if (below == state.passages.end()) return static_cast<int>(state.passages.size()) - 1;
  return static_cast<int>(below - state.passages.begin());
}

void set_source(Desk& desk, SourceState& state) {
  const Page& page = desk.edition.pages[Desk::at(desk.place.page)];
  Scale scale = desk.scale();
  state.passages = passages_of(page);
  state.repairs = repairs_of(page, *desk.words);
  state.cells.clear();
  state.dump.clear();
  state.result.clear();
  std::string_view text = page.source ? std::string_view(page.source->text) : std::string_view();
  if (text.empty()) state.passages.clear();  // an edition that came as broadsheet-1 alone
  for (size_t i = 0; i < state.passages.size(); ++i) {
    FlowItem item;
    const Span& span = state.passages[i].span;
    item.text = text.substr(span.begin, span.end - span.begin);
    while (!item.text.empty() && (item.text.back() == '\n' || item.text.back() == '\r'))
      item.text.remove_suffix(1);
    item.style = scale.dump();
    item.space_before = item.space_after = 5;
    item.inset = 14;
    item.tag = static_cast<int>(i);
    state.dump.add(item);
  }
  for (size_t a = 0; a < page.articles.size(); ++a) {
    const Article& article = page.articles[a];
    int index = static_cast<int>(a);
    std::string head = article.kicker;
    if (!head.empty() && !article.headline.empty()) head += desk.chinese ? "　" : " – ";
    state.cells.push_back({index, -1, headline_of(article, *desk.words)});
    std::string by = byline_of(article, true);
    if (!by.empty()) state.cells.push_back({index, -2, by});
    for (size_t b = 0; b < article.blocks.size(); ++b)
      state.cells.push_back({index, static_cast<int>(b), article.blocks[b].text});
  }
  for (size_t i = 0; i < state.cells.size(); ++i) {
    const ResultCell& cell = state.cells[i];
    FlowItem item;
    item.text = cell.text;
    item.tag = static_cast<int>(i);
    item.inset = 14;
    if (cell.block == -1) {
      item.style = scale.story_head();
      item.style.balance = true;
      item.space_before = i > 0 ? 30.0f : 0.0f;
      item.space_after = 4;
    } else if (cell.block == -2) {
      item.style = scale.meta();
      item.space_after = 6;
    } else {
      const Block& block = page.articles[Desk::at(cell.article)].blocks[Desk::at(cell.block)];
      item.style = scale.excerpt();
      item.space_after = 4;
      if (block.kind == BlockKind::kSubhead) {
        item.style = scale.brief_head();
        item.style.size = scale.px(17);
        item.style.line_height = scale.px(26);
        item.space_before = 10;
      }
      if (block.kind == BlockKind::kCaption || block.kind == BlockKind::kCredit) item.style = scale.note();
    }
    state.result.add(item);
  }
}

}  // namespace broadsheet::view
