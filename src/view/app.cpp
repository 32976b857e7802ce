#include "view/app.h"

#include <algorithm>
#include <cmath>

#include "compose/compose.h"
#include "edition/json.h"
#include "view/desk.h"
#include "view/keep.h"
#include "view/kiosk.h"
#include "view/proof.h"
#include "view/reader.h"
#include "view/source.h"

namespace broadsheet::view {

struct App::State {
  State(Host& host, Fonts fonts) : desk(host, fonts) {}
  Desk desk;
  std::string waiting;  // an address that came before the edition
  float pinch = 1;
};

App::App(Host& host, Fonts fonts) : state_(std::make_unique<State>(host, fonts)) {
  ImGui::GetIO().ConfigInputTextCursorBlink = false;  // idle means idle, in a field too
}
App::~App() = default;

namespace {

bool is_json(const std::string& bytes, const char* format) {
  size_t at = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  return at != std::string::npos && bytes[at] == '{' && bytes.find(format) != std::string::npos;
}

// Pages that came corrected are parsed anew, so that their log can be undone; without their dump they stay.
Page uncorrected(Page page) {
  if (!page.source || page.source->text.empty()) return page;
  Page fresh = parse_page(page.source->name, page.source->text);
  if (fresh.source->text == page.source->text) fresh.source = page.source;
  return fresh;
}

// What is in the files: pages in their order, the paper's name and date, corrections; and what is wrong with
// them.
struct FilesRead {
  std::vector<Page> pages;
  Edition whole;
  std::vector<Log> logs;  // one a file: two may be two people's
  std::vector<std::string> complaints;

