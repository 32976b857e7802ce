// What can be done with a passage, as a short list: by mouse, long press, or the letter beside each line.
#include <algorithm>

#include "view/proof.h"
#include "view/proof_words.h"

namespace broadsheet::view {

namespace {

struct MenuRow {
  CorrectionKind kind;
  ImGuiKey key;
  const char* letter;
  const char* id;
};

constexpr MenuRow kRows[] = {{CorrectionKind::kJoin, ImGuiKey_J, "J", "proof.join"},
                             {CorrectionKind::kSplit, ImGuiKey_L, "L", "proof.split"},
                             {CorrectionKind::kSplitArticle, ImGuiKey_B, "B", "proof.article"},
                             {CorrectionKind::kMove, ImGuiKey_V, "V", "proof.move"},
                             {CorrectionKind::kMerge, ImGuiKey_G, "G", "proof.merge"},
                             {CorrectionKind::kWords, ImGuiKey_W, "W", "proof.words"},
                             {CorrectionKind::kByline, ImGuiKey_Y, "Y", "proof.byline"},
                             {CorrectionKind::kUndoRepair, ImGuiKey_U, "U", "proof.undo"}};

constexpr ImGuiKey kRoleKeys[kRoleCount] = {ImGuiKey_1, ImGuiKey_2, ImGuiKey_3, ImGuiKey_4,
                                            ImGuiKey_5, ImGuiKey_6, ImGuiKey_7, ImGuiKey_8,
                                            ImGuiKey_9, ImGuiKey_0, ImGuiKey_X};
constexpr const char* kRoleLetters[kRoleCount] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "X"};

}  // namespace

void open_proof_menu(Desk& desk, const Subject& subject, float x, float y) {
  if (subject.spans.empty()) {
    desk.say(proof_words(desk.chinese).pick_first);
    return;
  }
  desk.proof->menu = {true, false, subject, x, y};
  desk.stage.set_focus("proof.roles", !desk.stage.coarse());
  desk.stage.wake();
}

bool act_on(Desk& desk, const Subject& subject) {
  Stage& stage = desk.stage;
  for (const MenuRow& row : kRows) {
    if (!stage.key(row.key, false, false, false)) continue;
    if (subject.spans.empty())
      desk.say(proof_words(desk.chinese).pick_first);
    else
      begin_draft(desk, row.kind, subject);
    return true;
  }
  for (int i = 0; i < kRoleCount; ++i) {
    if (!stage.key(kRoleKeys[i], false, false, false)) continue;
    if (subject.spans.empty())
      desk.say(proof_words(desk.chinese).pick_first);
    else
      begin_draft(desk, CorrectionKind::kRole, subject, kRoles[i]);
    return true;
  }
  return false;
}

void draw_proof_menu(Desk& desk, bool keys) {
  ProofMenu& menu = desk.proof->menu;
  if (!menu.open) return;
  Stage& stage = desk.stage;
  const ProofWords& words = proof_words(desk.chinese);
  const bool phone = desk.scale().phone;
  const float u = desk.scale().screen, row = stage.coarse() ? 44.0f : 36 * u;
  const int count = menu.roles ? kRoleCount : static_cast<int>(std::size(kRows)) + 1;
  const float height = static_cast<float>(count) * row + 16;
  const float width = phone ? stage.width() : 300 * u;
  stage.raise(true);
  const Rect whole{0, 0, stage.width(), stage.height()};
  stage.surface("proof.outside", whole);
  if (phone) stage.fill(whole, with_alpha(stage.ink().paper, 0.6f));
  Rect rect{phone ? 0 : stage.snap(std::clamp(menu.x, 8.0f, std::max(8.0f, stage.width() - width - 8))),
            phone ? stage.snap(stage.height() - height)
                  : stage.snap(std::clamp(menu.y, desk.bar_height() + 4,
                                          std::max(desk.bar_height() + 4, stage.height() - height - 8))),
            width, height};
  stage.surface("proof.menu", rect);
  stage.fill(rect, stage.ink().wash);
  stage.frame(rect, stage.ink().hairline, stage.pixel());
  stage.mirror().open(Role::kDialog, "proof.menu", menu.roles ? words.role_of : words.correct, rect);
  float y = rect.y + 8;
  const auto line = [&](const char* id, std::string_view label, const char* letter) {
    const Rect at{rect.x, y, rect.w, row};
    const Rect inner{at.x + 6, at.y + 2, at.w - 12, at.h - 4};  // room for the ring of the focus
    if (stage.hot(id)) stage.fill(inner, stage.ink().hairline);
    const float middle = y + row / 2;
    stage.label(label, desk.scale().bar(), rect.x + 20, middle, stage.ink().ink);
    if (!stage.coarse())
      stage.label(letter, desk.scale().meta(), rect.x + rect.w - 20, middle, stage.ink().soft, Side::kRight);
    y += row;
    return stage.press(id, label, inner);
  };
  const Subject subject = menu.subject;
  bool done = false;
  std::vector<std::string> ids;
  if (menu.roles) {
    for (int i = 0; i < kRoleCount; ++i) {
      const std::string id = std::string("role.") + kRoles[i];
      ids.push_back(id);
      if (!line(id.c_str(), words.roles[i], kRoleLetters[i])) continue;
      begin_draft(desk, CorrectionKind::kRole, subject, kRoles[i]);
      done = true;
    }
  } else {
    ids.emplace_back("proof.roles");
    if (line("proof.roles", words.role_of, "R")) {
      menu.roles = true;
      stage.set_focus(std::string("role.") + kRoles[0], !stage.coarse());
    }
    for (const MenuRow& one : kRows) {
      ids.emplace_back(one.id);
      if (!line(one.id, name_of(one.kind, words), one.letter)) continue;
      begin_draft(desk, one.kind, subject);
      done = true;
    }
  }
  stage.mirror().close();
  stage.lower();
  if (keys && !done) {
    const int by = stage.key(ImGuiKey_DownArrow) ? 1 : stage.key(ImGuiKey_UpArrow) ? -1 : 0;
    if (by != 0) {
      const auto at = std::find(ids.begin(), ids.end(), stage.focus());
      const int n = static_cast<int>(ids.size());
      const int now = at == ids.end() ? (by > 0 ? n - 1 : 0) : static_cast<int>(at - ids.begin());
      stage.set_focus(ids[static_cast<size_t>((now + by + n) % n)], true);
      stage.wake();
    }
    if (!menu.roles && stage.key(ImGuiKey_R, false, false, false)) {
      menu.roles = true;
      stage.set_focus(std::string("role.") + kRoles[0], true);
      stage.wake();
    } else if (act_on(desk, subject)) {
      done = true;
    }
    if (stage.key(ImGuiKey_Escape) || stage.key(ImGuiKey_LeftArrow)) {
      done = !menu.roles;
      menu.roles = false;
      stage.set_focus("proof.roles", true);
      stage.wake();
    }
  }
  if (done || stage.pressed_now("proof.outside")) {
    menu.open = false;
    if (!desk.proof->draft.open) stage.set_focus("", false);
    stage.wake();
  }
}

}  // namespace broadsheet::view
