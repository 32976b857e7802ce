#include "view/draft.h"

#include <algorithm>

#include "correct/shown.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "view/linebreak.h"
#include "view/proof.h"
#include "view/proof_words.h"
#include "view/source.h"

namespace broadsheet::view {

namespace {

bool ends_sentence(uint32_t code) {
  return code == 0x3002 || code == 0xff01 || code == 0xff1f || code == 0xff1b || code == '!' || code == '?' ||
         code == ';';
}

const Page& page_of(const Desk& desk) {
  return desk.edition.pages[Desk::at(desk.proof->draft.subject.page)];
}

const std::string& text_of(const Desk& desk) {
  return page_of(desk).source->text;
}

// The last byte of the span that is no blank.
uint32_t last_byte(const std::string& text, Span span) {
  uint32_t last = span.begin;
  for (size_t i = span.begin; i < span.end;) {
    const auto begin = static_cast<uint32_t>(i);
    if (!is_space(next_code_point(text, i))) last = begin;
  }
  return last;
}

// Where each sentence or line of the span begins and ends.
std::vector<Span> sentences_of(const std::string& text, Span span) {
  std::vector<Span> out;
  uint32_t begin = span.begin;
  const auto close = [&](size_t end) {
    Span part{begin, static_cast<uint32_t>(end)};
    while (part.begin < part.end) {
      size_t next = part.begin;
      if (!is_space(next_code_point(text, next))) break;
      part.begin = static_cast<uint32_t>(next);
    }
    while (part.end > part.begin &&
           (text[part.end - 1] == '\n' || text[part.end - 1] == '\r' || text[part.end - 1] == ' '))
      --part.end;
    if (part.begin < part.end) out.push_back(part);
    begin = static_cast<uint32_t>(end);
  };
  for (size_t i = span.begin; i < span.end;) {
    const uint32_t code = next_code_point(text, i);
    const bool stop = code == '.' && i < span.end && text[i] == ' ';
    if (code != '\n' && !stop && !ends_sentence(code)) continue;
    for (size_t next = i; next < span.end; i = next)  // a closing quotation mark belongs to it
      if (const uint32_t mark = next_code_point(text, next); mark != 0x201d && mark != 0x300d && mark != '"')
        break;
    close(i);
  }
  close(span.end);
  return out;
}

bool begins_sentence(const std::string& text, uint32_t at) {
  size_t i = at;
  while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '"')) --i;
  if (i == 0 || text[i - 1] == '\n' || text[i - 1] == '.') return true;
  size_t back = i - 1;
  while (back > 0 && is_trail_byte(text[back])) --back;
  const uint32_t code = next_code_point(text, back);
  return ends_sentence(code) || code == 0x201d;
}

// Places within the span where something new can begin: every letter, for a column may have been cut in
// mid-word; of Latin words only the first.
void choose_places(Desk& desk, Draft& draft, Span span, bool from_begin) {
  const std::string& text = text_of(desk);
  bool in_word = false;
  for (size_t i = span.begin; i < span.end;) {
    const auto at = static_cast<uint32_t>(i);
    const uint32_t code = next_code_point(text, i);
    const bool goes_on = in_word && is_latin_letter(code);
    in_word = is_latin_letter(code);
    if (!goes_on && !is_space(code) && (at > span.begin || from_begin)) draft.choices.push_back({at, at});
  }
  draft.choice = draft.choices.empty() ? -1 : 0;
  const uint32_t wanted = draft.subject.at;
  const uint32_t middle = (span.begin + span.end) / 2;
  uint32_t best = UINT32_MAX;
  if (draft.kind == CorrectionKind::kSplitArticle && draft.subject.words.empty()) return;
  for (size_t i = 0; i < draft.choices.size(); ++i) {
    const uint32_t at = draft.choices[i].begin;
    if (wanted == UINT32_MAX && !begins_sentence(text, at)) continue;
    const uint32_t goal = wanted == UINT32_MAX ? middle : wanted;
    const uint32_t far = at > goal ? at - goal : goal - at;
    if (far >= best) continue;
    best = far;
    draft.choice = static_cast<int>(i);
  }
}

bool inside(const std::vector<Span>& spans, uint32_t byte) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& span) { return span.begin <= byte && byte < span.end; });
}

