#include "view/proof_panel.h"

#include <algorithm>
#include <cmath>

#include "view/excerpt.h"
#include "view/proof.h"
#include "view/proof_words.h"

namespace broadsheet::view {

namespace {

constexpr size_t kMostRows = 7;

// What is chosen, in words.
std::string choice_line(const Desk& desk, const Draft& draft) {
  if (draft.choice < 0) return {};
  const ProofWords& words = proof_words(desk.chinese);
  const Page& page = desk.edition.pages[Desk::at(draft.subject.page)];
  const std::string& text = page.source->text;
  const auto [at, end] = draft.choices[Desk::at(draft.choice)];
  std::string out;
  switch (draft.kind) {
    case CorrectionKind::kMove:
      out = draft.before ? words.in_front : words.behind;
      out += words_after(text, at, end);
      break;
    case CorrectionKind::kJoin:
      out = words.goes_on_with + words_after(text, at, end);
      break;
    case CorrectionKind::kMerge: {
      const int article = article_with(page, at);
      out = words.onto;
      if (article >= 0) out += headline_of(page.articles[Desk::at(article)], *desk.words);
      break;
    }
    case CorrectionKind::kSplit:
    case CorrectionKind::kSplitArticle:
      out = words.begins_at + words_before(text, at) + "｜" + words_after(text, at);
      break;
    case CorrectionKind::kUndoRepair: {
      const Repair& repair = draft.repairs[Desk::at(draft.choice)];
      out = words.the_repair;
      out += name_of(repair.kind, *desk.words);
      out += " · ";
      out += why_of(repair, *desk.words);
      break;
    }
    default:
      break;
  }
  return out;
}

std::string title_of(const Desk& desk, const Draft& draft) {
  Correction entry;
  entry.kind = draft.kind;
  const ProofWords& words = proof_words(desk.chinese);
  std::string out = name_of(draft.kind, words);
  if (draft.kind == CorrectionKind::kRole) {
    out += desk.chinese ? "" : ": ";
    out += role_name(draft.role, words);
  }
  return out;
}

bool is_aimed(const Draft& draft) {
  return draft.choices.size() > 1;
}

bool is_placed(const Draft& draft) {
  return draft.kind == CorrectionKind::kSplit || draft.kind == CorrectionKind::kSplitArticle;
}

void draft_keys(Desk& desk, Draft& draft, bool typed) {
  Stage& stage = desk.stage;
  // A field silences Stage::key; these keys mean nothing to it.
  const auto raw = [&](ImGuiKey key) {
    const ImGuiIO& io = ImGui::GetIO();
    return !io.KeyCtrl && !io.KeyShift && !io.KeyAlt && ImGui::IsKeyPressed(key);
  };
  for (const StepKey& step : kStepKeys) {
    const bool near = step.by == 1 || step.by == -1;  // the others are a field's own
    if ((near || !typed) && raw(step.key)) step_draft(desk, step.by, near && is_placed(draft));
  }
  const int right = typed ? 0 : raw(ImGuiKey_RightArrow) ? 1 : raw(ImGuiKey_LeftArrow) ? -1 : 0;
  if (right != 0) {
    if (is_placed(draft))
      step_draft(desk, right);
    else
      flip_draft(desk);
  }
  const bool on_button = stage.focus_visible() && stage.focus().rfind("draft.", 0) == 0;
  if (!typed && !on_button && (raw(ImGuiKey_Enter) || raw(ImGuiKey_KeypadEnter))) take_draft(desk);
  if (raw(ImGuiKey_Escape)) leave_draft(desk);
}

}  // namespace

float foot_margin(const Desk& desk) {
  return desk.scale().phone ? 16.0f : 24.0f;
}

float foot_width(const Desk& desk) {
  const float width = desk.stage.width();
  return desk.scale().phone ? width : std::min(820 * desk.scale().screen, width - 48);
}

Rect open_foot(Desk& desk, const char* id, std::string_view name, float height, bool modal) {
  Stage& stage = desk.stage;
  stage.raise(modal);
  const float width = foot_width(desk);
  const float air = desk.scale().phone ? 0.0f : 20.0f;
  const Rect rect{stage.snap((stage.width() - width) / 2), stage.snap(stage.height() - height - air), width,
                  height};
  if (modal) stage.surface("foot.outside", {0, 0, stage.width(), stage.height()});
  stage.surface(id, rect);
  stage.fill(rect, stage.ink().wash);
  stage.frame(rect, stage.ink().hairline, stage.pixel());
  stage.fill({rect.x, rect.y, rect.w, 2}, stage.ink().ink);
  stage.mirror().open(Role::kDialog, id, name, rect);
  return rect;
}

void close_foot(Desk& desk) {
  desk.stage.mirror().close();
  desk.stage.lower();
}

float put_effect(Desk& desk, Setting& set, const std::vector<EffectRow>& rows, float x, float y, float width,
                 size_t most) {
  const Scale scale = desk.scale();
  const ProofWords& words = proof_words(desk.chinese);
  TextStyle role = scale.meta(), text = scale.note();
  text.size = 14;
  text.line_height = 22;
  text.indent = 0;
  role.line_height = 22;
  const float column = desk.chinese ? 88.0f : 108.0f;
  size_t shown = 0;
  for (const EffectRow& row : rows) {
    if (shown++ == most) break;
    const Tone tone = row.sign == '+' ? Tone::kInk : Tone::kSoft;
    std::string label = row.sign == '+' ? "＋ " : row.sign == '-' ? "－ " : "";
    label += role_name(row.role, words);
    text.max_lines = row.sign == ' ' ? 1 : scale.phone ? 2 : 3;
    set.put(label, role, row.sign == '+' ? Tone::kAccent : Tone::kSoft, row.sign == ' ' ? x + 18 : x, y,
            column);
    y = set.put(row.text, text, tone, x + column, y, width - column);
  }
  if (rows.size() > most)
    y = set.put(fill(words.more_lines, std::to_string(rows.size() - most)), role, Tone::kSoft, x + column, y,
                width - column);
  return y;
}

bool panel_button(Desk& desk, std::string_view id, std::string_view words, float right, float y, bool strong,
                  float& width, bool able) {
  Stage& stage = desk.stage;
  TextStyle style = desk.scale().bar();
  if (strong) style.face = Face::kSansBold;
  width = stage.label_width(words, style) + (strong ? 40.0f : 20.0f);
  const Rect rect{right - width, y, width, 36};
  const bool lit = stage.hot(id);
  if (strong) stage.fill(rect, !able ? stage.ink().hairline : lit ? stage.ink().soft : stage.ink().ink);
  stage.label(words, style, rect.x + rect.w / 2, rect.y + rect.h / 2,
              strong ? (able ? stage.ink().paper : stage.ink().soft)
              : able ? (lit ? stage.ink().ink : stage.ink().soft)
                     : blend(stage.ink().wash, stage.ink().soft, 0.45f),
              Side::kCentre);
  const bool pressed = stage.press(id, words, rect);
  stage.mirror().last().disabled = !able;
  return pressed && able;
}

void draw_draft(Desk& desk, bool keys) {
  Draft& draft = desk.proof->draft;
  if (!draft.open) return;
  Stage& stage = desk.stage;
  const ProofWords& words = proof_words(desk.chinese);
  const Scale scale = desk.scale();
  const float margin = foot_margin(desk), width = foot_width(desk), inner = width - 2 * margin;
  const bool typed = draft.kind == CorrectionKind::kWords || draft.kind == CorrectionKind::kByline;
  const bool aimed = is_aimed(draft);
  Sheet sheet;
  sheet.name = "proof.";
  Setting set{sheet, desk.setter};
  TextStyle title = scale.bar(), line = scale.note();
  title.face = Face::kSansBold;
  line.size = 15;
  line.line_height = 24;
  if (draft.kind != CorrectionKind::kUndoRepair) line.max_lines = scale.phone ? 2 : 1;
  float y =
      set.put(title_of(desk, draft), title, Tone::kInk, margin, 14, inner * 0.6f, Role::kHeading, 2) + 4;
  if (const std::string chosen = choice_line(desk, draft); !chosen.empty())
    y = set.put(chosen, line, Tone::kInk, margin, y, inner) + 4;
  const float field_y = y + 4;
  if (typed) y += 52;
  set.across(margin, y + 4, inner, Tone::kHairline);
  y += 12;
  if (!draft.why_not.empty())
    y = set.put(draft.why_not, scale.note(), typed && draft.entries.empty() ? Tone::kSoft : Tone::kAccent,
                margin, y, inner);
  else if (draft.effect.empty())
    y = set.put(words.nothing_seen, scale.note(), Tone::kSoft, margin, y, inner);
  y = put_effect(desk, set, draft.effect, margin, y, inner, scale.phone ? 5 : kMostRows);
  // A phone has no room for all in one row.
  const bool stacked = scale.phone && aimed;
  const float choices_y = y + 14, buttons_y = choices_y + (stacked ? 40.0f : 0.0f);
  const float height = buttons_y + 36 + 16;
  const Rect rect = open_foot(desk, "draft", title_of(desk, draft), height, !aimed && !typed);
  draw_sheet(stage, sheet, rect.x, rect.y);
  if (!stage.coarse() && !scale.phone)
    stage.label(is_placed(draft) ? words.keys_places : words.keys, scale.meta(), rect.x + rect.w - margin,
                rect.y + 27, stage.ink().soft, Side::kRight);
  bool submitted = false, changed = false;
  if (typed) {
    const Rect field{rect.x + margin, rect.y + field_y, inner, 40};
    TextStyle style = scale.deck();
    style.size = 16;
    stage.fill(field, stage.ink().paper);
    stage.frame(field, stage.ink().hairline, stage.pixel());
    const bool focus = draft.take_focus;
    draft.take_focus = false;
    changed = stage.field("draft.field", draft.kind == CorrectionKind::kWords ? words.of_words : words.names,
                          {field.x + 10, field.y, field.w - 20, field.h}, style, draft.field, focus,
                          submitted, true);
  }
  float right = rect.x + rect.w - margin, w = 0;
  const float by = rect.y + buttons_y;
  const bool take = panel_button(desk, "draft.take", words.take, right, by, true, w, draft.why_not.empty());
  right -= w + 8;
  const bool leave = panel_button(desk, "draft.leave", words.leave, right, by, false, w);
  bool next = false, previous = false, flip = false;
  if (aimed) {
    float left = rect.x + margin - 10;
    const auto word = [&](const char* id, const char* label) {
      const float wide = stage.label_width(label, scale.bar()) + 20;
      left += wide;
      return panel_button(desk, id, label, left, rect.y + choices_y, false, w);
    };
    previous = word("draft.previous", words.previous_choice);
    next = word("draft.next", words.next_choice);
    if (draft.kind == CorrectionKind::kMove) flip = word("draft.flip", words.other_way);
  }
  close_foot(desk);
  if (changed) refresh_draft(desk);
  if (take || submitted) {
    take_draft(desk);
  } else if (leave) {
    leave_draft(desk);
  } else if (next || previous) {
    step_draft(desk, next ? 1 : -1, is_placed(draft));
  } else if (flip) {
    flip_draft(desk);
  } else if (keys) {
    draft_keys(desk, draft, typed);
  }
}

bool proof_is_busy(const Desk& desk) {
  const Proof& proof = *desk.proof;
  return proof.draft.open || proof.menu.open || proof.review.open || proof.log_panel.open || proof.deciding;
}

void draw_proof(Desk& desk, bool was_busy) {
  desk.stage.hush(false);
  // A key that opens one of them in this frame is not yet for it.
  const bool in_menu = desk.proof->menu.open, in_draft = desk.proof->draft.open;
  draw_proof_menu(desk, was_busy && in_menu);
  draw_draft(desk, was_busy && in_draft && !in_menu);
  const bool others = in_menu || in_draft;
  const bool in_log = desk.proof->log_panel.open, in_review = desk.proof->review.open;
  const bool in_conflict = desk.proof->deciding;
  if (!others) {
    if (in_review && !in_log && !in_conflict) draw_review(desk, was_busy);
    if (in_log && !in_conflict) draw_log(desk, was_busy);
    if (in_conflict) draw_conflict(desk, was_busy);
  }
  if (was_busy && !others) proof_keys(desk);
  desk.stage.hush(was_busy);
}

}  // namespace broadsheet::view
