// Selecting text in the reader: pointer, touch, keys; copying it plain and as a quotation.
#include <algorithm>
#include <cmath>

#include "text/utf8.h"
#include "view/linebreak.h"
#include "view/proof.h"
#include "view/proof_words.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {

// The text point nearest to a place on the screen.
TextPoint point_at(ReaderState& state, float x, float y) {
  TextPoint best;
  float distance = 1e18f;
  each_visible_line(state, y - 4000, y + 4000,
                    [&](size_t cell, const Layout& layout, size_t line, float lx, float ly) {
                      float step = layout.style.line_height;
                      float dy = y < ly ? ly - y : y > ly + step ? y - ly - step : 0;
                      float dx = x < lx ? lx - x : x > lx + layout.measure ? x - lx - layout.measure : 0;
                      float far = dy * 4 + dx;
                      if (far >= distance) return;
                      distance = far;
                      best.block = state.flow.item(cell).tag;
                      best.byte = layout.byte_at(x - lx, (static_cast<float>(line) + 0.5f) * step);
                    });
  return best;
}

void word_at(Desk& desk, const std::string& text, TextPoint at, TextPoint& begin, TextPoint& end) {
  std::vector<uint32_t> bounds;
  desk.host.word_bounds(text, bounds);
  begin = end = at;
  begin.byte = 0;
  end.byte = static_cast<uint32_t>(text.size());
  for (uint32_t bound : bounds) {
    if (bound <= at.byte) begin.byte = std::max(begin.byte, bound);
    if (bound > at.byte) end.byte = std::min(end.byte, bound);
  }
}

TextPoint step_point(const Article& article, TextPoint at, int by) {
  const std::string& text = article.blocks[Desk::at(at.block)].text;
  if (by > 0) {
    if (at.byte >= text.size()) {
      if (at.block + 1 < static_cast<int>(article.blocks.size())) return {at.block + 1, 0};
      return at;
    }
    size_t next = at.byte;
    decode(text, next);
    return {at.block, static_cast<uint32_t>(next)};
  }
  if (at.byte == 0) {
    if (at.block == 0) return at;
    return {at.block - 1, static_cast<uint32_t>(article.blocks[Desk::at(at.block - 1)].text.size())};
  }
  size_t back = at.byte - 1;
  while (back > 0 && is_trail_byte(text[back])) --back;
  return {at.block, static_cast<uint32_t>(back)};
}

TextPoint step_word(Desk& desk, const Article& article, TextPoint at, int by) {
  const std::string& text = article.blocks[Desk::at(at.block)].text;
  std::vector<uint32_t> bounds;
  desk.host.word_bounds(text, bounds);
  if (by > 0) {
    for (uint32_t bound : bounds)
      if (bound > at.byte) return {at.block, bound};
    if (at.byte < text.size()) return {at.block, static_cast<uint32_t>(text.size())};
    return step_point(article, at, 1);
  }
  for (size_t i = bounds.size(); i-- > 0;)
    if (bounds[i] < at.byte) return {at.block, bounds[i]};
  if (at.byte > 0) return {at.block, 0};
  return step_point(article, at, -1);
}

