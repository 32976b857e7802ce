#include "view/proof.h"

#include <algorithm>

#include "view/proof_words.h"

namespace broadsheet::view {

namespace {

bool holds(const std::vector<Span>& spans, uint32_t byte) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& span) { return span.begin <= byte && byte < span.end; });
}

// The first byte of an article, to find it again when its id has changed.
uint32_t first_byte(const Article& article) {
  uint32_t first = UINT32_MAX;
  for (const Span& span : article.spans) first = std::min(first, span.begin);
  for (const Block& block : article.blocks)
    for (const Span& span : block.spans)
      if (first == UINT32_MAX) first = span.begin;
  return first;
}

void remake(Desk& desk) {
  Proof& proof = *desk.proof;
  int shown_page = -1;
  uint32_t shown_byte = 0;
  if (auto at = desk.by_id.find(desk.place.article); at != desk.by_id.end()) {
    shown_page = desk.order[at->second].page;
    shown_byte = first_byte(desk.article(at->second));
  }
  proof.misfits.clear();
  for (const size_t i : strays(desk.edition, proof.log))
    proof.misfits.push_back({i, "its place is not in this source"});
  for (size_t p = 0; p < desk.edition.pages.size(); ++p) {
    Page& page = desk.edition.pages[p];
    if (!page.source || page.source->text.empty()) continue;
    bool named = false;
    for (size_t i = 0; i < proof.log.taken && !named; ++i)
      named = same_page(proof.log.entries[i].page, page.source->name);
    auto kept = std::find_if(proof.parsed.begin(), proof.parsed.end(),
                             [&](const auto& one) { return one.first == static_cast<int>(p); });
    if (!named) {
      if (kept == proof.parsed.end()) continue;
      page = std::move(kept->second);
      proof.parsed.erase(kept);
      continue;
    }
    if (kept == proof.parsed.end()) {
      proof.parsed.emplace_back(static_cast<int>(p), page);
      kept = proof.parsed.end() - 1;
    }
    Applied applied = apply(kept->second, proof.log);
    page = std::move(applied.page);
    proof.misfits.insert(proof.misfits.end(), applied.misfits.begin(), applied.misfits.end());
  }
  desk.index();
  if (shown_page >= 0 && !desk.find_article(desk.place.article)) {
    int now = article_with(desk.edition.pages[Desk::at(shown_page)], shown_byte);
    if (now >= 0) {
      desk.place.article = desk.edition.pages[Desk::at(shown_page)].articles[Desk::at(now)].id;
      desk.place.block = -1;
      if (desk.place.screen == Screen::kReader) desk.host.set_address(address_of(desk.place), false);
    }
  }
  desk.stage.wake();
}

void remember(Desk& desk) {
  Proof& proof = *desk.proof;
  proof.written = proof.log.entries.empty() ? std::string() : to_json(proof.log);
  desk.host.remember(desk.note_key("log"), proof.written);
}

// Another window may have corrected the same edition meanwhile.
void catch_up(Desk& desk) {
  const std::string kept = desk.host.recall(desk.note_key("log"));
  Log theirs;
  if (kept != desk.proof->written && from_json(kept, "", theirs).empty()) take_log(desk, theirs);
}

// What is not decided yet is found again by another merge.
void remember_conflicts(Desk& desk) {
  Log theirs;
  for (const Conflict& conflict : desk.proof->conflicts)
    if (theirs.entries.empty() || theirs.entries.back() != conflict.theirs) theirs.add(conflict.theirs);
  desk.host.remember(desk.note_key("theirs"), theirs.entries.empty() ? std::string() : to_json(theirs));
}

// ISO 8601 in UTC. By hand: the C library's own would bring its time zones into the page, its printf what
// prints floating point.
std::string timestamp(int64_t seconds) {
  const int64_t days = seconds / 86400, rest = seconds % 86400;
  const int64_t z = days + 719468, era = z / 146097, day = z % 146097;
  const int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  const int64_t in_year = day - (365 * year + year / 4 - year / 100), month = (5 * in_year + 2) / 153;
  const int64_t m = month < 10 ? month + 3 : month - 9;
  std::string out;
  const auto put = [&](int64_t value, size_t digits, char behind) {
    out.append(digits, '0') += behind;
    for (size_t at = out.size() - 1; digits > 0; --digits, value /= 10)
      out[--at] = static_cast<char>('0' + value % 10);
  };
  put(year + era * 400 + (m <= 2), 4, '-');
  put(m, 2, '-');
  put(in_year - (153 * month + 2) / 5 + 1, 2, 'T');
  put(rest / 3600, 2, ':');
  put(rest / 60 % 60, 2, ':');
  put(rest % 60, 2, 'Z');
  return out;
}

}  // namespace

const Page& Proof::parsed_page(const Desk& desk, int page) const {
  for (const auto& [index, kept] : parsed)
    if (index == page) return kept;
  return desk.edition.pages[Desk::at(page)];
}

