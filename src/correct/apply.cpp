#include <algorithm>
#include <utility>

#include "compose/names.h"
#include "correct/log.h"
#include "correct/pieces.h"

namespace broadsheet {

namespace {

bool is_head(std::string_view role) {
  return role == "kicker" || role == "headline" || role == "deck";
}
bool is_aside(std::string_view role) {
  return role == "furniture" || role == "advertisement" || role == "duplicate" || role == "unplaced";
}

// After a byline's words have changed: who they name.
void name_anew(Unit& unit) {
  unit.others.clear();
  if (unit.role != "byline") return;
  std::vector<Byline> names = names_in(unit.text());
  if (names.empty()) names.push_back({unit.text(), "", {}});
  unit.by = std::move(names[0]);
  unit.others.assign(names.begin() + 1, names.end());
}

class Bench {
 public:
  Bench(const Source& source, Pieces& pieces) : source_(source), pieces_(pieces) {}

  std::string take(const Correction& entry) {
    for (const Span& span : entry.spans) {
      if (span.begin >= span.end || span.end > source_.text.size()) return "its bytes are not in this source";
    }
    if (entry.at > source_.text.size()) return "its place is not in this source";
    std::string why;
    switch (entry.kind) {
      case CorrectionKind::kRole:
        why = role(entry.spans, entry.role);
        break;
      case CorrectionKind::kMove:
        why = move(entry.spans, entry.at, entry.before);
        break;
      case CorrectionKind::kJoin:
        why = entry.spans.empty() ? "it names nothing to join" : join(entry.at, entry.spans[0].begin);
        break;
      case CorrectionKind::kSplit:
        why = split(entry.at);
        break;
      case CorrectionKind::kSplitArticle:
        why = split_article(entry.at);
        break;
      case CorrectionKind::kMerge:
        why =
            entry.spans.empty() ? "it names nothing to merge" : merge_stories(entry.at, entry.spans[0].begin);
        break;
      case CorrectionKind::kWords:
        why = words(entry.spans, entry.text);
        break;
      case CorrectionKind::kByline:
        why = byline(entry.at, entry.names);
        break;
      case CorrectionKind::kUndoRepair:
        why = undo_repair(entry.repair, entry.at);
        break;
      case CorrectionKind::kKeepRepair:
        why = keep_repair(entry.repair, entry.at);
        break;
    }
    sweep();
    return why;
  }

 private:
  const Source& source_;
  Pieces& pieces_;

  // Units whose pieces are all taken are gone; stories without units too.
  void sweep() {
    const auto empty = [](const Unit& unit) { return unit.pieces.empty(); };
    for (Story& story : pieces_.stories) std::erase_if(story.units, empty);
    std::erase_if(pieces_.stories, [](const Story& story) { return story.units.empty(); });
    std::erase_if(pieces_.aside, empty);
  }

  // Takes the bytes of `span` out of where they are. One Unit for each unit that held some of them, in page
  // order; `where` gets the place of the first.
  std::vector<Unit> lift(const std::vector<Span>& spans, Place& where) {
    for (const Span& span : spans) {
      cut(pieces_, source_, span.begin);
      if (span.end < source_.text.size()) cut(pieces_, source_, span.end);
    }
    std::vector<Unit> out;
    bool first = true;
    const auto inside = [&](const Piece& piece) {
      return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
        return piece.span.begin >= span.begin && piece.span.begin < span.end &&
               piece.span.end > piece.span.begin;
      });
    };
    const auto lift_from = [&](int story) {
      std::vector<Unit>& units = units_of(pieces_, story);
      for (size_t u = 0; u < units.size(); ++u) {
        Unit taken = units[u];
        taken.pieces.clear();
        for (const Piece& piece : units[u].pieces) {
          if (inside(piece)) taken.pieces.push_back(piece);
        }
        if (taken.pieces.empty()) continue;
        if (first) {
          where = {story, u, 0};
          first = false;
        }
        if (taken.pieces.size() != units[u].pieces.size()) {
          std::erase_if(units[u].pieces, inside);
          units[u].whole.clear();
          taken.whole.clear();
          name_anew(units[u]);
          name_anew(taken);
        } else {
          units[u].pieces.clear();
        }
        out.push_back(std::move(taken));
      }
    };
    for (size_t s = 0; s < pieces_.stories.size(); ++s) lift_from(static_cast<int>(s));
    lift_from(-1);
    return out;
  }

