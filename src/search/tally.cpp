// How often each leaf of a query stands in each story, and which stories hold the whole query.
#include <algorithm>
#include <cmath>

#include "search/folded.h"
#include "search/number.h"
#include "search/parts.h"
#include "search/scan.h"

namespace broadsheet {

uint32_t Tally::in(Zone zone) const {
  switch (zone) {
    case Zone::kHeads:
      return heads;
    case Zone::kBylines:
      return bylines;
    case Zone::kBody:
      return body;
    case Zone::kAll:
      break;
  }
  return heads + bylines + body;
}

std::vector<Span> number_places(const Leaf& leaf, std::string_view text) {
  std::vector<Span> places;
  for (uint32_t at = next_number(text, 0); at < text.size(); at = next_number(text, at)) {
    uint32_t begin = at;
    Number number = read_number(text, at);
    at = std::max(number.end, at + 1);
    // A point typed as 1044.14 and one read as 1044.14 are the same to the last bits.
    double slack = 1e-12 * std::max(std::fabs(number.value), 1.0);
    if (number.percent != leaf.percent || number.value < leaf.low - slack || number.value > leaf.high + slack)
      continue;
    if (!leaf.unit.empty()) {
      std::vector<Span> bytes;
      std::u16string behind;
      fold_text(text.substr(number.end, leaf.unit.size() * 4 + 8), behind, bytes);
      if (behind.compare(0, leaf.unit.size(), leaf.unit) != 0) continue;
      places.push_back({begin, number.end + bytes[leaf.unit.size() - 1].end});
    } else {
      places.push_back({begin, number.end});
    }
  }
  return places;
}

namespace {

void add_place(Tally& tally, const IndexedStory& story, uint32_t place) {
  if (place < story.bylines) {
    ++tally.heads;
  } else if (place < story.body) {
    ++tally.bylines;
  } else {
    ++tally.body;
  }
}

// The bits of [from, to) that are set.
uint32_t ones(const Shelf::Row& row, uint32_t from, uint32_t to) {
  auto count = [](uint64_t word) { return static_cast<uint32_t>(__builtin_popcountll(word)); };
  uint64_t head = ~uint64_t{0} << (from % 64), tail = (uint64_t{1} << (to % 64)) - 1;
  uint32_t word = from / 64, last = to / 64;
  if (word == last) return count(row[word] & head & tail);
  uint32_t sum = count(row[word] & head);
  while (++word < last) sum += count(row[word]);
  return tail == 0 ? sum : sum + count(row[last] & tail);
}

// One unit stands everywhere: counted by stretches and not place by place.
void tally_unit(const SearchParts& parts, char16_t unit, std::vector<Tally>& tallies) {
  parts.shelf.each_row(unit, [&](uint32_t base, const Shelf::Row& row) {
    uint32_t limit = base + Shelf::kBoard;
    for (uint32_t s = parts.story_at(base); s < tallies.size() && parts.stories[s].begin < limit; ++s) {
      const IndexedStory& story = parts.stories[s];
      auto within = [&](uint32_t from, uint32_t to) {
        from = std::max(from, base), to = std::min(to, limit);
        return from < to ? ones(row, from - base, to - base) : 0;
      };
      tallies[s].heads += within(story.begin, story.bylines);
      tallies[s].bylines += within(story.bylines, story.body);
      tallies[s].body += within(story.body, story.end);
    }
  });
}

void tally_units(const SearchParts& parts, const std::u16string& units, std::vector<Tally>& tallies) {
  if (units.size() == 1) return tally_unit(parts, units[0], tallies);
  uint32_t current = 0, begin = 0, end = 0;
  parts.shelf.each(units, [&](uint32_t place) {
    if (place < begin || place >= end) {
      current = parts.story_at(place);
      begin = parts.stories[current].begin, end = parts.stories[current].end;
    }
    add_place(tallies[current], parts.stories[current], place);
  });
}

Query only(const Leaf& leaf) {
  Query query;
  query.leaves.push_back(leaf);
  query.leaves[0].negated = false;
  return query;
}

// Counts again, in the texts themselves, what the one leaf of `query` finds in one story.
Tally tally_texts(const Edition& edition, const IndexedStory& story, const Query& query) {
  Tally tally;
  std::vector<TextMatch> matches;
  each_text(edition.pages[story.page].articles[story.article], [&](SearchField field, uint32_t,
                                                                   std::string_view text) {
    if (text.empty()) return;
    matches.clear();
    Zone zone = zone_of(field);
    match_text(query, zone, text, matches);
    auto count = static_cast<uint32_t>(matches.size());
    (zone == Zone::kHeads ? tally.heads : zone == Zone::kBylines ? tally.bylines : tally.body) += count;
  });
  return tally;
}

void tally_numbers(const SearchParts& parts, const Edition& edition, const Leaf& leaf,
                   std::vector<Tally>& tallies) {
  // Values are kept as floats: what is near the limits is looked at again.
  double slack_low = std::fabs(leaf.low) * 1e-6, slack_high = std::fabs(leaf.high) * 1e-6;
  // Nor do they know whether they stand in a head.
  bool wide = leaf.high > leaf.low && leaf.unit.empty() && leaf.zone == Zone::kAll;
  std::vector<uint32_t> again;
  for (const FoundNumber& found : parts.numbers) {
    double value = static_cast<double>(found.value);
    if (found.percent != leaf.percent || value < leaf.low - slack_low || value > leaf.high + slack_high)
      continue;
    if (wide && value > leaf.low + slack_low && value < leaf.high - slack_high) {
      ++tallies[found.story].body;
    } else if (again.empty() || again.back() != found.story) {
      again.push_back(found.story);
    }
  }
  Query query = only(leaf);
  for (uint32_t story : again) tallies[story] = tally_texts(edition, parts.stories[story], query);
}

bool passes_filter(const Leaf& leaf, const IndexedStory& story, const std::vector<bool>& places) {
  switch (leaf.kind) {
    case Leaf::Kind::kDate: {
      // 2021-01 stands for the whole month: the story's date has to lie in it, or hold it.
      return story.date != 0 && story.date >= leaf.low && story.date <= leaf.high;
    }
    case Leaf::Kind::kPage:
      return story.number >= leaf.low && story.number <= leaf.high;
    case Leaf::Kind::kKind:
      return static_cast<double>(story.kind) == leaf.low;
    case Leaf::Kind::kPlace:
      return places[story.place_name];
    default:
      return false;
  }
}

}  // namespace

LeafTally tally_leaf(const SearchParts& parts, const Edition& edition, const Leaf& leaf) {
  LeafTally tally;
  size_t count = parts.stories.size();
  tally.passes.assign(count, 0);
  switch (leaf.kind) {
    case Leaf::Kind::kText:
      tally.stories.resize(count);
      tally_units(parts, leaf.units, tally.stories);
      break;
    case Leaf::Kind::kExact: {
      Query query = only(leaf);
      tally.stories.resize(count);
      tally_units(parts, leaf.units, tally.stories);
      for (size_t s = 0; s < count; ++s)
        if (tally.stories[s].in(leaf.zone) > 0)
          tally.stories[s] = tally_texts(edition, parts.stories[s], query);
      break;
    }
    case Leaf::Kind::kNumber:
      tally.stories.resize(count);
      if (!leaf.units.empty()) tally_units(parts, leaf.units, tally.stories);
      tally_numbers(parts, edition, leaf, tally.stories);
      break;
    default: {
      std::vector<bool> places;
      if (leaf.kind == Leaf::Kind::kPlace)
        for (const std::string& place : parts.places.values)
          places.push_back(folded(place).find(leaf.units) != std::u16string::npos);
      for (size_t s = 0; s < count; ++s) {
        tally.passes[s] = passes_filter(leaf, parts.stories[s], places);
        tally.articles += tally.passes[s];
      }
      return tally;
    }
  }
  for (size_t s = 0; s < count; ++s) {
    tally.passes[s] = tally.stories[s].in(leaf.zone) > 0;
    tally.articles += tally.passes[s];
  }
  return tally;
}

std::vector<uint8_t> evaluate(const Query& query, const std::vector<LeafTally>& leaves, size_t stories) {
  // Children come before their parents in the list.
  std::vector<std::vector<uint8_t>> held(query.nodes.size());
  for (size_t n = 0; n < query.nodes.size(); ++n) {
    const QueryNode& node = query.nodes[n];
    std::vector<uint8_t>& out = held[n];
    if (node.kind == QueryNode::Kind::kLeaf) {
      out = leaves[static_cast<size_t>(node.leaf)].passes;
      continue;
    }
    out = std::move(held[static_cast<size_t>(node.of[0])]);
    if (node.kind == QueryNode::Kind::kNot)
      for (uint8_t& value : out) value ^= 1;
    for (size_t k = 1; k < node.of.size(); ++k) {
      const std::vector<uint8_t>& other = held[static_cast<size_t>(node.of[k])];
      for (size_t s = 0; s < stories; ++s)
        out[s] = node.kind == QueryNode::Kind::kAnd ? out[s] & other[s] : out[s] | other[s];
    }
  }
  return query.root < 0 ? std::vector<uint8_t>(stories, 0) : held[static_cast<size_t>(query.root)];
}

void match_text(const Query& query, Zone zone, std::string_view text, std::vector<TextMatch>& matches) {
  std::u16string units;
  std::vector<Span> bytes;
  for (uint32_t l = 0; l < query.leaves.size(); ++l) {
    const Leaf& leaf = query.leaves[l];
    if (leaf.negated || (leaf.zone != Zone::kAll && leaf.zone != zone)) continue;
    size_t first = matches.size();
    switch (leaf.kind) {
      case Leaf::Kind::kExact:
        scan_units(text.data(), text.size(), leaf.raw.data(), leaf.raw.size(), [&](size_t at) {
          matches.push_back({l, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + leaf.raw.size())}});
        });
        break;
      case Leaf::Kind::kText:
      case Leaf::Kind::kNumber:
        if (units.empty()) fold_text(text, units, bytes);
        scan_units(units.data(), units.size(), leaf.units.data(), leaf.units.size(), [&](size_t at) {
          matches.push_back({l, {bytes[at].begin, bytes[at + leaf.units.size() - 1].end}});
        });
        if (leaf.kind == Leaf::Kind::kNumber)
          for (Span place : number_places(leaf, text)) {
            bool known = std::any_of(
                matches.begin() + static_cast<std::ptrdiff_t>(first), matches.end(),
                [&](const TextMatch& m) { return m.range.begin < place.end && place.begin < m.range.end; });
            if (!known) matches.push_back({l, place});
          }
        break;
      default:
        break;
    }
  }
}

void merge_ranges(std::vector<Span>& ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  size_t kept = 0;
  for (size_t i = 0; i < ranges.size(); ++i) {
    if (kept > 0 && ranges[i].begin < ranges[kept - 1].end) {
      ranges[kept - 1].end = std::max(ranges[kept - 1].end, ranges[i].end);
    } else {
      ranges[kept++] = ranges[i];
    }
  }
  ranges.resize(kept);
}

}  // namespace broadsheet
