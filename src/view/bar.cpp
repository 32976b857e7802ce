// The bar at the top, the only chrome: it goes away while reading down and comes back on the way up.
#include <algorithm>
#include <cmath>

#include "view/find.h"
#include "view/keep.h"
#include "view/panel.h"
#include "view/proof.h"
#include "view/proof_words.h"
#include "view/reader.h"

namespace broadsheet::view {

namespace {

struct Bar {
  Desk& desk;
  Stage& stage;
  float u;  // one pixel of the bar on this screen
  float middle;
  float left, right;

  // A word to press, from the left or from the right edge.
  bool item(const char* id, std::string_view words, bool from_right, bool current = false) {
    TextStyle style = desk.scale().bar();
    if (current) style.face = Face::kSansBold;
    float w = stage.label_width(words, style);
    float x = from_right ? right - w : left;
    Rect rect{x - 8 * u, middle - 18 * u, w + 16 * u, 36 * u};
    bool lit = stage.hot(id) && !stage.coarse();
    stage.label(words, style, x, middle, current || lit ? stage.ink().ink : stage.ink().soft);
    (from_right ? right : left) += from_right ? -(w + 28 * u) : w + 28 * u;
    return stage.press(id, words, rect, Role::kButton, false, current);
  }

  Rect icon_rect(bool from_right) {
    float x = from_right ? right - 22 * u : left;
    (from_right ? right : left) += from_right ? -46 * u : 46 * u;
    return {x - 8 * u, middle - 18 * u, 38 * u, 36 * u};
  }

  Ink icon_ink(const char* id) { return stage.hot(id) ? stage.ink().ink : stage.ink().soft; }

  bool find_icon(const char* id) {
    Rect rect = icon_rect(true);
    float x = rect.x + rect.w / 2, y = middle;
    stage.circle(x - 1.5f * u, y - 1.5f * u, 5.5f * u, icon_ink(id), 1.5f * u);
    stage.stroke(x + 2.5f * u, y + 2.5f * u, x + 7 * u, y + 7 * u, icon_ink(id), 1.5f * u);
    return stage.press(id, desk.words->find, rect);
  }

  bool more_icon(const char* id) {
    Rect rect = icon_rect(true);
    float x = rect.x + rect.w / 2;
    for (int i = -1; i <= 1; ++i) {
      float at = x + 6.5f * u * static_cast<float>(i);
      stage.fill({stage.snap(at - 1.25f), stage.snap(middle - 1.25f), 2.5f, 2.5f}, icon_ink(id));
    }
    return stage.press(id, desk.words->more, rect);
  }

