// Correcting in the reader: the menu of a paragraph, a head or a selection, and the undoing of a repair whose
// evidence is open.
#include <algorithm>

#include "correct/shown.h"
#include "view/proof.h"
#include "view/proof_words.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {

int page_of_article(const Desk& desk, const Article& article) {
  const auto found = desk.by_id.find(article.id);
  return found == desk.by_id.end() ? 0 : desk.order[found->second].page;
}

// The first block that begins on the screen.
int first_seen(const Desk& desk, ReaderState& state) {
  int block = -1;
  each_visible_line(state, desk.bar_bottom(), desk.stage.height(),
                    [&](size_t cell, const Layout&, size_t line, float, float) {
                      if (block < 0 && line == 0) block = state.flow.item(cell).tag;
                    });
  return block;
}

}  // namespace

Subject reader_subject(const Desk& desk, const ReaderState& state, const Article& article, TextPoint at) {
  Subject out;
  out.page = page_of_article(desk, article);
  const Page& page = desk.edition.pages[Desk::at(out.page)];
  if (!page.source || at.block < 0 || at.block >= static_cast<int>(article.blocks.size())) return out;
  const TextPoint from = std::min(state.anchor, state.caret), to = std::max(state.anchor, state.caret);
  // A selection over several paragraphs picks them all, whole.
  if (from.block == at.block && from.block < to.block) {
    const int last =
        std::min(to.byte > 0 ? to.block : to.block - 1, static_cast<int>(article.blocks.size()) - 1);
    for (int b = from.block; b <= last; ++b) {
      const std::vector<Span>& spans = article.blocks[Desk::at(b)].spans;
      out.spans.insert(out.spans.end(), spans.begin(), spans.end());
    }
    return out;
  }
  const Block& block = article.blocks[Desk::at(at.block)];
  out.spans = block.spans;
  const auto size = static_cast<uint32_t>(block.text.size());
  if (from.block == at.block && from != to) {
    out.words = source_spans(*page.source, block, from.byte, to.byte);
    if (!out.words.empty()) out.at = out.words.front().begin;
  } else if (at.byte > 0 && at.byte < size) {
    const std::vector<Span> rest = source_spans(*page.source, block, at.byte, size);
    if (!rest.empty()) out.at = rest.front().begin;
  }
  return out;
}

void reader_proof(Desk& desk, ReaderState& state, const Article& article, TextPoint under) {
  Stage& stage = desk.stage;
  if (article.blocks.empty() && article.spans.empty()) return;
  const TextPoint from = std::min(state.anchor, state.caret), to = std::max(state.anchor, state.caret);
  const bool selected = from.block >= 0 && from != to;
  if (stage.menu_asked("reader.text") && under.block >= 0) {
    const bool inside = selected && from <= under && under <= to;
    if (!inside) state.anchor = state.caret = under;
    open_proof_menu(desk, reader_subject(desk, state, article, inside ? from : under), stage.mouse_x(),
                    stage.mouse_y());
  } else if (stage.menu_asked("reader.head")) {
    Subject head;
    head.page = page_of_article(desk, article);
    head.spans = article.spans;
    open_proof_menu(desk, head, stage.mouse_x(), stage.mouse_y());
  }
  if (desk.help || desk.menu_open()) return;
  if (stage.key(ImGuiKey_U, false, false, false) && state.open_mark >= 0) {
    begin_undo_repair(desk, page_of_article(desk, article), *state.marks[Desk::at(state.open_mark)].repair);
    state.open_mark = -1;
    return;
  }
  const bool asked = stage.key(ImGuiKey_E, false, false, false) ||
                     stage.key(ImGuiKey_Menu, false, false, false) ||
                     stage.key(ImGuiKey_F10, false, true, false);
  if (!asked) return;
  TextPoint at = from;
  if (at.block < 0) at = {first_seen(desk, state), 0};
  Subject subject = reader_subject(desk, state, article, at);
  if (subject.spans.empty()) {
    subject.spans = article.spans;
  } else if (!selected) {  // which paragraph it is can be seen
    state.anchor = {at.block, 0};
    state.caret = {at.block, static_cast<uint32_t>(article.blocks[Desk::at(at.block)].text.size())};
  }
  open_proof_menu(desk, subject, stage.width(), stage.height() * 0.25f);
}

}  // namespace broadsheet::view
