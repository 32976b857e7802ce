#include "view/keep.h"

#include <algorithm>

#include "edition/forms.h"
#include "edition/json.h"
#include "view/panel.h"
#include "view/proof.h"

namespace broadsheet::view {

namespace {

constexpr size_t kShownBefore = 4;
constexpr const char* kStartsAsKiosk = "kiosk";  // the note that web/kiosk.mjs looks for in a saved page

struct Choice {
  Form form;
  const char* id;
  const char* name;  // null: in words
};
// HTML is the articles alone, without the viewer.
constexpr Choice kChoices[] = {
    {Form::kEpub, "keep.epub", "EPUB"},       {Form::kHtml, "keep.html", "HTML"},
    {Form::kMarkdown, "keep.md", "Markdown"}, {Form::kText, "keep.txt", nullptr},
    {Form::kJson, "keep.json", "JSON"},       {Form::kNdjson, "keep.ndjson", "NDJSON"}};

void export_as(Desk& desk, Form form) {
  const FormFacts facts = facts_of(form);
  desk.host.save_file(file_name_of(desk.edition) + facts.ending, facts.mime,
                      form == Form::kJson ? json_of(desk, 1) : edition_as(desk.edition, form));
}

}  // namespace

std::string json_of(const Desk& desk, int indent) {
  if (desk.proof->log.entries.empty()) return to_json(desk.edition, indent);
  return to_json(desk.edition, desk.proof->log, indent, SourceText::kWith);
}

void keep_panel(Desk& desk) {
  const KeepWords& words = keep_words(desk.chinese);
  const float row = row_height_of(desk);
  const bool remembers = desk.host.remembers();
  std::vector<Host::Kept> before = desk.host.kept_editions();
  if (before.size() > kShownBefore) before.resize(kShownBefore);
  const float width = 320;
  const char* about = remembers ? words.stays : words.nothing_kept;
  const float inner = std::min(width * desk.scale().screen, desk.stage.width() - 24) - 40;
  const float note = desk.setter.set(about, desk.scale().note(), inner).height() + 16;
  const float heading = before.empty() ? 0 : row * 0.8f;
  const float rows = 5 + static_cast<float>(before.size()) + (remembers ? 1 : 0);
  Panel panel = open_panel(desk, width, 16 + row * rows + heading + note + 16, "panel.keep", words.keep);
  Stage& stage = desk.stage;
  const float x = panel.rect.x, third = panel.rect.w / 3;
  bool done = false;
  if (panel.line("keep.page", words.page)) {
    desk.host.save_page();
    done = true;
  }
  // Only a page that is saved is told so: this one stays what it is.
  const bool kiosk = !desk.host.recall(kStartsAsKiosk).empty();
  if (panel.toggle("keep.kiosk", words.kiosk, kiosk)) {
    desk.host.remember(kStartsAsKiosk, kiosk ? "" : "?kiosk");
    stage.wake();
  }
  for (size_t i = 0; i < std::size(kChoices); ++i) {
    const Choice& choice = kChoices[i];
    if (panel.choice(choice.id, choice.name ? choice.name : words.plain,
                     x + third * static_cast<float>(i % 3), third, false)) {
      export_as(desk, choice.form);
      done = true;
    }
    if (i % 3 == 2) panel.y += row;
  }
  if (panel.line("keep.print", words.print)) {
    desk.host.print();
    done = true;
  }
  panel.y += 8;
  stage.rule(x, panel.y, panel.rect.w, stage.ink().hairline);
  if (!before.empty()) {
    stage.label(words.before, desk.scale().kicker(), x + 20, panel.y + heading * 0.6f, stage.ink().accent);
    stage.mirror().leaf(Role::kHeading, "keep.before", words.before, {x + 20, panel.y, third, heading});
    stage.mirror().last().level = 2;
    panel.y += heading;
    for (const Host::Kept& kept : before) {
      if (panel.line("keep.edition." + kept.id, kept.title)) {
        desk.host.reopen(kept.id);
        done = true;
      }
    }
    stage.rule(x, panel.y, panel.rect.w, stage.ink().hairline);
  }
  panel.note("keep.about", about);
  if (remembers &&
      panel.line("keep.forget", desk.forget_asked ? words.forget_sure : words.forget, desk.forget_asked)) {
    if (desk.forget_asked) {
      desk.host.forget_all();
      done = true;
    }
    desk.forget_asked = true;
    stage.wake();
  }
  if (close_panel(desk) || done) desk.keep_menu = false;
  if (!desk.keep_menu) desk.forget_asked = false;
}

}  // namespace broadsheet::view
