// view::Host over the browser.
#pragma once

#include "view/host.h"

namespace broadsheet::browser {

class BrowserHost final : public view::Host {
 public:
  double now() const override;
  void wake(double when) override;
  void measure(view::Face face, float pixels, std::string_view run, std::vector<float>& ends) override;
  void word_bounds(std::string_view text, std::vector<uint32_t>& bounds) override;
  void pick_files() override;
  void copy(std::string_view plain, std::string_view html) override;
  void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
  void print() override;
  void set_title(std::string_view title) override;
  void set_address(std::string_view fragment, bool push) override;
  std::string link_to(std::string_view fragment) override;
  std::string recall(std::string_view key) override;
  void remember(std::string_view key, std::string_view value) override;
  void save_page() override;
  std::vector<Kept> kept_editions() override;
  void reopen(std::string_view id) override;
  bool remembers() override;
  void forget_all() override;
  Preferences preferences() const override;
};

}  // namespace broadsheet::browser