// Whether the paragraph that holds the byte begins there: else it can be parted there.
bool begins_block(const Page& page, uint32_t at) {
  for (const Article& article : page.articles)
    for (const Block& block : article.blocks)
      if (inside(block.spans, at)) return block.spans.front().begin == at;
  return true;
}

void choose_passages(const Desk& desk, Draft& draft) {
  for (const Passage& passage : passages_of(page_of(desk)))
    if (!inside(draft.subject.spans, passage.span.begin)) draft.choices.push_back(passage.span);
  const uint32_t from = draft.subject.spans.back().end;
  auto next = std::find_if(draft.choices.begin(), draft.choices.end(),
                           [&](const Span& span) { return span.begin >= from; });
  if (next == draft.choices.end() && next != draft.choices.begin()) --next;
  draft.choice = next == draft.choices.end() ? -1 : static_cast<int>(next - draft.choices.begin());
}

uint32_t begin_of(const Article& article) {
  if (!article.spans.empty()) return article.spans[0].begin;
  for (const Block& block : article.blocks)
    if (!block.spans.empty()) return block.spans[0].begin;
  return 0;
}

void choose_articles(const Desk& desk, Draft& draft) {
  const Page& page = page_of(desk);
  const int own = article_with(page, draft.subject.spans.back().begin);
  const int first = article_with(page, draft.subject.spans.front().begin);
  for (size_t a = 0; a < page.articles.size(); ++a) {
    const int index = static_cast<int>(a);
    if (index == own) continue;
    const uint32_t begin = begin_of(page.articles[a]);
    if (index < own || draft.choice < 0 || index == first)
      draft.choice = static_cast<int>(draft.choices.size());
    draft.choices.push_back({begin, begin + 1});
    if (index == first) break;
  }
  if (first != own && first >= 0)
    for (size_t a = Desk::at(first) + 1; a < page.articles.size(); ++a)
      if (static_cast<int>(a) != own)
        draft.choices.push_back({begin_of(page.articles[a]), begin_of(page.articles[a]) + 1});
}

void choose_part(const Desk& desk, Draft& draft) {
  for (const Span& span : draft.subject.spans)
    for (const Span& part : sentences_of(text_of(desk), span)) draft.choices.push_back(part);
  for (size_t i = 0; i < draft.choices.size() && draft.choice < 0; ++i)
    if (draft.subject.at < draft.choices[i].end) draft.choice = static_cast<int>(i);
  if (draft.choice < 0 && !draft.choices.empty()) draft.choice = 0;
}

void fill_words(const Desk& desk, Draft& draft) {
  draft.field.clear();
  if (!draft.subject.words.empty())
    for (const Span& span : draft.subject.words) draft.field += shown_text(page_of(desk), span);
  else if (draft.choice >= 0)
    draft.field = shown_text(page_of(desk), draft.choices[Desk::at(draft.choice)]);
  draft.field_was = draft.field;
  draft.take_focus = true;
}

// "林知远、苏禾" or "Ann Lee, Bo Tan": a blank parts only names that are not Latin.
std::vector<std::string> names_of(const std::string& field) {
  std::vector<std::string> out(1);
  for (size_t i = 0; i < field.size();) {
    const size_t begin = i;
    const uint32_t code = next_code_point(field, i);
    const bool latin = !out.back().empty() && static_cast<unsigned char>(out.back().back()) < 0x80;
    const bool blank = is_space(code);
    if (code == 0x3001 || code == 0xff0c || code == ',' || code == ';' || (blank && !latin)) {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back().append(field, begin, i - begin);
    }
  }
  for (std::string& name : out)
    while (!name.empty() && name.back() == ' ') name.pop_back();
  std::erase(out, std::string());
  return out;
}

Span chosen(const Draft& draft) {
  return draft.choice < 0 ? Span{} : draft.choices[Desk::at(draft.choice)];
}

