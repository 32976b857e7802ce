// Before anything is open: what this is, and the three ways to put a page into it.
#include <algorithm>
#include <cmath>

#include "view/desk.h"

namespace broadsheet::view {

void draw_opening(Desk& desk) {
  Stage& stage = desk.stage;
  Scale scale = desk.scale();
  const Words& words = *desk.words;
  float width = std::min(stage.width() - 40, 640 * std::max(1.0f, scale.text));
  Sheet sheet;
  Setting set{sheet, desk.setter};
  TextStyle head = scale.masthead();
  head.centre = true;
  head.tracking = desk.chinese ? std::round(head.size * 0.5f) : 0;
  float y = set.put(words.product, head, Tone::kInk, 0, 0, width, Role::kHeading, 1) + 8;
  set.across(0, y, width, Tone::kInk, 3);
  set.across(0, y + 5, width, Tone::kInk);
  y += 56;
  TextStyle title = scale.story_head();
  title.centre = true;
  y = set.put(words.open_title, title, Tone::kInk, 0, y, width, Role::kHeading, 2) + 14;
  TextStyle lead = scale.deck();
  lead.centre = true;
  y = set.put(words.open_lead, lead, Tone::kSoft, 0, y, width) + 40;
  float button_y = y;
  y += 52 + 24;
  TextStyle note = scale.note();
  note.centre = true;
  y = set.put(words.open_hint, note, Tone::kSoft, 0, y, width) + 40;
  set.across(0, y, width, Tone::kHairline);
  y = set.put(words.nothing_lost, note, Tone::kSoft, 0, y + 14, width);
  float left = std::floor((stage.width() - width) / 2);
  float top = std::max(24.0f, std::floor((stage.height() - y) * 0.42f));
  stage.mirror().open(Role::kMain, "main", words.product);
  draw_sheet(stage, sheet, left, top);
  TextStyle label = scale.bar();
  label.size = 16;
  label.face = Face::kSansBold;
  float w = stage.label_width(words.open_button, label) + 64;
  Rect button{std::floor(stage.width() / 2 - w / 2), top + button_y, w, 52};
  bool lit = stage.hot("opening.open");
  stage.fill(button, lit ? stage.ink().soft : stage.ink().ink);
  stage.label(words.open_button, label, stage.width() / 2, button.y + 26, stage.ink().paper, Side::kCentre);
  if (stage.press("opening.open", words.open_button, button)) desk.host.pick_files();
  stage.mirror().close();
}

}  // namespace broadsheet::view