int article_with(const Page& page, uint32_t byte) {
  for (size_t a = 0; a < page.articles.size(); ++a) {
    const Article& article = page.articles[a];
    bool here = holds(article.spans, byte);
    for (const Byline& by : article.byline) here = here || holds(by.spans, byte);
    for (const Block& block : article.blocks) here = here || holds(block.spans, byte);
    if (here) return static_cast<int>(a);
  }
  return -1;
}

void begin_proof(Desk& desk, const std::vector<Log>& given) {
  std::string who = std::move(desk.proof->who);
  desk.proof = std::make_unique<Proof>();
  Proof& proof = *desk.proof;
  proof.who = std::move(who);
  proof.written = desk.host.recall(desk.note_key("log"));
  if (from_json(proof.written, "", proof.log).empty() && !proof.log.entries.empty()) remake(desk);
  // What came with the files is taken over once: what was undone of it since stays undone.
  std::string came;
  for (const Log& log : given) came = make_article_id(came, to_json(log));
  const std::string key = desk.note_key("took");
  if (!given.empty() && came != desk.host.recall(key)) {
    desk.host.remember(key, came);
    for (const Log& log : given) {
      if (proof.log.entries.empty()) {
        set_log(desk, log);  // with what was undone in it
        desk.say(fill(proof_words(desk.chinese).taken_over, std::to_string(log.taken)));
      } else if (log != proof.log) {
        take_log(desk, log);
      }
    }
  }
  Log theirs;
  if (proof.conflicts.empty() && from_json(desk.host.recall(desk.note_key("theirs")), "", theirs).empty()) {
    Merged merged = merge(proof.log, theirs);
    if (merged.added > 0) {  // ours that it stood against counts no longer
      take_log(desk, theirs);
      proof.deciding = false;
    } else {
      proof.conflicts = std::move(merged.conflicts);
    }
  }
  proof.conflicts_total = proof.conflicts.size();
}

void set_log(Desk& desk, Log log) {
  desk.proof->log = std::move(log);
  remake(desk);
  remember(desk);
}

void correct(Desk& desk, const std::vector<Correction>& entries) {
  catch_up(desk);
  for (Correction entry : entries) {
    if (!is_blank(desk.proof->who)) entry.who = desk.proof->who;
    entry.when = entry.who.empty() ? std::string() : timestamp(desk.host.clock());
    desk.proof->log.add(std::move(entry));
  }
  remake(desk);
  remember(desk);
}

void undo(Desk& desk) {
  catch_up(desk);
  const ProofWords& words = proof_words(desk.chinese);
  if (desk.proof->log.undo()) {
    remake(desk);
    remember(desk);
    const Correction& entry = desk.proof->log.entries[desk.proof->log.taken];
    desk.say(fill(words.undone, name_of(entry.kind, words)));
  } else {
    desk.say(words.nothing_to_undo);
  }
}

void redo(Desk& desk) {
  catch_up(desk);
  const ProofWords& words = proof_words(desk.chinese);
  if (desk.proof->log.redo()) {
    remake(desk);
    remember(desk);
    const Correction& entry = desk.proof->log.entries[desk.proof->log.taken - 1];
    desk.say(fill(words.redone, name_of(entry.kind, words)));
  } else {
    desk.say(words.nothing_to_redo);
  }
}

void take_log(Desk& desk, const Log& theirs) {
  Proof& proof = *desk.proof;
  Merged merged = merge(proof.log, theirs);
  // Ours stay as they are until somebody chooses otherwise: a closed window loses none of them.
  Log both = proof.log;
  for (size_t i = merged.merged.entries.size() - merged.added; i < merged.merged.entries.size(); ++i)
    both.add(std::move(merged.merged.entries[i]));
  for (const Conflict& one : merged.conflicts)
    if (std::find(proof.conflicts.begin(), proof.conflicts.end(), one) == proof.conflicts.end())
      proof.conflicts.push_back(one);
  proof.conflicts_total = proof.conflicts.size();
  proof.deciding = !proof.conflicts.empty();
  remember_conflicts(desk);
  set_log(desk, std::move(both));
  if (!proof.deciding) desk.say(fill(proof_words(desk.chinese).taken_over, std::to_string(merged.added)));
}

void decide(Desk& desk, bool theirs) {
  Proof& proof = *desk.proof;
  if (proof.conflicts.empty()) return;
  const Correction entry = proof.conflicts.front().theirs;
  Correction chosen = entry;
  std::erase_if(proof.conflicts, [&](const Conflict& conflict) {
    if (conflict.theirs != entry) return false;
    stand_instead(chosen, conflict.mine, proof.log);
    return true;
  });
  proof.deciding = !proof.conflicts.empty();
  remember_conflicts(desk);
  if (theirs) {
    proof.log.add(std::move(chosen));
    remake(desk);
    remember(desk);
  }
  desk.stage.wake();
}

void proof_keys(Desk& desk) {
  if (desk.edition.pages.empty()) return;
  Stage& stage = desk.stage;
  if (stage.key(ImGuiKey_Z, true)) undo(desk);
  if (stage.key(ImGuiKey_Z, true, true) || stage.key(ImGuiKey_Y, true)) redo(desk);
}

}  // namespace broadsheet::view