std::vector<Correction> entries_of(const Desk& desk, const Draft& draft) {
  const Subject& subject = draft.subject;
  const Page& page = page_of(desk);
  Correction entry;
  entry.kind = draft.kind;
  entry.page = page.source->name;
  switch (draft.kind) {
    case CorrectionKind::kRole:
      entry.spans = subject.words.empty() ? subject.spans : subject.words;
      entry.role = draft.role;
      return {entry};
    case CorrectionKind::kMove:
      if (draft.choice < 0) return {};
      entry.spans = subject.words.empty() ? subject.spans : subject.words;
      entry.before = draft.before;
      entry.at = draft.before ? chosen(draft).begin : last_byte(text_of(desk), chosen(draft));
      return {entry};
    case CorrectionKind::kJoin: {
      std::vector<Correction> out;
      std::vector<Span> chain = subject.spans;
      if (chain.size() < 2 && draft.choice >= 0) chain.push_back(chosen(draft));
      for (size_t i = 0; i + 1 < chain.size(); ++i) {
        entry.at = last_byte(text_of(desk), chain[i]);
        entry.spans = {chain[i + 1]};
        out.push_back(entry);
      }
      return out;
    }
    case CorrectionKind::kSplit:
    case CorrectionKind::kSplitArticle:
      if (draft.choice < 0) return {};
      entry.at = chosen(draft).begin;
      return {entry};
    case CorrectionKind::kMerge:
      if (draft.choice < 0) return {};
      entry.at = chosen(draft).begin;
      entry.spans = {{subject.spans.back().begin, subject.spans.back().begin + 1}};
      return {entry};
    case CorrectionKind::kWords:
      if (draft.field == draft.field_was || (subject.words.empty() && draft.choice < 0)) return {};
      entry.spans = subject.words.empty() ? std::vector<Span>{chosen(draft)} : subject.words;
      entry.text = draft.field;
      return {entry};
    case CorrectionKind::kByline:
      entry.at = subject.spans.front().begin;
      entry.names = names_of(draft.field);
      if (draft.field == draft.field_was) return {};
      return {entry};
    case CorrectionKind::kUndoRepair:
    case CorrectionKind::kKeepRepair: {
      if (draft.choice < 0) return {};
      const Repair& repair = draft.repairs[Desk::at(draft.choice)];
      if (repair.at.empty()) return {};
      entry.repair = name_of(repair.kind);
      entry.at = repair.at.back();
      return {entry};
    }
  }
  return {};
}

}  // namespace

void refresh_draft(Desk& desk) {
  Draft& draft = desk.proof->draft;
  const ProofWords& words = proof_words(desk.chinese);
  draft.entries = entries_of(desk, draft);
  draft.effect.clear();
  draft.why_not.clear();
  desk.stage.wake();
  if (draft.entries.empty()) {
    const bool typed = draft.kind == CorrectionKind::kWords || draft.kind == CorrectionKind::kByline;
    draft.why_not = typed ? words.type_it : words.no_choice;
    return;
  }
  Log trial = desk.proof->log;
  const size_t before = trial.taken;
  for (const Correction& entry : draft.entries) trial.add(entry);
  const Applied applied = apply(desk.proof->parsed_page(desk, draft.subject.page), trial);
  for (const Misfit& misfit : applied.misfits)
    if (misfit.entry >= before) draft.why_not = reason(misfit.why, desk.chinese);
  if (!draft.why_not.empty()) return;
  draft.effect = effect_of(page_of(desk), applied.page, *desk.words);
  if (draft.effect.empty() && draft.kind != CorrectionKind::kKeepRepair &&
      draft.kind != CorrectionKind::kUndoRepair)
    draft.why_not = words.no_effect;
}