  // The story and unit that stand right before byte `at` in the source: where a thing goes that comes home.
  std::optional<Place> before_in_source(uint32_t at) const {
    std::optional<Place> best;
    uint32_t best_end = 0;
    for (size_t s = 0; s < pieces_.stories.size(); ++s) {
      const std::vector<Unit>& units = pieces_.stories[s].units;
      for (size_t u = 0; u < units.size(); ++u) {
        for (size_t p = 0; p < units[u].pieces.size(); ++p) {
          const Span& span = units[u].pieces[p].span;
          if (span.end <= at && span.end > best_end) {
            best_end = span.end;
            best = Place{static_cast<int>(s), u, p};
          }
        }
      }
    }
    return best;
  }

  std::string role(const std::vector<Span>& spans, const std::string& name) {
    if (!is_role(name)) return "there is no role " + name;
    Place where;
    std::vector<Unit> taken = lift(spans, where);
    if (taken.empty()) return "no text stands at its bytes";
    for (Unit& unit : taken) {
      unit.role = name;
      if (name == "furniture" && unit.kind.empty()) unit.kind = "other";
      name_anew(unit);
    }
    if (is_aside(name)) {
      for (Unit& unit : taken) pieces_.aside.push_back(std::move(unit));
      return "";
    }
    if (where.story < 0) {
      const std::optional<Place> home = before_in_source(spans[0].begin);
      if (home) {
        where = *home;
      } else if (pieces_.stories.empty()) {
        pieces_.stories.emplace_back();
        where = {0, 0, 0};
      } else {
        where = {0, 0, 0};
      }
    }
    // Behind the unit that it was lifted from (which keeps the rest of its words), or in its place.
    std::vector<Unit>& units = units_of(pieces_, where.story);
    const size_t slot = std::min(units.size(), where.unit + 1);
    units.insert(units.begin() + static_cast<std::ptrdiff_t>(slot), std::make_move_iterator(taken.begin()),
                 std::make_move_iterator(taken.end()));
    return "";
  }

  std::string move(const std::vector<Span>& spans, uint32_t at, bool before) {
    for (const Span& span : spans) {
      if (span.begin <= at && at < span.end) return "a passage cannot be moved into itself";
    }
    if (!find(pieces_, source_, at)) return "no text stands at the place that it moves to";
    Place where;
    std::vector<Unit> taken = lift(spans, where);
    if (taken.empty()) return "no text stands at its bytes";
    const std::optional<Place> target = find(pieces_, source_, at);
    if (!target) {
      for (Unit& unit : taken) pieces_.aside.push_back(as_aside(std::move(unit)));
      return "no text stands at the place that it moves to";
    }
    std::vector<Unit>& units = units_of(pieces_, target->story);
    for (Unit& unit : taken) {
      if (target->story < 0) {
        unit = as_aside(std::move(unit));
      } else if (is_aside(unit.role)) {
        unit.role = "paragraph";
      }
    }
    const size_t slot = target->unit + (before ? 0 : 1);
    units.insert(units.begin() + static_cast<std::ptrdiff_t>(slot), std::make_move_iterator(taken.begin()),
                 std::make_move_iterator(taken.end()));
    return "";
  }

  static Unit as_aside(Unit unit) {
    if (!is_aside(unit.role)) unit.role = "unplaced";
    return unit;
  }