std::string escape_html(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

Place passage(const Desk& desk, const ReaderState& state) {
  TextPoint from = std::min(state.anchor, state.caret), to = std::max(state.anchor, state.caret);
  Place place = desk.place;
  place.block = from.block;
  place.begin = from.byte;
  place.end = to.block == from.block ? to.byte : from.byte;
  return place;
}

void copy_plain(Desk& desk, const ReaderState& state, const Article& article) {
  std::string text = selected_text(state, article);
  if (text.empty()) return;
  desk.host.copy(text, {});
  desk.say(desk.words->copied);
}

void copy_cited(Desk& desk, const ReaderState& state, const Article& article) {
  std::string text = selected_text(state, article);
  if (text.empty()) {
    for (const Block& block : article.blocks)
      if (block.kind == BlockKind::kParagraph) {
        text = block.text;
        break;
      }
  }
  std::string source = headline_of(article, *desk.words);
  auto part = [&](const std::string& what) {
    if (what.empty()) return;
    source += desk.chinese ? "，" : ", ";
    source += what;
  };
  part(byline_of(article, false));
  part(desk.edition.title);
  part(date_line(article.dateline.date.empty() ? desk.edition.date : article.dateline.date, desk.chinese,
                 false));
  std::string link = desk.host.link_to(address_of(passage(desk, state)));
  std::string plain = "“" + text + "”\n—— " + source + "\n" + link;
  std::string html = "<blockquote><p>" + escape_html(text) + "</p></blockquote><p>— <a href=\"" +
                     escape_html(link) + "\">" + escape_html(source) + "</a></p>";
  desk.host.copy(plain, html);
  desk.say(desk.words->cited);
}

// What can be done with a selection, close to where it ends.
void selection_bar(Desk& desk, ReaderState& state, const Article& article) {
  TextPoint from = std::min(state.anchor, state.caret), to = std::max(state.anchor, state.caret);
  Stage& stage = desk.stage;
  float x = -1, top = 0, bottom = 0;
  each_visible_line(state, 0, stage.height(),
                    [&](size_t cell, const Layout& layout, size_t line, float lx, float ly) {
                      int tag = state.flow.item(cell).tag;
                      const Line& row = layout.lines[line];
                      TextPoint a{tag, row.begin}, b{tag, row.end};
                      if (b < from || a > to) return;
                      if (x < 0) {
                        size_t at = 0;
                        float px = 0;
                        layout.locate(std::max(row.begin, tag == from.block ? from.byte : 0), at, px);
                        x = lx + px;
                        top = ly;
                      }
                      bottom = ly + layout.style.line_height;
                    });
  if (x < 0) return;
  const Words& words = *desk.words;
  const char* labels[] = {words.copy, words.cite, words.copy_link, words.find,
                          proof_words(desk.chinese).correct};
  static const char* kIds[] = {"select.copy", "select.cite", "select.link", "select.find", "select.correct"};
  TextStyle style = desk.scale().bar();
  float h = stage.coarse() ? 44.0f : 36.0f, w = 0;
  float widths[5];
  for (int i = 0; i < 5; ++i) w += widths[i] = stage.label_width(labels[i], style) + 28;
  float y = top - h - 6;
  if (y < desk.bar_bottom() + 4) y = std::min(bottom + 6, stage.height() - h - 8);
  float left = stage.snap(std::clamp(x, 12.0f, std::max(12.0f, stage.width() - w - 12)));
  Rect rect{left, stage.snap(y), w, h};
  stage.raise(false);
  stage.surface("select.bar", rect);
  stage.fill(rect, stage.ink().ink);
  stage.mirror().open(Role::kRegion, "select.bar", words.copy, rect);
  int pressed = -1;
  for (int i = 0; i < 5; ++i) {
    Rect cell{left, rect.y, widths[i], h};
    bool lit = stage.hot(kIds[i]);
    stage.label(labels[i], style, left + widths[i] / 2, rect.y + h / 2,
                lit ? stage.ink().paper : blend(stage.ink().paper, stage.ink().ink, 0.18f), Side::kCentre);
    if (stage.press(kIds[i], labels[i], cell)) pressed = i;
    left += widths[i];
  }
  stage.mirror().close();
  stage.lower();
  if (pressed == 0) copy_plain(desk, state, article);
  if (pressed == 1) copy_cited(desk, state, article);
  if (pressed == 2) share(desk, passage(desk, state));
  if (pressed == 3) {
    Place place;
    place.screen = Screen::kFind;
    place.query = selected_text(state, article);
    size_t line = place.query.find('\n');
    if (line != std::string::npos) place.query.resize(line);
    desk.go(place);
  }
  if (pressed == 4) open_proof_menu(desk, reader_subject(desk, state, article, from), x, bottom + 8);
}

}  // namespace

std::string selected_text(const ReaderState& state, const Article& article) {
  TextPoint from = std::min(state.anchor, state.caret), to = std::max(state.anchor, state.caret);
  std::string out;
  if (from.block < 0) return out;
  for (int b = from.block; b <= to.block && b < static_cast<int>(article.blocks.size()); ++b) {
    const std::string& text = article.blocks[Desk::at(b)].text;
    size_t begin = b == from.block ? std::min<size_t>(from.byte, text.size()) : 0;
    size_t end = b == to.block ? std::min<size_t>(to.byte, text.size()) : text.size();
    if (b > from.block) out += "\n\n";
    if (end > begin) out.append(text, begin, end - begin);
  }
  return out;
}