void begin_draft(Desk& desk, CorrectionKind kind, const Subject& subject, const std::string& role) {
  Draft& draft = desk.proof->draft;
  draft = Draft{};
  if (subject.spans.empty()) return;
  const Page& page = desk.edition.pages[Desk::at(subject.page)];
  if (!page.source || page.source->text.empty()) {
    desk.say(desk.words->no_source);
    return;
  }
  draft.open = true;
  draft.kind = kind;
  draft.subject = subject;
  draft.role = role;
  switch (kind) {
    case CorrectionKind::kRole:
    case CorrectionKind::kKeepRepair:
      break;
    case CorrectionKind::kMove:
      choose_passages(desk, draft);
      break;
    case CorrectionKind::kJoin:
      if (subject.spans.size() < 2) choose_passages(desk, draft);
      break;
    case CorrectionKind::kSplit:
      choose_places(desk, draft, subject.spans.back(), !begins_block(page, subject.spans.back().begin));
      break;
    case CorrectionKind::kSplitArticle:
      choose_places(desk, draft, subject.spans.front(), true);
      break;
    case CorrectionKind::kMerge:
      choose_articles(desk, draft);
      break;
    case CorrectionKind::kWords:
      if (subject.words.empty()) choose_part(desk, draft);
      fill_words(desk, draft);
      break;
    case CorrectionKind::kByline: {
      const int article = article_with(page, subject.spans.front().begin);
      if (article >= 0)
        for (const Byline& by : page.articles[Desk::at(article)].byline) {
          if (!draft.field.empty()) draft.field += desk.chinese ? "、" : ", ";
          draft.field += by.name;
        }
      draft.field_was = draft.field;
      draft.take_focus = true;
      break;
    }
    case CorrectionKind::kUndoRepair:
      for (const Article& article : page.articles)
        for (const Repair& repair : article.repairs)
          if (std::any_of(repair.at.begin(), repair.at.end(), [&](uint32_t at) {
                return std::any_of(subject.spans.begin(), subject.spans.end(),
                                   [&](const Span& span) { return span.begin <= at && at <= span.end; });
              })) {
            draft.repairs.push_back(repair);
            draft.choices.push_back({repair.at.back(), repair.at.back() + 1});
          }
      draft.choice = draft.choices.empty() ? -1 : 0;
      break;
  }
  if (!draft.take_focus) desk.stage.set_focus("draft.take", !desk.stage.coarse());
  refresh_draft(desk);
}

void begin_undo_repair(Desk& desk, int page, const Repair& repair) {
  if (repair.at.empty()) return;
  const Repair wanted = repair;  // the draft outlives the page's own
  Subject subject;
  subject.page = page;
  subject.spans = {{wanted.at.back(), wanted.at.back() + 1}};
  begin_draft(desk, CorrectionKind::kUndoRepair, subject);
  Draft& draft = desk.proof->draft;
  for (size_t i = 0; i < draft.repairs.size(); ++i)
    if (draft.repairs[i].kind == wanted.kind && draft.repairs[i].at == wanted.at)
      draft.choice = static_cast<int>(i);
  refresh_draft(desk);
}

void step_draft(Desk& desk, int by, bool leap) {
  Draft& draft = desk.proof->draft;
  const int n = static_cast<int>(draft.choices.size());
  if (n < 2) return;
  int to = draft.choice;
  do to = std::clamp(to + by, 0, n - 1);
  while (leap && to > 0 && to < n - 1 && !begins_sentence(text_of(desk), draft.choices[Desk::at(to)].begin));
  if (to == draft.choice) return;
  draft.choice = to;
  if (draft.kind == CorrectionKind::kWords) fill_words(desk, draft);
  refresh_draft(desk);
}

void aim_draft(Desk& desk, uint32_t byte, bool front) {
  Draft& draft = desk.proof->draft;
  const bool places = draft.kind == CorrectionKind::kSplit || draft.kind == CorrectionKind::kSplitArticle;
  int best = -1;
  if (draft.kind == CorrectionKind::kMerge) {
    const Page& page = page_of(desk);
    const int article = article_with(page, byte);
    for (size_t i = 0; i < draft.choices.size(); ++i)
      if (article_with(page, draft.choices[i].begin) == article) best = static_cast<int>(i);
  } else {
    for (size_t i = 0; i < draft.choices.size(); ++i)
      if (draft.choices[i].begin <= byte && (places || byte < draft.choices[i].end))
        best = static_cast<int>(i);
  }
  if (best < 0) return;
  draft.choice = best;
  draft.before = draft.kind == CorrectionKind::kMove && front;
  if (draft.kind == CorrectionKind::kWords) fill_words(desk, draft);
  refresh_draft(desk);
}

void flip_draft(Desk& desk) {
  Draft& draft = desk.proof->draft;
  if (draft.kind != CorrectionKind::kMove) return;
  draft.before = !draft.before;
  refresh_draft(desk);
}

bool take_draft(Desk& desk) {
  Draft& draft = desk.proof->draft;
  if (!draft.why_not.empty() || draft.entries.empty()) return false;
  const std::vector<Correction> entries = std::move(draft.entries);
  leave_draft(desk);
  correct(desk, entries);
  const ProofWords& words = proof_words(desk.chinese);
  desk.say(fill(words.taken_one, summary(entries.back(), words, desk.chinese)));
  return true;
}

void leave_draft(Desk& desk) {
  desk.proof->draft = Draft{};
  desk.stage.set_focus("", false);
  desk.stage.wake();
}

}  // namespace broadsheet::view