  std::string join(uint32_t left, uint32_t right) {
    cut(pieces_, source_, right);
    const std::optional<Place> from = find(pieces_, source_, right);
    const std::optional<Place> onto = find(pieces_, source_, left);
    if (!from || !onto) return "one of its ends has no text";
    if (onto->story < 0) return "the first part stands in no article: give it a role first";
    if (from->story == onto->story && from->unit == onto->unit) {
      return from->piece == onto->piece + 1 ? "" : "both ends stand in one paragraph already";
    }
    Unit& source_unit = units_of(pieces_, from->story)[from->unit];
    const auto begin = source_unit.pieces.begin() + static_cast<std::ptrdiff_t>(from->piece);
    std::vector<Piece> rest(begin, source_unit.pieces.end());
    source_unit.pieces.erase(begin, source_unit.pieces.end());
    source_unit.whole.clear();
    name_anew(source_unit);
    Unit& unit = units_of(pieces_, onto->story)[onto->unit];
    unit.whole.clear();
    unit.pieces.insert(unit.pieces.begin() + static_cast<std::ptrdiff_t>(onto->piece) + 1, rest.begin(),
                       rest.end());
    name_anew(unit);
    return "";
  }

  std::string split(uint32_t at) {
    if (!cut(pieces_, source_, at)) return "no text stands at its place";
    const std::optional<Place> place = find(pieces_, source_, at);
    std::vector<Unit>& units = units_of(pieces_, place->story);
    if (place->piece == 0) return "a paragraph begins there already";
    Unit& unit = units[place->unit];
    const auto begin = unit.pieces.begin() + static_cast<std::ptrdiff_t>(place->piece);
    Unit rest = unit;
    rest.pieces.assign(begin, unit.pieces.end());
    rest.whole.clear();
    unit.pieces.erase(begin, unit.pieces.end());
    unit.whole.clear();
    name_anew(unit);
    name_anew(rest);
    units.insert(units.begin() + static_cast<std::ptrdiff_t>(place->unit) + 1, std::move(rest));
    return "";
  }

  std::string split_article(uint32_t at) {
    if (!cut(pieces_, source_, at)) return "no text stands at its place";
    std::optional<Place> place = find(pieces_, source_, at);
    if (place->story < 0) return "that text stands in no article: give it a role first";
    if (place->piece > 0) {
      split(at);
      ++place->unit;
    }
    if (place->unit == 0) return "an article begins there already";
    const size_t s = static_cast<size_t>(place->story);
    Story fresh;
    std::vector<Unit>& units = pieces_.stories[s].units;
    const auto begin = units.begin() + static_cast<std::ptrdiff_t>(place->unit);
    fresh.units.assign(std::make_move_iterator(begin), std::make_move_iterator(units.end()));
    units.erase(begin, units.end());
    fresh.frame.continues = std::move(pieces_.stories[s].frame.continues);
    pieces_.stories[s].frame.continues.clear();
    pieces_.stories.insert(pieces_.stories.begin() + static_cast<std::ptrdiff_t>(s) + 1, std::move(fresh));
    return "";
  }

  std::string merge_stories(uint32_t onto, uint32_t from) {
    const std::optional<Place> a = find(pieces_, source_, onto);
    const std::optional<Place> b = find(pieces_, source_, from);
    if (!a || !b || a->story < 0 || b->story < 0) return "one of its ends stands in no article";
    if (a->story == b->story) return "both ends stand in one article already";
    Story& story = pieces_.stories[static_cast<size_t>(a->story)];
    Story& other = pieces_.stories[static_cast<size_t>(b->story)];
    const bool headed = std::any_of(story.units.begin(), story.units.end(),
                                    [](const Unit& unit) { return is_head(unit.role); });
    for (Unit& unit : other.units) {
      if (headed && is_head(unit.role)) unit.role = "subhead";
      story.units.push_back(std::move(unit));
    }
    for (Byline& by : other.loose_byline) story.loose_byline.push_back(std::move(by));
    for (Repair& repair : other.frame.repairs) story.frame.repairs.push_back(std::move(repair));
    if (story.frame.continues.empty() || story.frame.continues == other.frame.id)
      story.frame.continues = other.frame.continues;
    other.units.clear();
    return "";
  }

