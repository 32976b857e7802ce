#include "view/proof_log.h"

#include <algorithm>

#include "correct/shown.h"
#include "edition/truth.h"
#include "text/utf8.h"
#include "view/excerpt.h"
#include "view/proof.h"
#include "view/proof_words.h"
#include "view/source.h"

namespace broadsheet::view {

namespace {

const Page* page_named(const Desk& desk, const std::string& name, int& index) {
  for (size_t p = 0; p < desk.edition.pages.size(); ++p) {
    const Page& page = desk.edition.pages[p];
    index = static_cast<int>(p);
    if (page.source && same_page(name, page.source->name)) return &page;
  }
  return nullptr;
}

uint32_t place_of(const Correction& entry) {
  return entry.spans.empty() ? entry.at : entry.spans.front().begin;
}

// The words that it is about.
std::string about(const Desk& desk, const Correction& entry) {
  int index = 0;
  const Page* page = page_named(desk, entry.page, index);
  if (!page) return entry.page;
  const std::string& text = page->source->text;
  size_t begin = std::min<size_t>(place_of(entry), text.size());
  while (begin > 0 && is_trail_byte(text[begin])) --begin;
  return words_after(text, begin);
}

std::string signature(const Correction& entry) {
  std::string when = entry.when.substr(0, std::min<size_t>(16, entry.when.size()));
  std::replace(when.begin(), when.end(), 'T', ' ');
  if (entry.who.empty()) return when;
  return when.empty() ? entry.who : entry.who + " · " + when;
}

void save_truth(Desk& desk) {
  const Page& page = desk.edition.pages[Desk::at(std::max(0, desk.place.page))];
  if (!page.source) return;
  desk.host.save_file("page.txt", "text/plain", page.source->text);
  desk.host.save_file("expected.json", "application/json", to_truth(page, "page.txt"));
  desk.say(fill(proof_words(desk.chinese).log_saved, "page.txt, expected.json"));
}

void save_log(Desk& desk) {
  desk.host.save_file("corrections.json", "application/json", to_json(desk.proof->log, 1));
  desk.say(fill(proof_words(desk.chinese).log_saved, "corrections.json"));
}

void go_to_entry(Desk& desk, const Correction& entry) {
  int index = 0;
  if (!page_named(desk, entry.page, index)) return;
  Place to;
  to.screen = Screen::kSource;
  to.page = index;
  desk.go(to);
  desk.source->wanted = place_of(entry);
  desk.proof->log_panel.open = false;
}

// One side of a conflict; what it would change on a page that has neither.
float put_side(Desk& desk, Setting& set, const Correction& entry, const Correction& other, const char* whose,
               float x, float y, float width) {
  const ProofWords& words = proof_words(desk.chinese);
  const Scale scale = desk.scale();
  TextStyle bold = scale.bar();
  bold.face = Face::kSansBold;
  bold.max_lines = 2;
  y = set.put(whose, scale.kicker(), Tone::kAccent, x, y, width) + 2;
  y = set.put(summary(entry, words, desk.chinese), bold, Tone::kInk, x, y, width) + 2;
  y = set.put(signature(entry), scale.meta(), Tone::kSoft, x, y, width) + 6;
  int index = 0;
  if (!page_named(desk, entry.page, index)) return y;
  Log without = desk.proof->log;
  Correction neither;
  stand_instead(neither, entry, without);
  stand_instead(neither, other, without);
  without.add(neither);
  const Page& parsed = desk.proof->parsed_page(desk, index);
  const Page before = apply(parsed, without).page;
  without.add(entry);
  return put_effect(desk, set, effect_of(before, apply(parsed, without).page, *desk.words), x, y, width,
                    !scale.phone                ? 5
                    : desk.stage.height() < 700 ? 3
                                                : 4);
}

}  // namespace

void open_log(Desk& desk) {
  desk.proof->log_panel.open = true;
  desk.stage.set_focus("log.undo", !desk.stage.coarse());
  desk.stage.wake();
}

void draw_log(Desk& desk, bool keys) {
  LogPanel& panel = desk.proof->log_panel;
  if (!panel.open) return;
  Stage& stage = desk.stage;
  Proof& proof = *desk.proof;
  const ProofWords& words = proof_words(desk.chinese);
  const Scale scale = desk.scale();
  const float margin = foot_margin(desk), width = foot_width(desk), inner = width - 2 * margin;
  Sheet sheet;
  sheet.name = "log.";
  Setting set{sheet, desk.setter};
  TextStyle row = scale.bar(), soft = scale.meta();
  row.line_height = 22;
  row.max_lines = 2;
  soft.max_lines = 1;
  TextStyle sign = soft;  // beside two lines
  sign.max_lines = 2;
  float y = 4;
  if (!proof.conflicts.empty()) {
    const size_t target = sheet.targets.size();
    const std::string open = fill(words.undecided, std::to_string(proof.conflicts.size()));
    set.link("log.decide", open, {});
    sheet.targets[target].role = Role::kButton;
    y = set.put(open, row, Tone::kAccent, 0, y + 8, inner) + 8;
    sheet.targets[target].rect = {-6, 6, inner + 12, y - 6};
    set.across(0, y, inner, Tone::kHairline);
  }
  if (proof.log.entries.empty()) y = set.put(words.no_corrections, scale.note(), Tone::kSoft, 0, y, inner);
  const std::vector<bool> counts = proof.log.counts();
  for (size_t i = counts.size(); i-- > 0;) {
    const Correction& entry = proof.log.entries[i];
    const bool taken = counts[i];
    const size_t target = sheet.targets.size();
    const std::string what = summary(entry, words, desk.chinese);
    const float top = y;
    set.link("entry." + std::to_string(i), what, {});
    sheet.targets[target].role = Role::kButton;
    std::string side = signature(entry);
    if (!taken) {
      if (!side.empty()) side.insert(0, " · ");
      side.insert(0, words.undone_mark);
    }
    const bool beside = !side.empty() && !scale.phone;
    y = set.put(what, row, taken ? Tone::kInk : Tone::kSoft, 0, y + 8, beside ? inner * 0.62f : inner);
    if (beside) set.put(side, sign, Tone::kSoft, inner * 0.64f, top + 9, inner * 0.36f);
    y = set.put(about(desk, entry), soft, Tone::kSoft, 0, y, inner);
    if (!beside && !side.empty()) y = set.put(side, soft, Tone::kSoft, 0, y, inner);
    for (const Misfit& misfit : proof.misfits)
      if (misfit.entry == i)
        y = set.put(fill(words.misfit, reason(misfit.why, desk.chinese)), scale.meta(), Tone::kAccent, 0, y,
                    inner);
    y += 8;
    sheet.targets[target].rect = {-6, top + 2, inner + 12, y - top - 4};
    set.across(0, y, inner, Tone::kHairline);
  }
  sheet.height = y;
  const float head = 112, foot = scale.phone ? 100 : 64;  // a phone has no room for all in one row
  const float most = stage.height() - desk.bar_height() - (scale.phone ? 0 : 24);
  const float height = std::min(most, head + std::max(60.0f, sheet.height) + foot);
  const Rect rect = open_foot(desk, "log", words.corrections, height, true);
  TextStyle title = scale.bar();
  title.face = Face::kSansBold;
  std::string name = words.corrections;
  name += " ";
  name += std::to_string(proof.log.taken);
  stage.label(name, title, rect.x + margin, rect.y + 30, stage.ink().ink);
  stage.mirror().leaf(Role::kHeading, "log.title", name, {rect.x + margin, rect.y + 16, inner, 28});
  stage.mirror().last().level = 2;
  float right = rect.x + rect.w - margin, w = 0;
  const bool redo_it = panel_button(desk, "log.redo", words.redo, right, rect.y + 12, false, w,
                                    proof.log.taken < proof.log.entries.size());
  right -= w;
  const bool undo_it =
      panel_button(desk, "log.undo", words.undo, right, rect.y + 12, false, w, proof.log.taken > 0);
  // The name that stands with what is corrected from now on.
  const float label =
      stage.label(words.your_name, scale.meta(), rect.x + margin, rect.y + 76, stage.ink().soft);
  const Rect field{rect.x + margin + label + 12, rect.y + 58, std::min(240.0f, inner - label - 12), 36};
  stage.fill(field, stage.ink().paper);
  stage.frame(field, stage.ink().hairline, stage.pixel());
  TextStyle style = scale.bar();
  bool submitted = false;
  if (stage.field("log.name", words.your_name, {field.x + 8, field.y, field.w - 16, field.h}, style,
                  proof.who, false, submitted, true))
    desk.host.remember("who", proof.who);
  const Rect body{rect.x + margin, rect.y + head, inner, height - head - foot};
  panel.scroll.bound(sheet.height, body.h);
  panel.scroll.pane = body;
  desk.panes.push_back(&panel.scroll);
  stage.rule(body.x, body.y, body.w, stage.ink().hairline);
  stage.clip({body.x - 8, body.y, body.w + 16, body.h});
  const std::string pressed = draw_sheet(stage, sheet, body.x, body.y - panel.scroll.offset);
  stage.unclip();
  const float by = rect.y + height - 48;
  right = rect.x + rect.w - margin;
  const bool close = panel_button(desk, "log.close", desk.words->close, right, by, true, w);
  float left = rect.x + margin - 10;
  const auto word = [&](const char* id, const char* text, bool able = true) {
    left += stage.label_width(text, scale.bar()) + 20;
    return panel_button(desk, id, text, left, by, false, w, able);
  };
  const bool save = word("log.export", words.export_log, !proof.log.entries.empty());
  const bool open = word("log.import", words.import_log);
  const float truth_right =
      scale.phone ? rect.x + margin + stage.label_width(words.test_page, scale.bar()) + 10 : 0;
  const bool truth = scale.phone
                         ? panel_button(desk, "log.truth", words.test_page, truth_right, by - 40, false, w)
                         : word("log.truth", words.test_page);
  close_foot(desk);
  if (undo_it) undo(desk);
  if (redo_it) redo(desk);
  if (save) save_log(desk);
  if (open) desk.host.pick_files();
  if (truth) save_truth(desk);
  if (pressed == "log.decide") {
    proof.deciding = true;
    proof.conflicts_total = proof.conflicts.size();
    panel.open = false;
    stage.wake();
  }
  if (pressed.rfind("entry.", 0) == 0)
    go_to_entry(desk, Correction(proof.log.entries[Desk::at(std::atoi(pressed.c_str() + 6))]));
  if (keys) scroll_by_keys(desk, panel.scroll, body.h);
  const bool escaped = keys && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (close || escaped || stage.pressed_now("foot.outside")) {
    panel.open = false;
    stage.set_focus("", false);
    stage.wake();
  }
}

void draw_conflict(Desk& desk, bool keys) {
  Proof& proof = *desk.proof;
  if (!proof.deciding || proof.conflicts.empty()) return;
  Stage& stage = desk.stage;
  const ProofWords& words = proof_words(desk.chinese);
  const Scale scale = desk.scale();
  const Conflict conflict = proof.conflicts.front();
  const float margin = foot_margin(desk), width = foot_width(desk), inner = width - 2 * margin;
  const bool beside = inner > 560;
  const float half = beside ? (inner - 32) / 2 : inner;
  Sheet sheet;
  sheet.name = "log.";
  Setting set{sheet, desk.setter};
  TextStyle title = scale.bar();
  title.face = Face::kSansBold;
  const std::string head =
      fill(words.conflict_n, std::to_string(proof.conflicts_total - proof.conflicts.size() + 1),
           std::to_string(proof.conflicts_total));
  float y = set.put(head, title, Tone::kInk, margin, 16, inner, Role::kHeading, 2) + 4;
  TextStyle line = scale.note();
  line.max_lines = 1;
  y = set.put(about(desk, conflict.mine), line, Tone::kSoft, margin, y, inner) + 8;
  set.across(margin, y, inner, Tone::kHairline);
  y += 10;
  const float top = y;
  y = put_side(desk, set, conflict.mine, conflict.theirs, words.mine, margin, y, half);
  if (!beside) y += 12;
  const float x = beside ? margin + half + 32 : margin;
  const float bottom =
      put_side(desk, set, conflict.theirs, conflict.mine, words.theirs, x, beside ? top : y, half);
  y = std::max(y, bottom);
  if (beside) set.upright(margin + half + 16, top, y - top);
  const float height = y + 14 + 36 + 16;
  const Rect rect = open_foot(desk, "conflict", head, height, true);
  draw_sheet(stage, sheet, rect.x, rect.y);
  float right = rect.x + rect.w - margin, w = 0;
  const float by = rect.y + height - 52;
  const bool theirs = panel_button(desk, "conflict.theirs", words.take_theirs, right, by, false, w);
  right -= w + 6;
  const bool mine = panel_button(desk, "conflict.mine", words.keep_mine, right, by, true, w);
  right -= w + 6;
  const bool later = panel_button(desk, "conflict.later", words.decide_later, right, by, false, w);
  close_foot(desk);
  const auto key = [&](ImGuiKey one) { return keys && stage.key(one, false, false, false); };
  const bool on_button = stage.focus_visible() && stage.focus().rfind("conflict.", 0) == 0;
  if (theirs || key(ImGuiKey_RightArrow)) {
    decide(desk, true);
  } else if (mine || key(ImGuiKey_LeftArrow) || (!on_button && key(ImGuiKey_Enter))) {
    decide(desk, false);
  } else if (later || key(ImGuiKey_Escape)) {
    proof.deciding = false;
    proof.conflicts_total = proof.conflicts.size();
    stage.wake();
  }
}

}  // namespace broadsheet::view
