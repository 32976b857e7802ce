// The piece of a text that shows best why it was found: whole sentences where they fit, every match lit.
#include <algorithm>

#include "search/parts.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace broadsheet {

namespace {

constexpr std::string_view kCut = "…";

struct Mark {
  uint32_t at;     // byte behind the sentence or the clause
  uint32_t width;  // of the text up to there, in half characters
};

bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'；' || c == '!' || c == '?' || c == '\n' ||
         c == U'…';
}
bool ends_clause(char32_t c) {
  return c == U'，' || c == U'、' || c == U'：' || c == ',' || c == ';' || c == ':';
}
bool closes(char32_t c) {
  return c == U'”' || c == U'’' || c == U'」' || c == U'』' || c == U'）' || c == U'》' || c == '"' ||
         c == ')' || c == '\'';
}

// Where the text may be cut. `sentences` and `words` both begin with 0 and end with the whole.
struct Cuts {
  std::vector<Mark> sentences, words;
};

Cuts cuts_of(std::string_view text) {
  Cuts cuts{{{0, 0}}, {{0, 0}}};
  uint32_t width = 0;
  bool sentence = false;
  char32_t before = 0;
  for (size_t i = 0; i < text.size();) {
    auto here = static_cast<uint32_t>(i);
    char32_t c = next_code_point(text, i);
    bool narrow = c < 0x2000 && !is_hanzi(c);
    if (sentence && !closes(c) && !ends_sentence(c) && !is_space(c)) {
      cuts.sentences.push_back({here, width});
      sentence = false;
    }
    // Between hanzi, behind a blank or a mark: not within a word of letters.
    bool inside = narrow && before != 0 && before < 0x2000 && !is_space(before) && !is_space(c);
    if (!inside && here > 0 && !ends_clause(c) && !ends_sentence(c) && !closes(c) && !is_space(c) && c != '.')
      cuts.words.push_back({here, width});
    width += narrow ? 1 : 2;
    if (ends_sentence(c)) sentence = true;
    // A full stop ends a sentence before a blank, but not behind one capital: J. Smith.
    if (c == '.' && i < text.size() && is_space(static_cast<unsigned char>(text[i])) &&
        !(before >= 'A' && before <= 'Z'))
      sentence = true;
    before = c;
  }
  cuts.sentences.push_back({static_cast<uint32_t>(text.size()), width});
  cuts.words.push_back({static_cast<uint32_t>(text.size()), width});
  return cuts;
}

size_t last_before(const std::vector<Mark>& marks, uint32_t at) {
  auto found =
      std::upper_bound(marks.begin(), marks.end(), at, [](uint32_t a, const Mark& m) { return a < m.at; });
  return static_cast<size_t>(found - marks.begin()) - 1;
}

uint32_t width_at(const Cuts& cuts, uint32_t at) {
  return cuts.words[last_before(cuts.words, at)].width;
}

struct Window {
  uint32_t begin = 0, end = 0;
};

// The window around one match: its sentence and as many of the next ones as fit; where the sentence is too
// long, a piece of it that begins a third of the room before the match.
Window window_at(const Cuts& cuts, Span match, uint32_t room) {
  size_t first = std::min(last_before(cuts.sentences, match.begin), cuts.sentences.size() - 2);
  Mark begin = cuts.sentences[first];
  size_t last = first + 1;
  while (last < cuts.sentences.size() - 1 && cuts.sentences[last].at < match.end) ++last;
  if (cuts.sentences[last].width - begin.width <= room) {
    while (last + 1 < cuts.sentences.size() && cuts.sentences[last + 1].width - begin.width <= room) ++last;
    // At the end of a text there may be room for the sentences before.
    while (last + 1 == cuts.sentences.size() && first > 0 &&
           cuts.sentences[last].width - cuts.sentences[first - 1].width <= room)
      --first;
    return {cuts.sentences[first].at, cuts.sentences[last].at};
  }
  uint32_t width = width_at(cuts, match.begin);
  size_t from = last_before(cuts.words, match.begin);
  while (from > 0 && cuts.words[from - 1].at >= begin.at && width - cuts.words[from - 1].width <= room / 3)
    --from;
  size_t to = last_before(cuts.words, match.end);
  while (to + 1 < cuts.words.size() &&
         (cuts.words[to].at < match.end || cuts.words[to + 1].width - cuts.words[from].width <= room) &&
         cuts.words[to].at < cuts.sentences[last].at)
    ++to;
  return {cuts.words[from].at, std::max(cuts.words[to].at, match.end)};
}

}  // namespace

Snippet cut_snippet(SearchField field, uint32_t part, std::string_view text,
                    const std::vector<TextMatch>& matches, uint32_t limit) {
  Cuts cuts = cuts_of(text);
  uint32_t room = 2 * limit;
  Window best = window_at(cuts, {0, 0}, room);
  size_t best_leaves = 0, best_count = 0;
  constexpr size_t kTried = 64;
  for (size_t m = 0; m < std::min(matches.size(), kTried); ++m) {
    Window window = window_at(cuts, matches[m].range, room);
    std::vector<uint32_t> leaves;
    size_t count = 0;
    for (const TextMatch& match : matches)
      if (match.range.begin >= window.begin && match.range.end <= window.end) {
        ++count;
        if (std::find(leaves.begin(), leaves.end(), match.leaf) == leaves.end()) leaves.push_back(match.leaf);
      }
    if (leaves.size() > best_leaves || (leaves.size() == best_leaves && count > best_count)) {
      best = window;
      best_leaves = leaves.size(), best_count = count;
    }
  }
  Snippet snippet{field, part, best.begin, {}, {}};
  bool cut_begin = best.begin > 0;
  // A sentence that begins the snippet needs no sign that others went before.
  for (const Mark& mark : cuts.sentences) cut_begin = cut_begin && mark.at != best.begin;
  bool cut_end = best.end < text.size();
  for (const Mark& mark : cuts.sentences) cut_end = cut_end && mark.at != best.end;
  uint32_t end = best.end;
  while (end > best.begin && text[end - 1] == ' ') --end;
  if (cut_begin) snippet.text = kCut;
  auto lead = static_cast<uint32_t>(snippet.text.size());
  snippet.text += text.substr(best.begin, end - best.begin);
  if (cut_end) snippet.text += kCut;
  for (const TextMatch& match : matches) {
    uint32_t from = std::max(match.range.begin, best.begin), to = std::min(match.range.end, end);
    if (from < to) snippet.marks.push_back({from - best.begin + lead, to - best.begin + lead});
  }
  merge_ranges(snippet.marks);
  return snippet;
}

}  // namespace broadsheet