  bool back_item(std::string_view words) {
    float y = middle, x = left;
    Ink ink = stage.hot("nav.back") ? stage.ink().ink : stage.ink().soft;
    stage.stroke(x + 5 * u, y - 5 * u, x, y, ink, 1.5f * u);
    stage.stroke(x, y, x + 5 * u, y + 5 * u, ink, 1.5f * u);
    float w = stage.label(words, desk.scale().bar(), x + 12 * u, y, ink);
    Rect rect{x - 10 * u, y - 18 * u, w + 30 * u, 36 * u};
    left += w + 40 * u;
    return stage.press("nav.back", words.empty() ? desk.words->back : words, rect);
  }
};

void find_box(Desk& desk, Bar& bar) {
  Stage& stage = desk.stage;
  float u = bar.u, w = std::min(260 * u, stage.width() * 0.26f), h = 34 * u;
  Rect rect{bar.right - w, bar.middle - h / 2, w, h};
  bool lit = stage.hot("nav.find");
  stage.pill(rect, lit ? stage.ink().soft : stage.ink().hairline);
  float x = rect.x + 20 * u, y = bar.middle;
  stage.circle(x - u, y - u, 4.5f * u, stage.ink().soft, 1.3f * u);
  stage.stroke(x + 2.2f * u, y + 2.2f * u, x + 5.5f * u, y + 5.5f * u, stage.ink().soft, 1.3f * u);
  std::string hint = fill(desk.words->find_hint, grouped(desk.order.size()));
  stage.label(hint, desk.scale().bar(), x + 14 * u, y, stage.ink().soft);
  if (stage.press("nav.find", desk.words->find, rect)) {
    Place to;
    to.screen = Screen::kFind;
    desk.want_find_focus = true;
    desk.go(to);
  }
  bar.right -= w + 28 * u;
}

// "订正记录 3"
std::string log_label(const Desk& desk) {
  std::string out = proof_words(desk.chinese).corrections;
  if (desk.proof->log.taken > 0) {
    out += " ";
    out += std::to_string(desk.proof->log.taken);
  }
  return out;
}

void go_to(Desk& desk, Screen screen) {
  Place to;
  to.screen = screen;
  if (screen == Screen::kSource && desk.place.screen == Screen::kReader) {
    auto at = desk.by_id.find(desk.place.article);
    if (at != desk.by_id.end()) to.page = desk.order[at->second].page;
    to.article = desk.place.article;
  }
  if (screen == Screen::kFind) desk.want_find_focus = true;
  desk.go(to);
}

}  // namespace

void share(Desk& desk, const Place& place) {
  const std::string link = desk.host.link_to(address_of(place));
  if (link.empty()) return;
  desk.host.copy(link, {});
  // A link that carries the page inside itself says how long it has become, and what goes with it.
  std::string said = desk.words->link_copied;
  if (link.size() > 500) said.append(" · ").append(fill(desk.words->characters, grouped(link.size())));
  if (desk.proof->log.taken > 0) said.append(" · ").append(log_label(desk));
  desk.say(said);
}

void draw_bar(Desk& desk) {
  if (desk.place.screen == Screen::kOpening) return;
  Stage& stage = desk.stage;
  bool reading = desk.place.screen == Screen::kReader;
  bool wanted = desk.bar_wanted || desk.text_menu || desk.more_menu || desk.keep_menu ||
                stage.focus().rfind("nav.", 0) == 0;
  if (reading && desk.reader->calm && !desk.text_menu) wanted = false;
  float goal = wanted ? 0 : 1;
  if (desk.bar_shift != goal) {
    float by = desk.calm() ? 1 : std::max(desk.tick, 1.0f / 60) / 0.16f;
    desk.bar_shift =
        goal > desk.bar_shift ? std::min(goal, desk.bar_shift + by) : std::max(goal, desk.bar_shift - by);
    if (desk.bar_shift != goal) stage.wake();
  }
  float h = desk.bar_height(), top = stage.snap(-h * desk.bar_shift);
  const Words& words = *desk.words;
  bool phone = desk.scale().phone;
  float u = desk.scale().screen;
  float margin = phone ? 20.0f : 32.0f * u;
  if (desk.bar_shift < 1) {
    stage.surface("bar", {0, top, stage.width(), h});
    stage.fill({0, top, stage.width(), h}, stage.ink().paper);
    stage.rule(0, top + h - stage.pixel(), stage.width(), stage.ink().hairline);
    Bar bar{desk, stage, u, top + h / 2, margin, stage.width() - margin};
    stage.mirror().open(Role::kBanner, "bar", words.nav, {0, top, stage.width(), h});
    Screen screen = desk.place.screen;
    bool flat =
        screen == Screen::kFront || (!phone && (screen == Screen::kContents || screen == Screen::kFind));
    if (flat && !phone) {
      if (bar.item("nav.front", words.front, false, screen == Screen::kFront)) go_to(desk, Screen::kFront);
      if (bar.item("nav.contents", words.contents, false, screen == Screen::kContents))
        go_to(desk, Screen::kContents);
      if (bar.item("nav.source", words.source, false, false)) go_to(desk, Screen::kSource);
    } else if (screen == Screen::kFront) {
      if (bar.item("nav.contents", words.contents, false)) go_to(desk, Screen::kContents);
    } else {
      bool to_article = screen == Screen::kSource && !desk.place.article.empty();
      if (bar.back_item(phone ? "" : to_article ? words.back : words.front)) desk.back();
      if (screen == Screen::kSource && !phone)
        stage.label(
            words.source_title,
            [&] {
              TextStyle bold = desk.scale().bar();
              bold.face = Face::kSansBold;
              return bold;
            }(),
            bar.left, bar.middle, stage.ink().ink);
    }
    // Too narrow for every word in both languages: the rest stands in a menu.
    if (phone || stage.width() < 700 * u) {
      if (bar.more_icon("nav.more")) desk.more_menu = !desk.more_menu;
      if (bar.item("nav.text", "Aa", true)) desk.text_menu = !desk.text_menu;
      if (screen != Screen::kFind && bar.find_icon("nav.find")) go_to(desk, Screen::kFind);
    } else {
      if (bar.item("nav.help", "?", true)) desk.help = true;
      if (screen != Screen::kSource && bar.item("nav.share", words.share, true)) share(desk, desk.place);
      if (screen != Screen::kSource && bar.item("nav.keep", keep_words(desk.chinese).keep, true))
        desk.keep_menu = !desk.keep_menu;
      if (bar.item("nav.text", "Aa", true)) desk.text_menu = !desk.text_menu;
      if (screen == Screen::kSource) {
        const ProofWords& proof = proof_words(desk.chinese);
        if (bar.item("nav.corrections", log_label(desk), true)) open_log(desk);
        if (bar.item("nav.review", proof.review, true)) begin_review(desk);
      }
      if (screen == Screen::kReader) {
        if (bar.item("nav.source", words.source, true)) go_to(desk, Screen::kSource);
        if (bar.find_icon("nav.find")) go_to(desk, Screen::kFind);
      } else if (screen != Screen::kSource) {
        if (bar.item("nav.open", words.open, true)) desk.host.pick_files();
        if (screen != Screen::kFind && stage.width() >= 900 * u)
          find_box(desk, bar);
        else if (screen != Screen::kFind && bar.find_icon("nav.find"))
          go_to(desk, Screen::kFind);
      }
    }
    stage.mirror().close();
  }
  if (reading && !desk.reader->calm) {
    // The progress line lies on the bar's lower edge, and at the top of the screen when the bar is away.
    const Scroller& scroll = desk.reader->scroll;
    float share_read = scroll.limit > 0 ? scroll.offset / scroll.limit : 1;
    float y = std::max(0.0f, top + h - 1);
    stage.fill({0, stage.snap(y), stage.snap(stage.width() * share_read), 2}, stage.ink().accent);
    std::string percent = std::to_string(static_cast<int>(std::lround(share_read * 100)));
    stage.mirror().leaf(Role::kStatus, "reader.progress", fill(words.progress, percent),
                        {0, y, stage.width(), 2});
  }
}

namespace {

void text_panel(Desk& desk) {
  const Words& words = *desk.words;
  float row = row_height_of(desk);
  Panel panel = open_panel(desk, 320, 16 + row * 6 + 8, "panel.text", words.text);
  Stage& stage = desk.stage;
  float third = panel.rect.w / 3;
  float x = panel.rect.x;
  if (panel.choice("text.smaller", "A−", x, third, false)) step_size(desk, -1);
  std::string percent = std::to_string(100 + 10 * desk.settings.step) + " %";
  if (panel.choice("text.normal", percent, x + third, third, false)) step_size(desk, 0);
  if (panel.choice("text.larger", "A+", x + 2 * third, third, false)) step_size(desk, 1);
  panel.y += row;
  stage.rule(x, panel.y, panel.rect.w, stage.ink().hairline);
  static const Theme kThemes[] = {Theme::kSystem, Theme::kDay, Theme::kNight, Theme::kContrast};
  const char* names[] = {words.system, words.day, words.night, words.contrast};
  static const char* kIds[] = {"theme.system", "theme.day", "theme.night", "theme.contrast"};
  float quarter = panel.rect.w / 4;
  for (int i = 0; i < 4; ++i) {
    if (panel.choice(kIds[i], names[i], x + quarter * static_cast<float>(i), quarter,
                     desk.settings.theme == kThemes[i])) {
      desk.settings.theme = kThemes[i];
      desk.save_settings();
    }
  }
  panel.y += row;
  stage.rule(x, panel.y, panel.rect.w, stage.ink().hairline);
  if (panel.choice("language.zh", "中文", x, panel.rect.w / 2, desk.chinese)) {
    desk.settings.language = "zh";
    desk.save_settings();
    desk.apply_preferences();
  }
  if (panel.choice("language.en", "English", x + panel.rect.w / 2, panel.rect.w / 2, !desk.chinese)) {
    desk.settings.language = "en";
    desk.save_settings();
    desk.apply_preferences();
  }
  panel.y += row;
  stage.rule(x, panel.y, panel.rect.w, stage.ink().hairline);
  panel.y += 8;
  if (panel.toggle("text.columns", words.columns, desk.settings.columns)) {
    desk.settings.columns = !desk.settings.columns;
    desk.save_settings();
  }
  if (panel.toggle("text.marks", words.marks, desk.settings.marks)) {
    desk.settings.marks = !desk.settings.marks;
    desk.save_settings();
  }
  if (panel.toggle("text.calm", words.calm, desk.reader->calm)) desk.reader->calm = !desk.reader->calm;
  if (close_panel(desk)) desk.text_menu = false;
}

void more_panel(Desk& desk) {
  const Words& words = *desk.words;
  float row = row_height_of(desk);
  Panel panel = open_panel(desk, 220, 16 + row * 9, "panel.more", words.more);
  bool done = true;
  if (panel.line("more.front", words.front))
    go_to(desk, Screen::kFront);
  else if (panel.line("more.contents", words.contents))
    go_to(desk, Screen::kContents);
  else if (panel.line("more.source", words.source))
    go_to(desk, Screen::kSource);
  else if (panel.line("more.corrections", log_label(desk)))
    open_log(desk);
  else if (panel.line("more.review", proof_words(desk.chinese).review))
    begin_review(desk);
  else if (panel.line("more.share", words.share))
    share(desk, desk.place);
  else if (panel.line("more.keep", keep_words(desk.chinese).keep))
    desk.keep_menu = true;
  else if (panel.line("more.open", words.open))
    desk.host.pick_files();
  else if (panel.line("more.help", words.help))
    desk.help = true;
  else
    done = false;
  if (close_panel(desk) || done) desk.more_menu = false;
}

}  // namespace

void draw_menus(Desk& desk) {
  if (desk.text_menu)
    text_panel(desk);
  else if (desk.more_menu)
    more_panel(desk);
  else if (desk.keep_menu)
    keep_panel(desk);
  else if (!desk.help)
    desk.menu_scroll = Scroller{};
}

}  // namespace broadsheet::view