  std::string words(const std::vector<Span>& spans, const std::string& text) {
    if (spans.empty()) return "it names no words";
    const Span span{spans.front().begin, spans.back().end};
    for (const Span& part : spans) {
      cut(pieces_, source_, part.begin);
      if (part.end < source_.text.size()) cut(pieces_, source_, part.end);
    }
    const std::optional<Place> place = find(pieces_, source_, span.begin);
    if (!place) return "no text stands at its bytes";
    Unit& unit = units_of(pieces_, place->story)[place->unit];
    unit.whole.clear();
    bool first = true, blank = false;  // the blank behind the words stays
    size_t home = place->piece;
    for (size_t p = place->piece; p < unit.pieces.size(); ++p) {
      Piece& piece = unit.pieces[p];
      const bool hit = std::any_of(spans.begin(), spans.end(), [&](const Span& part) {
        return piece.span.begin >= part.begin && piece.span.begin < part.end;
      });
      if (!hit) continue;
      blank = piece.text.ends_with(' ');
      piece.text = first ? text : "";
      if (first) home = p;
      first = false;
    }
    if (blank) unit.pieces[home].text += ' ';
    name_anew(unit);
    return "";
  }

  std::string byline(uint32_t at, const std::vector<std::string>& names) {
    const std::optional<Place> place = find(pieces_, source_, at);
    if (!place || place->story < 0) return "no article stands at its place";
    Story& story = pieces_.stories[static_cast<size_t>(place->story)];
    story.loose_byline.clear();
    size_t next = 0;
    for (Unit& unit : story.units) {
      if (unit.role != "byline") continue;
      unit.others.clear();
      if (next < names.size()) {
        unit.by.name = names[next++];
      } else {
        unit.role = "furniture";
        unit.kind = "other";
        pieces_.aside.push_back(unit);
        unit.pieces.clear();
      }
    }
    for (; next < names.size(); ++next) story.loose_byline.push_back({names[next], "", {}});
    return "";
  }

  // Nothing changes; a newer parser that does otherwise makes it a misfit.
  std::string keep_repair(const std::string& kind, uint32_t at) const {
    for (const Story& story : pieces_.stories) {
      for (const Repair& one : story.frame.repairs) {
        if (name_of(one.kind) == kind && std::find(one.at.begin(), one.at.end(), at) != one.at.end())
          return "";
      }
    }
    return "this parse made no such repair there";
  }

  std::string undo_repair(const std::string& kind, uint32_t at) {
    Story* owner = nullptr;
    Repair repair;
    for (Story& story : pieces_.stories) {
      for (const Repair& one : story.frame.repairs) {
        if (name_of(one.kind) == kind && std::find(one.at.begin(), one.at.end(), at) != one.at.end()) {
          owner = &story;
          repair = one;
        }
      }
    }
    if (!owner) return "this parse made no such repair there";
    std::erase_if(owner->frame.repairs,
                  [&](const Repair& one) { return one.kind == repair.kind && one.at == repair.at; });
    switch (repair.kind) {
      case RepairKind::kJoin:
        return split(repair.at.back());
      case RepairKind::kSplit: {
        const std::optional<Place> home = before_in_source(repair.at.back());
        if (!home) return "";
        const Place place = *home;
        return join(units_of(pieces_, place.story)[place.unit].pieces[place.piece].span.begin,
                    repair.at.back());
      }
      case RepairKind::kMove:
      case RepairKind::kDuplicate:
      case RepairKind::kFurniture:
      case RepairKind::kCaption:
        return back_home(repair.at.back(), repair.kind == RepairKind::kMove);
      case RepairKind::kHyphen: {  // it stands in its word again
        if (!cut(pieces_, source_, repair.at.back())) return "no text stands at its place";
        const Place place = *find(pieces_, source_, repair.at.front());
        Unit& unit = units_of(pieces_, place.story)[place.unit];
        unit.whole.clear();
        unit.pieces[place.piece].text += '-';
        return "";
      }
      case RepairKind::kLetter:
        return read_again(*owner, repair.at.front());
    }
    return "";
  }

