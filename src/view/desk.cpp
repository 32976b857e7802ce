#include "view/desk.h"

#include <algorithm>
#include <cmath>

#include "text/utf8.h"
#include "view/contents.h"
#include "view/find.h"
#include "view/front.h"
#include "view/kiosk.h"
#include "view/linebreak.h"
#include "view/proof.h"
#include "view/reader.h"
#include "view/source.h"

namespace broadsheet::view {

Desk::Desk(Host& machine, Fonts fonts)
    : host(machine),
      setter(machine),
      stage(machine, fonts, setter),
      front(std::make_unique<FrontState>()),
      reader(std::make_unique<ReaderState>()),
      contents(std::make_unique<ContentsState>()),
      source(std::make_unique<SourceState>()),
      find(std::make_unique<FindState>()),
      proof(std::make_unique<Proof>()) {
  place.screen = Screen::kOpening;
  load_settings();
  apply_preferences();
}

Desk::~Desk() = default;

void Desk::take(Edition fresh) {
  edition = std::move(fresh);
  ++opened;
  edition_id = make_edition_id(edition);
  index();
}

void Desk::index() {
  ++generation;
  order.clear();
  by_id.clear();
  edition_id = make_edition_id(edition);
  for (size_t p = 0; p < edition.pages.size(); ++p)
    for (size_t i = 0; i < edition.pages[p].articles.size(); ++i) {
      by_id.emplace(edition.pages[p].articles[i].id, order.size());
      order.push_back({static_cast<int>(p), static_cast<int>(i)});
    }
}

std::string Desk::note_key(std::string_view what) const {
  return edition_id + "/" + std::string(what);
}

const Article* Desk::find_article(const std::string& id) const {
  auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &article(found->second);
}

void Desk::go(const Place& to, bool push) {
  if (kiosk && to.screen == Screen::kSource) return;
  bool same = to == place;
  if (to.screen != place.screen || to.article != place.article)
    veil = preferences.reduced_motion ? 0.0f : 1.0f;
  last_frame = host.now();
  place = to;
  if (edition.pages.empty()) place.screen = Screen::kOpening;
  text_menu = more_menu = keep_menu = false;
  bar_wanted = true;
  reader->open_mark = -1;
  if (place.screen == Screen::kReader) {
    reader->lit_begin = {place.block, place.begin};
    reader->lit_end = {place.block, place.end};
    reader->go_to_lit = place.block >= 0;
  }
  reader->put_out();
  std::string title = edition.title;
  if (place.screen == Screen::kReader)
    if (const Article* open = find_article(place.article)) title = headline_of(*open, *words);
  host.set_title(title.empty() ? words->product : title);
  if (!same && place.screen != Screen::kOpening) host.set_address(address_of(place), push);
  stage.wake();
}

void Desk::open_article(const std::string& id) {
  Place to;
  to.screen = Screen::kReader;
  to.article = id;
  go(to);
}

void Desk::back() {
  if (menu_open() || help) {
    text_menu = more_menu = keep_menu = help = false;
  } else if (reader->open_mark >= 0) {
    reader->open_mark = -1;
  } else if (place.screen == Screen::kReader && reader->anchor != reader->caret) {
    reader->anchor = reader->caret;
  } else if (place.screen == Screen::kReader && reader->calm) {
    reader->calm = false;
  } else if (place.screen == Screen::kReader && !reader->lit_query.empty()) {
    Place to;
    to.screen = Screen::kFind;
    to.query = reader->lit_query;
    go(to);
  } else if (place.screen == Screen::kSource && !place.article.empty()) {
    open_article(place.article);
  } else if (place.screen != Screen::kFront && place.screen != Screen::kOpening) {
    go(Place{});
  } else {
    complaints.clear();
  }
  stage.wake();
}

void Desk::say(std::string_view what) {
  toast = what;
  toast_until = host.now() + 2.2;
  stage.wake();
}

void Desk::load_settings() {
  std::string theme_name = host.recall("theme"), size = host.recall("size");
  settings.theme = theme_name == "day"        ? Theme::kDay
                   : theme_name == "night"    ? Theme::kNight
                   : theme_name == "contrast" ? Theme::kContrast
                                              : Theme::kSystem;
  if (!size.empty()) settings.step = std::clamp(std::atoi(size.c_str()), -4, 12);
  settings.columns = host.recall("columns") == "1";
  settings.marks = host.recall("marks") != "0";
  settings.language = host.recall("language");
  proof->who = host.recall("who");
}

void Desk::save_settings() {
  if (kiosk) return;  // a visitor's choices end with the visit
  static const char* kNames[] = {"", "day", "night", "contrast"};
  host.remember("theme", kNames[static_cast<int>(settings.theme)]);
  host.remember("size", std::to_string(settings.step));
  host.remember("columns", settings.columns ? "1" : "0");
  host.remember("marks", settings.marks ? "1" : "0");
  host.remember("language", settings.language);
}

void Desk::apply_preferences() {
  preferences = host.preferences();
  std::string language = settings.language.empty() ? preferences.language : settings.language;
  chinese = language.rfind("zh", 0) == 0 || language.empty();
  words = &words_of(chinese);
  stage.wake();
}

Theme Desk::theme() const {
  if (settings.theme != Theme::kSystem) return settings.theme;
  if (preferences.more_contrast) return Theme::kContrast;
  return preferences.dark ? Theme::kNight : Theme::kDay;
}

float Desk::finger() const {
  return kiosk ? std::round(44 * scale().screen) : 0;
}

Scale Desk::scale() const {
  Scale out;
  float width = stage.width();
  out.phone = width < 600;
  float screen = width > 1800 ? std::clamp(width / 1800, 1.0f, 2.1f) : 1.0f;
  out.screen = screen;
  out.text = screen * (1 + 0.1f * static_cast<float>(settings.step));
  return out;
}

float Desk::bar_height() const {
  if (kiosk) return std::round(72 * scale().screen);
  return place.screen == Screen::kOpening ? 0 : stage.width() < 600 ? 48.0f : std::round(52 * scale().screen);
}

void step_size(Desk& desk, int by) {
  int step = by == 0 ? 0 : std::clamp(desk.settings.step + by, -4, 12);
  if (step == desk.settings.step) return;
  desk.settings.step = step;
  desk.save_settings();
  desk.stage.wake();
}

void glide_by_keys(Desk& desk, Scroller& pane, float page) {
  Stage& stage = desk.stage;
  float line = 3 * desk.scale().body().line_height;
  bool calm = desk.calm();
  float from = pane.gliding ? pane.target : pane.offset;
  bool space = stage.key(ImGuiKey_Space) && !stage.focus_visible();
  if (stage.key(ImGuiKey_DownArrow)) pane.to(from + line, calm);
  if (stage.key(ImGuiKey_UpArrow)) pane.to(from - line, calm);
  if (stage.key(ImGuiKey_PageDown) || space) pane.to(from + page * 0.9f, calm);
  if (stage.key(ImGuiKey_PageUp) || (stage.key(ImGuiKey_Space, false, true) && !stage.focus_visible()))
    pane.to(from - page * 0.9f, calm);
  if (stage.key(ImGuiKey_Home)) pane.to(0, calm);
  if (stage.key(ImGuiKey_End)) pane.to(pane.limit, calm);
}

void scroll_by_keys(Desk& desk, Scroller& pane, float page) {
  Stage& stage = desk.stage;
  float before = pane.offset;
  bool calm = desk.calm();
  if (!desk.menu_open()) glide_by_keys(desk, pane, page);
  if (pane.step(desk.host.now(), calm, stage.finger_down())) stage.wake();
  if (pane.offset > before + 0.5f && pane.offset > 80) desk.bar_wanted = false;
  if (pane.offset < before - 0.5f || pane.offset < 4) desk.bar_wanted = true;
}

void follow_focus(Desk& desk, Scroller& pane) {
  Rect rect;
  if (!desk.stage.focus_moved(rect)) return;
  float top = desk.bar_height() + 16, bottom = desk.stage.height() - 16;
  if (rect.y < top)
    pane.to(pane.offset + rect.y - top, true);
  else if (rect.y + std::min(rect.h, bottom - top) > bottom)
    pane.to(pane.offset + rect.y + std::min(rect.h, bottom - top) - bottom, true);
  desk.stage.wake();
}

std::string minutes_of(const std::string& length) {
  return length.substr(length.find(" · ") + 4);
}

std::string byline_of(const Article& article, bool with_roles) {
  std::string out;
  std::string role;
  for (const Byline& by : article.byline) {
    if (!out.empty()) out += !is_trail_byte(out.back()) ? ", " : with_roles ? "　" : " ";
    if (with_roles && !by.role.empty() && by.role != role) {
      out += by.role;
      out += ' ';
      role = by.role;
    }
    out += by.name;
  }
  return out;
}

size_t text_bytes(const Article& article) {
  size_t sum = 0;
  for (const Block& block : article.blocks) sum += block.text.size();
  return sum;
}

Extent extent_of(const Article& article) {
  size_t hanzi = 0, letters = 0, spaces = 0;
  for (const Block& block : article.blocks)
    for (size_t at = 0; at < block.text.size();) {
      uint32_t code = decode(block.text, at);
      if (is_hanzi(code))
        ++hanzi;
      else if (code == ' ')
        ++spaces;
      else if (is_latin_letter(code))
        ++letters;
    }
  bool chinese = hanzi * 2 > letters;
  return {chinese, chinese ? hanzi : spaces + article.blocks.size()};
}

std::string length_of(const Extent& extent, const Desk& desk) {
  double minutes = static_cast<double>(extent.count) / (extent.chinese ? 420 : 230);
  std::string out =
      fill(extent.chinese ? desk.words->characters : desk.words->words_count, grouped(extent.count));
  out += " · ";
  return out + fill(desk.words->minutes, std::to_string(std::max(1L, std::lround(minutes))));
}

bool is_picture(const Article& article) {
  return article.kind == ArticleKind::kPhoto;
}

std::string headline_of(const Article& article, const Words& words) {
  if (!article.headline.empty()) return article.headline;
  // Without a head the first clause stands for it, or as many of its words as fill a line.
  for (const Block& block : article.blocks) {
    const std::string& text = block.text;
    size_t at = 0, wide = 0, word = 0;
    while (at < text.size() && wide < 44) {
      size_t begin = at;
      uint32_t code = decode(text, at);
      wide += code < 0x2e80 ? 1 : 2;
      bool full = code >= 0x3000, ends = is_closing(code) || code == '.' || code == ',';
      if (wide > 14 && ends && (full || at == text.size() || text[at] == ' ')) return text.substr(0, begin);
      if (full) word = at;
      if (code == ' ') word = begin;
    }
    if (at > 0 && at == text.size()) return text;
    if (at > 0) return text.substr(0, word > 0 ? word : at) + (word == at ? "……" : "...");
  }
  return is_picture(article) ? words.untitled_photo : words.untitled;
}

std::string page_name(const Desk& desk, int page) {
  const Page& sheet = desk.edition.pages[Desk::at(page)];
  for (const Furniture& part : sheet.furniture)
    if (part.kind == "section" && part.text.size() < 40) return part.text;
  if (sheet.number > 0 || desk.edition.pages.size() > 1)
    return fill(desk.words->page_n, std::to_string(shown_number(desk.edition, Desk::at(page))));
  return {};
}

}  // namespace broadsheet::view