  Edition edition() {
    Edition out = compose_edition(std::move(pages));
    if (out.title.empty()) out.title = whole.title;
    if (out.date.empty()) out.date = whole.date;
    return out;
  }
};

FilesRead read_files(const Desk& desk, const std::vector<InputFile>& files) {
  FilesRead out;
  auto& [pages, whole, logs, complaints] = out;
  for (const InputFile& file : files) {
    if (file.bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
      complaints.push_back(fill(desk.words->empty_file, file.name));
      continue;
    }
    if (is_json(file.bytes, "broadsheet-corrections-1")) {
      Log read;
      Complaint complaint = from_json(file.bytes, file.name, read);
      if (complaint.empty())
        logs.push_back(std::move(read));
      else
        complaints.push_back(complaint.text());
      continue;
    }
    if (is_json(file.bytes, "broadsheet-1")) {
      Edition read;
      Complaint complaint = from_json(file.bytes, file.name, read);
      if (!complaint.empty()) {
        complaints.push_back(complaint.text());
        continue;
      }
      Log read_log;
      if (file.bytes.find("\"corrections\"") != std::string::npos &&
          from_json(file.bytes, file.name, read_log).empty() && !read_log.entries.empty()) {
        logs.push_back(std::move(read_log));
        for (Page& page : read.pages) page = uncorrected(std::move(page));
      }
      if (whole.title.empty()) whole.title = read.title;
      if (whole.date.empty()) whole.date = read.date;
      for (Page& page : read.pages) pages.push_back(std::move(page));
      continue;
    }
    Page page = parse_page(file.name, file.bytes);
    if (page.articles.empty()) complaints.push_back(fill(desk.words->nothing_found_in, file.name));
    pages.push_back(std::move(page));
  }
  return out;
}

}  // namespace

void App::open_files(const std::vector<InputFile>& files) {
  Desk& desk = state_->desk;
  FilesRead read = read_files(desk, files);
  const std::vector<Page>& pages = read.pages;
  bool any = std::any_of(pages.begin(), pages.end(), [](const Page& page) { return !page.articles.empty(); });
  desk.complaints = read.complaints;
  bool had = !desk.edition.pages.empty();
  if (pages.empty() && had && !read.logs.empty()) {
    for (const Log& log : read.logs) take_log(desk, log);
    return;
  }
  if (pages.empty() || (!any && had)) {
    if (had && !desk.complaints.empty()) desk.complaints.push_back(desk.words->still_open);
    desk.stage.wake();
    return;
  }
  desk.take(read.edition());
  begin_proof(desk, read.logs);
  Place to;
  if (!any) to.screen = Screen::kSource;
  desk.place.screen = Screen::kOpening;
  if (!state_->waiting.empty()) {
    std::string address = std::move(state_->waiting);
    state_->waiting.clear();
    go(address);
  } else {
    desk.go(to, had);
  }
}

void App::go(std::string_view fragment) {
  Desk& desk = state_->desk;
  if (desk.edition.pages.empty()) {
    state_->waiting = fragment;
    return;
  }
  Place to;
  bool good = parse_address(fragment, to);
  if (good && to.screen == Screen::kReader) {
    const Article* article = desk.find_article(to.article);
    good = article != nullptr;
    if (good && to.block >= static_cast<int>(article->blocks.size())) to.block = -1;
  }
  if (good && to.screen == Screen::kSource) good = to.page < static_cast<int>(desk.edition.pages.size());
  if (!good) {
    desk.complaints.push_back(fill(desk.words->no_such_address, fragment));
    to = Place{};
  }
  desk.go(to, false);
}

void App::frame() {
  Desk& desk = state_->desk;
  double now = desk.host.now();
  desk.tick = static_cast<float>(std::clamp(now - desk.last_frame, 0.0, 0.1));
  desk.last_frame = now;
  desk.panes.clear();
  bool coarse = desk.preferences.coarse_pointer;
  // The scale needs the width of this frame, which begin() reads.
  desk.stage.begin(palette_of(desk.theme()), desk.scale(), coarse);
  desk.stage.begin(palette_of(desk.theme()), desk.scale(), coarse);
  Stage& stage = desk.stage;
  if (desk.kiosk && desk.kiosk->draw_loop(desk)) {
    stage.end();
    return;
  }
  if (desk.edition.pages.empty()) desk.place.screen = Screen::kOpening;
  stage.fill({0, 0, stage.width(), stage.height()}, stage.ink().paper);
  bool proof_busy = proof_is_busy(desk);
  stage.hush(proof_busy || desk.help);  // the sheet lies over the screen's keys as well
  switch (desk.place.screen) {
    case Screen::kOpening:
      draw_opening(desk);
      break;
    case Screen::kFront:
      draw_front(desk);
      break;
    case Screen::kReader:
      draw_reader(desk);
      break;
    case Screen::kContents:
      draw_contents(desk);
      break;
    case Screen::kSource:
      draw_source(desk);
      break;
    case Screen::kFind:
      draw_find(desk);
      break;
  }
  if (desk.veil > 0) {
    stage.fill({0, 0, stage.width(), stage.height()}, with_alpha(stage.ink().paper, desk.veil));
    desk.veil = std::max(0.0f, desk.veil - std::max(desk.tick, 1.0f / 120) / 0.16f);
    stage.wake();
  }
  if (desk.kiosk) {
    desk.kiosk->draw_visit(desk);
    stage.end();
    return;
  }
  draw_bar(desk);
  draw_menus(desk);
  draw_proof(desk, proof_busy);
  draw_messages(desk);
  draw_help(desk);

  if (stage.key(ImGuiKey_Escape) && !let_go(desk)) desk.back();
  if (stage.key(ImGuiKey_F1)) {
    desk.help = !desk.help;
    desk.text_menu = desk.more_menu = desk.keep_menu = false;
    stage.wake();
  }
  if (stage.key(ImGuiKey_O)) desk.host.pick_files();
  if (stage.key(ImGuiKey_Equal, true) || stage.key(ImGuiKey_Equal, true, true) ||
      stage.key(ImGuiKey_KeypadAdd, true))
    step_size(desk, 1);
  if (stage.key(ImGuiKey_Minus, true) || stage.key(ImGuiKey_KeypadSubtract, true)) step_size(desk, -1);
  if (stage.key(ImGuiKey_0, true)) step_size(desk, 0);
  if (stage.key(ImGuiKey_P, true)) desk.host.print();
  if (!desk.help) proof_keys(desk);
  if (!desk.edition.pages.empty() && !desk.help) {
    Place to;
    bool go = true;
    if (stage.key(ImGuiKey_H, false, false, false))
      to.screen = Screen::kFront;
    else if (stage.key(ImGuiKey_T, false, false, false))
      to.screen = Screen::kContents;
    else if (stage.key(ImGuiKey_S, false, false, false)) {
      to.screen = Screen::kSource;
      auto at = desk.by_id.find(desk.place.article);
      if (desk.place.screen == Screen::kReader && at != desk.by_id.end()) {
        to.page = desk.order[at->second].page;
        to.article = desk.place.article;
      }
    } else if (stage.key(ImGuiKey_Slash, false, false, false) ||
               stage.key(ImGuiKey_Slash, false, true, false) || stage.key(ImGuiKey_F, true, false, false)) {
      to.screen = Screen::kFind;
      to.query = desk.place.query;
      desk.want_find_focus = true;
    } else {
      go = false;
    }
    if (go && (to.screen != desk.place.screen)) desk.go(to);
    if (stage.key(ImGuiKey_A, false, false, false)) {
      desk.text_menu = !desk.text_menu;
      stage.wake();
    }
    if (stage.key(ImGuiKey_F, false, false, false)) {
      desk.keep_menu = !desk.keep_menu;
      stage.wake();
    }
    if (stage.key(ImGuiKey_D, false, false, false)) {
      static const Theme kTurn[] = {Theme::kDay, Theme::kNight, Theme::kContrast};
      Theme now_theme = desk.theme();
      size_t i = static_cast<size_t>(std::find(kTurn, kTurn + 3, now_theme) - kTurn);
      desk.settings.theme = kTurn[(i + 1) % 3];
      desk.save_settings();
      stage.wake();
    }
    if (stage.key(ImGuiKey_C, false, false, false) && desk.place.screen == Screen::kReader) {
      desk.settings.columns = !desk.settings.columns;
      desk.save_settings();
      stage.wake();
    }
    if (stage.key(ImGuiKey_M, false, false, false)) {
      desk.settings.marks = !desk.settings.marks;
      desk.save_settings();
      stage.wake();
    }
    if (stage.key(ImGuiKey_Z, false, false, false) && desk.place.screen == Screen::kReader) {
      desk.reader->calm = !desk.reader->calm;
      stage.wake();
    }
  }
  stage.end();
}

void App::scroll(float dx, float dy) {
  Desk& desk = state_->desk;
  (void)dx;
  for (size_t i = desk.panes.size(); i-- > 0;) {
    if (!desk.stage.mouse_inside(desk.panes[i]->pane) && i > 0) continue;
    float before = desk.panes[i]->offset;
    desk.panes[i]->by(dy, desk.stage.touched() && !desk.calm());
    float now = desk.panes[i]->offset;
    if (now > before && now > 80) desk.bar_wanted = false;
    if (now < before || now < 4) desk.bar_wanted = true;
    break;
  }
  desk.stage.wake();
}

void App::fling(float velocity_y) {
  Desk& desk = state_->desk;
  for (size_t i = desk.panes.size(); i-- > 0;) {
    if (!desk.stage.mouse_inside(desk.panes[i]->pane) && i > 0) continue;
    desk.panes[i]->fling(velocity_y);
    desk.panes[i]->last = desk.host.now();
    break;
  }
  desk.stage.wake();
}

void App::zoom(float factor) {
  state_->pinch *= factor;
  while (state_->pinch > 1.12f) {
    step_size(state_->desk, 1);
    state_->pinch /= 1.12f;
  }
  while (state_->pinch < 1 / 1.12f) {
    step_size(state_->desk, -1);
    state_->pinch *= 1.12f;
  }
}

void App::preferences_changed() {
  state_->desk.setter.forget();
  state_->desk.apply_preferences();
}

float App::width_of(Face face, float size, std::string_view words) {
  TextStyle style;
  style.face = face;
  style.size = size;
  return state_->desk.setter.width(words, style);
}

void App::complain(std::string_view message) {
  state_->desk.complaints.emplace_back(message);
  state_->desk.stage.wake();
}

bool App::start_kiosk(std::string_view settings, KioskHost& host) {
  Desk& desk = state_->desk;
  KioskSettings told;
  std::vector<std::string> complaints;
  if (!parse_kiosk(settings, told, complaints)) return false;
  desk.kiosk = std::make_unique<KioskState>(std::move(told), host);
  for (const std::string& complaint : complaints) host.note("setting not understood: " + complaint);
  kiosk_resume_lock(desk);
  reset_kiosk(desk);
  deal_kiosk(desk);
  return true;
}

void App::leave_kiosk() {
  Desk& desk = state_->desk;
  desk.kiosk.reset();
  desk.load_settings();
  desk.apply_preferences();
}

bool App::kiosk_input(KioskInput kind, float x, float y) {
  Desk& desk = state_->desk;
  return desk.kiosk && desk.kiosk->input(desk, kind, x, y);
}

std::string App::offer_kiosk(const std::vector<InputFile>& files, std::string_view date) {
  Desk& desk = state_->desk;
  FilesRead read = read_files(desk, files);
  if (!desk.kiosk) return "no kiosk";
  if (!read.complaints.empty()) return read.complaints.front();
  size_t stories = 0;
  for (const Page& page : read.pages)
    for (const Article& article : page.articles) stories += text_bytes(article) > 60;
  if (stories == 0) return "no story in it";
  desk.kiosk->waiting = std::make_unique<Edition>(read.edition());
  desk.kiosk->waiting_logs = std::move(read.logs);
  desk.kiosk->good_date = date;
  return {};
}

void App::kiosk_offline(bool offline, std::string_view date) {
  Desk& desk = state_->desk;
  if (!desk.kiosk) return;
  if (!date.empty()) desk.kiosk->good_date = date;
  if (desk.kiosk->offline == offline) return;
  desk.kiosk->offline = offline;
  desk.stage.wake();
}

Mirror& App::mirror() {
  return state_->desk.stage.mirror();
}
const Edition& App::edition() const {
  return state_->desk.edition;
}
const std::string& App::edition_id() const {
  return state_->desk.edition_id;
}

std::string App::corrections() const {
  const Desk& desk = state_->desk;
  if (desk.proof->log.entries.empty()) return {};
  return to_json(desk.proof->log, 1);
}

std::string App::json(int indent) const {
  return json_of(state_->desk, indent);
}

int App::opened() const {
  return state_->desk.opened;
}

std::string App::place() const {
  return place_of(state_->desk);
}

bool App::knows(std::string_view fragment) const {
  Place to;
  if (!parse_address(fragment, to)) return false;
  return to.screen != Screen::kReader || state_->desk.find_article(to.article) != nullptr;
}

void App::resume(std::string_view place) {
  resume_at(state_->desk, place);
}

}  // namespace broadsheet::view
