// view::KioskHost over the browser.
#pragma once

#include "view/kiosk.h"

namespace broadsheet::browser {

class BrowserKiosk final : public view::KioskHost {
 public:
  float hour() const override;
  void note(std::string_view event) override;
  std::string log() override;
  void act(view::KioskAct act) override;
  std::string address() override;
};

}  // namespace broadsheet::browser
