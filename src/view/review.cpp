#include "view/review.h"

#include <algorithm>
#include <cmath>

#include "text/sort.h"
#include "view/proof.h"
#include "view/proof_words.h"
#include "view/source.h"

namespace broadsheet::view {

namespace {

Correction entry_of(const Desk& desk, const ReviewItem& item, CorrectionKind kind) {
  Correction entry;
  entry.kind = kind;
  entry.page = desk.edition.pages[Desk::at(item.page)].source->name;
  entry.repair = name_of(item.repair.kind);
  entry.at = item.repair.at.back();
  return entry;
}

// The source view shows what is being judged.
void show_item(Desk& desk) {
  Review& review = desk.proof->review;
  if (review.at < 0) return;
  const ReviewItem& item = review.items[Desk::at(review.at)];
  if (desk.place.screen != Screen::kSource || desk.place.page != item.page) {
    Place to;
    to.screen = Screen::kSource;
    to.page = item.page;
    desk.go(to);
  }
  desk.source->wanted = item.repair.at.back();
  review.composed = -1;
  desk.stage.wake();
}

void step(Desk& desk, int by) {
  Review& review = desk.proof->review;
  const int n = static_cast<int>(review.items.size());
  review.at = std::clamp(review.at + by, 0, n - 1);
  show_item(desk);
}

// The next that nobody has judged, after this one and then from the beginning.
void next_open(Desk& desk) {
  Review& review = desk.proof->review;
  const int n = static_cast<int>(review.items.size());
  for (int i = 1; i <= n; ++i) {
    const int to = (review.at + i) % n;
    if (verdict_of(desk, review.items[Desk::at(to)]) != Verdict::kNone) continue;
    review.at = to;
    show_item(desk);
    return;
  }
  desk.say(proof_words(desk.chinese).review_done);
  show_item(desk);
}

void judge(Desk& desk, CorrectionKind kind) {
  Review& review = desk.proof->review;
  const ReviewItem& item = review.items[Desk::at(review.at)];
  if (verdict_of(desk, item) == Verdict::kUndone) return;  // Ctrl+Z brings it back
  if (kind == CorrectionKind::kUndoRepair || verdict_of(desk, item) == Verdict::kNone)
    correct(desk, {entry_of(desk, item, kind)});
  next_open(desk);
}

}  // namespace

Verdict verdict_of(const Desk& desk, const ReviewItem& item) {
  const Log& log = desk.proof->log;
  const std::string& name = desk.edition.pages[Desk::at(item.page)].source->name;
  const std::vector<bool> counts = log.counts();
  for (size_t i = counts.size(); i-- > 0;) {
    if (!counts[i]) continue;
    const Correction& entry = log.entries[i];
    const bool judged =
        entry.kind == CorrectionKind::kUndoRepair || entry.kind == CorrectionKind::kKeepRepair;
    if (!judged || entry.repair != name_of(item.repair.kind) || !same_page(entry.page, name)) continue;
    if (std::find(item.repair.at.begin(), item.repair.at.end(), entry.at) == item.repair.at.end()) continue;
    return entry.kind == CorrectionKind::kKeepRepair ? Verdict::kKept : Verdict::kUndone;
  }
  return Verdict::kNone;
}

int reviewed(const Desk& desk) {
  int seen = 0;
  for (const ReviewItem& item : desk.proof->review.items) seen += verdict_of(desk, item) != Verdict::kNone;
  return seen;
}

void begin_review(Desk& desk) {
  Review& review = desk.proof->review;
  review = Review{};
  for (size_t p = 0; p < desk.edition.pages.size(); ++p) {
    const int index = static_cast<int>(p);
    const Page& page = desk.proof->parsed_page(desk, index);
    if (!page.source || page.source->text.empty()) continue;
    for (const Article& article : page.articles)
      for (const Repair& repair : article.repairs)
        if (!repair.at.empty()) review.items.push_back({index, repair});
  }
  sort_stably(review.items, [](const ReviewItem& a, const ReviewItem& b) {
    return a.repair.confidence < b.repair.confidence;
  });
  if (review.items.empty()) {
    desk.say(proof_words(desk.chinese).nothing_to_review);
    return;
  }
  review.open = true;
  review.at = 0;
  desk.stage.set_focus("review.keep", !desk.stage.coarse());
  if (verdict_of(desk, review.items[0]) != Verdict::kNone)
    next_open(desk);
  else
    show_item(desk);
}

void draw_review(Desk& desk, bool keys) {
  Review& review = desk.proof->review;
  if (!review.open) return;
  Stage& stage = desk.stage;
  const ProofWords& words = proof_words(desk.chinese);
  const Scale scale = desk.scale();
  const ReviewItem item = review.items[Desk::at(review.at)];
  const Verdict verdict = verdict_of(desk, item);
  if (review.composed != review.at || review.generation != desk.generation) {
    review.composed = review.at;
    review.generation = desk.generation;
    review.effect.clear();
    if (verdict != Verdict::kUndone) {
      Log trial = desk.proof->log;
      trial.add(entry_of(desk, item, CorrectionKind::kUndoRepair));
      const Page after = apply(desk.proof->parsed_page(desk, item.page), trial).page;
      review.effect = effect_of(desk.edition.pages[Desk::at(item.page)], after, *desk.words);
    }
  }
  const int n = static_cast<int>(review.items.size()), seen = reviewed(desk);
  const float margin = foot_margin(desk), width = foot_width(desk), inner = width - 2 * margin;
  Sheet sheet;
  sheet.name = "review.";
  Setting set{sheet, desk.setter};
  TextStyle title = scale.bar(), why = scale.note();
  title.face = Face::kSansBold;
  const std::string sure = std::to_string(std::lround(item.repair.confidence * 100));
  std::string head = words.review;
  head += " ";
  head += std::to_string(review.at + 1);
  head += " / ";
  head += std::to_string(n);
  head += " · ";
  head += name_of(item.repair.kind, *desk.words);
  head += " · ";
  head += fill(desk.words->sure, sure);
  float y = set.put(head, title, Tone::kInk, margin, 16, inner, Role::kHeading, 2) + 2;
  y = set.put(why_of(item.repair, *desk.words), why, Tone::kSoft, margin, y, inner) + 6;
  set.across(margin, y, inner, Tone::kHairline);
  y += 8;
  const char* mark = verdict == Verdict::kKept     ? words.was_kept
                     : verdict == Verdict::kUndone ? words.was_undone
                                                   : words.if_undone;
  y = set.put(mark, scale.meta(), verdict == Verdict::kNone ? Tone::kSoft : Tone::kAccent, margin, y, inner) +
      2;
  if (verdict == Verdict::kNone && review.effect.empty())
    y = set.put(words.nothing_seen, why, Tone::kSoft, margin, y, inner);
  y = put_effect(desk, set, review.effect, margin, y, inner, scale.phone ? 4 : 6);
  const float buttons_y = y + 14;
  const float height = buttons_y + 36 + 16 + (scale.phone ? 30 : 0);
  const Rect rect = open_foot(desk, "review", words.review, height, false);
  // How much of the edition has been seen, along the upper edge.
  stage.fill({rect.x, rect.y, rect.w * static_cast<float>(seen) / static_cast<float>(n), 3},
             stage.ink().accent);
  draw_sheet(stage, sheet, rect.x, rect.y);
  const std::string share =
      fill(words.seen, std::to_string(seen), std::to_string(n), std::to_string(seen * 100 / n));
  const float share_y = scale.phone ? rect.y + height - 20 : rect.y + buttons_y + 18;
  stage.label(share, scale.meta(), rect.x + margin, share_y, stage.ink().soft);
  stage.mirror().leaf(Role::kStatus, "review.seen", share, {rect.x + margin, share_y - 10, inner, 20});
  float right = rect.x + rect.w - margin, w = 0;
  const float by = rect.y + buttons_y;
  const auto button = [&](const char* id, const char* label, bool strong) {
    const bool pressed = panel_button(desk, id, label, right, by, strong, w);
    right -= w + (scale.phone ? 2 : 6);
    return pressed;
  };
  const bool keep = button("review.keep", words.review_keep, true);
  const bool reject = button("review.undo", words.review_undo, false);
  const bool skip = button("review.skip", words.review_skip, false);
  const bool back = button("review.back", words.review_back, false);
  const bool end = button("review.end", words.review_end, false);
  close_foot(desk);
  const bool on_button = stage.focus_visible() && stage.focus().rfind("review.", 0) == 0;
  const auto key = [&](ImGuiKey one) { return keys && stage.key(one, false, false, false); };
  if (keep || key(ImGuiKey_Y) || (!on_button && key(ImGuiKey_Enter)))
    judge(desk, CorrectionKind::kKeepRepair);
  else if (reject || key(ImGuiKey_X) || key(ImGuiKey_Delete))
    judge(desk, CorrectionKind::kUndoRepair);
  else if (skip || key(ImGuiKey_RightArrow) || key(ImGuiKey_DownArrow))
    step(desk, 1);
  else if (back || key(ImGuiKey_LeftArrow) || key(ImGuiKey_UpArrow))
    step(desk, -1);
  else if (end || key(ImGuiKey_Escape)) {
    review.open = false;
    stage.set_focus("", false);
    stage.wake();
  }
}

}  // namespace broadsheet::view
