// The state that all screens share: the edition, where the reader is, the settings. One screen, one function
// below.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "edition/edition.h"
#include "view/scroller.h"
#include "view/sheet.h"
#include "view/stage.h"
#include "view/words.h"

namespace broadsheet::view {

enum class Screen { kOpening, kFront, kReader, kContents, kSource, kFind };

// Where the reader is; what an address says (see address.cpp).
struct Place {
  Screen screen = Screen::kFront;
  std::string article;          // reader
  int block = -1;               // a passage of it
  uint32_t begin = 0, end = 0;  // bytes of the block
  int page = 0;                 // source
  std::string query;            // find
  friend bool operator==(const Place&, const Place&) = default;
};

std::string address_of(const Place& place);
// False where it is no address; whether the article exists is for the caller.
bool parse_address(std::string_view fragment, Place& place);

struct ArticleRef {
  int page = 0, index = 0;
};

struct Settings {
  Theme theme = Theme::kSystem;
  int step = 0;          // text size, tenths of 100 %
  bool columns = false;  // newspaper columns in the reader
  bool marks = true;     // of repaired joins
  std::string language;  // "", "zh", "en"
};

struct FrontState;
struct ReaderState;
struct ContentsState;
struct SourceState;
struct FindState;
struct KioskState;
struct Proof;

struct Desk {
  Desk(Host& host, Fonts fonts);
  ~Desk();

  Host& host;
  Typesetter setter;
  Stage stage;
  Edition edition;
  std::string edition_id;  // make_edition_id
  // The key of what is remembered of the open edition: host.recall(note_key("log")). Its log is saved with
  // the page.
  std::string note_key(std::string_view what) const;
  int generation =
      0;           // counts what was opened or corrected, so that composed sheets know that they are stale
  int opened = 0;  // counts what was opened
  Settings settings;
  Host::Preferences preferences;
  Place place;
  const Words* words = nullptr;
  bool chinese = true;

  std::vector<ArticleRef> order;  // all articles as they are read
  std::unordered_map<std::string, size_t> by_id;

  std::unique_ptr<FrontState> front;
  std::unique_ptr<ReaderState> reader;
  std::unique_ptr<ContentsState> contents;
  std::unique_ptr<SourceState> source;
  std::unique_ptr<FindState> find;
  std::unique_ptr<KioskState> kiosk;  // only where the edition stands on a wall
  std::unique_ptr<Proof> proof;       // what was corrected

  Scroller menu_scroll;  // of the open panel or the sheet of keys, where the screen is lower than it
  bool help = false, text_menu = false, more_menu = false, keep_menu = false;
  bool forget_asked = false;  // the first of the two presses that forget everything
  float bar_shift = 0;        // 0 shown, 1 gone
  bool bar_wanted = true;
  float veil = 0;  // of paper over a screen that was just opened; lifts in a sixth of a second
  double last_frame = 0;
  std::vector<std::string> complaints;
  std::string toast;
  double toast_until = 0;
  std::vector<Scroller*> panes;  // on the screen now, for wheel and touch
  bool want_find_focus = false;

  void take(Edition fresh);
  void index();  // the articles of the edition have changed
  const Article& article(size_t i) const {
    return edition.pages[at(order[i].page)].articles[at(order[i].index)];
  }
  const Page& page_of(size_t i) const { return edition.pages[at(order[i].page)]; }
  const Article* find_article(const std::string& id) const;
  void go(const Place& to, bool push = true);
  void open_article(const std::string& id);
  void back();
  void say(std::string_view words);
  void load_settings();
  void save_settings();
  void apply_preferences();
  Scale scale() const;
  Theme theme() const;
  bool menu_open() const { return text_menu || more_menu || keep_menu; }
  // Seconds since the last frame, 0 where motion is not wanted; for animations.
  float tick = 0;
  bool calm() const { return preferences.reduced_motion; }
  // The least side of what is pressed: a finger's width in a kiosk, where only fingers come; else 0.
  float finger() const;
  // Top of the content below the bar.
  float bar_height() const;
  float bar_bottom() const { return bar_height() * (1 - bar_shift); }

  static size_t at(int i) { return static_cast<size_t>(i); }
};

// What is said about an article, in one line.
std::string byline_of(const Article& article, bool with_roles);
// How much there is to read: hanzi, or words of a story that is written in letters.
struct Extent {
  bool chinese = true;
  size_t count = 0;
};
Extent extent_of(const Article& article);
std::string length_of(const Extent& extent, const Desk& desk);
std::string minutes_of(const std::string& length);
std::string headline_of(const Article& article, const Words& words);
// What the page calls itself; empty where a single page says nothing.
std::string page_name(const Desk& desk, int page);
bool is_picture(const Article& article);
size_t text_bytes(const Article& article);

// The screens. Each draws itself below the bar and handles its own keys.
void draw_opening(Desk& desk);
void draw_front(Desk& desk);
void draw_reader(Desk& desk);
void draw_contents(Desk& desk);
void draw_source(Desk& desk);
void draw_find(Desk& desk);
// Above them.
void draw_bar(Desk& desk);
void draw_menus(Desk& desk);
void draw_help(Desk& desk);
void draw_messages(Desk& desk);

// Scrolls `pane` by the keys that every screen shares (arrows, Page, Home, End, Space) and runs its inertia.
void scroll_by_keys(Desk& desk, Scroller& pane, float page);
// The keys alone, whatever lies over the screen.
void glide_by_keys(Desk& desk, Scroller& pane, float page);
// Keeps the keyboard's focus in sight.
void follow_focus(Desk& desk, Scroller& pane);
// Copies the link that leads there and says so.
void share(Desk& desk, const Place& place);
// Text size by one step, from keys, menu and pinch.
void step_size(Desk& desk, int by);

}  // namespace broadsheet::view
