// Coming back to where one was: the screen, and in an article the line at the reader's eyes.
#include "view/keep.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {
constexpr float kEyes = 0.35f;  // of the screen's height, where draw_reader lays the passage of an address
}  // namespace

std::string place_of(Desk& desk) {
  Place at = desk.place;
  at.block = -1;
  ReaderState& state = *desk.reader;
  if (at.screen == Screen::kReader && state.article == at.article && state.scroll.offset > 4) {
    const float eyes = desk.stage.height() * kEyes;
    each_visible_line(state, eyes - 200, desk.stage.height(),
                      [&](size_t cell, const Layout& layout, size_t line, float, float y) {
                        if (at.block >= 0 || y + layout.style.line_height * 0.5f < eyes) return;
                        at.block = state.flow.item(cell).tag;
                        at.begin = at.end = layout.lines[line].begin;
                      });
  }
  return address_of(at);
}

void resume_at(Desk& desk, std::string_view place) {
  Place to;
  if (!parse_address(place, to)) return;
  const Article* article = to.screen == Screen::kReader ? desk.find_article(to.article) : nullptr;
  if (to.screen == Screen::kReader && !article) return;
  if (to.screen == Screen::kSource && to.page >= static_cast<int>(desk.edition.pages.size())) return;
  const TextPoint eyes{to.block, to.begin};
  to.block = -1;
  to.begin = to.end = 0;
  desk.go(to, false);
  if (article && eyes.block >= 0 && eyes.block < static_cast<int>(article->blocks.size())) {
    desk.reader->lit_begin = desk.reader->lit_end = eyes;
    desk.reader->go_to_lit = true;
  }
}

}  // namespace broadsheet::view
