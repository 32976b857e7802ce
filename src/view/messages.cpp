// What went wrong, until it is closed; what was done, for two seconds.
#include <algorithm>

#include "view/desk.h"
#include "view/proof_panel.h"

namespace broadsheet::view {

void draw_messages(Desk& desk) {
  Stage& stage = desk.stage;
  Scale scale = desk.scale();
  if (!desk.complaints.empty()) {
    std::string all;
    for (size_t i = 0; i < desk.complaints.size() && i < 6; ++i) {
      if (i > 0) all += "\n";
      all += desk.complaints[i];
    }
    float width = std::min(640.0f, stage.width() - 32);
    TextStyle style = scale.note();
    style.size = 14;
    style.line_height = 22;
    Layout layout = desk.setter.set(all, style, width - 40 - 48);
    float h = layout.height() + 32;
    Rect rect{stage.snap((stage.width() - width) / 2), stage.snap(stage.height() - h - 20), width, h};
    stage.raise(false);
    stage.surface("message", rect);
    stage.fill(rect, stage.ink().wash);
    stage.frame(rect, stage.ink().hairline, stage.pixel());
    stage.fill({rect.x, rect.y, 3, rect.h}, stage.ink().accent);
    stage.text(layout, rect.x + 20, rect.y + 16, stage.ink().ink);
    stage.mirror().open(Role::kAlert, "message", all, rect);
    Rect close{rect.x + rect.w - 44, rect.y + 6, 36, 36};
    Ink ink = stage.hot("message.close") ? stage.ink().ink : stage.ink().soft;
    float x = close.x + 18, y = close.y + 18;
    stage.stroke(x - 5, y - 5, x + 5, y + 5, ink, 1.5f);
    stage.stroke(x - 5, y + 5, x + 5, y - 5, ink, 1.5f);
    if (stage.press("message.close", desk.words->close, close)) desk.complaints.clear();
    stage.mirror().close();
    stage.lower();
  }
  if (desk.toast.empty()) return;
  if (desk.host.now() >= desk.toast_until) {
    desk.toast.clear();
    return;
  }
  desk.host.wake(desk.toast_until + 0.01);
  TextStyle style = scale.bar();
  style.max_lines = 1;
  const Layout words = desk.setter.set(desk.toast, style, stage.width() - 48);
  const float w = words.lines[0].width + 48;
  // Over the bar where a panel stands at the foot: its buttons are needed at once.
  const float top = proof_is_busy(desk) ? 4 : stage.height() - 88;
  Rect rect{stage.snap((stage.width() - w) / 2), stage.snap(top), w, 44};
  stage.raise(false);
  stage.fill(rect, stage.ink().ink);
  stage.text(words, rect.x + 24, rect.y + 22 - words.height() / 2, stage.ink().paper);
  stage.lower();
  stage.mirror().leaf(Role::kStatus, "toast", desk.toast, rect);
}

}  // namespace broadsheet::view
