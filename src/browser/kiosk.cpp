// The kiosk's share of the JavaScript boundary; web/kiosk.mjs answers.
#include "browser/kiosk.h"

#include "browser/js.h"

namespace broadsheet::browser {

extern "C" {
double BROADSHEET_JS(js_hour)();
void BROADSHEET_JS(js_kiosk_note)(const char* event, size_t length);
size_t BROADSHEET_JS(js_kiosk_log)();
void BROADSHEET_JS(js_kiosk_act)(int act);
size_t BROADSHEET_JS(js_kiosk_address)();
}

float BrowserKiosk::hour() const {
  return static_cast<float>(js_hour());
}

void BrowserKiosk::note(std::string_view event) {
  js_kiosk_note(event.data(), event.size());
}

std::string BrowserKiosk::log() {
  return text_from(js_kiosk_log());
}

void BrowserKiosk::act(view::KioskAct act) {
  js_kiosk_act(static_cast<int>(act));
}

std::string BrowserKiosk::address() {
  return text_from(js_kiosk_address());
}

}  // namespace broadsheet::browser