  // The name whose first character stands at byte `at` is again what the engine read.
  std::string read_again(Story& story, uint32_t at) {
    const auto undo = [&](Byline& by) {
      const std::string first = by.read.substr(0, 3);  // a hanzi
      if (first.empty() || source_.text.compare(at, first.size(), first) != 0) return false;
      by.name = std::exchange(by.read, {});
      return true;
    };
    for (Unit& unit : story.units) {
      if (undo(unit.by) || std::any_of(unit.others.begin(), unit.others.end(), undo)) return "";
    }
    if (std::any_of(story.loose_byline.begin(), story.loose_byline.end(), undo)) return "";
    return "no such name stands at its place";
  }

  // The unit at byte `at` goes where the dump had it: behind what stands before it in the source.
  std::string back_home(uint32_t at, bool keep_role) {
    const std::optional<Place> place = find(pieces_, source_, at);
    if (!place) return "no text stands at its place";
    Unit unit = units_of(pieces_, place->story)[place->unit];
    units_of(pieces_, place->story)[place->unit].pieces.clear();
    if (!keep_role || is_aside(unit.role)) unit.role = "paragraph";
    const std::optional<Place> home = before_in_source(unit.pieces.front().span.begin);
    if (pieces_.stories.empty()) pieces_.stories.emplace_back();
    const Place slot = home.value_or(Place{0, 0, 0});
    std::vector<Unit>& units = units_of(pieces_, slot.story);
    const size_t index = std::min(units.size(), home ? slot.unit + 1 : 0);
    units.insert(units.begin() + static_cast<std::ptrdiff_t>(index), std::move(unit));
    return "";
  }
};

}  // namespace

bool same_page(std::string_view a, std::string_view b) {
  // One is the other, or its end: "a04.txt" is "pages/a04.txt", "one/a04.txt" is not "two/a04.txt".
  if (a.size() < b.size()) std::swap(a, b);
  if (!a.ends_with(b)) return false;
  const size_t before = a.size() - b.size();
  return before == 0 || b.empty() || a[before - 1] == '/' || a[before - 1] == '\\';
}

std::vector<size_t> strays(const Edition& edition, const Log& log) {
  std::vector<size_t> found;
  const std::vector<bool> counts = log.counts();
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] && std::none_of(edition.pages.begin(), edition.pages.end(), [&](const Page& page) {
          return page.source && same_page(log.entries[i].page, page.source->name);
        }))
      found.push_back(i);
  }
  return found;
}

bool is_role(std::string_view role) {
  static const char* const kRoles[] = {"kicker",    "headline",      "deck",     "byline", "paragraph",
                                       "subhead",   "caption",       "credit",   "quote",  "list",
                                       "furniture", "advertisement", "duplicate"};
  return std::any_of(std::begin(kRoles), std::end(kRoles), [&](const char* one) { return role == one; });
}

void Log::add(Correction entry) {
  entries.resize(taken);
  entries.push_back(std::move(entry));
  ++taken;
}

bool Log::undo() {
  if (taken == 0) return false;
  --taken;
  return true;
}

bool Log::redo() {
  if (taken >= entries.size()) return false;
  ++taken;
  return true;
}

std::vector<bool> Log::counts() const {
  std::vector<bool> out(entries.size());
  for (size_t i = 0; i < taken && i < out.size(); ++i) {
    out[i] = true;
    for (uint32_t earlier : entries[i].instead)
      if (earlier < i) out[earlier] = false;
  }
  return out;
}

Applied apply(const Page& page, const Log& log) {
  Applied out;
  out.page = page;
  if (!page.source) return out;
  Pieces pieces = take_apart(page);
  Bench bench(*page.source, pieces);
  bool touched = false;
  const std::vector<bool> counts = log.counts();
  for (size_t i = 0; i < counts.size(); ++i) {
    const Correction& entry = log.entries[i];
    if (!counts[i] || !same_page(entry.page, page.source->name)) continue;
    touched = true;
    std::string why = bench.take(entry);
    if (!why.empty()) out.misfits.push_back({i, std::move(why)});
  }
  if (touched) put_together(pieces, out.page);
  return out;
}

}  // namespace broadsheet
