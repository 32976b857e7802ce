#include "browser/host.h"

#include <cstring>

#include "browser/js.h"
#include "text/utf8.h"

namespace broadsheet::browser {

double BrowserHost::now() const {
  return js_now();
}

void BrowserHost::wake(double when) {
  js_wake(when);
}

void BrowserHost::measure(view::Face face, float pixels, std::string_view run, std::vector<float>& ends) {
  size_t count = 0;
  for (const char byte : run) count += !is_trail_byte(byte);
  ends.assign(count, 0.0f);
  if (count) js_measure(static_cast<int>(face), pixels, run.data(), run.size(), ends.data(), count);
}

void BrowserHost::word_bounds(std::string_view text, std::vector<uint32_t>& bounds) {
  const std::string raw = text_from(js_words(text.data(), text.size()));
  bounds.resize(raw.size() / sizeof(uint32_t));
  if (!raw.empty()) std::memcpy(bounds.data(), raw.data(), raw.size());
}

void BrowserHost::pick_files() {
  js_pick_files();
}

void BrowserHost::copy(std::string_view plain, std::string_view html) {
  js_copy(plain.data(), plain.size(), html.data(), html.size());
}

void BrowserHost::save_file(std::string_view name, std::string_view mime, std::string_view bytes) {
  js_save_file(name.data(), name.size(), mime.data(), mime.size(), bytes.data(), bytes.size());
}

void BrowserHost::print() {
  js_print();
}

void BrowserHost::set_title(std::string_view title) {
  js_set_title(title.data(), title.size());
}

void BrowserHost::set_address(std::string_view fragment, bool push) {
  js_set_address(fragment.data(), fragment.size(), push);
}

std::string BrowserHost::link_to(std::string_view fragment) {
  return text_from(js_link_to(fragment.data(), fragment.size()));
}

std::string BrowserHost::recall(std::string_view key) {
  return text_from(js_recall(key.data(), key.size()));
}

void BrowserHost::remember(std::string_view key, std::string_view value) {
  js_remember(key.data(), key.size(), value.data(), value.size());
}

void BrowserHost::save_page() {
  js_save_page();
}

std::vector<view::Host::Kept> BrowserHost::kept_editions() {
  std::vector<Kept> kept;
  const std::string lines = text_from(js_kept());
  for (size_t at = 0; at < lines.size();) {
    const size_t tab = lines.find('\t', at), end = lines.find('\n', tab);
    kept.push_back({lines.substr(at, tab - at), lines.substr(tab + 1, end - tab - 1)});
    at = end + 1;
  }
  return kept;
}

void BrowserHost::reopen(std::string_view id) {
  js_reopen(id.data(), id.size());
}

bool BrowserHost::remembers() {
  return js_remembers() != 0;
}

void BrowserHost::forget_all() {
  js_forget_all();
}

view::Host::Preferences BrowserHost::preferences() const {
  const int bits = js_preferences();
  Preferences wishes;
  wishes.dark = bits & 1;
  wishes.more_contrast = bits & 2;
  wishes.reduced_motion = bits & 4;
  wishes.coarse_pointer = bits & 8;
  wishes.language = text_from(js_language());
  return wishes;
}

}  // namespace broadsheet::browser
