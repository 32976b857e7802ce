// The application without a browser: screens, their state, and one frame of them.
//
//     App app(host, fonts);           // after ImGui::CreateContext and with the faces loaded
//     app.open_files({{"a04.txt", bytes}});
//     ImGui::NewFrame(); app.frame(); ImGui::Render();
//
// The browser feeds ImGui's IO (mouse, touch as mouse, keys, text, DisplaySize) and draws
// ImGui::GetDrawData().
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "view/host.h"
#include "view/mirror.h"

struct ImFont;

namespace broadsheet::view {

struct Fonts {
  ImFont* face[kFaceCount] = {};
};

struct InputFile {
  std::string name;
  std::string bytes;
};

class KioskHost;
enum class KioskInput;

class App {
 public:
  App(Host& host, Fonts fonts);
  ~App();

  // Opens dumps or broadsheet-1 files as one edition. A log of corrections among them belongs to it, or,
  // alone, to the edition that is open. A bad file becomes a message that names it; what was open stays open
  // where none of them is good.
  void open_files(const std::vector<InputFile>& files);
  // Goes where the address says (what stands after '#'); unknown addresses lead to the front page with a
  // message.
  void go(std::string_view fragment);
  // One frame between ImGui::NewFrame and ImGui::Render.
  void frame();
  // A wheel or a touch pan in CSS pixels, with the browser's own direction; `fling` in px/s starts inertia.
  void scroll(float dx, float dy);
  void fling(float velocity_y);
  // Text size step from a pinch or Ctrl +/-: factor 1 leaves it.
  void zoom(float factor);
  void preferences_changed();
  // Width of `words` set on one line, in CSS pixels; for comparing with the browser's own measure.
  float width_of(Face face, float size, std::string_view words);
  // Something outside failed and the reader must know: a picker, a fetch, the storage.
  void complain(std::string_view message);

  // The edition on a wall, with nobody at the keyboard (view/kiosk.h). False where `settings` names no kiosk.
  bool start_kiosk(std::string_view settings, KioskHost& host);
  void leave_kiosk();
  // Every input before anything else hears of it; true where nothing else may.
  bool kiosk_input(KioskInput kind, float x, float y);
  // A newer edition, shown at the end of a story. Returns why not, where it is no good.
  std::string offer_kiosk(const std::vector<InputFile>& files, std::string_view date);
  // The address of the newest edition cannot be reached or used; `date` is when it last could.
  void kiosk_offline(bool offline, std::string_view date);

  Mirror& mirror();
  const Edition& edition() const;
  // The same for the same dumps, corrected or not; empty where nothing is open.
  const std::string& edition_id() const;
  // Counts the editions that were opened; a file that could not be used does not count.
  int opened() const;
  // Where the reader is, to come back to in the same edition: the address with the passage at the reader's
  // eyes.
  std::string place() const;
  // False where the address names nothing in the open edition.
  bool knows(std::string_view fragment) const;
  // Goes there, where it still exists; otherwise nothing happens.
  void resume(std::string_view place);
  // The open edition as broadsheet-1; what was corrected stands in it with its dumps, so that it can be
  // undone.
  std::string json(int indent) const;
  // What the reader corrected, as broadsheet-corrections-1; empty where nothing was.
  std::string corrections() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace broadsheet::view