void handle_selection(Desk& desk, ReaderState& state, const Article& article) {
  Stage& stage = desk.stage;
  if (article.blocks.empty()) return;
  bool selected = state.anchor.block >= 0 && state.anchor != state.caret;
  if (stage.pressed_now("reader.text")) {
    double now = desk.host.now();
    state.clicks = now - state.last_click < 0.55 ? state.clicks + 1 : 1;
    state.last_click = now;
    TextPoint at = point_at(state, stage.mouse_x(), stage.mouse_y());
    state.open_mark = -1;
    if (at.block >= 0) {
      const std::string& text = article.blocks[Desk::at(at.block)].text;
      if (state.clicks == 1) {
        if (ImGui::GetIO().KeyShift && state.anchor.block >= 0)
          state.caret = at;
        else
          state.anchor = state.caret = at;
        state.selecting = !stage.coarse();  // a finger pans; it selects by a double tap
      } else if (state.clicks == 2) {
        word_at(desk, text, at, state.anchor, state.caret);
        state.selecting = false;
      } else {
        state.anchor = {at.block, 0};
        state.caret = {at.block, static_cast<uint32_t>(text.size())};
        state.selecting = false;
      }
      stage.wake();
    }
  }
  if (state.selecting) {
    if (!ImGui::GetIO().MouseDown[0]) {
      state.selecting = false;
    } else {
      TextPoint at = point_at(state, stage.mouse_x(), stage.mouse_y());
      if (at.block >= 0 && at != state.caret) {
        state.caret = at;
        stage.wake();
      }
      float edge = 36;
      if (stage.mouse_y() > stage.height() - edge || stage.mouse_y() < edge) {
        state.scroll.by(stage.mouse_y() < edge ? -10.0f : 10.0f);
        stage.wake();
      }
    }
  }
  auto move = [&](TextPoint to) {
    state.caret = to;
    stage.wake();
  };
  if (state.anchor.block < 0 && stage.key(ImGuiKey_RightArrow, false, true))
    state.anchor = state.caret = {0, 0};
  if (state.anchor.block >= 0) {
    if (stage.key(ImGuiKey_RightArrow, false, true)) move(step_point(article, state.caret, 1));
    if (stage.key(ImGuiKey_LeftArrow, false, true)) move(step_point(article, state.caret, -1));
    if (stage.key(ImGuiKey_RightArrow, true, true)) move(step_word(desk, article, state.caret, 1));
    if (stage.key(ImGuiKey_LeftArrow, true, true)) move(step_word(desk, article, state.caret, -1));
    int down = stage.key(ImGuiKey_DownArrow, false, true) ? 1
               : stage.key(ImGuiKey_UpArrow, false, true) ? -1
                                                          : 0;
    for (size_t i = 0; down != 0 && i < state.flow.size(); ++i) {
      if (state.flow.item(i).tag != state.caret.block) continue;
      const Layout& layout = state.flow.layout(desk.setter, i);
      size_t line = 0;
      float x = 0;
      layout.locate(state.caret.byte, line, x);
      long to = static_cast<long>(line) + down;
      if (to < 0)
        move(state.caret.block > 0 ? TextPoint{state.caret.block - 1, 0} : TextPoint{0, 0});
      else if (to >= static_cast<long>(layout.lines.size()))
        move(state.caret.block + 1 < static_cast<int>(article.blocks.size())
                 ? TextPoint{state.caret.block + 1, 0}
                 : TextPoint{state.caret.block, static_cast<uint32_t>(article.blocks.back().text.size())});
      else
        move({state.caret.block,
              layout.byte_at(x, (static_cast<float>(to) + 0.5f) * layout.style.line_height)});
      break;
    }
  }
  if (stage.key(ImGuiKey_A, true)) {
    state.anchor = {0, 0};
    move({static_cast<int>(article.blocks.size()) - 1,
          static_cast<uint32_t>(article.blocks.back().text.size())});
  }
  if (stage.key(ImGuiKey_C, true) && selected) copy_plain(desk, state, article);
  if (stage.key(ImGuiKey_Q, false, false, false)) copy_cited(desk, state, article);
  const bool asks = stage.menu_asked("reader.text");
  reader_proof(desk, state, article, asks ? point_at(state, stage.mouse_x(), stage.mouse_y()) : TextPoint{});
  if (selected && !state.selecting && !proof_is_busy(desk)) selection_bar(desk, state, article);
}

}  // namespace broadsheet::view
